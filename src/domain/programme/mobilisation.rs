//! The structures that are brought to send people: how far each is, and which are to remind.

use super::structure::{Mobilised, Structure, StructureKind};
use super::whole::Programme;
use crate::domain::fold::fold;
use chrono::NaiveDate;
use std::sync::Arc;

/// A structure of the board.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Approach {
    pub structure: Arc<Structure>,
    /// How many of its people have a place in the cycle.
    pub taken: usize,
    pub state: Mobilised,
    /// The day from which it is to be reminded.
    pub remind_from: Option<NaiveDate>,
}

/// What is looked for. What is not said keeps everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    pub words: String,
    /// None within: structures whose kind nobody said.
    pub kind: Option<Option<StructureKind>>,
    pub state: Option<Mobilised>,
    /// Only those that are to remind on that day.
    pub to_remind: Option<NaiveDate>,
}

impl Approach {
    fn answers(&self, wanted: &Wanted, words: &[&str]) -> bool {
        let folded = fold(&self.structure.name);
        wanted.kind.is_none_or(|kind| kind == self.structure.kind)
            && wanted.state.is_none_or(|state| state == self.state)
            && wanted.to_remind.is_none_or(|today| self.remind_from.is_some_and(|from| from <= today))
            && words.iter().all(|word| folded.contains(word))
    }
}

impl Programme {
    /// Every structure, kind by kind in the order of the tender, then by name; those without a kind last.
    pub fn approaches(&self) -> Vec<Approach> {
        let taken = self.taken_by_structure();
        let approach = |structure: &Arc<Structure>| {
            let taken = taken.get(&structure.id).copied().unwrap_or_default();
            Approach {
                taken,
                state: structure.mobilised(taken),
                remind_from: structure.remind_from(taken),
                structure: Arc::clone(structure),
            }
        };
        let mut all: Vec<_> = self.structures.iter().map(approach).collect();
        // Stable: structures come by name.
        all.sort_by_key(|one| (one.structure.kind.is_none(), one.structure.kind));
        all
    }
}

/// Those that answer, in the same order.
pub fn found(all: &[Approach], wanted: &Wanted) -> Vec<Approach> {
    let folded = fold(&wanted.words);
    let words: Vec<&str> = folded.split_whitespace().collect();
    all.iter().filter(|one| one.answers(wanted, &words)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, day};
    use super::super::id::StructureId;
    use super::super::structure::note_day;
    use super::*;

    fn names(found: &[Approach]) -> Vec<&str> {
        found.iter().map(|one| one.structure.name.as_str()).collect()
    }

    #[test]
    fn structures_come_by_kind_then_name_and_say_where_they_are() {
        let mut fixture = Fixture::new();
        let zebre = fixture.structure("zebre", StructureKind::Pie);
        fixture.structure("abeille", StructureKind::Mde);
        fixture.structure("ane", StructureKind::Pie);
        let session = fixture.session("s1", "2022-03-01");
        let person = fixture.person("p", Some(&zebre));
        fixture.register(&session, [&person]);
        for id in ["zebre", "abeille"] {
            let key = StructureId::new(id).unwrap().key().unwrap();
            fixture.commit(&note_day(&key, "invited_on", day("2022-01-03")));
        }
        let all = fixture.programme().approaches();
        assert_eq!(names(&all), ["ane", "zebre", "abeille"]);
        let states: Vec<_> = all.iter().map(|one| (one.state, one.taken)).collect();
        assert_eq!(states, [(Mobilised::NotYet, 0), (Mobilised::Taking, 1), (Mobilised::Invited, 0)]);
        let on =
            |today: &str| names(&found(&all, &Wanted { to_remind: Some(day(today)), ..Wanted::default() })).join(" ");
        assert_eq!((on("2022-01-16"), on("2022-01-17")), (String::new(), "abeille".to_owned()));
        let by = |wanted: Wanted| names(&found(&all, &wanted)).join(" ");
        assert_eq!(by(Wanted { kind: Some(Some(StructureKind::Pie)), ..Wanted::default() }), "ane zebre");
        assert_eq!(by(Wanted { words: "ÂNE".to_owned(), ..Wanted::default() }), "ane");
        assert_eq!(by(Wanted { state: Some(Mobilised::Invited), ..Wanted::default() }), "abeille");
    }
}
