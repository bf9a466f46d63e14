//! Whose place of an exercise is open: on a shared tablet, going back must not reach the answers of somebody else.

use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::practice::Assignment;
use crate::domain::exercise::seat::Seat;
use crate::state::AppState;
use leptos::prelude::*;

/// Who the device is with, as far as the page knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum With {
    /// No ticket was typed since the page was loaded.
    Unknown,
    /// The place whose ticket was typed last.
    Open(ExerciseCode, Seat),
    /// The same, once it has handed in: the tablet may go to somebody else.
    HandedIn(ExerciseCode, Seat),
    /// Nobody was there any more: nothing shows without a ticket.
    Left,
}

/// The place that is open, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct OpenPlace {
    with: RwSignal<With>,
    /// How many times nobody was there any more.
    left: RwSignal<u32>,
    state: AppState,
}

impl OpenPlace {
    /// No ticket was typed yet.
    pub fn new(state: AppState) -> Self {
        Self { with: RwSignal::new(With::Unknown), left: RwSignal::new(0), state }
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
        self.with.set(With::Open(code, seat));
    }

    /// Answers were handed in: the tablet may go to somebody else.
    pub fn close(self) {
        self.with.update(|with| {
            *with = match *with {
                With::Open(code, seat) => With::HandedIn(code, seat),
                other => other,
            }
        });
    }

    /// Nobody is there any more.
    pub fn leave(self) {
        self.with.set(With::Left);
        self.left.update(|left| *left = left.wrapping_add(1));
    }

    /// How many times nobody was there any more, followed: what a page holds of somebody goes with it.
    pub fn left(self) -> u32 {
        self.left.get()
    }

    /// Whether an interview shows its answers, followed: what was handed in asks for its ticket again, and so does what
    /// belongs to another place than the open one. A shared device shows nothing that no ticket opened.
    pub fn shows(self, assignment: &Assignment, is_handed_in: bool) -> bool {
        self.shows_place(assignment.exercise, assignment.seat, is_handed_in)
    }

    /// The same, of anything that was answered from a place.
    pub fn shows_place(self, code: ExerciseCode, seat: Seat, is_handed_in: bool) -> bool {
        let is_own = |open, of| (open, of) == (code, seat);
        match self.with.get() {
            With::Open(code, seat) => is_own(code, seat),
            With::HandedIn(code, seat) => !is_handed_in && (!self.is_shared() || is_own(code, seat)),
            With::Unknown => !is_handed_in && !self.is_shared(),
            With::Left => false,
        }
    }

    /// Whether a place shows where it stands, followed: its address holds its ticket, but a shared device keeps the
    /// addresses of everybody.
    pub fn admits(self, code: ExerciseCode, seat: Seat) -> bool {
        match self.with.get() {
            With::Open(open, of) | With::HandedIn(open, of) => (open, of) == (code, seat) || !self.is_shared(),
            With::Unknown => !self.is_shared(),
            With::Left => false,
        }
    }

    fn is_shared(self) -> bool {
        self.state.preferences().inactivity.is_on()
    }
}
