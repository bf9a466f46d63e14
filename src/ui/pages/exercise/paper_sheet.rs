//! A sheet of paper as it is typed: its cells, and what it becomes.

use super::known::Known;
use super::paper_cells::{ASKED, Cell, Cells, KEPT, SEAT, SET_ASIDE, STORE, cell_id};
use super::typing::{Read, Typing, TypingForm};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::HandIn;
use crate::domain::exercise::typed::{SheetFault, TypedSheet, items};
use crate::domain::exercise::work::Asked;
use crate::domain::interview::questionnaire::{Block, Item};
use crate::text::exercise_paper as text;
use crate::ui::components::FieldFault;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A sheet being typed.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub typing: Typing,
    known: Known,
    case: StoredValue<Arc<Case>>,
    cells: Cells,
}

impl Sheet {
    /// An empty sheet of a case.
    pub fn new(known: Known, code: ExerciseCode, case: Arc<Case>) -> Self {
        let typing = Typing::new(code, [Asked::Case(case.id.clone())]);
        Self::open(known, case, typing)
    }

    /// A sheet of a case that was typed, as it was.
    pub fn over(known: Known, case: Arc<Case>, one: &HandIn, filled: &TypedSheet) -> Self {
        let sheet = Self::open(known, case, Typing::over(one));
        sheet.cells.fill(filled);
        sheet
    }

    fn open(known: Known, case: Arc<Case>, typing: Typing) -> Self {
        let cells = Cells::new(typing.seat, items(known.questionnaire, typing.code));
        Self { typing, known, case: StoredValue::new(case), cells }
    }

    /// What it hands in; none, and everything that is wrong shown, while something is.
    pub fn read(self) -> Option<Read> {
        let Known { questionnaire, rulebook, .. } = self.known;
        let typed = self.cells.sheet();
        self.typing.read(|taken| {
            let read = self.case.with_value(|case| {
                let none = BTreeSet::new();
                let taken = taken.get(&Asked::Case(case.id.clone())).unwrap_or(&none);
                typed.read(self.typing.code, case, questionnaire, rulebook, taken)
            });
            let in_words = |found: Vec<SheetFault>| found.iter().map(|fault| self.in_words(fault)).collect();
            read.map(|work| vec![work]).map_err(in_words)
        })
    }

    /// Makes room for another sheet.
    pub fn clear(self) {
        self.cells.clear();
    }

    /// A fault tied to its cell.
    fn in_words(self, fault: &SheetFault) -> FieldFault {
        let field = match fault {
            SheetFault::Seat(_) | SheetFault::SeatTaken(_) => SEAT.to_owned(),
            SheetFault::Empty => self.cells.first(),
            SheetFault::Answer(item, _) => cell_id(item),
            SheetFault::Kept(_) => KEPT.to_owned(),
            SheetFault::SetAside(_) | SheetFault::Both(_) => SET_ASIDE.to_owned(),
            SheetFault::Asked(_) => ASKED.to_owned(),
        };
        FieldFault { field, sentence: text::fault(fault, self.known.questionnaire) }
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
    let Sheet { typing, known, case, cells } = sheet;
    let topics = case.with_value(|case| case.topics().count());
    view! {
        <TypingForm typing first=cells.first() store act>
            <Answers known cells faults=typing.faults />
            <LastCells topics known cells faults=typing.faults />
        </TypingForm>
    }
}

/// A question of the sheet.
#[derive(Clone)]
struct Row {
    item: &'static Item,
    label: String,
    value: RwSignal<String>,
    /// The cell that comes after it.
    next: String,
}

/// The questions, theme by theme, as on the paper.
#[component]
fn Answers(
    /// What is delivered.
    known: Known,
    /// What is typed.
    cells: Cells,
    /// The faults of the sheet.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let asked = cells.answers.get_value();
    let nexts = asked.iter().skip(1).map(|(item, _)| cell_id(&item.id)).chain([KEPT.to_owned()]);
    let rows: Vec<Row> = (1..)
        .zip(&asked)
        .zip(nexts)
        .map(|((number, (item, value)), next): ((usize, _), _)| Row {
            item,
            label: format!("{number}. {}", item.short),
            value: *value,
            next,
        })
        .collect();
    let theme = |block: &'static Block| {
        let of_block: Vec<Row> = rows.iter().filter(|row| row.item.block == block.id).cloned().collect();
        let cell = |Row { item, label, value, next }: Row| {
            view! { <Cell id=cell_id(&item.id) label hint=text::reminder(item) value next faults /> }
        };
        (!of_block.is_empty()).then(|| {
            view! {
                <fieldset class="group entry__theme">
                    <legend>{block.title.as_str()}</legend>
                    {of_block.into_iter().map(cell).collect_view()}
                </fieldset>
            }
        })
    };
    known.questionnaire.blocks.iter().filter_map(theme).collect_view()
}

/// What was decided and what was asked, by the numbers of the paper.
#[component]
fn LastCells(
    /// How many topics the case has.
    topics: usize,
    /// What is delivered.
    known: Known,
    /// What is typed.
    cells: Cells,
    /// The faults of the sheet.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let numbers = |most: usize| format!("Numéros de 1 à {most}, séparés par des espaces");
    let orientations = numbers(known.rulebook.orientations.len());
    view! {
        <fieldset class="group entry__theme">
            <legend>"Orientations et questions posées"</legend>
            <Cell
                id=KEPT
                label=text::KEPT
                hint=orientations.clone()
                value=cells.kept
                next=SET_ASIDE
                faults
            />
            <Cell
                id=SET_ASIDE
                label=text::SET_ASIDE
                hint=orientations
                value=cells.set_aside
                next=ASKED
                faults
            />
            <Cell
                id=ASKED
                label=text::ASKED
                hint=numbers(topics)
                value=cells.asked
                next=STORE
                faults
            />
        </fieldset>
    }
}
