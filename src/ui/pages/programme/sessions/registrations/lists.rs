//! Those who have a place, those who wait, those who gave theirs up.

use super::Room;
use crate::browser::dom;
use crate::domain::programme::person::Professional;
use crate::domain::programme::registration::{self, Registration, Status};
use crate::domain::programme::whole::Programme;
use crate::records::ChangeSet;
use crate::route::programme::ProgrammeRoute;
use crate::text::{format, programme as words, programme_people as of_people};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// A place, as a list says it.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    place: Registration,
    name: String,
    structure: String,
    priority: String,
    needs: String,
}

impl Line {
    fn of(programme: &Programme, place: &Registration) -> Option<Self> {
        let person: &Professional = programme.person(&place.person)?.as_ref();
        if person.restricted.is_some() {
            return None;
        }
        let structure = programme.structure_of(person).map(|structure| structure.name.clone());
        Some(Self {
            place: place.clone(),
            name: of_people::name(person),
            structure: structure.unwrap_or_default(),
            priority: of_people::eligibility(&programme.eligibility(person)),
            needs: person.needs.clone(),
        })
    }
}

fn lines(room: Room, is_of_list: fn(&Registration) -> bool) -> Memo<Vec<Line>> {
    Memo::new(move |_| {
        room.board.programme.with(|programme| {
            let places = programme.places(&room.id()).iter().filter(|place| is_of_list(place));
            places.filter_map(|place| Line::of(programme, place)).collect()
        })
    })
}

/// Where somebody is in a list, which acts say.
fn who(line: &Line) -> impl IntoView + use<> {
    let to = ProgrammeRoute::Person(line.place.person.clone()).to_hash();
    view! {
        <a href=to>
            <strong>{line.name.clone()}</strong>
        </a>
        <span>{line.structure.clone()}</span>
        <span class="hint">{line.priority.clone()}</span>
        {(!line.needs.is_empty()).then(|| view! { <span class="flag">{format!("À prévoir\u{a0}: {}", line.needs)}</span> })}
    }
}

/// Those who have a place, in the order of names.
#[component]
pub fn Registered(
    /// The session.
    room: Room,
) -> impl IntoView {
    let all = lines(room, Registration::is_registered);
    let sorted = Memo::new(move |_| {
        let mut sorted = all.get();
        sorted.sort_by_cached_key(|line| crate::domain::fold::fold(&line.name));
        sorted
    });
    let row = move |line: Line| {
        let told = line.place.invited_on.map(|on| format!("Convocation envoyée le {}", format::date(on)));
        let of = format!("\u{a0}: {}", line.name);
        let place = line.place.clone();
        view! {
            <li class="place-row">
                <div class="place-row__who">{who(&line)} <span class="hint">{told}</span></div>
                <button type="button" class="button button--plain" on:click=move |_| room.leaving.ask(place.clone())>
                    "Annuler ou déplacer"
                    <span class="visually-hidden">{of}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="inscrits">
            <h2 id="inscrits" tabindex="-1">
                "Inscrites et inscrits "
                <span class="count">{move || sorted.with(Vec::len)}</span>
            </h2>
            <Show
                when=move || sorted.with(|sorted| !sorted.is_empty())
                fallback=|| view! { <p>"Personne pour l’instant. Cherchez des personnes ci-dessous."</p> }
            >
                <ul role="list" class="place-rows">
                    <For each=move || sorted.get() key=|line| (line.place.clone(), line.name.clone()) children=row />
                </ul>
            </Show>
        </section>
    }
}

/// Those who wait, at their turn, and who would have a place now.
#[component]
pub fn Waiting(
    /// The session.
    room: Room,
) -> impl IntoView {
    let board = room.board;
    let waiting = lines(room, Registration::is_waiting);
    let promotable =
        Memo::new(move |_| board.programme.with(|programme| programme.promotable(&room.session.get()).len()));
    let give = move |changes: ChangeSet, title: String| {
        let done = Undoable { title, body: String::new(), take_back: "Annuler", taken_back: "De nouveau en attente" };
        board.save_places(changes, done, || request_animation_frame(|| dom::focus("inscrits")));
    };
    let give_all = move |_| {
        let changes = board.now().promote_all(&room.session.get_untracked());
        give(changes, "Places données dans l’ordre de la liste".to_owned());
    };
    let row = move |(nth, line): (usize, Line)| {
        let of = format!("\u{a0}: {}", line.name);
        let (place, name) = (line.place.clone(), line.name.clone());
        let leave = line.place.clone();
        let seat = move |_| {
            give(registration::set_status(&place, &Status::Registered), format!("{name}\u{a0}: inscription confirmée"));
        };
        view! {
            <li class="place-row">
                <span class="place-row__turn">{nth + 1}</span>
                <div class="place-row__who">{who(&line)}</div>
                <Show when=move || { nth < promotable.get() }>
                    <button type="button" class="button" on:click=seat.clone()>
                        "Donner la place"
                        <span class="visually-hidden">{of.clone()}</span>
                    </button>
                </Show>
                <button type="button" class="button button--plain" on:click=move |_| room.leaving.ask(leave.clone())>
                    "Annuler ou déplacer"
                    <span class="visually-hidden">{format!("\u{a0}: {}", line.name)}</span>
                </button>
            </li>
        }
    };
    let numbered = move || waiting.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <Show when=move || waiting.with(|waiting| !waiting.is_empty())>
            <section class="stack" aria-labelledby="attente">
                <h2 id="attente">
                    "Liste d’attente " <span class="count">{move || waiting.with(Vec::len)}</span>
                </h2>
                <Show
                    when=move || { promotable.get() > 0 }
                    fallback=|| view! { <p>"Aucune place libre pour l’instant\u{a0}: dès qu’une se libère, elle est proposée ici, dans l’ordre."</p> }
                >
                    <p>
                        <button type="button" class="button button--primary" on:click=give_all>
                            {move || match promotable.get() {
                                1 => "Donner la place libre à la première personne".to_owned(),
                                places => format!("Donner les {places} places libres, dans l’ordre"),
                            }}
                        </button>
                    </p>
                </Show>
                <ol role="list" class="place-rows">
                    <For
                        each=numbered
                        key=|(nth, line)| (*nth, line.place.clone(), line.name.clone())
                        children=row
                    />
                </ol>
            </section>
        </Show>
    }
}

/// Those who gave their place up, with the reason.
#[component]
pub fn Cancelled(
    /// The session.
    room: Room,
) -> impl IntoView {
    let cancelled = lines(room, |place| matches!(place.status, Status::Cancelled { .. }));
    view! {
        <Show when=move || cancelled.with(|cancelled| !cancelled.is_empty())>
            <details class="disclosure">
                <summary>{move || format!("Inscriptions annulées ({})", cancelled.with(Vec::len))}</summary>
                <ul class="stack stack--tight">
                    <For each=move || cancelled.get() key=|line| line.place.clone() let(line)>
                        <li>{line.name} ". " {words::place(&line.place.status)}</li>
                    </For>
                </ul>
            </details>
        </Show>
    }
}
