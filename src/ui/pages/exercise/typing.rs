//! What every sheet of paper that is typed goes through: where it is kept, what is wrong with it, storing it once.

use super::paper_cells::{Cell, SEAT, STORE};
use crate::browser::{dom, identity, location};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{self, HandIn, receive_typed, seats_in, seats_taken};
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::{Asked, Work};
use crate::records::{ChangeSet, Key};
use crate::route::exercise::ExerciseRoute;
use crate::text::exercise_paper as text;
use crate::ui::components::{ErrorSummary, FieldFault, Message, Messages, Tone};
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where what is typed of each thing that was asked is kept.
pub type Keys = BTreeMap<Asked, Key>;

/// The numbers that handed in each thing that was asked, without the sheet that is typed.
pub type Taken = BTreeMap<Asked, BTreeSet<Seat>>;

/// A sheet that reads well: what it hands in, and where each is kept.
#[derive(Clone)]
pub struct Read {
    pub works: Vec<Work>,
    keys: Keys,
}

impl Read {
    /// Whose it is.
    pub fn seat(&self) -> Option<Seat> {
        self.works.first().map(|work| work.seat)
    }
}

/// A sheet being typed, whatever is on it.
#[derive(Clone, Copy)]
pub struct Typing {
    pub code: ExerciseCode,
    pub seat: RwSignal<String>,
    pub faults: RwSignal<Vec<FieldFault>>,
    saver: Saver,
    messages: Messages,
    asked: StoredValue<BTreeSet<Asked>>,
    /// Drawn once for a sheet: sent twice, it is the same hand-in. Fewer than what is asked when none could be drawn.
    keys: StoredValue<Keys>,
    hand_ins: Memo<Arc<Vec<HandIn>>>,
    /// Said once a sheet is stored.
    stored: RwSignal<String>,
}

impl Typing {
    /// A sheet that answers these things, kept under identities that nothing has.
    pub fn new(code: ExerciseCode, asked: impl IntoIterator<Item = Asked>) -> Self {
        let asked: BTreeSet<Asked> = asked.into_iter().collect();
        let keys = drawn(&asked);
        Self::open(code, asked, keys)
    }

    /// A sheet that was typed, to type over.
    pub fn over(one: &HandIn) -> Self {
        let asked = one.work.asked();
        Self::open(one.work.exercise, [asked.clone()].into(), [(asked, one.key.clone())].into())
    }

    fn open(code: ExerciseCode, asked: BTreeSet<Asked>, keys: Keys) -> Self {
        let saver = Saver::expect();
        let hand_ins = Memo::new(move |_| Arc::new(saver.state().with_tables(|tables| HandIn::all(tables, code))));
        Self {
            code,
            seat: RwSignal::new(String::new()),
            faults: RwSignal::new(Vec::new()),
            saver,
            messages: Messages::expect(),
            asked: StoredValue::new(asked),
            keys: StoredValue::new(keys),
            hand_ins,
            stored: RwSignal::new(String::new()),
        }
    }

    pub fn is_faulty(self) -> Signal<bool> {
        Signal::derive(move || self.faults.with(|faults| !faults.is_empty()))
    }

    /// Reads the sheet; none, and everything that is wrong shown, while something is.
    pub fn read(self, read: impl FnOnce(&Taken) -> Result<Vec<Work>, Vec<FieldFault>>) -> Option<Read> {
        let keys = self.keys.get_value();
        if !self.asked.with_value(|asked| asked.iter().all(|one| keys.contains_key(one))) {
            self.messages.say(Message {
                tone: Tone::Fault,
                title: "La feuille n’a pas pu être enregistrée".to_owned(),
                body: "Ce qui est tapé est toujours à l’écran. Notez-le, rechargez la page, puis réessayez.".to_owned(),
                actions: Vec::new(),
            });
            return None;
        }
        let taken = self.hand_ins.with_untracked(|all| {
            keys.iter().map(|(asked, key)| (asked.clone(), seats_taken(all, asked, key))).collect::<Taken>()
        });
        match read(&taken) {
            Ok(works) => {
                self.faults.set(Vec::new());
                Some(Read { works, keys })
            }
            Err(found) => {
                self.faults.set(found);
                None
            }
        }
    }

    fn changes(self, Read { works, keys }: &Read) -> ChangeSet {
        let of = |work: &Work| {
            let key = keys.get(&work.asked())?;
            Some(self.saver.state().with_tables_now(|tables| receive_typed(tables, key, work.clone())).changes)
        };
        ChangeSet { changes: works.iter().filter_map(of).flatten().collect() }
    }

    /// Stores it, then makes room for the next sheet and says what is said, from how many numbers are in. Stored twice, a
    /// sheet makes room once.
    pub fn store(
        self,
        read: Read,
        clear: impl FnOnce() + 'static,
        said: impl FnOnce(&Read, usize) -> String + 'static,
    ) {
        self.saver.save_then(self.changes(&read), move || {
            // One may have left the page.
            let is_typing = self.keys.try_with_value(|now| *now == read.keys).unwrap_or_default();
            let Some(received) = self.received().filter(|_| is_typing) else { return };
            clear();
            self.keys.set_value(self.asked.with_value(drawn));
            self.stored.set(said(&read, received));
            dom::focus_in_place(SEAT);
        });
    }

    /// How many numbers handed in something of the sheet; none once the page is left.
    fn received(self) -> Option<usize> {
        let asked = self.asked.try_get_value()?;
        self.hand_ins.try_with_untracked(|all| seats_in(all, &asked).len())
    }

    /// Stores it over what was typed before, then goes back to the desk.
    pub fn correct(self, read: &Read) {
        let (changes, desk) = (self.changes(read), ExerciseRoute::Desk(self.code).to_hash());
        let Some(seat) = read.seat().filter(|_| !changes.is_empty()) else {
            self.messages.done_on_arrival("Rien n’a changé sur cette feuille", "");
            return location::replace(&desk);
        };
        let done = Undoable {
            title: text::corrected(seat),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "La correction est annulée",
        };
        self.saver.save_undoable_then_leave(changes, done, &desk);
    }
}

/// An identity for each thing that is asked; fewer when none can be drawn.
fn drawn(asked: &BTreeSet<Asked>) -> Keys {
    let key = || identity::new_record_id().ok().and_then(|id| hand_in::key(&id).ok());
    asked.iter().filter_map(|one| Some((one.clone(), key()?))).collect()
}

/// Says that a sheet was stored; it is there before anything is.
#[component]
pub fn Stored(
    /// The sheet.
    typing: Typing,
) -> impl IntoView {
    view! {
        <p class="status-line" role="status">
            {typing.stored}
        </p>
    }
}

/// The form of a sheet: the number of the ticket, its own cells, and what stores them.
#[component]
pub fn TypingForm(
    /// The sheet.
    typing: Typing,
    /// Its first cell after the number, by its identifier.
    first: String,
    /// Stores it.
    store: Callback<()>,
    /// What the button says.
    act: &'static str,
    /// Its own cells, in the order of the paper.
    children: Children,
) -> impl IntoView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        store.run(());
    };
    view! {
        <form class="stack entry" on:submit=submit novalidate>
            <ErrorSummary faults=typing.faults />
            <Cell id=SEAT label="Numéro du ticket" value=typing.seat next=first faults=typing.faults />
            {children()}
            <p>
                <button type="submit" id=STORE class="button button--primary">
                    {act}
                </button>
            </p>
        </form>
    }
}
