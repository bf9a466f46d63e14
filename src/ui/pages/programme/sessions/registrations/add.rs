//! Finding people and giving them a place, several at once.

use super::Room;
use crate::browser::{clock, dom};
use crate::domain::programme::enrol::Candidate;
use crate::domain::programme::id::ProfessionalId;
use crate::route::programme::ProgrammeRoute;
use crate::text::{programme_people as of_people, programme_registrations as text};
use crate::ui::components::{FieldFault, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How many people are shown at once.
const SHOWN: usize = 40;

/// People to register.
#[component]
pub fn AddPeople(
    /// The session.
    room: Room,
) -> impl IntoView {
    let board = room.board;
    let typed = RwSignal::new(String::new());
    let ticked = RwSignal::new(BTreeSet::<ProfessionalId>::new());
    let found = Memo::new(move |_| {
        typed.with(|typed| board.programme.with(|programme| programme.candidates(&room.session.get(), typed)))
    });
    let shown = move || found.with(|found| found.iter().take(SHOWN).cloned().collect::<Vec<_>>());
    let free = move || {
        let shown = shown();
        shown.into_iter().filter(|one| one.refusal.is_none()).map(|one| one.person).collect::<Vec<_>>()
    };
    let register = move |_| {
        // In the order of the list, those who were ticked and are hidden by another search last.
        let programme = board.now();
        let chosen = ticked.get_untracked();
        let people: Vec<ProfessionalId> =
            programme.people.iter().map(|person| person.id.clone()).filter(|id| chosen.contains(id)).collect();
        let enrolled = programme.register_all(&room.session.get_untracked(), &people, clock::now_ms());
        let (title, body) = text::enrolled(&enrolled);
        let done = Undoable { title, body, take_back: "Annuler", taken_back: "Inscriptions retirées" };
        ticked.set(BTreeSet::new());
        board.save_places(enrolled.changes, done, || request_animation_frame(|| dom::focus("inscrits")));
    };
    let number = Memo::new(move |_| ticked.with(BTreeSet::len));
    let asked = move |event| {
        if number.get_untracked() > 0 {
            register(event);
        }
    };
    let is_open = Memo::new(move |_| room.session.with(|session| !session.is_cancelled()));
    view! {
        <Show when=move || is_open.get()>
            <section class="stack screen-only" aria-labelledby="inscrire">
                <h2 id="inscrire">"Inscrire des personnes"</h2>
                <TextField
                    id="inscrire-recherche"
                    label="Chercher par nom ou par structure"
                    takes=Takes::Line
                    value=typed
                    faults=Signal::stored(Vec::<FieldFault>::new())
                />
                <p role="status">{move || text::found(found.with(Vec::len), SHOWN)}</p>
                <p class="row">
                    <button type="button" class="button button--plain" on:click=move |_| ticked.update(|ticked| ticked.extend(free()))>
                        "Tout cocher"
                    </button>
                    <a href=ProgrammeRoute::NewPerson.to_hash()>"Ajouter une personne"</a>
                    <a href=ProgrammeRoute::ImportPeople.to_hash()>"Importer une liste"</a>
                </p>
                <ul role="list" class="candidates">
                    <For each=shown key=Clone::clone let(candidate)>
                        <CandidateRow room candidate ticked />
                    </For>
                </ul>
                <p class="candidates-act">
                    <button
                        type="button"
                        class="button button--primary"
                        aria-disabled=move || (number.get() == 0).to_string()
                        on:click=asked
                    >
                        {move || match number.get() {
                            0 => "Inscrire les personnes cochées".to_owned(),
                            1 => "Inscrire 1\u{a0}personne".to_owned(),
                            number => format!("Inscrire {number}\u{a0}personnes"),
                        }}
                    </button>
                </p>
            </section>
        </Show>
    }
}

/// Somebody to tick, or why they cannot be registered.
#[component]
fn CandidateRow(
    /// The session.
    room: Room,
    /// Who.
    candidate: Candidate,
    /// Those who are ticked.
    ticked: RwSignal<BTreeSet<ProfessionalId>>,
) -> impl IntoView {
    let Candidate { person: id, refusal } = candidate;
    let said = room.board.programme.with_untracked(|programme| {
        let person = programme.person(&id)?;
        let structure = programme.structure_of(person).map(|structure| structure.name.clone());
        let refused = refusal.as_ref().map(|refusal| of_people::refusal(programme, refusal));
        let priority = of_people::eligibility(&programme.eligibility(person));
        Some((of_people::name(person), structure.unwrap_or_default(), refused.unwrap_or(priority)))
    });
    let id = StoredValue::new(id);
    said.map(|(name, structure, more)| {
        let is_ticked = move || ticked.with(|ticked| id.with_value(|id| ticked.contains(id)));
        let toggle = move |event| {
            let (is_in, id) = (event_target_checked(&event), id.get_value());
            ticked.update(|ticked| {
                if is_in {
                    ticked.insert(id);
                } else {
                    ticked.remove(&id);
                }
            });
        };
        view! {
            <li>
                <label class="choice">
                    <input type="checkbox" disabled=refusal.is_some() prop:checked=is_ticked on:change=toggle />
                    <span class="choice__body">
                        <strong>{name}</strong>
                        <span>{structure}</span>
                        <span class="hint">{more}</span>
                    </span>
                </label>
            </li>
        }
    })
}
