//! Whom the programme reaches: those it is for among those who come, and how structures answer.

use super::eligibility::Eligibility;
use super::structure::Mobilised;
use super::whole::Programme;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Those who were trained or have a place, by whether the training is for them first. Those who were erased, or
/// left the lists, are in none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Priorities {
    pub first: u32,
    /// Something is still to ask before it is known.
    pub unknown: u32,
    pub not_first: u32,
    /// Of all of them, those somebody decided of.
    pub decided: u32,
}

/// How the structures answer, each counted at every step that it went through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub structures: u32,
    /// Contacted, invited, or some of its people have a place.
    pub reached: u32,
    /// Some of its people have a place.
    pub taking: u32,
    /// Seats that were offered, and those that are taken where some were.
    pub offered: u32,
    pub taken: u32,
}

impl Priorities {
    pub fn of(programme: &Programme, on: NaiveDate) -> Self {
        let mut people = BTreeSet::new();
        for session in programme.sessions.iter().filter(|session| !session.is_cancelled()) {
            let counts = programme.places(&session.id).iter().filter(|place| match session.is_held_by(on) {
                true => programme.is_trained_in(session, &place.person),
                false => place.is_registered(),
            });
            people.extend(counts.map(|place| &place.person));
        }
        let mut counts = Self::default();
        for person in people.into_iter().filter_map(|id| programme.person(id)) {
            let eligibility = programme.eligibility(person);
            counts.decided += u32::from(matches!(eligibility, Eligibility::Decided { .. }));
            match &eligibility {
                Eligibility::Unknown(_) => counts.unknown += 1,
                known if known.is_first() => counts.first += 1,
                _ => counts.not_first += 1,
            }
        }
        counts
    }

    pub fn all(self) -> u32 {
        self.first + self.unknown + self.not_first
    }
}

impl Answers {
    pub fn of(programme: &Programme) -> Self {
        let taken = programme.taken_by_structure();
        let mut counts = Self::default();
        for structure in &programme.structures {
            let of_it = taken.get(&structure.id).copied().unwrap_or_default();
            let mobilised = structure.mobilised(of_it);
            counts.structures += 1;
            counts.reached += u32::from(mobilised != Mobilised::NotYet);
            counts.taking += u32::from(mobilised == Mobilised::Taking);
            if let Some(offered) = structure.seats {
                counts.offered += offered;
                counts.taken += u32::try_from(of_it).unwrap_or(u32::MAX);
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::super::attendance::Presence::{Absent, Present};
    use super::super::fixture::{Fixture, day};
    use super::super::person::{Override, override_eligibility};
    use super::super::session::{Status, set_status};
    use super::super::structure::{StructureKind, field, note_day};
    use super::*;

    #[test]
    fn those_who_come_are_counted_once_by_their_priority() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s1", "2022-02-01");
        let mission = fixture.structure("mission", StructureKind::MissionLocale);
        let other = fixture.structure("autre", StructureKind::Other);
        let people = [
            fixture.person("a", Some(&mission)),
            fixture.person("b", Some(&other)),
            fixture.person("c", None),
            fixture.person("d", Some(&other)),
            fixture.person("e", Some(&mission)),
        ];
        fixture.person("nobody", Some(&mission));
        fixture.register(&session, &people);
        let decided = Override { is_accepted: true, reason: "demande du Département".to_owned() };
        fixture.commit(&override_eligibility(&people[3], Some(&decided)));
        let counts = |fixture: &Fixture, on: &str| Priorities::of(&fixture.programme(), day(on));
        let expected = Priorities { first: 3, unknown: 1, not_first: 1, decided: 1 };
        assert_eq!(counts(&fixture, "2022-02-02"), expected);
        for person in &people[..4] {
            fixture.note(&session, person, [Present, Present]);
        }
        fixture.note(&session, &people[4], [Present, Absent]);
        fixture.commit(&set_status(&session, &Status::Held));
        assert_eq!(counts(&fixture, "2022-02-02"), Priorities { first: 2, ..expected });
        assert_eq!(counts(&fixture, "2022-01-31"), expected, "it was held since");
        assert_eq!(expected.all(), 5);
    }

    #[test]
    fn structures_are_counted_at_each_step() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s1", "2022-02-01");
        let [taking, invited, _] = ["a", "b", "c"].map(|id| fixture.structure(id, StructureKind::MissionLocale));
        fixture.commit(&note_day(&invited.key().unwrap(), field::INVITED_ON, day("2022-01-05")));
        fixture.fill(
            &super::super::forms::STRUCTURE,
            &taking.key().unwrap(),
            &[("name", "a"), ("kind", "mission_locale"), ("seats", "4")],
        );
        let person = fixture.person("p", Some(&taking));
        fixture.register(&session, [&person]);
        let expected = Answers { structures: 3, reached: 2, taking: 1, offered: 4, taken: 1 };
        assert_eq!(Answers::of(&fixture.programme()), expected);
    }
}
