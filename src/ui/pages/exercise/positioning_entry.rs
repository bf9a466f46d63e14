//! Positioning sheets filled on paper, typed one after the other without leaving the keyboard.

use super::known::{Known, back_to};
use super::paper_cells::{Cell, SEAT, STORE};
use super::paper_sheet::new_key;
use crate::browser::dom;
use crate::domain::curriculum::objective::{Objective, ObjectiveId};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{HandIn, receive_typed};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::typed_positioning::{PositioningFault, TypedPositioning, taken};
use crate::domain::exercise::work::{Asked, Handed, Moment, Work};
use crate::records::{ChangeSet, Key};
use crate::text::exercise_positioning as text;
use crate::ui::components::{ErrorSummary, FieldFault, Message, Messages, Page, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What each cell holds, in the order of the paper.
type Levels = Vec<((Moment, &'static Objective), RwSignal<String>)>;

/// A sheet being typed.
#[derive(Clone, Copy)]
struct Sheet {
    known: Known,
    code: ExerciseCode,
    seat: RwSignal<String>,
    levels: StoredValue<Levels>,
    faults: RwSignal<Vec<FieldFault>>,
    stored: RwSignal<String>,
    /// Drawn once for a sheet: sent twice, it is the same hand-in.
    keys: StoredValue<BTreeMap<Moment, Key>>,
    hand_ins: Memo<Arc<Vec<HandIn>>>,
    saver: Saver,
    messages: Messages,
}

fn cell_id(at: Moment, objective: &ObjectiveId) -> String {
    format!("saisie-{}-{objective}", text::name(at))
}

fn new_keys() -> BTreeMap<Moment, Key> {
    Moment::ALL.into_iter().filter_map(|at| Some((at, new_key()?))).collect()
}

impl Sheet {
    fn open(known: Known, code: ExerciseCode) -> Self {
        let saver = Saver::expect();
        let of = |at| known.objectives.iter().map(move |one| ((at, one), RwSignal::new(String::new())));
        let hand_ins = Memo::new(move |_| Arc::new(saver.state().with_tables(|tables| HandIn::all(tables, code))));
        Self {
            known,
            code,
            seat: RwSignal::new(String::new()),
            levels: StoredValue::new(Moment::ALL.into_iter().flat_map(of).collect()),
            faults: RwSignal::new(Vec::new()),
            stored: RwSignal::new(String::new()),
            keys: StoredValue::new(new_keys()),
            hand_ins,
            saver,
            messages: Messages::expect(),
        }
    }

    /// Stores what is typed, then makes room for the next sheet; or shows everything that is wrong.
    fn store(self) {
        let keys = self.keys.get_value();
        if keys.len() < Moment::ALL.len() {
            return self.messages.say(Message {
                tone: Tone::Fault,
                title: "La feuille n’a pas pu être enregistrée".to_owned(),
                body: "Ce qui est tapé est toujours à l’écran. Notez-le, rechargez la page, puis réessayez.".to_owned(),
                actions: Vec::new(),
            });
        }
        let taken = self.hand_ins.with_untracked(|all| taken(all, &keys));
        match self.typed().read(self.code, self.known.objectives, &taken) {
            Ok(works) => {
                self.faults.set(Vec::new());
                let changes = self.changes(&keys, &works);
                self.saver.save_then(changes, move || self.next(&keys, &works));
            }
            Err(found) => self.faults.set(found.iter().map(|fault| self.in_words(fault)).collect()),
        }
    }

    fn typed(self) -> TypedPositioning {
        let cell = |((at, one), cell): &((Moment, &Objective), RwSignal<String>)| {
            ((*at, one.id.clone()), cell.get_untracked())
        };
        let levels = self.levels.with_value(|cells| cells.iter().map(cell).collect());
        TypedPositioning { seat: self.seat.get_untracked(), levels }
    }

    fn changes(self, keys: &BTreeMap<Moment, Key>, works: &[Work]) -> ChangeSet {
        let of = |work: &Work| {
            let key = keys.get(&moment(work)?)?;
            Some(self.saver.state().with_tables_now(|tables| receive_typed(tables, key, work.clone())).changes)
        };
        ChangeSet { changes: works.iter().filter_map(of).flatten().collect() }
    }

    /// Makes room for the next sheet. Stored twice, a sheet makes room once; one may have left the page.
    fn next(self, keys: &BTreeMap<Moment, Key>, works: &[Work]) {
        if self.keys.try_with_value(|now| now == keys) != Some(true) {
            return;
        }
        let (Some(received), Some(work)) = (self.hand_ins.try_with_untracked(|all| received(all)), works.first())
        else {
            return;
        };
        self.seat.set(String::new());
        self.levels.with_value(|cells| cells.iter().for_each(|(_, cell)| cell.set(String::new())));
        self.keys.set_value(new_keys());
        let moments: Vec<Moment> = works.iter().filter_map(moment).collect();
        self.stored.set(text::stored(work.seat, &moments, received));
        dom::focus_in_place(SEAT);
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

fn moment(work: &Work) -> Option<Moment> {
    match &work.answers {
        Handed::Positioning(one) => Some(one.moment),
        Handed::Case(_) => None,
    }
}

/// How many numbers positioned themselves at least once.
fn received(all: &[HandIn]) -> usize {
    let of = all.iter().filter(|one| !one.is_set_aside && matches!(one.work.asked(), Asked::Positioning(_)));
    of.map(|one| one.work.seat).collect::<BTreeSet<Seat>>().len()
}

/// The sheet being typed.
#[component]
pub fn PositioningEntryPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let sheet = Sheet::open(known, code);
    let faulty = Signal::derive(move || sheet.faults.with(|faults| !faults.is_empty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sheet.store();
    };
    view! {
        <Page title="Saisir les positionnements" lead=text::ENTRY_LEAD back=back_to(code) faulty>
            <p class="status-line" role="status">
                {sheet.stored}
            </p>
            <form class="stack entry" on:submit=submit novalidate>
                <ErrorSummary faults=sheet.faults />
                <Cell id=SEAT label="Numéro du ticket" value=sheet.seat next=sheet.first() faults=sheet.faults />
                <Column sheet at=Moment::Before />
                <Column sheet at=Moment::After />
                <p>
                    <button type="submit" id=STORE class="button button--primary">
                        "Enregistrer cette feuille"
                    </button>
                </p>
            </form>
        </Page>
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
                faults=sheet.faults
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
