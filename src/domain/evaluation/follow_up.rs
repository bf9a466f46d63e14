//! Whom to ask three months later, session by session: when, whether it is late, and what falls after the order's window.

use super::commitment::look_back_on;
use super::participation::Received;
use super::synthesis::Part;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use chrono::{Days, NaiveDate};

/// How long after the first sending the two reminders are sent, and when one stops waiting.
pub const REMINDER_DAYS: [u64; 2] = [7, 14];
pub const CLOSED_AFTER_DAYS: u64 = 28;

/// A session, and where its three-month survey stands on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FollowUp {
    pub session: SessionId,
    /// None: nobody said on which day it was held.
    pub dates: Option<Dates>,
    /// It is due after the last day of what was ordered.
    pub is_after_window: bool,
    /// Who was trained there, and whom one may ask.
    pub asked: usize,
    /// What came in; participation, nothing of what was said.
    pub received: usize,
    pub stand: Stand,
}

/// When whoever was in a session is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dates {
    pub held_on: NaiveDate,
    pub due_on: NaiveDate,
    pub reminders: [NaiveDate; 2],
    pub closes_on: NaiveDate,
}

impl Dates {
    fn of(held_on: NaiveDate) -> Option<Self> {
        let due_on = look_back_on(held_on)?;
        let after = |days: u64| due_on.checked_add_days(Days::new(days)).unwrap_or(due_on);
        Some(Self { held_on, due_on, reminders: REMINDER_DAYS.map(after), closes_on: after(CLOSED_AFTER_DAYS) })
    }

    fn stand(self, today: NaiveDate) -> Stand {
        let [first, second] = self.reminders;
        match today {
            _ if today < self.due_on => Stand::NotYet,
            _ if today > self.closes_on => Stand::Closed,
            _ if today >= second => Stand::Remind(2),
            _ if today >= first => Stand::Remind(1),
            _ => Stand::Due,
        }
    }
}

/// What is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stand {
    /// The day of the session is to find: until then nobody knows when to ask.
    NoDate,
    /// Its day has not come.
    NotYet,
    /// To send, or sent; no reminder is due.
    Due,
    /// The first reminder or the second is due: from 1.
    Remind(u8),
    Closed,
    /// Everybody answered.
    Complete,
}

/// Every session that was held by a day, by the day it is due; those whose day nobody gave come last.
pub fn due(programme: &Programme, received: &Received, today: NaiveDate) -> Vec<FollowUp> {
    let of = |session: &Session| {
        if !session.is_held_by(today) {
            return None;
        }
        let dates = session.held_on.and_then(Dates::of);
        let received = received.at(Part::ThreeMonths, &session.id);
        let asked = trained(programme, session);
        let stand = match dates {
            _ if asked > 0 && received >= asked => Stand::Complete,
            Some(dates) => dates.stand(today),
            None => Stand::NoDate,
        };
        let last_day = programme.cycle.window.map(|window| window.to);
        Some(FollowUp {
            session: session.id.clone(),
            dates,
            is_after_window: dates.zip(last_day).is_some_and(|(dates, last_day)| dates.due_on > last_day),
            asked,
            received,
            stand,
        })
    };
    let mut due: Vec<FollowUp> = programme.sessions.iter().filter_map(|session| of(session)).collect();
    let order = |one: &FollowUp| (one.dates.is_none(), one.dates.map(|dates| dates.due_on));
    due.sort_by(|one, other| order(one).cmp(&order(other)).then_with(|| one.session.cmp(&other.session)));
    due
}

/// How many were trained in a session, those who were erased since included.
pub fn trained(programme: &Programme, session: &Session) -> usize {
    let here = programme.places(&session.id).iter().filter(|place| programme.is_trained_in(session, &place.person));
    here.count() + session.tallies.values().filter(|tally| tally.is_trained).count()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::response;
    use super::super::response::Response;
    use super::super::survey::SurveyKind;
    use super::super::synthesis::Synthesis;
    use super::*;
    use crate::domain::programme::attendance::Presence;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::domain::programme::session::{Status, field};
    use crate::records::ChangeSet;

    #[test]
    fn a_session_is_due_three_months_later_and_june_falls_after_the_window() {
        let mut fixture = Fixture::new();
        for (id, on) in [("s1", "2022-03-03"), ("s2", "2022-06-15"), ("s3", "2022-06-20")] {
            let session = fixture.session(id, on);
            let people = ["a", "b"].map(|name| fixture.person(&format!("{id}{name}"), None));
            fixture.register(&session, &people);
            for person in &people {
                fixture.note(&session, person, [Presence::Present; 2]);
            }
            let held = ChangeSet::one(&session.key().unwrap(), field::STATUS, Some(&Status::Held));
            if id != "s3" {
                fixture.commit(&held);
            }
        }
        let programme = fixture.programme();
        let mut answers: Vec<Response> = Vec::new();
        let of = |answers: &[Response], today: &str| {
            let nothing_erased = Synthesis::find(&fixture.tables, &fixture.cycle);
            let due = due(&programme, &Received::among(answers, &nothing_erased), day(today));
            due.into_iter()
                .map(|one| (one.session.as_str().to_owned(), one.is_after_window, one.asked, one.received, one.stand))
                .collect::<Vec<_>>()
        };
        let said = |stand| ("s1".to_owned(), false, 2, 0, stand);
        for (today, stand) in [
            ("2022-06-02", Stand::NotYet),
            ("2022-06-03", Stand::Due),
            ("2022-06-09", Stand::Due),
            ("2022-06-10", Stand::Remind(1)),
            ("2022-06-17", Stand::Remind(2)),
        ] {
            assert_eq!(of(&answers, today)[0], said(stand), "{today}");
        }
        let closed = of(&answers, "2022-07-02");
        assert_eq!(closed, [said(Stand::Closed), ("s2".to_owned(), true, 2, 0, Stand::NotYet)]);
        let at_three_months = |drawn| Response { survey: SurveyKind::ThreeMonths, ..response(drawn, "s1", 0) };
        answers.extend([at_three_months(1), response(2, "s1", 0)]);
        assert_eq!(of(&answers, "2022-06-03")[0].3, 1, "the end of the day is another survey");
        answers.push(at_three_months(3));
        assert_eq!(of(&answers, "2022-06-03")[0].4, Stand::Complete);
    }

    #[test]
    fn a_session_that_was_held_on_a_day_nobody_gave_is_listed_last() {
        let mut fixture = Fixture::new();
        let [undated, dated] = ["s1", "s2"].map(|id| fixture.session(id, "2022-03-03"));
        for session in [&dated, &undated] {
            fixture.commit(&ChangeSet::one(&session.key().unwrap(), field::STATUS, Some(&Status::Held)));
        }
        fixture.commit(&ChangeSet::one::<NaiveDate>(&undated.key().unwrap(), field::HELD_ON, None));
        let due = due(&fixture.programme(), &Received::default(), day("2022-06-03"));
        let stands: Vec<_> = due.iter().map(|one| (one.session.clone(), one.stand, one.dates.is_some())).collect();
        assert_eq!(stands, [(dated, Stand::Due, true), (undated, Stand::NoDate, false)]);
        assert!(!due[1].is_after_window);
    }
}
