//! The disputes of the page, and the way each is settled or taken back.

use super::scan::Scan;
use super::words;
use crate::browser::{clock, dom};
use crate::domain::dispute::{Dispute, Settlement, disputes};
use crate::records::{Key, Record, Tables};
use crate::state::AppState;
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

/// What the page shows and what its acts go through.
#[derive(Clone, Copy)]
pub struct Desk {
    state: AppState,
    saver: Saver,
    /// What is to check, in the order of the records.
    pub listed: Memo<Vec<Arc<Dispute>>>,
    /// Settled here, then taken back: asked again, with every value it had, though the records agree since.
    asked_again: RwSignal<Vec<Arc<Dispute>>>,
    /// What was done last.
    done: RwSignal<Option<Done>>,
}

/// What was done, and what would take it back.
#[derive(Clone, Debug)]
struct Done {
    sentence: String,
    undo: Option<(Arc<Dispute>, Settlement)>,
}

impl Desk {
    /// Follows what is to check.
    pub fn open() -> Self {
        let state = AppState::expect();
        let now_ms = clock::now_ms();
        let asked_again = RwSignal::new(Vec::new());
        let scan = Scan::start();
        let listed = Memo::new(move |_| {
            let found = scan.found();
            state.with_tables(|tables| {
                let disputes = disputes(tables, now_ms, |kind, id| {
                    found.contains_key(&Key { kind: kind.clone(), id: id.clone() })
                });
                asked_again.with(|again| list(tables, disputes, again))
            })
        });
        Self { state, saver: Saver::expect(), listed, asked_again, done: RwSignal::new(None) }
    }

    /// Stores what settles a dispute, says so, and goes on to the next one.
    pub fn settle(self, dispute: &Arc<Dispute>, settlement: Settlement, sentence: String) {
        let next = self.listed.with_untracked(|listed| following(listed, dispute).map(|next| words::id(next)));
        let dispute = Arc::clone(dispute);
        self.saver.save_then(settlement.changes(), move || {
            // One may have left the page meanwhile.
            self.asked_again.try_update(|again| again.retain(|other| !other.same_place(&dispute)));
            let undo = dispute.is_reversible().then_some((dispute, settlement));
            self.done.try_set(Some(Done { sentence, undo }));
            go_to(next);
        });
    }

    /// Gives the former value back and asks again.
    fn undo(self, dispute: Arc<Dispute>, settlement: &Settlement) {
        let Some(changes) = self.state.with_tables_now(|tables| settlement.undo(tables)) else {
            let sentence = "Rien n’a été annulé\u{a0}: ce champ a changé depuis votre choix.".to_owned();
            self.done.set(Some(Done { sentence, undo: None }));
            return request_animation_frame(dom::focus_heading_if_lost);
        };
        self.saver.save_then(changes, move || {
            let id = words::id(&dispute);
            self.asked_again.try_update(|again| {
                if !again.iter().any(|other| other.same_place(&dispute)) {
                    again.push(dispute);
                }
            });
            let sentence = "Choix annulé\u{a0}: la valeur d’avant est de nouveau en place.".to_owned();
            self.done.try_set(Some(Done { sentence, undo: None }));
            go_to(Some(id));
        });
    }
}

/// What the records dispute, and what is asked again in the records that are still there.
fn list(tables: &Tables, disputes: Vec<Dispute>, again: &[Arc<Dispute>]) -> Vec<Arc<Dispute>> {
    let mut listed: Vec<Arc<Dispute>> = disputes.into_iter().map(Arc::new).collect();
    let is_there = |record: &Record| !record.erased && !record.is_deleted();
    for dispute in again {
        let is_listed = listed.iter().any(|known| known.same_place(dispute));
        if !is_listed && tables.get(&dispute.key).is_some_and(is_there) {
            listed.push(Arc::clone(dispute));
        }
    }
    listed.sort_by(|a, b| a.key.cmp(&b.key));
    listed
}

fn following<'a>(listed: &'a [Arc<Dispute>], dispute: &Dispute) -> Option<&'a Arc<Dispute>> {
    listed.iter().skip_while(|other| !other.same_place(dispute)).nth(1)
}

/// Moves the focus to a dispute once it is shown, or to the heading when there is none.
fn go_to(id: Option<String>) {
    request_animation_frame(move || match id {
        Some(id) => {
            dom::focus(&id);
            dom::focus_heading_if_lost();
        }
        None => dom::focus_heading(),
    });
}

/// What was done last, and the way to take it back. The region exists before anything is said.
#[component]
pub fn DoneLine(
    /// The disputes of the page.
    desk: Desk,
) -> impl IntoView {
    let shown = move || {
        desk.done.get().map(|Done { sentence, undo }| {
            let undo = undo.map(|(dispute, settlement)| {
                let take_back = move |_| desk.undo(Arc::clone(&dispute), &settlement);
                view! {
                    <button type="button" class="button" on:click=take_back>
                        "Annuler"
                    </button>
                }
            });
            view! {
                <p class="breakable">{sentence}</p>
                {undo}
            }
        })
    };
    view! {
        <div class="done-line screen-only" role="status">
            {shown}
        </div>
    }
}
