//! What colleagues want to remember of a place, dated.

use super::Known;
use super::sign::{SignField, fault};
use crate::browser::{clock, dom, identity};
use crate::domain::directory::local::change;
use crate::domain::directory::local::model::{Note, NoteId, Signature};
use crate::text::local as text;
use crate::ui::components::{FieldFault, Fold, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const FIELD: &str = "lieu-note";
const SIGN: &str = "lieu-note-par";
const HEADING: &str = "lieu-notes";

/// The notes, the latest first, and the way to add one.
#[component]
pub fn Notes(
    /// The place.
    known: Known,
) -> impl IntoView {
    let notes = Memo::new(move |_| {
        let mut notes: Vec<(NoteId, Note)> =
            known.life.with(|life| life.notes.iter().map(|(id, note)| (id.clone(), note.clone())).collect());
        notes.sort_by(|(a_id, a), (b_id, b)| b.on.cmp(&a.on).then_with(|| b_id.cmp(a_id)));
        notes
    });
    let is_open = RwSignal::new(false);
    view! {
        <div class="stack stack--tight">
            <h3 id=HEADING tabindex="-1">
                "Notes"
            </h3>
            <Show when=move || !notes.with(Vec::is_empty) fallback=|| view! { <p class="screen-only">"Aucune note."</p> }>
                <ul role="list" class="local__notes">
                    <For each=move || notes.get() key=|(id, note)| (id.clone(), note.text.clone(), note.on, note.by.clone()) let((id, note))>
                        <NoteRow known id note />
                    </For>
                </ul>
            </Show>
            <Fold summary="Ajouter une note" is_open>
                <NoteForm known is_open />
            </Fold>
        </div>
    }
}

/// A note, and the way to take it away; taken away by mistake, it can be put back.
#[component]
fn NoteRow(
    /// The place.
    known: Known,
    /// The note's identity.
    id: NoteId,
    /// The note.
    note: Note,
) -> impl IntoView {
    let head = text::note_head(&note);
    let words = note.text.clone();
    let remove = {
        let title = format!("Note du {head} retirée");
        move |_| {
            let changes = known.life.with_untracked(|life| change::remove_note(life, &id));
            let done = Undoable {
                title: title.clone(),
                body: String::new(),
                take_back: "Remettre cette note",
                taken_back: "Note remise",
            };
            known.saver.save_undoable(changes, done, || dom::focus(HEADING));
        }
    };
    view! {
        <li class="local__note">
            <p class="prose">{words}</p>
            <div class="row">
                <span class="hint">{head.clone()}</span>
                <button type="button" class="button screen-only" on:click=remove>
                    "Retirer"
                    <span class="visually-hidden">{format!(" la note du {head}")}</span>
                </button>
            </div>
        </li>
    }
}

/// A new note.
#[component]
fn NoteForm(
    /// The place.
    known: Known,
    /// Whether the form is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let by = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    // Drawn again only once a note is written, so that a form sent twice writes one.
    let next = StoredValue::new(identity::new_record_id().ok());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let signed = Signature::read(&by.get_untracked()).map_err(|wrong| fault(SIGN, wrong));
        let note = signed
            .and_then(|by| Note::new(&words.get_untracked(), clock::today(), by).map_err(|wrong| fault(FIELD, wrong)));
        match (note, next.get_value()) {
            (Err(wrong), _) => faults.set(vec![wrong]),
            (Ok(note), Some(id)) => {
                faults.set(Vec::new());
                let id = NoteId::new(id);
                known.act(
                    |life| change::write_note(life, &id, &note),
                    "Note enregistrée",
                    move || {
                        // One may have left the page.
                        let _ = (words.try_set(String::new()), is_open.try_set(false));
                        let _ = next.try_update_value(|next| *next = identity::new_record_id().ok());
                        dom::focus(HEADING);
                    },
                );
            }
            // Identities made by the program are well formed.
            (Ok(_), None) => {}
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <TextField id=FIELD label="Note" takes=Takes::Text value=words faults />
            <SignField id=SIGN typed=by faults />
            <button type="submit" class="button button--start">
                "Enregistrer la note"
            </button>
        </form>
    }
}
