//! Actors in a list: what each is for, the function to ask for, whom is noted there.

use super::contact_row::Reach;
use super::known::Known;
use crate::domain::ecosystem::contact::{About, Contact};
use crate::domain::ecosystem::known::KnownActor;
use crate::domain::ecosystem::model::{Actor, ActorId};
use crate::domain::ecosystem::places::PlaceSearch;
use crate::domain::ecosystem::search::Why;
use crate::route::Route;
use crate::text::ecosystem as text;
use leptos::prelude::*;

/// An actor of a list, and why it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub actor: ActorId,
    why: Why,
}

impl Line {
    pub fn new(actor: ActorId, why: Why) -> Self {
        Self { actor, why }
    }
}

/// Actors under a heading; nothing when there are none.
#[component]
pub fn ActorList(
    /// What is known.
    known: Known,
    /// The heading.
    title: &'static str,
    /// The actors.
    lines: Vec<Line>,
) -> impl IntoView {
    let rows = lines.into_iter().map(|line| view! { <ActorLine known line /> }).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{title} " " <span class="count">{rows.len()}</span></h2>
                <ul role="list" class="places actors">
                    {rows}
                </ul>
            </section>
        }
    })
}

/// One actor.
#[component]
fn ActorLine(
    /// What is known.
    known: Known,
    /// The actor, and why it is there.
    line: Line,
) -> impl IntoView {
    let Line { actor: id, why } = line;
    let (found, contacts, why) = known.with(|ecosystem| {
        let contacts: Vec<Contact> = ecosystem.contacts_of(&About::Actor(id.clone())).cloned().collect();
        let why = match &why {
            Why::Mission(mission) => Some(text::mission(known.mission(*mission))),
            Why::FormerName(former) => Some(format!("Prend la suite de : {}", ecosystem.name(former))),
            _ => None,
        };
        (ecosystem.actor(&id).cloned(), contacts, why)
    });
    found.map(|found| {
        let KnownActor { actor, .. } = found;
        let chip =
            text::status_chip(&actor.status).map(|status| view! { <span class="chip chip--plain">{status}</span> });
        let ask_for = (!actor.ask_for.is_empty()).then(|| {
            view! {
                <p>
                    <span class="hint">"Demander : "</span>
                    {actor.ask_for.clone()}
                </p>
            }
        });
        view! {
            <li class="place">
                <div class="place__what">
                    <h3 class="place__name">
                        <a href=Route::Actor(actor.id.clone()).to_hash()>{actor.name.clone()}</a>
                    </h3>
                    {chip}
                    <p>{actor.role.clone()}</p>
                    {ask_for}
                    {why.map(|why| view! { <p class="hint">{why}</p> })}
                </div>
                <WhomToCall actor contacts />
            </li>
        }
    })
}

/// Who is noted there, or the way to note somebody; and the way to its places.
#[component]
fn WhomToCall(
    /// The actor.
    actor: Actor,
    /// Who is noted there.
    contacts: Vec<Contact>,
) -> impl IntoView {
    let Actor { id, name, places, .. } = actor.clone();
    let has_none = contacts.is_empty() && actor.is_current();
    let whom = |contact: Contact| {
        let title = contact.title().to_owned();
        view! {
            <li class="actor__contact">
                <span>{title.clone()} "\u{a0}:"</span>
                <Reach reach=contact.reach.clone() whom=title />
            </li>
        }
    };
    let to_note = has_none.then(|| {
        view! {
            <span class="hint">{text::NO_CONTACT}</span>
            <AddContact id name=name.clone() />
        }
    });
    let people =
        (!contacts.is_empty()).then(|| view! { <ul role="list">{contacts.into_iter().map(whom).collect_view()}</ul> });
    view! {
        <div class="actor__reach">
            {people}
            <div class="actor__ways screen-only">
                {to_note} {places.map(|search| view! { <SeePlaces search name /> })}
            </div>
        </div>
    }
}

/// To where somebody may be noted: the sheet of the structure.
#[component]
pub fn AddContact(
    /// The structure.
    id: ActorId,
    /// Its name, for those who hear the link alone.
    name: String,
) -> impl IntoView {
    view! {
        <a href=Route::Actor(id).to_hash()>
            "Ajouter un contact" <span class="visually-hidden">{format!("\u{a0}: {name}")}</span>
        </a>
    }
}

/// To the directory, searched for the places of an actor.
#[component]
pub fn SeePlaces(
    /// What shows them.
    search: PlaceSearch,
    /// The name of the actor, for those who hear the link alone.
    name: String,
) -> impl IntoView {
    view! {
        <a href=Route::Directory(search.query()).to_hash()>
            {text::SEE_PLACES} <span class="visually-hidden">{format!("\u{a0}: {name}")}</span>
        </a>
    }
}
