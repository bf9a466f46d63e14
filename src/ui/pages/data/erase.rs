//! Erasing people's interviews: what will happen, and what the organisation must keep instead.

use crate::browser::{clock, dom};
use crate::domain::interview::decode;
use crate::domain::interview::model::Restriction;
use crate::domain::retention::{self, Hold, Rule};
use crate::records::{ChangeSet, Key, Record, RecordId, Tables};
use crate::state::AppState;
use crate::text::{interview as interview_text, retention as text};
use crate::ui::components::{Confirm, Messages, Notice, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The interviews that one asks to erase, and whether the question is being asked.
#[derive(Clone, Copy)]
pub struct Erasing {
    targets: RwSignal<Vec<RecordId>>,
    open: RwSignal<bool>,
}

impl Erasing {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self { targets: RwSignal::new(Vec::new()), open: RwSignal::new(false) }
    }

    /// Asks whether to erase this one.
    pub fn ask(self, interview: RecordId) {
        self.ask_all(vec![interview]);
    }

    /// Asks whether to erase all of these.
    pub fn ask_all(self, interviews: Vec<RecordId>) {
        self.targets.set(interviews);
        self.open.set(true);
    }
}

/// The changes that an act makes on each interview.
pub fn on_each(interviews: &[RecordId], act: impl Fn(&Key) -> ChangeSet) -> ChangeSet {
    ChangeSet { changes: keys(interviews).iter().flat_map(|key| act(key).changes).collect() }
}

fn keys(interviews: &[RecordId]) -> Vec<Key> {
    interviews.iter().filter_map(|id| decode::key(id).ok()).collect()
}

/// « Dossier 23-11-A », or how many there are.
pub fn named(tables: &Tables, interviews: &[RecordId]) -> String {
    match interviews {
        [only] => {
            let record = decode::key(only).ok().and_then(|key| tables.get(&key));
            interview_text::case_title(record.and_then(decode::label).as_ref())
        }
        several => text::interviews(several.len()),
    }
}

/// Whether the only interview was removed already: removing it is no other way.
fn is_removed(tables: &Tables, targets: &[RecordId]) -> bool {
    keys(targets).iter().all(|key| tables.get(key).is_some_and(Record::is_deleted))
}

/// Asks before erasing, which cannot be taken back.
#[component]
pub fn EraseDialog(
    /// The interviews to erase.
    erasing: Erasing,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let state = AppState::expect();
    let Erasing { targets, open } = erasing;
    let name = move || targets.with(|targets| state.with_tables(|tables| named(tables, targets)));
    let other_way_is_none =
        move || targets.with(|targets| targets.len() != 1 || state.with_tables(|tables| is_removed(tables, targets)));
    let accept = Callback::new(move |()| {
        let targets = targets.get_untracked();
        let number = targets.len();
        let keys = keys(&targets);
        let changes = state.with_tables_now(|tables| ChangeSet::erase(tables, &keys));
        saver.save_then(changes, move || {
            messages.done(text::erased(number), "Il n’en reste rien sur cet appareil.");
            request_animation_frame(dom::focus_heading);
        });
    });
    view! {
        <Confirm open title="Effacer pour toujours ?" accept="Effacer pour toujours" on_accept=accept>
            <p>
                <strong>{name}</strong>
            </p>
            <p>{text::ERASING_MEANS}</p>
            <Obligation erasing />
            <p class="hint" hidden=other_way_is_none>
                "Pour le retirer de la liste en gardant la possibilité de le rétablir, annulez et choisissez « Supprimer » dans la liste des entretiens."
            </p>
        </Confirm>
    }
}

/// What the organisation must keep, and the way to keep it without using it.
#[component]
fn Obligation(
    /// The interviews to erase.
    erasing: Erasing,
) -> impl IntoView {
    let state = AppState::expect();
    let saver = Saver::expect();
    let messages = Messages::expect();
    let hold = Memo::new(move |_| state.with_tables(|tables| Rule::of(tables).hold_on(clock::today()).cloned()));
    let restrict = move |hold: Hold| {
        let targets = erasing.targets.get_untracked();
        let (number, until) = (targets.len(), hold.until);
        let restriction = Restriction { until, reason: hold.reason };
        let act = |key: &Key| state.with_tables_now(|tables| retention::restrict(tables, key, Some(&restriction)));
        erasing.open.set(false);
        saver.save_then(on_each(&targets, act), move || {
            messages.done(text::restricted_until(number, until), text::RESTRICTION_MEANS);
            request_animation_frame(dom::focus_heading);
        });
    };
    move || {
        hold.get().map(|hold| {
            let label = text::restrict_until(hold.until);
            view! {
                <Notice tone=Tone::Caution title=text::hold(&hold)>
                    <p>{text::RESTRICTION_MEANS}</p>
                    <button type="button" class="button" on:click=move |_| restrict(hold.clone())>
                        {label}
                    </button>
                </Notice>
            }
        })
    }
}
