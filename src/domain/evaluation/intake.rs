//! What came in about each session: how many, under which numbers, and what is decided of them. Never what was said.

use super::moderation;
use super::response::{Arrival, Response, receive, receive_all};
use super::secret::SecretNumber;
use super::survey::SurveyKind;
use crate::domain::programme::id::SessionId;
use crate::records::{ChangeSet, Tables};
use chrono::NaiveDate;

/// An answer that is here, without what it says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Kept {
    pub number: SecretNumber,
    pub survey: SurveyKind,
    pub session: SessionId,
    pub on: NaiveDate,
    pub edition: u16,
    /// It does not count.
    pub is_aside: bool,
}

/// Every answer that is here, by number: their order says nothing.
pub fn kept(tables: &Tables) -> Vec<Kept> {
    let of = |one: Response| Kept {
        is_aside: !moderation::counts(tables, one.number),
        number: one.number,
        survey: one.survey,
        session: one.session,
        on: one.on,
        edition: one.edition,
    };
    Response::all(tables).into_iter().map(of).collect()
}

/// What became of an answer that came in.
#[derive(Clone, Debug, PartialEq)]
pub enum Fate {
    New,
    /// It took the place of an earlier edition.
    Later,
    /// It was here already, or something older came.
    Again,
    /// The same edition says something else. What to store if one decides that the last to come is right.
    Differs(Response),
    /// Its number is that of an answer to something else: neither moved.
    Elsewhere,
    /// It was erased or taken away: it does not come back.
    Gone,
    /// Its session is not in the cycle that is shown.
    OtherCycle,
    /// A fault of the program.
    Unwritable,
}

impl Fate {
    /// What it says is here now.
    pub fn is_here(&self) -> bool {
        matches!(self, Self::New | Self::Later | Self::Again)
    }

    /// It is here, or waits for somebody to decide.
    pub fn is_in_hand(&self) -> bool {
        self.is_here() || matches!(self, Self::Differs(_))
    }
}

/// An answer that came in, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Came {
    pub number: SecretNumber,
    pub session: SessionId,
    pub survey: SurveyKind,
    pub fate: Fate,
}

/// What is to be stored of answers that come in, and what each becomes. Those about a session that is not known here are left.
pub fn take_in(
    tables: &Tables,
    responses: &[Response],
    is_known: impl Fn(&SessionId) -> bool,
) -> (Vec<Came>, ChangeSet) {
    let known: Vec<Response> = responses.iter().filter(|one| is_known(&one.session)).cloned().collect();
    let (arrivals, changes) = receive_all(tables, &known);
    let mut arrivals = arrivals.into_iter();
    let came = responses.iter().map(|one| {
        let arrival = if is_known(&one.session) { arrivals.next() } else { None };
        let fate = match arrival {
            None => Fate::OtherCycle,
            Some(Arrival::New(_)) => Fate::New,
            Some(Arrival::Later(_)) => Fate::Later,
            Some(Arrival::Again) => Fate::Again,
            Some(Arrival::Differs(response)) => Fate::Differs(response),
            Some(Arrival::Elsewhere(_)) => Fate::Elsewhere,
            Some(Arrival::Gone) => Fate::Gone,
            Some(Arrival::Unwritable) => Fate::Unwritable,
        };
        Came { number: one.number, session: one.session.clone(), survey: one.survey, fate }
    });
    (came.collect(), changes)
}

/// What becomes of a sheet that somebody types: it has no edition, so that a number that is known replaces what it bears
/// whenever it says something else, once somebody says so.
#[derive(Clone, Debug, PartialEq)]
pub enum Entered {
    New(ChangeSet),
    /// The same answers are here.
    Again,
    /// The number answered something else.
    Replaces,
    /// The number is that of an answer to this: another session, or another questionnaire.
    Elsewhere(SessionId, SurveyKind),
    /// It was erased or taken away.
    Gone,
    /// A fault of the program.
    Unwritable,
}

/// What a sheet that was just typed is, against what is here.
pub fn enter(tables: &Tables, sheet: &Response) -> Entered {
    match receive(tables, sheet) {
        Arrival::New(changes) => Entered::New(changes),
        Arrival::Elsewhere(known) => Entered::Elsewhere(known.session, known.survey),
        Arrival::Gone => Entered::Gone,
        Arrival::Unwritable => Entered::Unwritable,
        Arrival::Later(_) | Arrival::Again | Arrival::Differs(_) => {
            match Response::find(tables, sheet.number).is_some_and(|known| known.answers == sheet.answers) {
                true => Entered::Again,
                false => Entered::Replaces,
            }
        }
    }
}

/// Sets aside everything that these brought anew: how an import is taken back. What replaced an earlier edition stays, since
/// the former is gone.
pub fn take_back(came: &[Came]) -> ChangeSet {
    let new = came.iter().filter(|one| one.fate == Fate::New);
    ChangeSet { changes: new.flat_map(|one| moderation::set_aside(one.number, true).changes).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Rooms, response, store};
    use super::super::response::{preferred, replace};
    use super::*;

    fn session(id: &str) -> SessionId {
        SessionId::new(id).unwrap()
    }

    #[test]
    fn what_comes_twice_counts_once_and_what_is_set_aside_does_not() {
        let mut tables = Tables::default();
        let rooms = Rooms::of(&[3, 2]).responses;
        let mut come = rooms.clone();
        come.push(rooms[0].clone());
        let (came, changes) = take_in(&tables, &come, |id| *id == session("s1"));
        let fates: Vec<&Fate> = came.iter().map(|one| &one.fate).collect();
        use Fate::{Again, New, OtherCycle};
        assert_eq!(fates, [&New, &New, &New, &OtherCycle, &OtherCycle, &Again]);
        store(&mut tables, &changes, "r1");
        let count = |tables: &Tables| kept(tables).iter().filter(|one| !one.is_aside).count();
        assert_eq!(count(&tables), 3);
        assert!(kept(&tables).iter().all(|one| one.session == session("s1") && one.survey == SurveyKind::EndOfDay));

        let one = came.iter().find(|one| one.fate == New).unwrap().number;
        store(&mut tables, &moderation::set_aside(one, true), "r1");
        assert_eq!(count(&tables), 2);
        store(&mut tables, &take_back(&came), "r1");
        assert_eq!((count(&tables), kept(&tables).len()), (0, 3));
        store(&mut tables, &moderation::set_aside(one, false), "r1");
        assert_eq!(count(&tables), 1);
    }

    #[test]
    fn what_differs_waits_for_a_person() {
        let mut tables = Tables::default();
        let first = response(5, "s1", 0);
        let (_, changes) = take_in(&tables, std::slice::from_ref(&first), |_| true);
        store(&mut tables, &changes, "r1");
        let other = Response { answers: response(5, "s1", 3).answers, ..first };
        let (came, changes) = take_in(&tables, std::slice::from_ref(&other), |_| true);
        assert!(changes.is_empty());
        let Fate::Differs(next) = &came[0].fate else { panic!() };
        assert!(!came[0].fate.is_here() && came[0].fate.is_in_hand() && !Fate::OtherCycle.is_in_hand());
        // Another edition comes while somebody decides: the one that is chosen goes after it.
        let between = Response { edition: 2, answers: response(5, "s1", 1).answers, ..response(5, "s1", 0) };
        let (_, changes) = take_in(&tables, std::slice::from_ref(&between), |_| true);
        store(&mut tables, &changes, "r1");
        let chosen = preferred(&tables, next);
        assert_eq!((chosen.edition, &chosen.answers), (3, &next.answers));
        let (old, changes) = take_in(&tables, &[chosen.clone(), response(5, "s1", 2)], |_| true);
        assert_eq!((&old[0].fate, &old[1].fate), (&Fate::Later, &Fate::Again));
        assert_eq!(changes.changes.len(), 1);
        let next = &chosen;
        let (came, changes) = take_in(&tables, std::slice::from_ref(next), |_| true);
        assert_eq!(came[0].fate, Fate::Later);
        assert!(take_back(&came).is_empty());
        store(&mut tables, &changes, "r1");
        assert_eq!(Response::find(&tables, other.number).unwrap().answers, other.answers);
    }

    #[test]
    fn a_sheet_typed_again_replaces_what_its_number_says_as_often_as_one_likes() {
        let mut tables = Tables::default();
        let typed = |said: usize| response(5, "s1", said);
        let Entered::New(changes) = enter(&tables, &typed(0)) else { panic!() };
        store(&mut tables, &changes, "r1");
        assert_eq!(enter(&tables, &typed(0)), Entered::Again);
        for (nth, said) in (2..).zip([1, 2, 0]) {
            assert_eq!(enter(&tables, &typed(said)), Entered::Replaces, "{said}");
            let changes = replace(&tables, &typed(said));
            store(&mut tables, &changes, "r1");
            let here = Response::find(&tables, typed(0).number).unwrap();
            assert_eq!((here.edition, here.answers), (nth, typed(said).answers));
            assert_eq!(enter(&tables, &typed(said)), Entered::Again);
        }
        // Opened on the wrong session, or on the wrong questionnaire, nothing moves unless somebody says so.
        let there = response(5, "s2", 3);
        let expected = Entered::Elsewhere(session("s1"), SurveyKind::EndOfDay);
        assert_eq!(enter(&tables, &there), expected);
        assert_eq!(enter(&tables, &Response { survey: SurveyKind::ThreeMonths, ..typed(0) }), expected);
        let file = Response { edition: 9, ..there.clone() };
        let (came, changes) = take_in(&tables, &[file], |_| true);
        assert_eq!((&came[0].fate, changes.is_empty()), (&Fate::Elsewhere, true));
        let changes = replace(&tables, &there);
        store(&mut tables, &changes, "r1");
        assert_eq!(Response::find(&tables, there.number).unwrap().session, session("s2"));
    }
}
