//! Whose place of an exercise is open: on a shared tablet, going back must not reach the answers of somebody else.

use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::practice::Assignment;
use crate::domain::exercise::seat::Seat;
use leptos::prelude::*;

/// The place whose ticket was typed last, until it hands in; for as long as the page lives.
#[derive(Clone, Copy)]
pub struct OpenPlace(RwSignal<Option<(ExerciseCode, Seat)>>);

impl OpenPlace {
    /// No ticket was typed yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The open place of the page this is called from.
    ///
    /// # Panics
    /// Outside the application proper.
    #[expect(clippy::expect_used, reason = "every page is shown below the gate, which provides the open place")]
    pub fn expect() -> Self {
        use_context().expect("the open place is provided by the gate")
    }

    /// A ticket was typed.
    pub fn open(self, code: ExerciseCode, seat: Seat) {
        self.0.set(Some((code, seat)));
    }

    /// Answers were handed in: the tablet may go to somebody else.
    pub fn close(self) {
        self.0.set(None);
    }

    /// Whether an interview shows its answers, followed: what was handed in asks for its ticket again, and so does what
    /// belongs to another place than the open one.
    pub fn shows(self, assignment: &Assignment, is_handed_in: bool) -> bool {
        self.shows_place(assignment.exercise, assignment.seat, is_handed_in)
    }

    /// The same, of anything that was answered from a place.
    pub fn shows_place(self, code: ExerciseCode, seat: Seat, is_handed_in: bool) -> bool {
        match self.0.get() {
            Some(open) => open == (code, seat),
            None => !is_handed_in,
        }
    }
}
