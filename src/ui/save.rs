//! From a page to the store: what was decided is stored first; what follows happens only then.

use super::components::{Action, Message, Messages, Tone};
use super::faults;
use crate::browser::location;
use crate::records::{ChangeSet, Tables, Undo};
use crate::route::Route;
use crate::state::AppState;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tokio::sync::oneshot;

/// When the page shows what it stores.
#[derive(Clone, Copy)]
enum Showing {
    OnceStored,
    Ahead,
}

/// What is said of an act that may be taken back.
#[derive(Clone, Debug)]
pub struct Undoable {
    pub title: String,
    pub body: String,
    /// The button that takes it back.
    pub take_back: &'static str,
    /// Said once it is taken back.
    pub taken_back: &'static str,
}

/// What taking an act back changes.
#[derive(Clone, Debug)]
pub struct Back {
    pub changes: ChangeSet,
    /// What stays as it is, and why; empty: nothing to say.
    pub stays: String,
}

/// The way to the store, taken when a component is made and used in its handlers, where there is no context.
#[derive(Clone, Copy)]
pub struct Saver {
    state: AppState,
    messages: Messages,
}

impl Saver {
    /// The way to the store of the page this is called from.
    pub fn expect() -> Self {
        Self { state: AppState::expect(), messages: Messages::expect() }
    }

    /// What it stores in.
    pub fn state(self) -> AppState {
        self.state
    }

    /// Stores changes, then calls `then`. When storing fails, nothing follows: the reason is said, with a way to try
    /// again and a way to export what could not be stored.
    pub fn save_then(self, changes: ChangeSet, then: impl FnOnce() + 'static) {
        // Boxed: what follows here is built once, not once for each caller.
        self.store(changes, Showing::OnceStored, Box::new(then));
    }

    /// The same, awaited: whether they were stored.
    pub async fn save(self, changes: ChangeSet) -> bool {
        let (tell, told) = oneshot::channel();
        self.save_then(changes, move || {
            let _ = tell.send(());
        });
        told.await.is_ok()
    }

    /// Stores changes, says so with a way to take them back, then calls `then`. What another act wrote since stays.
    pub fn save_undoable(self, changes: ChangeSet, done: Undoable, then: impl FnOnce() + 'static) {
        let take_back = |tables: &Tables, undo: &Undo| Back { changes: undo.changes(tables), stays: String::new() };
        self.save_undoable_by(changes, done, take_back, then);
    }

    /// The same, where more than what was written since decides of what is taken back.
    pub fn save_undoable_by(
        self,
        changes: ChangeSet,
        done: Undoable,
        by: fn(&Tables, &Undo) -> Back,
        then: impl FnOnce() + 'static,
    ) {
        let Self { state, messages } = self;
        let undo = state.with_tables_now(|tables| Undo::of(&changes, tables));
        let Undoable { title, body, take_back, taken_back } = done;
        self.save_then(changes, move || {
            let run = move || {
                let Back { changes, stays } = state.with_tables_now(|tables| by(tables, &undo));
                if changes.is_empty() {
                    let changed = || "Ce qui avait été fait a changé depuis.".to_owned();
                    let why = if stays.is_empty() { changed() } else { stays };
                    return messages.done("Rien n’a été annulé", why);
                }
                self.save_then(changes, move || messages.done(taken_back, stays));
            };
            let actions = vec![Action::new(take_back, run)];
            messages.say(Message { tone: Tone::Info, title, body, actions });
            then();
        });
    }

    /// The same, then leaves the page where it was asked, which has nothing more to show; one who left it stays where they are.
    pub fn save_undoable_then_leave(self, changes: ChangeSet, done: Undoable, to: &str) {
        let (asked_at, to) = (location::hash(), to.to_owned());
        self.save_undoable(changes, done, move || {
            if location::hash() == asked_at {
                location::replace(&to);
            }
        });
    }

    /// Stores changes that the page shows at once, then calls `then`.
    pub fn save_ahead_then(self, changes: ChangeSet, then: impl FnOnce() + 'static) {
        self.store(changes, Showing::Ahead, Box::new(then));
    }

    fn store(self, changes: ChangeSet, showing: Showing, then: Box<dyn FnOnce()>) {
        let Self { state, messages } = self;
        // What waits to be stored goes first: nothing may follow while it fails.
        let had_unsaved = untrack(|| state.has_unsaved());
        if changes.is_empty() && !had_unsaved {
            then();
            return;
        }
        spawn_local(async move {
            let outcome = match showing {
                Showing::OnceStored => state.commit(changes).await,
                Showing::Ahead => state.commit_ahead(changes).await,
            };
            match outcome {
                Ok(()) => {
                    if had_unsaved {
                        messages.clear_faults();
                    }
                    then();
                }
                // The notice that stands on every screen says it already.
                Err(_) if state.halt_now().is_some() => {}
                Err(error) => {
                    let actions = vec![
                        Action::new("Réessayer d’enregistrer", move || retry(state, messages)),
                        Action::new("Exporter mes données", || location::go(&Route::Data.to_hash())),
                    ];
                    messages.say(faults::storage_message(&error, actions));
                }
            }
        });
    }
}

fn retry(state: AppState, messages: Messages) {
    spawn_local(async move {
        match state.retry_unsaved().await {
            Ok(()) => messages.done("Tout est enregistré", ""),
            Err(error) => {
                let again = Action::new("Réessayer d’enregistrer", move || retry(state, messages));
                messages.say(faults::storage_message(&error, vec![again]));
            }
        }
    });
}
