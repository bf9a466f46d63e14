//! A sheet of paper as it is typed: its cells, and what it becomes.

use super::known::Known;
use super::paper_cells::{ASKED, Cell, Cells, KEPT, SEAT, SET_ASIDE, STORE, cell_id};
use crate::browser::identity;
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{self, Collected, HandIn, seats_taken};
use crate::domain::exercise::typed::{SheetFault, items};
use crate::domain::exercise::work::{Asked, Work};
use crate::domain::interview::questionnaire::{Block, Item};
use crate::records::{ChangeSet, Key};
use crate::text::exercise_paper as text;
use crate::ui::components::{ErrorSummary, FieldFault, Message, Messages, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

/// A sheet being typed.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub known: Known,
    pub code: ExerciseCode,
    pub case: StoredValue<Arc<Case>>,
    pub cells: Cells,
    pub faults: RwSignal<Vec<FieldFault>>,
    pub saver: Saver,
    pub messages: Messages,
    /// Drawn once for a sheet: sent twice, it is the same hand-in.
    key: StoredValue<Option<Key>>,
    hand_ins: Memo<Arc<Vec<HandIn>>>,
}

/// An identity for a sheet.
pub fn new_key() -> Option<Key> {
    identity::new_record_id().ok().and_then(|id| hand_in::key(&id).ok())
}

impl Sheet {
    /// An empty sheet, which will be kept under this identity.
    pub fn open(known: Known, code: ExerciseCode, case: Arc<Case>, key: Option<Key>) -> Self {
        let saver = Saver::expect();
        let hand_ins = Memo::new(move |_| Arc::new(saver.state().with_tables(|tables| HandIn::all(tables, code))));
        Self {
            known,
            code,
            case: StoredValue::new(case),
            cells: Cells::new(items(known.questionnaire, code)),
            faults: RwSignal::new(Vec::new()),
            saver,
            messages: Messages::expect(),
            key: StoredValue::new(key),
            hand_ins,
        }
    }

    pub fn is_faulty(self) -> Signal<bool> {
        Signal::derive(move || self.faults.with(|faults| !faults.is_empty()))
    }

    /// What is typed and where to keep it; none, and everything that is wrong shown, while something is.
    pub fn read(self) -> Option<(Key, Work)> {
        let Known { questionnaire, rulebook, .. } = self.known;
        let Some(key) = self.key.get_value() else {
            self.messages.say(Message {
                tone: Tone::Fault,
                title: "La feuille n’a pas pu être enregistrée".to_owned(),
                body: "Ce qui est tapé est toujours à l’écran. Notez-le, rechargez la page, puis réessayez.".to_owned(),
                actions: Vec::new(),
            });
            return None;
        };
        let taken = self.hand_ins.with_untracked(|all| seats_taken(all, &self.asked(), &key));
        let sheet = self.cells.sheet();
        match self.case.with_value(|case| sheet.read(self.code, case, questionnaire, rulebook, &taken)) {
            Ok(work) => {
                self.faults.set(Vec::new());
                Some((key, work))
            }
            Err(found) => {
                self.faults.set(found.iter().map(|fault| self.in_words(fault)).collect());
                None
            }
        }
    }

    /// What to store.
    pub fn changes(self, key: &Key, work: Work) -> ChangeSet {
        self.saver.state().with_tables_now(|tables| hand_in::receive_typed(tables, key, work))
    }

    /// Whether the page still shows the sheet of this identity.
    pub fn is_typing(self, key: &Key) -> bool {
        self.key.try_with_value(|now| now.as_ref() == Some(key)).unwrap_or_default()
    }

    /// How many numbers handed in this case; none once the page is left.
    pub fn received(self) -> Option<usize> {
        self.hand_ins.try_with_untracked(|all| Collected::of(all.to_vec()).seats_of(&self.asked()).len())
    }

    /// Makes room for another sheet.
    pub fn next(self) {
        self.cells.clear();
        self.key.set_value(new_key());
    }

    fn asked(self) -> Asked {
        Asked::Case(self.case.with_value(|case| case.id.clone()))
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
    let Sheet { known, case, cells, faults, .. } = sheet;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        store.run(());
    };
    view! {
        <form class="stack entry" on:submit=submit novalidate>
            <ErrorSummary faults />
            <Cell id=SEAT label="Numéro du ticket" value=cells.seat next=cells.first() faults />
            <Answers known cells faults />
            <LastCells topics=case.with_value(|case| case.topics().count()) known cells faults />
            <p>
                <button type="submit" id=STORE class="button button--primary">
                    {act}
                </button>
            </p>
        </form>
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
