//! What becomes of a session: confirmed, held, cancelled with those who had a place in it, prepared once more.

use super::forms;
use super::id::{CYCLE_FIELD, SessionId};
use super::registration::{self, Registration, Status as Place, Why};
use super::session::{Session, Status, field, set_status};
use super::whole::Programme;
use crate::records::{ChangeSet, Record};
use chrono::NaiveDate;

/// What may be said of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    Confirm,
    SayHeld,
    /// Confirmed, and no longer held.
    ConfirmAgain,
    PlanAgain,
    Cancel,
}

impl Step {
    /// Where a session stands after it; none when a reason must be given first.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::Confirm | Self::ConfirmAgain => Some(Status::Confirmed),
            Self::SayHeld => Some(Status::Held),
            Self::PlanAgain => Some(Status::Planned),
            Self::Cancel => None,
        }
    }
}

impl Session {
    /// What may be said of it on a day, the most likely first. One without a day is neither confirmed nor held, and none is
    /// held before its day.
    pub fn steps(&self, today: NaiveDate) -> Vec<Step> {
        let confirm = self.held_on.map(|_| Step::Confirm);
        let hold = self.held_on.filter(|on| *on <= today).map(|_| Step::SayHeld);
        match self.status {
            Status::Planned => hold.into_iter().chain(confirm).chain([Step::Cancel]).collect(),
            Status::Confirmed => hold.into_iter().chain([Step::PlanAgain, Step::Cancel]).collect(),
            Status::Held => vec![Step::ConfirmAgain],
            Status::Cancelled { .. } => vec![Step::PlanAgain],
        }
    }
}

impl Programme {
    /// The places that go with a session when it is cancelled: of those who are registered, and of those who wait.
    pub fn places_held(&self, session: &SessionId) -> impl Iterator<Item = &Registration> {
        self.places(session).iter().filter(|place| place.is_registered() || place.is_waiting())
    }

    /// The places that went with a session that was cancelled.
    pub fn places_gone(&self, session: &SessionId) -> usize {
        let gone = |place: &&Registration| matches!(place.status, Place::Cancelled { why: Why::SessionCancelled, .. });
        self.places(session).iter().filter(gone).count()
    }

    /// Cancels a session, and every place in it.
    pub fn cancel(&self, session: &SessionId, reason: &str) -> ChangeSet {
        let mut changes = set_status(session, &Status::Cancelled { reason: reason.trim().to_owned() });
        let gone = Place::Cancelled { why: Why::SessionCancelled, note: String::new() };
        for place in self.places_held(session) {
            changes.changes.extend(registration::set_status(place, &gone).changes);
        }
        changes
    }
}

/// Another session like this one, in the same cycle: its day, where it stands and what was written of it are its own.
pub fn copy(of: &Record, to: &SessionId) -> ChangeSet {
    let Ok(key) = to.key() else { return ChangeSet::new() };
    let mut changes = ChangeSet::new();
    let fields = forms::SESSION.fields.iter().map(|field| field.name).filter(|name| *name != field::HELD_ON);
    for name in fields.chain([CYCLE_FIELD]) {
        if let Some(value) = of.value(name) {
            changes.write(&key, name, Some(value));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, day};
    use super::super::hours::Hours;
    use super::*;
    use crate::records::Tables;

    fn stored<'a>(tables: &'a Tables, id: &SessionId) -> &'a Record {
        tables.get(&id.key().unwrap()).unwrap()
    }

    #[test]
    fn what_may_be_said_follows_where_a_session_stands() {
        let mut fixture = Fixture::new();
        let id = fixture.session("s", "2022-03-01");
        let undated = fixture.session_with("t", &[]);
        let session = fixture.programme().session(&id).unwrap().as_ref().clone();
        let at = |status: Status, on: &str| Session { status, ..session.clone() }.steps(day(on));
        assert_eq!(at(Status::Planned, "2022-02-28"), [Step::Confirm, Step::Cancel]);
        assert_eq!(at(Status::Planned, "2022-03-01"), [Step::SayHeld, Step::Confirm, Step::Cancel]);
        assert_eq!(at(Status::Confirmed, "2022-02-28"), [Step::PlanAgain, Step::Cancel]);
        assert_eq!(at(Status::Confirmed, "2022-03-01"), [Step::SayHeld, Step::PlanAgain, Step::Cancel]);
        assert_eq!(at(Status::Held, "2022-03-02"), [Step::ConfirmAgain]);
        assert_eq!(at(Status::Cancelled { reason: String::new() }, "2022-03-02"), [Step::PlanAgain]);
        let undated = fixture.programme().session(&undated).unwrap().steps(day("2022-03-01"));
        assert_eq!(undated, [Step::Cancel]);
        assert_eq!(Step::ConfirmAgain.status(), Some(Status::Confirmed));
        assert_eq!(Step::Cancel.status(), None);
    }

    #[test]
    fn who_had_a_place_or_waited_is_cancelled_with_the_session() {
        let mut fixture = Fixture::new();
        let id = fixture.session_with("s", &[("held_on", "2022-03-01"), ("capacity", "1")]);
        let other = fixture.session("o", "2022-03-08");
        let people = ["a", "b", "c", "d"].map(|name| fixture.person(name, None));
        fixture.register(&id, &people[..3]);
        fixture.register(&other, &people[3..]);
        let gave_up = Place::Cancelled { why: Why::ByPerson, note: "malade".to_owned() };
        let change = registration::set_status(&fixture.programme().places(&id)[1], &gave_up);
        fixture.commit(&change);
        assert_eq!(fixture.programme().places_held(&id).count(), 2);

        let changes = fixture.programme().cancel(&id, " Salle inondée ");
        fixture.commit(&changes);
        let programme = fixture.programme();
        let reason = Status::Cancelled { reason: "Salle inondée".to_owned() };
        assert_eq!(programme.session(&id).unwrap().status, reason);
        let gone = Place::Cancelled { why: Why::SessionCancelled, note: String::new() };
        let statuses: Vec<_> = programme.places(&id).iter().map(|place| place.status.clone()).collect();
        assert_eq!(statuses, [gone.clone(), gave_up, gone], "what was given up before keeps its own reason");
        assert_eq!(programme.places_gone(&id), 2);
        assert!(programme.places(&other)[0].is_registered());
    }

    #[test]
    fn a_copy_is_planned_anew() {
        let mut fixture = Fixture::new();
        let trainer = fixture.trainer("t");
        let typed = [
            ("held_on", "2022-03-01"),
            ("place", "Maison fictive"),
            ("equipment", "sockets wifi"),
            ("trainers", "t"),
            ("capacity", "12"),
            ("materials", "Feutres"),
        ];
        let id = fixture.session_with("s", &typed);
        let person = fixture.person("a", None);
        fixture.register(&id, [&person]);
        let mut changes = set_status(&id, &Status::Held);
        changes.write(&id.key().unwrap(), field::REPORT, Some("Fait."));
        changes.write(
            &id.key().unwrap(),
            &format!("{}someone", field::TALLY),
            Some(&serde_json::json!({
                "kind": null, "territory": null, "is_registered": true, "is_trained": true, "minutes": 420
            })),
        );
        fixture.commit(&changes);
        assert_eq!(fixture.programme().session(&id).unwrap().tallies.len(), 1);

        let to = SessionId::new("copy").unwrap();
        let changes = copy(stored(&fixture.tables, &id), &to);
        fixture.commit(&changes);
        let programme = fixture.programme();
        let (one, copied) = (programme.session(&id).unwrap(), programme.session(&to).unwrap());
        let expected = Session {
            id: to.clone(),
            held_on: None,
            status: Status::Planned,
            report: String::new(),
            tallies: Default::default(),
            revision: copied.revision,
            ..one.as_ref().clone()
        };
        assert_eq!(copied.as_ref(), &expected);
        assert_eq!((copied.trainers.as_slice(), copied.hours != Hours::default()), ([trainer].as_slice(), true));
        assert!(programme.places(&to).is_empty());
    }

    #[test]
    fn each_change_of_a_session_is_a_later_revision() {
        let mut fixture = Fixture::new();
        let id = fixture.session("s", "2022-03-01");
        let revision = |fixture: &Fixture| fixture.programme().session(&id).unwrap().revision;
        let first = revision(&fixture);
        fixture.commit(&set_status(&id, &Status::Confirmed));
        assert!(revision(&fixture) > first);
    }
}
