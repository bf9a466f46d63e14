//! Those who are only kept as a proof, and those whose last day is past: to erase.

use super::super::board::Board;
use super::erasing::{EraseDialogs, Erasing, stay};
use crate::browser::{clock, dom};
use crate::domain::programme::erasure::{self, Due, DueWhy};
use crate::domain::programme::person::Professional;
use crate::records::ChangeSet;
use crate::state::AppState;
use crate::text::programme_people as text;
use crate::ui::components::{CaseRow, Messages};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

/// Everybody who is only kept, those who are to erase first; nothing when there is nobody.
#[component]
pub fn RestrictedPeople(
    /// The cycle.
    board: Board,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let people = Memo::new(move |_| {
        let mut people = board.programme.with(|programme| programme.restricted.clone());
        people.sort_by_key(|person| person.restricted.as_ref().map(|it| it.until));
        people
    });
    let is_empty = Memo::new(move |_| people.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby="limitees">
                <h2 id="limitees">"Gardées seulement comme preuve"</h2>
                <p>{text::RESTRICTION_MEANS}</p>
                <Kept people=people.into() erasing />
            </section>
        </Show>
    }
}

/// Those whose erasing is due, for « À supprimer »; nothing when there is nobody.
#[component]
pub fn DuePeople() -> impl IntoView {
    let state = AppState::expect();
    let people = Memo::new(move |_| state.with_tables(|tables| erasure::due(tables, clock::today())));
    let is_empty = Memo::new(move |_| people.with(Vec::is_empty));
    let (erasing, messages) = (Erasing::new(), Messages::expect());
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby="personnes-echues">
                <h2 id="personnes-echues">{move || text::due(people.with(Vec::len))}</h2>
                <p>{text::DUE_MEANS}</p>
                <ul role="list" class="cases">
                    <For each=move || people.get() key=Due::clone let(due)>
                        <DueRow due erasing />
                    </For>
                </ul>
            </section>
        </Show>
        // Beside what goes away with the last of them.
        <EraseDialogs erasing then=stay(messages) />
    }
}

/// Somebody whose erasing is due.
#[component]
fn DueRow(
    /// Who, and why.
    due: Due,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    match due.why {
        DueWhy::ProofOver => view! { <KeptRow person=Arc::new(due.person) erasing /> }.into_any(),
        DueWhy::Removed { on } => {
            let back = ("Rétablir", erasure::put_back(&due.person.id), "Fiche rétablie", "");
            view! { <PersonRow person=Arc::new(due.person) sentence=text::removed_on(on) back erasing /> }.into_any()
        }
    }
}

#[component]
fn Kept(
    /// Who.
    people: Signal<Vec<Arc<Professional>>>,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    view! {
        <ul role="list" class="cases">
            <For each=move || people.get() key=|person| (**person).clone() let(person)>
                <KeptRow person erasing />
            </For>
        </ul>
    }
}

#[component]
fn KeptRow(
    /// Who.
    person: Arc<Professional>,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let sentence = person.restricted.as_ref().map(|it| text::restricted(it, clock::today())).unwrap_or_default();
    let lift = erasure::restrict(&person.id, None);
    let back = ("Lever la limitation", lift, "Limitation levée", "La fiche revient dans les listes.");
    view! { <PersonRow person sentence back erasing /> }
}

/// What puts somebody back in the lists: its button, the changes, and what is said then.
type Back = (&'static str, ChangeSet, &'static str, &'static str);

#[component]
fn PersonRow(
    /// Who.
    person: Arc<Professional>,
    /// Why they are here.
    sentence: String,
    /// The way back to the lists.
    back: Back,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let name = text::name(&person);
    let of = format!("\u{a0}: {name}");
    let to_erase = person.id.clone();
    let (act, changes, title, body) = back;
    let put_back = move |_| {
        saver.save_then(changes.clone(), move || {
            messages.done(title, body);
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <CaseRow name sentence>
            <button type="button" class="button button--plain" on:click=move |_| erasing.ask(to_erase.clone())>
                "Effacer"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
            <button type="button" class="button button--plain" on:click=put_back>
                {act}
                <span class="visually-hidden">{of}</span>
            </button>
        </CaseRow>
    }
}
