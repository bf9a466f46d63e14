//! What is late, what waits, and what to do next: computed from the cycle on a given day, the most pressing first.

use super::cycle::Fit;
use super::gauge::Gauge;
use super::hours::HoursFault;
use super::id::{ActionId, ComplaintId, SessionId, StructureId};
use super::session::{Clash, Session, Status, clashes};
use super::whole::Programme;
use chrono::{Days, NaiveDate};

/// How long before its day a session that is still planned should be confirmed, and its invitations be sent.
pub const CONFIRM_DAYS: u64 = 21;
pub const INVITE_DAYS: u64 = 15;
/// How long a complaint may wait.
pub const ANSWER_DAYS: u64 = 10;

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    Clash(Clash),
    /// Its day is past, and nobody said that it was held.
    SayHeld(SessionId),
    /// It was held, and so many presences are not noted.
    NoteAttendance {
        session: SessionId,
        missing: usize,
    },
    LateAction(ActionId),
    AnswerComplaint(ComplaintId),
    /// So many people may be given a place that is free.
    Promote {
        session: SessionId,
        people: usize,
    },
    Hours {
        session: SessionId,
        minutes: u32,
    },
    SmallGroup {
        session: SessionId,
        registered: usize,
    },
    LargeGroup {
        session: SessionId,
        registered: usize,
    },
    Confirm(SessionId),
    /// So many people have a place and no invitation.
    Invite {
        session: SessionId,
        people: usize,
    },
    FindDay(SessionId),
    NoTrainer(SessionId),
    Remind(StructureId),
    /// Fewer sessions are planned than were ordered.
    PlanSessions {
        lacking: u32,
    },
    /// Fewer people are expected than were ordered.
    FindPeople {
        lacking: u32,
    },
}

/// A task, and whether it is late on that day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub task: Task,
    pub is_late: bool,
    /// The day it stands on, if any: that of a session, or the one it was due.
    pub on: Option<NaiveDate>,
}

/// Everything to do on a day: what is late first, then by day, then what has none.
pub fn tasks(programme: &Programme, gauge: &Gauge) -> Vec<Due> {
    let today = gauge.on;
    let mut due: Vec<Due> = Vec::new();
    due.extend(clashes(&programme.sessions).into_iter().map(|clash| {
        let on = programme.session(&clash.one).and_then(|session| session.held_on);
        Due { task: Task::Clash(clash), is_late: false, on }
    }));
    for session in programme.sessions.iter().filter(|session| !session.is_cancelled()) {
        of_session(programme, session, today, &mut due);
    }
    of_log(programme, today, &mut due);
    of_structures(programme, today, &mut due);
    let lacking = |measure: super::gauge::Measure| {
        measure.target.map_or(0, |target| target.least.saturating_sub(measure.expected))
    };
    let lacks = [
        (lacking(gauge.sessions), Task::PlanSessions { lacking: lacking(gauge.sessions) }),
        (lacking(gauge.people), Task::FindPeople { lacking: lacking(gauge.people) }),
    ];
    let lacks = lacks.into_iter().filter(|(lacking, _)| *lacking > 0);
    due.extend(lacks.map(|(_, task)| Due { task, is_late: false, on: None }));
    due.sort_by(|one, other| {
        let rank = |due: &Due| (!due.is_late, due.on.is_none(), due.on);
        rank(one).cmp(&rank(other)).then_with(|| one.task.cmp(&other.task))
    });
    due
}

fn is_within(on: NaiveDate, today: NaiveDate, days: u64) -> bool {
    today.checked_add_days(Days::new(days)).is_some_and(|last| on <= last)
}

fn of_session(programme: &Programme, session: &Session, today: NaiveDate, due: &mut Vec<Due>) {
    let id = || session.id.clone();
    let mut push = |task, is_late| due.push(Due { task, is_late, on: session.held_on });
    let Some(on) = session.held_on else { return push(Task::FindDay(id()), false) };
    if session.status == Status::Held && on > today {
        // Held since the day that is looked at: nothing is to do for it.
        return;
    }
    if session.status == Status::Held {
        let missing = programme.missing_presences(session);
        if missing > 0 {
            push(Task::NoteAttendance { session: id(), missing }, true);
        }
        return;
    }
    if on < today {
        return push(Task::SayHeld(id()), true);
    }
    let least = programme.cycle.least_minutes();
    for fault in session.hours.faults(least) {
        let HoursFault::TooShort { minutes, .. } = fault else { continue };
        push(Task::Hours { session: id(), minutes }, false);
    }
    if session.trainers.is_empty() {
        push(Task::NoTrainer(id()), is_within(on, today, CONFIRM_DAYS));
    }
    let people = programme.promotable(session).len();
    if people > 0 {
        push(Task::Promote { session: id(), people }, false);
    }
    if session.status == Status::Planned {
        push(Task::Confirm(id()), is_within(on, today, CONFIRM_DAYS));
    }
    let group = programme.group(session);
    let is_soon = is_within(on, today, CONFIRM_DAYS);
    match group.fit {
        Some(Fit::Under) if is_soon => push(Task::SmallGroup { session: id(), registered: group.registered }, false),
        Some(Fit::Over) => push(Task::LargeGroup { session: id(), registered: group.registered }, false),
        _ => {}
    }
    let places = programme.places(&session.id).iter();
    let people = places.filter(|place| place.is_registered() && place.invited_on.is_none()).count();
    if people > 0 && session.status == Status::Confirmed {
        push(Task::Invite { session: id(), people }, is_within(on, today, INVITE_DAYS));
    }
}

/// How many halves of a day that was held nobody noted, for those who have a place and for the trainers.
fn of_log(programme: &Programme, today: NaiveDate, due: &mut Vec<Due>) {
    let late = programme.log.actions.iter().filter(|action| action.is_late(today));
    due.extend(late.map(|action| Due { task: Task::LateAction(action.id.clone()), is_late: true, on: action.due_on }));
    for complaint in programme.log.complaints.iter().filter(|complaint| complaint.answered_on.is_none()) {
        let last = complaint.received_on.and_then(|on| on.checked_add_days(Days::new(ANSWER_DAYS)));
        let is_late = last.is_none_or(|last| last < today);
        due.push(Due { task: Task::AnswerComplaint(complaint.id.clone()), is_late, on: last });
    }
}

fn of_structures(programme: &Programme, today: NaiveDate, due: &mut Vec<Due>) {
    let taken = programme.taken_by_structure();
    for structure in &programme.structures {
        let again = structure.remind_from(taken.get(&structure.id).copied().unwrap_or_default());
        if again.is_some_and(|again| again <= today) {
            due.push(Due { task: Task::Remind(structure.id.clone()), is_late: false, on: again });
        }
    }
}

#[cfg(test)]
#[path = "task_tests.rs"]
mod tests;
