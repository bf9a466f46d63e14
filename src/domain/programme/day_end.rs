//! What is still to note at the end of a day: the presences, and the signed sheets that prove them.

use super::hours::Half;
use super::id::{CycleId, SESSION_KIND, SessionId, all};
use super::session::Session;
use super::whole::Programme;
use crate::records::Tables;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What half a day of a session lacks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unfinished {
    pub cycle: CycleId,
    pub session: SessionId,
    /// Of the session in its cycle.
    pub number: usize,
    pub half: Half,
    pub lacks: Lack,
}

/// What is lacking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lack {
    /// No presence is noted, of so many.
    All { people: usize },
    /// So many presences are not noted; others are.
    Some { people: usize },
    /// So many presences were noted on a screen, and no signed sheet confirms them.
    Proof { people: usize },
}

/// What the sessions of a day lack, whatever their cycle, half-day by half-day. Whatever is said of the session of
/// an exercise, every room of its day is left.
pub fn of_day(tables: &Tables, on: NaiveDate) -> Vec<Unfinished> {
    let is_of_day = |session: &Session| session.held_on == Some(on) && !session.is_cancelled();
    let sessions = all(tables, SESSION_KIND, Session::from_record).into_iter().filter(is_of_day);
    let cycles: BTreeSet<_> = sessions.filter_map(|session| session.cycle).collect();
    let programmes: Vec<_> = cycles.iter().filter_map(|cycle| Programme::read(tables, cycle)).collect();
    let each = programmes.iter().flat_map(|programme| {
        let sessions = programme.sessions.iter().filter(|session| is_of_day(session));
        sessions.flat_map(|session| of_session(programme, session))
    });
    each.collect()
}

fn of_session(programme: &Programme, session: &Session) -> Vec<Unfinished> {
    let roll = programme.roll(session).len();
    let lacks = session.hours.halves().flat_map(|(half, _)| {
        let people = programme.unnoted(session, half).len();
        let unnoted = match people {
            0 => None,
            _ if people == roll => Some(Lack::All { people }),
            _ => Some(Lack::Some { people }),
        };
        let unproved = programme.unproved(session, half).len();
        let unproved = (unproved > 0).then_some(Lack::Proof { people: unproved });
        unnoted.into_iter().chain(unproved).map(move |lacks| (half, lacks))
    });
    let unfinished = |(half, lacks)| Unfinished {
        cycle: programme.cycle.id.clone(),
        session: session.id.clone(),
        number: programme.number(&session.id),
        half,
        lacks,
    };
    lacks.map(unfinished).collect()
}

#[cfg(test)]
mod tests {
    use super::super::attendance::{Presence, Source};
    use super::super::fixture::{Fixture, day};
    use super::super::session::{Status, set_status};
    use super::*;

    fn lacks(fixture: &Fixture, on: &str) -> Vec<(usize, Half, Lack)> {
        of_day(&fixture.tables, day(on)).into_iter().map(|one| (one.number, one.half, one.lacks)).collect()
    }

    #[test]
    fn a_day_lacks_presences_then_the_sheets_that_prove_them() {
        use Half::{Afternoon, Morning};
        let mut fixture = Fixture::new();
        let earlier = fixture.session("early", "2022-02-01");
        let session = fixture.session("late", "2022-03-01");
        let people = ["a", "b"].map(|id| fixture.person(id, None));
        let elsewhere = fixture.person("c", None);
        fixture.register(&session, &people);
        fixture.register(&earlier, [&elsewhere]);
        assert_eq!(
            lacks(&fixture, "2022-03-01"),
            [(2, Morning, Lack::All { people: 2 }), (2, Afternoon, Lack::All { people: 2 })]
        );
        fixture.note(&session, &people[0], [Presence::Present, Presence::Absent]);
        let some = [Lack::Some { people: 1 }, Lack::Proof { people: 1 }];
        let each = |half| some.map(|lack| (2, half, lack));
        assert_eq!(lacks(&fixture, "2022-03-01"), [each(Morning), each(Afternoon)].concat());
        for half in Half::ALL {
            let programme = fixture.programme();
            let held = programme.session(&session).unwrap();
            fixture.commit(&programme.note_everybody(held, half, Source::Screen));
        }
        assert_eq!(
            lacks(&fixture, "2022-03-01"),
            [(2, Morning, Lack::Proof { people: 2 }), (2, Afternoon, Lack::Proof { people: 2 })]
        );
        for half in Half::ALL {
            let programme = fixture.programme();
            fixture.commit(&programme.prove(programme.session(&session).unwrap(), half));
        }
        assert_eq!(lacks(&fixture, "2022-03-01"), []);
    }

    #[test]
    fn other_days_and_what_is_cancelled_or_empty_lack_nothing() {
        let mut fixture = Fixture::new();
        let session = fixture.session("one", "2022-03-01");
        assert_eq!(lacks(&fixture, "2022-03-01"), [], "nobody is expected");
        let person = fixture.person("a", None);
        fixture.register(&session, [&person]);
        assert_eq!(lacks(&fixture, "2022-03-02"), []);
        assert_eq!(lacks(&fixture, "2022-03-01").len(), 2);
        fixture.commit(&set_status(&session, &Status::Cancelled { reason: String::new() }));
        assert_eq!(lacks(&fixture, "2022-03-01"), []);
    }

    #[test]
    fn another_cycle_counts_too() {
        let mut fixture = Fixture::new();
        let session = fixture.session("one", "2022-03-01");
        let person = fixture.person("a", None);
        fixture.register(&session, [&person]);
        let first = fixture.cycle.clone();
        let other = CycleId::new("other").unwrap();
        let typed = [("title", "Autre"), ("window/from", "2022-01-01"), ("window/to", "2022-06-30")];
        fixture.fill(&super::super::forms::CYCLE, &other.key().unwrap(), &typed);
        fixture.cycle = other.clone();
        let elsewhere = fixture.session("two", "2022-03-01");
        fixture.register(&elsewhere, [&person]);
        let cycles: Vec<_> = of_day(&fixture.tables, day("2022-03-01")).into_iter().map(|one| one.cycle).collect();
        assert_eq!(cycles, [first.clone(), first, other.clone(), other]);
    }
}
