//! A debrief as it was when it was shown: what comes in meanwhile moves nothing and closes nothing.

use super::super::known::Known;
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::debrief_since::{Mark, Since};
use crate::domain::exercise::hand_in::{Collected, HandIn};
use crate::domain::exercise::work::Asked;
use crate::domain::interview::id::CaseId;
use crate::state::AppState;
use crate::text::exercise_debrief::{Room, Subject};
use leptos::prelude::*;
use std::sync::Arc;

/// What a debrief is about.
#[derive(Clone, Copy)]
pub struct OnCase {
    pub known: Known,
    pub code: ExerciseCode,
    pub case: StoredValue<Arc<Case>>,
}

impl OnCase {
    pub fn new(known: Known, code: ExerciseCode, case: Arc<Case>) -> Self {
        Self { known, code, case: StoredValue::new(case) }
    }

    pub fn id(self) -> CaseId {
        self.case.with_value(|case| case.id.clone())
    }

    pub fn asked(self) -> Asked {
        Asked::Case(self.id())
    }

    /// What was handed in, followed.
    pub fn collected(self, state: AppState) -> Collected {
        Collected::of(state.with_tables(|tables| HandIn::on(tables, self.code, &self.asked())))
    }

    /// What the room answered. The preference is not followed: it changes on another screen.
    pub fn made_from(self, collected: Arc<Collected>, state: AppState) -> Shown {
        let Self { known: Known { questionnaire, rulebook, .. }, code, case } = self;
        let threshold = untrack(|| state.preferences().threshold);
        let case = case.get_value();
        let room =
            Room::of(Subject { case: &case, manner: code.manner, questionnaire, rulebook }, &collected, threshold);
        Shown { mark: Mark::of(&collected, &self.asked()), room, collected }
    }
}

/// What is shown, and the answers that it was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub room: Room,
    pub mark: Mark,
    collected: Arc<Collected>,
}

/// A debrief that stays until the trainer asks for what came since.
#[derive(Clone, Copy)]
pub struct Frozen {
    pub on: OnCase,
    pub shown: RwSignal<Shown>,
    /// What became of the answers since.
    pub since: Memo<Since>,
    now: Memo<Arc<Collected>>,
    state: AppState,
}

impl Frozen {
    pub fn open(on: OnCase) -> Self {
        let state = AppState::expect();
        let now = Memo::new(move |_| Arc::new(on.collected(state)));
        let shown = RwSignal::new(on.made_from(now.get_untracked(), state));
        let since = Memo::new(move |_| {
            now.with(|now| {
                let compared = |shown: &Shown| match Arc::ptr_eq(&shown.collected, now) {
                    true => Since::Same,
                    false => Since::of(&shown.collected, now, &on.asked()),
                };
                shown.with(compared)
            })
        });
        Self { on, shown, since, now, state }
    }

    /// Shows what the room answered by now.
    pub fn renew(self) {
        self.shown.set(self.on.made_from(self.now.get_untracked(), self.state));
    }
}
