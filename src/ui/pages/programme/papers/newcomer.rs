//! Somebody who comes without a place: found among those who are known, and given one.

use super::attendance::Desk;
use crate::browser::{clock, dom};
use crate::domain::fold::fold;
use crate::domain::programme::id::ProfessionalId;
use crate::domain::programme::whole::Programme;
use crate::route::programme::ProgrammeRoute;
use crate::text::{format, programme_attendance as text};
use crate::ui::components::{FieldFault, Takes, TextField};
use leptos::prelude::*;

/// How many are proposed.
const MOST: usize = 8;

/// Somebody who may be given a place.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Found {
    id: ProfessionalId,
    name: String,
    structure: String,
}

/// Those whose name or structure holds what is typed, and who have no place in the session.
fn found(programme: &Programme, roll: &[ProfessionalId], typed: &str) -> Vec<Found> {
    let wanted = fold(typed);
    if wanted.chars().count() < 2 {
        return Vec::new();
    }
    let structure = |person| programme.structure_of(person).map(|one| one.name.clone()).unwrap_or_default();
    let free = programme.people.iter().filter(|person| !roll.contains(&person.id));
    let each =
        free.map(|person| Found { id: person.id.clone(), name: person.listed_name(), structure: structure(person) });
    each.filter(|one| fold(&format!("{} {}", one.name, one.structure)).contains(&wanted)).take(MOST).collect()
}

/// The search, and what gives a place.
#[component]
pub fn Newcomer(
    /// What the page notes.
    desk: Desk,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let is_asked = move || typed.with(|typed| typed.trim().chars().count() > 1);
    let people = Memo::new(move |_| {
        desk.with(|programme, session| {
            let here: Vec<_> = programme.registered(&session.id).into_iter().map(|one| one.id.clone()).collect();
            typed.with(|typed| found(programme, &here, typed))
        })
    });
    let said = move || match people.with(Vec::len) {
        _ if !is_asked() => String::new(),
        0 => "Personne de ce nom parmi les fiches.".to_owned(),
        MOST => format!("Les {MOST}\u{a0}premières\u{a0}: précisez le nom pour en voir d’autres."),
        count => format::count(format::number(count), "personne", "personnes"),
    };
    let faults = Signal::derive(Vec::<FieldFault>::new);
    view! {
        <section class="stack screen-only" aria-labelledby="sans-inscription">
            <h2 id="sans-inscription">"Quelqu’un vient sans être inscrit"</h2>
            <TextField
                id="venue"
                label="Nom ou structure"
                hint="Deux lettres suffisent. La personne a sa place même si le groupe est complet\u{a0}: elle est là."
                takes=Takes::Line
                value=typed
                faults
            />
            <p class="status-line" role="status">
                {said}
            </p>
            <ul role="list" class="picks">
                <For each=move || people.get() key=|one| one.clone() let(one)>
                    <FoundRow desk one typed />
                </For>
            </ul>
            <p>
                <a href=ProgrammeRoute::NewPerson.to_hash()>"La personne n’a pas encore de fiche\u{a0}: en ajouter une"</a>
            </p>
        </section>
    }
}

#[component]
fn FoundRow(
    /// What the page notes.
    desk: Desk,
    /// Who.
    one: Found,
    /// What is typed, emptied once they have a place.
    typed: RwSignal<String>,
) -> impl IntoView {
    let Found { id, name, structure } = one;
    let of = format!("\u{a0}: {name}");
    let shown = name.clone();
    let register = move |_| {
        let given = desk.with_now(|programme, session| {
            let given = programme.welcome(session, &id, clock::now_ms());
            Some(given.map_err(|refusal| text::refusal(programme, &refusal)))
        });
        match given {
            Some(Ok(changes)) => {
                desk.store(changes, format!("Enregistré\u{a0}: {name} a une place dans cette session."), || {});
                typed.set(String::new());
                dom::focus("venue");
            }
            Some(Err(refused)) => desk.refuse(refused),
            None => {}
        }
    };
    view! {
        <li class="pick">
            <div>
                <p>{shown}</p>
                <p class="hint">{structure}</p>
            </div>
            <button type="button" class="button" on:click=register>
                "Inscrire"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}
