//! A positioning sheet as it is typed: its cells, and what it becomes.

use super::known::Known;
use super::paper_cells::{Cell, SEAT, STORE};
use super::paper_sheet::new_key;
use crate::domain::curriculum::objective::{Objective, ObjectiveId};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{HandIn, receive_typed};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::typed_positioning::{PositioningFault, TypedPositioning, taken};
use crate::domain::exercise::work::{Asked, Moment, Work};
use crate::records::{ChangeSet, Key};
use crate::text::exercise_positioning as text;
use crate::ui::components::{ErrorSummary, FieldFault, Message, Messages, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What each cell holds, in the order of the paper.
type Levels = Vec<((Moment, &'static Objective), RwSignal<String>)>;

/// Where what is typed of each moment is kept.
pub type Keys = BTreeMap<Moment, Key>;

/// A sheet being typed.
#[derive(Clone, Copy)]
pub struct Sheet {
    pub saver: Saver,
    pub messages: Messages,
    known: Known,
    code: ExerciseCode,
    seat: RwSignal<String>,
    levels: StoredValue<Levels>,
    faults: RwSignal<Vec<FieldFault>>,
    /// Drawn once for a sheet: sent twice, it is the same hand-in.
    keys: StoredValue<Keys>,
    hand_ins: Memo<Arc<Vec<HandIn>>>,
}

fn cell_id(at: Moment, objective: &ObjectiveId) -> String {
    format!("saisie-{}-{objective}", text::name(at))
}

/// Identities for both moments of a sheet; fewer when none can be drawn.
pub fn new_keys() -> Keys {
    Moment::ALL.into_iter().filter_map(|at| Some((at, new_key()?))).collect()
}

impl Sheet {
    /// An empty sheet of these moments, which will be kept under these identities.
    pub fn open(known: Known, code: ExerciseCode, moments: &[Moment], keys: Keys) -> Self {
        let saver = Saver::expect();
        let of = |at: &Moment| {
            let at = *at;
            known.objectives.iter().map(move |one| ((at, one), RwSignal::new(String::new())))
        };
        let hand_ins = Memo::new(move |_| Arc::new(saver.state().with_tables(|tables| HandIn::all(tables, code))));
        Self {
            saver,
            messages: Messages::expect(),
            known,
            code,
            seat: RwSignal::new(String::new()),
            levels: StoredValue::new(moments.iter().flat_map(of).collect()),
            faults: RwSignal::new(Vec::new()),
            keys: StoredValue::new(keys),
            hand_ins,
        }
    }

    pub fn is_faulty(self) -> Signal<bool> {
        Signal::derive(move || self.faults.with(|faults| !faults.is_empty()))
    }

    /// Shows a sheet that was typed before, or an empty one.
    pub fn fill(self, sheet: &TypedPositioning) {
        self.seat.set(sheet.seat.clone());
        let of = |at: Moment, one: &Objective| sheet.levels.get(&(at, one.id.clone())).cloned().unwrap_or_default();
        self.levels.with_value(|cells| cells.iter().for_each(|((at, one), cell)| cell.set(of(*at, one))));
    }

    /// What is typed and where to keep it; none, and everything that is wrong shown, while something is.
    pub fn read(self) -> Option<(Keys, Vec<Work>)> {
        let keys = self.keys.get_value();
        if !self.moments().is_subset(&keys.keys().copied().collect()) {
            self.messages.say(Message {
                tone: Tone::Fault,
                title: "La feuille n’a pas pu être enregistrée".to_owned(),
                body: "Ce qui est tapé est toujours à l’écran. Notez-le, rechargez la page, puis réessayez.".to_owned(),
                actions: Vec::new(),
            });
            return None;
        }
        let taken = self.hand_ins.with_untracked(|all| taken(all, &keys));
        match self.typed().read(self.code, self.known.objectives, &taken) {
            Ok(works) => {
                self.faults.set(Vec::new());
                Some((keys, works))
            }
            Err(found) => {
                self.faults.set(found.iter().map(|fault| self.in_words(fault)).collect());
                None
            }
        }
    }

    /// What to store.
    pub fn changes(self, keys: &Keys, works: &[Work]) -> ChangeSet {
        let of = |work: &Work| {
            let key = keys.get(&work.positioned_at()?)?;
            Some(self.saver.state().with_tables_now(|tables| receive_typed(tables, key, work.clone())).changes)
        };
        ChangeSet { changes: works.iter().filter_map(of).flatten().collect() }
    }

    /// Whether the page still shows the sheet of these identities.
    pub fn is_typing(self, keys: &Keys) -> bool {
        self.keys.try_with_value(|now| now == keys).unwrap_or_default()
    }

    /// How many numbers positioned themselves at least once; none once the page is left.
    pub fn received(self) -> Option<usize> {
        let counts = |one: &&HandIn| !one.is_set_aside && matches!(one.work.asked(), Asked::Positioning(_));
        let seats = |all: &Arc<Vec<HandIn>>| {
            all.iter().filter(counts).map(|one| one.work.seat).collect::<BTreeSet<Seat>>().len()
        };
        self.hand_ins.try_with_untracked(seats)
    }

    /// Makes room for another sheet.
    pub fn next(self) {
        self.fill(&TypedPositioning::default());
        self.keys.set_value(new_keys());
    }

    fn moments(self) -> BTreeSet<Moment> {
        self.levels.with_value(|cells| cells.iter().map(|((at, _), _)| *at).collect())
    }

    fn typed(self) -> TypedPositioning {
        let cell = |((at, one), cell): &((Moment, &Objective), RwSignal<String>)| {
            ((*at, one.id.clone()), cell.get_untracked())
        };
        let levels = self.levels.with_value(|cells| cells.iter().map(cell).collect());
        TypedPositioning { seat: self.seat.get_untracked(), levels }
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
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        store.run(());
    };
    let columns = sheet.moments().into_iter().map(|at| view! { <Column sheet at /> }).collect_view();
    view! {
        <form class="stack entry" on:submit=submit novalidate>
            <ErrorSummary faults=sheet.faults />
            <Cell id=SEAT label="Numéro du ticket" value=sheet.seat next=sheet.first() faults=sheet.faults />
            {columns}
            <p>
                <button type="submit" id=STORE class="button button--primary">
                    {act}
                </button>
            </p>
        </form>
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
