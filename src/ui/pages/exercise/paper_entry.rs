//! Sheets filled on paper, typed one after the other without leaving the keyboard.

use super::known::{Known, back_to};
use super::paper_cells::{ASKED, Cell, Cells, KEPT, SEAT, SET_ASIDE, STORE, cell_id};
use crate::browser::{dom, identity};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{self, Collected, HandIn};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::typed::{SheetFault, items};
use crate::domain::exercise::work::{Asked, Work};
use crate::domain::interview::questionnaire::{Block, Item};
use crate::text::{exercise, exercise_paper as text};
use crate::ui::components::{ErrorSummary, FieldFault, Messages, Page};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The sheet being typed.
#[component]
pub fn PaperEntryPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: &'static Case,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let cells = Cells::new(items(known.questionnaire, code));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let stored = RwSignal::new(String::new());
    let taken = Memo::new(move |_| {
        let collected = Collected::of(saver.state().with_tables(|tables| HandIn::all(tables, code)));
        collected.seats_of(&Asked::Case(case.id.clone()))
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sheet = cells.sheet();
        let read = taken.with_untracked(|taken| sheet.read(code, case, known.questionnaire, known.rulebook, taken));
        let work = match read {
            Ok(work) => work,
            Err(found) => return faults.set(found.iter().map(in_words).collect()),
        };
        faults.set(Vec::new());
        let Some(key) = identity::new_record_id().ok().and_then(|id| hand_in::key(&id).ok()) else {
            return messages.done("La feuille n’a pas pu être enregistrée", "Rechargez la page, puis réessayez.");
        };
        let changes = saver.state().with_tables_now(|tables| hand_in::receive(tables, &key, &work));
        saver.save_then(changes, move || one_more(cells, stored, taken, &work));
    };
    view! {
        <Page
            title=format!("Saisir les feuilles\u{a0}: {}", case.name)
            lead="Une feuille à la fois. Tapez la marque cochée sur le papier\u{a0}; Entrée passe à la case suivante."
            back=back_to(code)
            faulty
        >
            <p class="status-line" role="status">
                {stored}
            </p>
            <form class="stack entry" on:submit=submit novalidate>
                <ErrorSummary faults />
                <Cell id=SEAT label="Numéro du ticket" value=cells.seat next=cells.first() faults />
                <Answers known cells faults />
                <LastCells case known cells faults />
                <p>
                    <button type="submit" id=STORE class="button button--primary">
                        "Enregistrer cette feuille"
                    </button>
                </p>
            </form>
        </Page>
    }
}

/// Makes room for the next sheet, and says how many are in.
fn one_more(cells: Cells, stored: RwSignal<String>, taken: Memo<BTreeSet<Seat>>, work: &Work) {
    // One may have left the page.
    let Some(received) = taken.try_with_untracked(BTreeSet::len) else { return };
    cells.clear();
    stored.set(text::stored(&exercise::seat(work.seat), received));
    dom::focus_in_place(SEAT);
}

/// A fault tied to its cell.
fn in_words(fault: &SheetFault) -> FieldFault {
    let field = match fault {
        SheetFault::Seat(_) | SheetFault::SeatTaken(_) | SheetFault::Empty => SEAT.to_owned(),
        SheetFault::Answer(item, _) => cell_id(item),
        SheetFault::Kept(_) => KEPT.to_owned(),
        SheetFault::SetAside(_) | SheetFault::Both(_) => SET_ASIDE.to_owned(),
        SheetFault::Asked(_) => ASKED.to_owned(),
    };
    FieldFault { field, sentence: text::fault(fault) }
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
    /// The case.
    case: &'static Case,
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
                label="Orientations retenues"
                hint=orientations.clone()
                value=cells.kept
                next=SET_ASIDE
                faults
            />
            <Cell
                id=SET_ASIDE
                label="Orientations écartées"
                hint=orientations
                value=cells.set_aside
                next=ASKED
                faults
            />
            <Cell
                id=ASKED
                label="Questions posées à la personne"
                hint=numbers(case.topics().count())
                value=cells.asked
                next=STORE
                faults
            />
        </fieldset>
    }
}
