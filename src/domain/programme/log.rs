//! The mission log: what was said with the commissioner, what is to do, what may go wrong, what was complained of.

use super::id::{
    ACTION_KIND, ActionId, COMPLAINT_KIND, CYCLE_FIELD, ComplaintId, CycleId, MEETING_KIND, MeetingId, RISK_KIND,
    RiskId, SESSION_FIELD, SessionId, all, read, text,
};
use crate::records::{ChangeSet, DELETED, Key, Kind, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const OCCASION: &str = "occasion";
    pub const HELD_ON: &str = "held_on";
    pub const TITLE: &str = "title";
    pub const PRESENT: &str = "present";
    pub const AGENDA: &str = "agenda";
    pub const DECISIONS: &str = "decisions";
    pub const LABEL: &str = "label";
    pub const OWNER: &str = "owner";
    pub const DUE_ON: &str = "due_on";
    pub const DONE_ON: &str = "done_on";
    pub const ORIGIN: &str = "origin";
    pub const IMPROVES: &str = "improves";
    pub const LIKELIHOOD: &str = "likelihood";
    pub const IMPACT: &str = "impact";
    pub const RESPONSE: &str = "response";
    pub const CLOSED_ON: &str = "closed_on";
    pub const RECEIVED_ON: &str = "received_on";
    pub const FROM: &str = "from";
    pub const WHAT: &str = "what";
    pub const ANSWER: &str = "answer";
    pub const ANSWERED_ON: &str = "answered_on";
}

/// What one met for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    KickOff,
    Call,
    Steering,
    Closing,
    Other,
}

impl Occasion {
    pub const ALL: [Self; 5] = [Self::KickOff, Self::Call, Self::Steering, Self::Closing, Self::Other];
    pub const CODES: [&'static str; 5] = ["kick_off", "call", "steering", "closing", "other"];
}

/// How likely, or how grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    Low,
    Medium,
    High,
}

impl Grade {
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];
    pub const CODES: [&'static str; 3] = ["low", "medium", "high"];
}

/// A meeting or a call.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Meeting {
    pub id: MeetingId,
    pub occasion: Option<Occasion>,
    pub held_on: Option<NaiveDate>,
    pub title: String,
    pub present: String,
    pub agenda: String,
    pub decisions: String,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Action {
    pub id: ActionId,
    pub label: String,
    pub owner: String,
    pub due_on: Option<NaiveDate>,
    pub done_on: Option<NaiveDate>,
    /// The meeting, the risk or the complaint that it comes from.
    pub origin: Option<RecordId>,
    /// It improves the training, after a complaint or an evaluation.
    pub improves: bool,
}

impl Action {
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due_on.is_some_and(|due| due < today)
    }
}

/// Something that may go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Risk {
    pub id: RiskId,
    pub label: String,
    pub likelihood: Option<Grade>,
    pub impact: Option<Grade>,
    pub response: String,
    pub closed_on: Option<NaiveDate>,
}

/// Something that was complained of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Complaint {
    pub id: ComplaintId,
    pub received_on: Option<NaiveDate>,
    /// By whom: a function or a structure.
    pub from: String,
    pub what: String,
    pub answer: String,
    pub answered_on: Option<NaiveDate>,
    pub session: Option<SessionId>,
}

/// Everything of a cycle's log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// By day.
    pub meetings: Vec<Meeting>,
    /// To do first, by due date; then done.
    pub actions: Vec<Action>,
    /// Open first, the gravest first.
    pub risks: Vec<Risk>,
    /// By day.
    pub complaints: Vec<Complaint>,
}

impl Log {
    pub fn is_empty(&self) -> bool {
        self.meetings.is_empty() && self.actions.is_empty() && self.risks.is_empty() && self.complaints.is_empty()
    }

    /// The actions that come from a meeting, a risk or a complaint.
    pub fn actions_of<'a>(&'a self, origin: &'a RecordId) -> impl Iterator<Item = &'a Action> {
        self.actions.iter().filter(move |action| action.origin.as_ref() == Some(origin))
    }

    pub fn of_cycle(tables: &Tables, cycle: &CycleId) -> Self {
        let mut log = Self {
            meetings: of_cycle(tables, MEETING_KIND, cycle, meeting),
            actions: of_cycle(tables, ACTION_KIND, cycle, action),
            risks: of_cycle(tables, RISK_KIND, cycle, risk),
            complaints: of_cycle(tables, COMPLAINT_KIND, cycle, complaint),
        };
        log.meetings.sort_by(|one, other| (one.held_on, &one.id).cmp(&(other.held_on, &other.id)));
        let due = |action: &Action| (action.done_on.is_some(), action.due_on.is_none(), action.due_on);
        log.actions.sort_by(|one, other| due(one).cmp(&due(other)).then_with(|| one.label.cmp(&other.label)));
        log.risks.sort_by(|one, other| {
            let rank = |risk: &Risk| (risk.closed_on.is_some(), std::cmp::Reverse((risk.impact, risk.likelihood)));
            rank(one).cmp(&rank(other)).then_with(|| one.label.cmp(&other.label))
        });
        log.complaints.sort_by(|one, other| (one.received_on, &one.id).cmp(&(other.received_on, &other.id)));
        log
    }
}

/// The kinds of what the log holds, in the order it is shown in.
pub const KINDS: [&str; 4] = [ACTION_KIND, MEETING_KIND, RISK_KIND, COMPLAINT_KIND];

/// Says that an action is done since a day, or that it is not.
pub fn set_done(id: &ActionId, on: Option<NaiveDate>) -> ChangeSet {
    id.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, field::DONE_ON, on.as_ref()))
}

/// What was removed from a cycle's log and may be put back: where it is, and what it is called when it says so.
pub fn removed(tables: &Tables, cycle: &CycleId) -> Vec<(Key, Option<String>)> {
    let mut removed = Vec::new();
    for (kind, id, record) in tables.iter().filter(|(kind, _, _)| KINDS.contains(&kind.as_str())) {
        let is_of_it = read(record, CYCLE_FIELD).is_some_and(|of: CycleId| of == *cycle);
        if is_of_it && record.is_deleted() && !record.erased {
            removed.push((Key { kind: kind.clone(), id: id.clone() }, name_of(kind, record)));
        }
    }
    removed.sort_by(|one, other| (&one.0.kind, &one.1, &one.0.id).cmp(&(&other.0.kind, &other.1, &other.0.id)));
    removed
}

/// What puts it back.
pub fn put_back(key: &Key) -> ChangeSet {
    ChangeSet::one::<bool>(key, DELETED, None)
}

/// What somebody typed to name it.
fn name_of(kind: &Kind, record: &Record) -> Option<String> {
    let name = match kind.as_str() {
        MEETING_KIND => text(record, field::TITLE),
        COMPLAINT_KIND => text(record, field::WHAT),
        _ => text(record, field::LABEL),
    };
    name.lines().next().filter(|name| !name.is_empty()).map(ToOwned::to_owned)
}

fn of_cycle<T>(tables: &Tables, kind: &str, cycle: &CycleId, read_one: impl Fn(&RecordId, &Record) -> T) -> Vec<T> {
    let found = all(tables, kind, |id, record| {
        let is_of_it = read(record, CYCLE_FIELD).is_some_and(|of: CycleId| of == *cycle);
        is_of_it.then(|| read_one(id, record))
    });
    found.into_iter().flatten().collect()
}

fn meeting(id: &RecordId, record: &Record) -> Meeting {
    Meeting {
        id: MeetingId(id.clone()),
        occasion: read(record, field::OCCASION),
        held_on: read(record, field::HELD_ON),
        title: text(record, field::TITLE),
        present: text(record, field::PRESENT),
        agenda: text(record, field::AGENDA),
        decisions: text(record, field::DECISIONS),
    }
}

fn action(id: &RecordId, record: &Record) -> Action {
    Action {
        id: ActionId(id.clone()),
        label: text(record, field::LABEL),
        owner: text(record, field::OWNER),
        due_on: read(record, field::DUE_ON),
        done_on: read(record, field::DONE_ON),
        origin: read(record, field::ORIGIN),
        improves: read(record, field::IMPROVES).unwrap_or_default(),
    }
}

fn risk(id: &RecordId, record: &Record) -> Risk {
    Risk {
        id: RiskId(id.clone()),
        label: text(record, field::LABEL),
        likelihood: read(record, field::LIKELIHOOD),
        impact: read(record, field::IMPACT),
        response: text(record, field::RESPONSE),
        closed_on: read(record, field::CLOSED_ON),
    }
}

fn complaint(id: &RecordId, record: &Record) -> Complaint {
    Complaint {
        id: ComplaintId(id.clone()),
        received_on: read(record, field::RECEIVED_ON),
        from: text(record, field::FROM),
        what: text(record, field::WHAT),
        answer: text(record, field::ANSWER),
        answered_on: read(record, field::ANSWERED_ON),
        session: read(record, SESSION_FIELD),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, day};
    use super::super::forms;
    use super::*;

    fn labels(fixture: &Fixture) -> Vec<String> {
        fixture.programme().log.actions.into_iter().map(|action| action.label).collect()
    }

    /// Writes an action of the cycle.
    fn action(fixture: &mut Fixture, id: &str, typed: &[(&'static str, &str)]) -> ActionId {
        let action = ActionId::new(id).unwrap();
        let (key, cycle) = (action.key().unwrap(), fixture.cycle.clone());
        fixture.fill(&forms::ACTION, &key, typed);
        fixture.commit(&ChangeSet::one(&key, CYCLE_FIELD, Some(&cycle)));
        action
    }

    #[test]
    fn what_is_done_goes_last_and_may_be_undone() {
        let mut fixture = Fixture::new();
        let late = action(&mut fixture, "a", &[("label", "Réserver"), ("due_on", "2022-02-01")]);
        action(&mut fixture, "b", &[("label", "Écrire"), ("due_on", "2022-03-01"), ("origin", "r1")]);
        action(&mut fixture, "c", &[("label", "Un jour")]);
        assert_eq!(labels(&fixture), ["Réserver", "Écrire", "Un jour"]);
        let of_r1 = RecordId::new("r1").unwrap();
        let log = fixture.programme().log;
        assert_eq!(log.actions_of(&of_r1).map(|action| action.label.as_str()).collect::<Vec<_>>(), ["Écrire"]);
        assert!(log.actions[0].is_late(day("2022-02-02")) && !log.actions[0].is_late(day("2022-02-01")));
        fixture.commit(&set_done(&late, Some(day("2022-02-05"))));
        assert_eq!(labels(&fixture), ["Écrire", "Un jour", "Réserver"]);
        fixture.commit(&set_done(&late, None));
        assert_eq!(labels(&fixture), ["Réserver", "Écrire", "Un jour"]);
    }

    #[test]
    fn what_was_removed_of_this_cycle_may_be_put_back() {
        let mut fixture = Fixture::new();
        let id = action(&mut fixture, "a", &[("label", "Réserver")]);
        let other = ActionId::new("b").unwrap().key().unwrap();
        fixture.fill(&forms::ACTION, &other, &[("label", "D’un autre cycle")]);
        for key in [id.key().unwrap(), other] {
            fixture.commit(&ChangeSet::one(&key, DELETED, Some(&true)));
        }
        let removed = removed(&fixture.tables, &fixture.cycle);
        assert_eq!(removed, [(id.key().unwrap(), Some("Réserver".to_owned()))]);
        assert!(labels(&fixture).is_empty());
        fixture.commit(&put_back(&removed[0].0));
        assert_eq!(labels(&fixture), ["Réserver"]);
    }
}
