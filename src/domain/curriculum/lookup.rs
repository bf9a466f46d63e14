//! Finding a sheet from where one stands, and a word from what one types.

use super::glossary::{Glossary, Term};
use super::tool::{Tool, ToolBook, ToolId};
use crate::domain::directory::standard::Programme;
use crate::domain::ecosystem::model::Actor;
use crate::domain::fold::fold;
use crate::domain::interview::id::OrientationId;

impl ToolBook {
    /// The sheets that the tender asks for, then the others, each in the order of the file.
    pub fn by_origin(&self) -> [Vec<&Tool>; 2] {
        let (asked, others) = self.tools.iter().partition(|tool| tool.objective.is_some());
        [asked, others]
    }

    /// The sheets that an orientation leads to.
    pub fn of_orientation(&self, id: &OrientationId) -> Vec<&Tool> {
        self.tools.iter().filter(|tool| tool.orientations.contains(id)).collect()
    }

    /// The sheets of the national programmes that a place belongs to.
    pub fn of_programmes(&self, programmes: &[Programme]) -> Vec<&Tool> {
        self.tools.iter().filter(|tool| tool.programmes.iter().any(|one| programmes.contains(one))).collect()
    }

    /// The sheet about what an actor is: of the same identity, or with a name in common.
    pub fn of_actor(&self, actor: &Actor) -> Option<&Tool> {
        let names: Vec<String> = [&actor.name].into_iter().chain(&actor.also).map(|name| fold(name)).collect();
        let is_named = |tool: &&Tool| [&tool.title].into_iter().chain(&tool.also).any(|one| names.contains(&fold(one)));
        let same = self.tools.iter().find(|tool| tool.id.as_str() == actor.id.as_str());
        same.or_else(|| self.tools.iter().find(is_named))
    }
}

impl Glossary {
    /// Every word, in the order of a dictionary.
    pub fn in_order(&self) -> Vec<&Term> {
        let mut terms: Vec<&Term> = self.terms.iter().collect();
        terms.sort_by_cached_key(|term| fold(&term.term));
        terms
    }

    /// The words that hold all that is typed, those that bear it in their name first; each in the order of a dictionary.
    pub fn found(&self, typed: &str) -> Vec<&Term> {
        let typed = fold(typed);
        let asked: Vec<&str> = typed.split(' ').filter(|word| !word.is_empty()).collect();
        let holds = |text: &str| asked.iter().all(|word| text.split(' ').any(|one| one.starts_with(word)));
        let names = |term: &Term| {
            let names = [&term.term].into_iter().chain(&term.stands_for).chain(&term.also);
            fold(&names.cloned().collect::<Vec<_>>().join(" "))
        };
        let whole = |term: &Term| format!("{} {}", names(term), fold(&term.meaning));
        let (named, others): (Vec<&Term>, Vec<&Term>) =
            self.in_order().into_iter().partition(|term| holds(&names(term)));
        named.into_iter().chain(others.into_iter().filter(|term| holds(&whole(term)))).collect()
    }

    /// The words that a sheet tells more about, in the order of a dictionary.
    pub fn of_tool(&self, id: &ToolId) -> Vec<&Term> {
        self.in_order().into_iter().filter(|term| term.tool.as_ref() == Some(id)).collect()
    }
}

impl Term {
    /// The letter under which it is found; none for what begins otherwise.
    pub fn letter(&self) -> Option<char> {
        fold(&self.term).chars().next().filter(|first| first.is_alphabetic()).map(|first| first.to_ascii_uppercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        let text = r#"{"version": "1", "as_of": "2026-11", "sources": [], "terms": [
            {"id": "pix", "term": "Pix", "meaning": "Un service public.", "source": "one", "tool": "pix"},
            {"id": "etape", "term": "Étape", "meaning": "Un moment.", "source": "one"},
            {"id": "pie", "term": "PIE", "stands_for": "Projet insertion emploi", "also": ["projet de ville"],
             "meaning": "Un service.", "source": "one"},
            {"id": "emploi", "term": "Référent", "meaning": "Qui suit une personne vers l’emploi.", "source": "one"},
            {"id": "day", "term": "7 heures", "meaning": "Une journée.", "source": "one", "tool": "pix"}
        ]}"#;
        serde_json::from_str(text).unwrap()
    }

    fn ids(terms: Vec<&Term>) -> Vec<&str> {
        terms.into_iter().map(|term| term.id.as_str()).collect()
    }

    #[test]
    fn words_are_in_the_order_of_a_dictionary_under_their_letter() {
        let glossary = glossary();
        assert_eq!(ids(glossary.in_order()), ["day", "etape", "pie", "pix", "emploi"]);
        let letters: Vec<Option<char>> = glossary.in_order().into_iter().map(Term::letter).collect();
        assert_eq!(letters, [None, Some('E'), Some('P'), Some('P'), Some('R')]);
        assert_eq!(ids(glossary.of_tool(&ToolId::new("pix").unwrap())), ["day", "pix"]);
    }

    #[test]
    fn what_is_typed_is_found_in_names_first() {
        for (typed, expected) in [
            ("", &["day", "etape", "pie", "pix", "emploi"][..]),
            ("EMPLOI", &["pie", "emploi"]),
            ("insert emp", &["pie"]),
            ("etap", &["etape"]),
            ("ville", &["pie"]),
            ("serv", &["pie", "pix"]),
            ("ix", &[]),
            ("licorne", &[]),
        ] {
            assert_eq!(ids(glossary().found(typed)), expected, "{typed}");
        }
    }

    #[test]
    fn a_sheet_is_found_from_where_one_stands() {
        let tool = |id: &str, rest: &str| {
            format!(
                r#"{{"id": "{id}", "title": "Fiche {id}", "what": "w", "what_for": [], "for_whom": [], "when_not": [],
                "steps": [], "say": [], "quiz": [], "facts": [], "exercise": {{"title": "t", "minutes": 5,
                "situation": "s", "online": [], "offline": [], "expected": []}}{rest}}}"#
            )
        };
        let tools = [
            tool("kit", ""),
            tool("pix", r#", "objective": "pix", "orientations": ["abc-pix"], "programmes": ["Certification PIX"]"#),
            tool("digital-safe", r#", "objective": "digital-safe", "also": ["Réconnect"]"#),
        ];
        let text = format!(r#"{{"version": "1", "as_of": "2026", "sources": [], "tools": [{}]}}"#, tools.join(","));
        let book: ToolBook = serde_json::from_str(&text).unwrap();
        let ids = |tools: Vec<&Tool>| tools.into_iter().map(|tool| tool.id.to_string()).collect::<Vec<_>>();
        let [asked, others] = book.by_origin();
        assert_eq!((ids(asked), ids(others)), (vec!["pix".into(), "digital-safe".into()], vec!["kit".into()]));
        let orientation = |id| ids(book.of_orientation(&OrientationId::new(id).unwrap()));
        assert_eq!((orientation("abc-pix"), orientation("mailbox")), (vec!["pix".into()], vec![]));
        assert_eq!(ids(book.of_programmes(&[Programme::PixCertification])), ["pix"]);
        assert!(book.of_programmes(&[Programme::FranceServices]).is_empty() && book.of_programmes(&[]).is_empty());
        let actor = |id: &str, name: &str, also: &str| {
            let text = format!(
                r#"{{"id": "{id}", "name": "{name}", "also": ["{also}"], "kind": "association", "role": "r",
                "missions": ["teach"], "territory": "country"}}"#
            );
            book.of_actor(&serde_json::from_str(&text).unwrap()).map(|tool| tool.id.to_string())
        };
        assert_eq!(actor("pix", "Any", "thing"), Some("pix".to_owned()));
        assert_eq!(actor("reconnect", "Reconnect", "papiers"), Some("digital-safe".to_owned()));
        assert_eq!(actor("safe", "Any", "reconnect"), Some("digital-safe".to_owned()));
        assert_eq!(actor("caf", "CAF 93", "prestations"), None);
    }
}
