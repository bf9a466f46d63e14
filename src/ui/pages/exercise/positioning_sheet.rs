//! A positioning sheet as it is typed: its cells, and what it becomes.

use super::known::Known;
use super::paper_cells::{Cell, SEAT, STORE};
use super::typing::{Read, Typing, TypingForm};
use crate::domain::curriculum::objective::{Objective, ObjectiveId};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::HandIn;
use crate::domain::exercise::typed_positioning::{PositioningFault, TypedPositioning};
use crate::domain::exercise::work::{Asked, Moment};
use crate::text::exercise_positioning as text;
use crate::ui::components::FieldFault;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What each cell holds, in the order of the paper.
type Levels = Vec<((Moment, &'static Objective), RwSignal<String>)>;

/// A sheet being typed.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub typing: Typing,
    known: Known,
    levels: StoredValue<Levels>,
}

fn cell_id(at: Moment, objective: &ObjectiveId) -> String {
    format!("saisie-{}-{objective}", text::name(at))
}

impl Sheet {
    /// An empty sheet of both moments.
    pub fn new(known: Known, code: ExerciseCode) -> Self {
        Self::open(known, &Moment::ALL, Typing::new(code, Moment::ALL.map(Asked::Positioning)))
    }

    /// What was typed of one moment, as it was.
    pub fn over(known: Known, at: Moment, one: &HandIn) -> Self {
        let sheet = Self::open(known, &[at], Typing::over(one));
        sheet.fill(&TypedPositioning::of(&one.work));
        sheet
    }

    fn open(known: Known, moments: &[Moment], typing: Typing) -> Self {
        let of = |at: &Moment| {
            let at = *at;
            known.objectives.iter().map(move |one| ((at, one), RwSignal::new(String::new())))
        };
        Self { typing, known, levels: StoredValue::new(moments.iter().flat_map(of).collect()) }
    }

    fn fill(self, sheet: &TypedPositioning) {
        self.typing.seat.set(sheet.seat.clone());
        let of = |at: Moment, one: &Objective| sheet.levels.get(&(at, one.id.clone())).cloned().unwrap_or_default();
        self.levels.with_value(|cells| cells.iter().for_each(|((at, one), cell)| cell.set(of(*at, one))));
    }

    /// What it hands in; none, and everything that is wrong shown, while something is.
    pub fn read(self) -> Option<Read> {
        let typed = self.typed();
        self.typing.read(|taken| {
            let read = typed.read(self.typing.code, self.known.objectives, taken);
            read.map_err(|found| found.iter().map(|fault| self.in_words(fault)).collect())
        })
    }

    /// Makes room for another sheet.
    pub fn clear(self) {
        self.fill(&TypedPositioning::default());
    }

    fn moments(self) -> BTreeSet<Moment> {
        self.levels.with_value(|cells| cells.iter().map(|((at, _), _)| *at).collect())
    }

    fn typed(self) -> TypedPositioning {
        let cell = |((at, one), cell): &((Moment, &Objective), RwSignal<String>)| {
            ((*at, one.id.clone()), cell.get_untracked())
        };
        let levels = self.levels.with_value(|cells| cells.iter().map(cell).collect());
        TypedPositioning { seat: self.typing.seat.get_untracked(), levels }
    }

    /// A fault tied to its cell.
    fn in_words(self, fault: &PositioningFault) -> FieldFault {
        let field = match fault {
            PositioningFault::Seat(_) | PositioningFault::SeatTaken(..) => SEAT.to_owned(),
            PositioningFault::Level(at, id) => cell_id(*at, id),
            PositioningFault::Empty => self.first(),
        };
        FieldFault { field, sentence: text::fault(fault, self.known.objectives) }
    }

    /// The first cell after the number, by its identifier.
    fn first(self) -> String {
        let first = |cells: &Levels| cells.first().map(|((at, one), _)| cell_id(*at, &one.id));
        self.levels.with_value(first).unwrap_or_else(|| STORE.to_owned())
    }
}

/// The cells in the order of the paper, and what stores them.
#[component]
pub fn SheetForm(
    /// The sheet.
    sheet: Sheet,
    /// Stores it.
    store: Callback<()>,
    /// What the button says.
    act: &'static str,
) -> impl IntoView {
    let columns = sheet.moments().into_iter().map(|at| view! { <Column sheet at /> }).collect_view();
    view! {
        <TypingForm typing=sheet.typing first=sheet.first() store act>
            {columns}
        </TypingForm>
    }
}

/// The cells of a moment, in the order of the paper.
#[component]
fn Column(
    /// The sheet.
    sheet: Sheet,
    /// The moment.
    at: Moment,
) -> impl IntoView {
    let cells = sheet.levels.get_value();
    let ids = cells.iter().map(|((at, one), _)| cell_id(*at, &one.id));
    let nexts: Vec<String> = ids.skip(1).chain([STORE.to_owned()]).collect();
    let rows = cells.into_iter().zip(nexts).filter(|(((of, _), _), _)| *of == at);
    let cell = |(((at, one), value), next): (((Moment, &'static Objective), RwSignal<String>), String)| {
        view! {
            <Cell
                id=cell_id(at, &one.id)
                label=one.title.clone()
                value
                next
                faults=sheet.typing.faults
            />
        }
    };
    let marks = format!("marques-{}", text::name(at));
    let described = marks.clone();
    view! {
        <fieldset class="group entry__theme entry__theme--wide" aria-describedby=described>
            <legend>{text::title(at)}</legend>
            <p class="hint" id=marks>
                {text::reminder()}
            </p>
            {rows.map(cell).collect_view()}
        </fieldset>
    }
}
