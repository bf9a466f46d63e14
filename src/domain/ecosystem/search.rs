//! « Qui appeler pour… »: from words and a mission to actors, the best first.

use super::catalogue::Catalogue;
use super::contact::About;
use super::known::{Ecosystem, KnownActor};
use super::model::{ActorId, Mission};
use crate::domain::fold::fold;
use std::cmp::Reverse;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    pub words: String,
    pub mission: Option<Mission>,
}

/// What answers it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub actors: Vec<Answer>,
    /// Every word was found in each of them; otherwise these are the nearest.
    pub is_exact: bool,
}

/// An actor that answers, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub actor: ActorId,
    pub why: Why,
}

/// Where the words were found, the best first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Nothing was looked for.
    Listed,
    Name,
    /// In the name of the body that it took over from.
    FormerName(ActorId),
    /// Among what leads to one of its missions.
    Mission(Mission),
    /// In the function to ask for, or that of somebody noted there.
    Function,
    /// Somewhere in what is said of it.
    Text,
}

impl Why {
    fn weight(&self) -> u32 {
        match self {
            Self::Name => 9,
            Self::FormerName(_) => 8,
            Self::Mission(_) => 6,
            Self::Function => 4,
            Self::Text => 1,
            Self::Listed => 0,
        }
    }
}

impl Ecosystem {
    /// The actors that answer. A word is found where it begins one; those in which more of them are found come first,
    /// then those in which they matter more, then in the order of lists. Bodies that no longer exist come last.
    pub fn whom_to_call(&self, catalogue: &Catalogue, question: &Question) -> Answers {
        let words = words(catalogue, &question.words);
        let asked: Vec<Asked<'_>> = self
            .shown()
            .filter(|known| question.mission.is_none_or(|mission| is_for(known, mission)))
            .map(|known| Asked::of(self, catalogue, known))
            .collect();
        if words.is_empty() {
            let listed = |asked: Asked<'_>| Answer { actor: asked.known.id().clone(), why: Why::Listed };
            return Answers { actors: asked.into_iter().map(listed).collect(), is_exact: true };
        }
        let mut found: Vec<(Reverse<usize>, bool, Reverse<u32>, Answer)> = asked
            .iter()
            .filter_map(|asked| {
                let reasons: Vec<&Why> = words.iter().filter_map(|word| asked.reason(word)).collect();
                let best = reasons.iter().min().copied()?.clone();
                let weight = reasons.iter().map(|why| why.weight()).sum();
                let answer = Answer { actor: asked.known.id().clone(), why: best };
                Some((Reverse(reasons.len()), !asked.known.is_current(), Reverse(weight), answer))
            })
            .collect();
        // Stable: equals stay in the order of lists.
        found.sort_by_key(|(number, is_former, weight, _)| (*number, *is_former, *weight));
        let most = found.first().map_or(0, |(number, ..)| number.0);
        let best = found.into_iter().filter(|(number, ..)| number.0 == most);
        Answers { actors: best.map(|(.., answer)| answer).collect(), is_exact: most == words.len() }
    }
}

/// Today's actors only: nobody is sent to a body that is no more.
fn is_for(known: &KnownActor, mission: Mission) -> bool {
    known.is_current() && known.actor.missions.contains(&mission)
}

/// The words that name something, folded, each after a space; without the mark of a plural, so that it finds both.
fn words(catalogue: &Catalogue, text: &str) -> Vec<String> {
    let folded = fold(text);
    let is_kept =
        |word: &&str| !word.is_empty() && !catalogue.ignored_words.iter().any(|ignored| fold(ignored) == *word);
    folded.split(' ').filter(is_kept).map(|word| format!(" {}", singular(word))).collect()
}

fn singular(word: &str) -> &str {
    const SHORTEST: usize = 5;
    if word.len() < SHORTEST { word } else { word.trim_end_matches(['s', 'x']) }
}

/// What is searched of an actor: folded texts in which every word follows a space, the best first.
struct Asked<'a> {
    known: &'a KnownActor,
    texts: Vec<(Why, String)>,
}

impl<'a> Asked<'a> {
    fn of(ecosystem: &Ecosystem, catalogue: &Catalogue, known: &'a KnownActor) -> Self {
        let actor = &known.actor;
        let spaced = |text: &str| format!(" {}", fold(text));
        let names = |known: &KnownActor| {
            let names = [&known.actor.name, &known.actor.short].into_iter().chain(&known.actor.also);
            names.map(|name| spaced(name)).collect::<String>()
        };
        let formers = ecosystem.formers(&actor.id).map(|former| (Why::FormerName(former.id().clone()), names(former)));
        let missions = actor.missions.iter().filter_map(|mission| {
            let words = catalogue.words(*mission)?;
            let all = words.words.iter().chain([&words.title]).map(|text| spaced(text)).collect();
            Some((Why::Mission(*mission), all))
        });
        let about = About::Actor(actor.id.clone());
        let people = ecosystem.contacts_of(&about).flat_map(|contact| [&contact.function, &contact.name]);
        let functions = [&actor.ask_for].into_iter().chain(people).map(|text| spaced(text)).collect();
        let said = [&actor.role, &known.note].into_iter().chain(actor.facts.iter().map(|fact| &fact.text));
        let mut texts = vec![(Why::Name, names(known))];
        texts.extend(formers);
        texts.extend(missions);
        texts.push((Why::Function, functions));
        texts.push((Why::Text, said.map(|text| spaced(text)).collect()));
        Self { known, texts }
    }

    fn reason(&self, word: &str) -> Option<&Why> {
        self.texts.iter().find(|(_, text)| text.contains(word)).map(|(why, _)| why)
    }
}

#[cfg(test)]
mod tests {
    use super::super::change;
    use super::super::contact;
    use super::super::draft::ContactSheet;
    use super::super::fixture::{catalogue, id, write};
    use super::*;
    use crate::records::{RecordId, Tables};

    fn ask(ecosystem: &Ecosystem, words: &str, mission: Option<Mission>) -> (Vec<String>, bool) {
        let answers = ecosystem.whom_to_call(&catalogue(), &Question { words: words.to_owned(), mission });
        (answers.actors.iter().map(|answer| answer.actor.to_string()).collect(), answers.is_exact)
    }

    #[test]
    fn words_and_a_mission_lead_to_actors() {
        let ecosystem = Ecosystem::of(&catalogue(), &Tables::default());
        let all = ["all", "relay", "old-relay", "target"];
        for (words, mission, expected, is_exact) in [
            ("", None, all.as_slice(), true),
            ("pour un", None, &all, true),
            ("", Some(Mission::Equip), &["relay"], true),
            ("ORDINATEURS", None, &["relay", "old-relay"], true),
            ("un ordinateur pour", Some(Mission::Equip), &["relay"], true),
            ("comptoir", None, &["relay", "old-relay"], true),
            ("educatrice", None, &["target"], true),
            ("insert", None, &["all", "target"], true),
            ("ordinateur licorne", None, &["relay", "old-relay"], false),
            ("licorne", None, &[], false),
            ("ordinateur", Some(Mission::Insert), &[], false),
        ] {
            let (found, exact) = ask(&ecosystem, words, mission);
            assert_eq!(
                (found, exact),
                (expected.iter().map(ToString::to_string).collect(), is_exact),
                "{words} {mission:?}"
            );
        }
    }

    #[test]
    fn it_says_why() {
        let mut tables = Tables::default();
        let sheet = ContactSheet {
            name: "Camille Fictif".to_owned(),
            function: "Coordination du prêt".to_owned(),
            reach: "par le standard".to_owned(),
            source: "réunion".to_owned(),
            as_of: None,
            informed_on: None,
        };
        let key = contact::key(&RecordId::new("c1").unwrap()).unwrap();
        write(&mut tables, &change::add_contact(&key, &About::Actor(id("relay")), &sheet));
        let ecosystem = Ecosystem::of(&catalogue(), &tables);
        for (words, why) in [
            ("relais", Why::Name),
            ("comptoir", Why::FormerName(id("old-relay"))),
            ("ordinateur", Why::Mission(Mission::Equip)),
            ("coordination", Why::Function),
            ("camille", Why::Function),
            ("exemple", Why::Text),
            ("", Why::Listed),
        ] {
            let question = Question { words: words.to_owned(), mission: Some(Mission::Equip) };
            let answers = ecosystem.whom_to_call(&catalogue(), &question);
            assert_eq!(answers.actors, [Answer { actor: id("relay"), why }], "{words}");
        }
    }
}
