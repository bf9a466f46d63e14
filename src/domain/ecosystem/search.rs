//! « Qui appeler pour… »: from words and a mission to actors, the best first.

use super::catalogue::Catalogue;
use super::contact::About;
use super::known::{Ecosystem, KnownActor};
use super::model::{ActorId, Mission};
use crate::domain::directory::standard::StandardValue;
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
    /// Among the words that lead to it.
    Word,
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
            Self::Word => 7,
            Self::Mission(_) => 6,
            Self::Function => 4,
            Self::Text => 1,
            Self::Listed => 0,
        }
    }
}

impl Ecosystem {
    /// The actors that answer. A word is found where it begins one; those in which more of them are found come first,
    /// then those in which they matter more, then those that receive people, then in the order of lists. Bodies that no
    /// longer exist come last.
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
        let mut found: Vec<(Rank, Answer)> = asked
            .iter()
            .filter_map(|asked| {
                let reasons: Vec<&Why> = words.iter().filter_map(|word| asked.reason(word)).collect();
                let best = reasons.iter().min().copied()?.clone();
                Some((Rank::of(asked.known, &reasons), Answer { actor: asked.known.id().clone(), why: best }))
            })
            .collect();
        // Stable: equals stay in the order of lists.
        found.sort_by_key(|(rank, _)| *rank);
        let most = found.first().map_or(0, |(rank, _)| rank.found.0);
        let best = found.into_iter().filter(|(rank, _)| rank.found.0 == most);
        Answers { actors: best.map(|(_, answer)| answer).collect(), is_exact: most == words.len() }
    }
}

/// What puts one answer before another: the least comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// How many words were found.
    found: Reverse<usize>,
    is_former: bool,
    weight: Reverse<u32>,
    /// Somebody to call about a person comes before those who decide.
    receives_people: Reverse<bool>,
}

impl Rank {
    fn of(known: &KnownActor, reasons: &[&Why]) -> Self {
        Self {
            found: Reverse(reasons.len()),
            is_former: !known.is_current(),
            weight: Reverse(reasons.iter().map(|why| why.weight()).sum()),
            receives_people: Reverse(known.actor.receives_people()),
        }
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
        let needs = actor.special_care.iter().map(|care| spaced(care.label()));
        let words = actor.words.iter().map(|word| spaced(word)).chain(needs).collect();
        let about = About::Actor(actor.id.clone());
        let people = ecosystem.contacts_of(&about).flat_map(|contact| [&contact.function, &contact.name]);
        let functions = [&actor.ask_for].into_iter().chain(people).map(|text| spaced(text)).collect();
        let said = [&actor.role, &known.note].into_iter().chain(actor.facts.iter().map(|fact| &fact.text));
        let mut texts = vec![(Why::Name, names(known))];
        texts.extend(formers);
        texts.push((Why::Word, words));
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
    use crate::domain::directory::standard::SpecialCare;
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
            ("insert", None, &["target", "all"], true),
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
    fn whoever_receives_people_comes_before_whoever_leads() {
        let mut leading = catalogue();
        let equips = |it: &mut Catalogue, nth: usize, more: &[Mission]| {
            it.actors[nth].missions = more.iter().copied().chain([Mission::Equip]).collect();
        };
        equips(&mut leading, 0, &[Mission::Pilot]);
        let found = |catalogue: &Catalogue| {
            let question = Question { words: "ordinateur".to_owned(), mission: Some(Mission::Equip) };
            let answers = Ecosystem::of(catalogue, &Tables::default()).whom_to_call(catalogue, &question);
            answers.actors.iter().map(|answer| answer.actor.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(found(&leading), ["relay", "all"]);
        for (missions, expected) in [
            (vec![Mission::Fund], ["all", "relay"]),
            (vec![Mission::Coordinate], ["relay", "all"]),
            (vec![Mission::Tool], ["all", "relay"]),
        ] {
            equips(&mut leading, 0, &missions);
            assert_eq!(found(&leading), expected, "{missions:?}");
        }
        // What leads to it by itself weighs more than a mission that others share.
        equips(&mut leading, 0, &[Mission::Pilot]);
        leading.actors[0].words.push("ordinateur".to_owned());
        assert_eq!(found(&leading), ["all", "relay"]);
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
        let mut delivered = catalogue();
        delivered.actors[1].words.push("réparer un écran".to_owned());
        delivered.actors[1].special_care.push(SpecialCare::MotorDisability);
        let ecosystem = Ecosystem::of(&delivered, &tables);
        for (words, why) in [
            ("écrans", Why::Word),
            ("handicap", Why::Word),
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
