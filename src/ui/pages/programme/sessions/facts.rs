//! When and where a session is held, with whom, and what its room needs.

use super::super::board::Board;
use super::Followed;
use crate::domain::programme::hours::Half;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::{Equipment, Session, check};
use crate::domain::programme::whole::Programme;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::programme_sessions as text;
use crate::ui::pages::teaching::known::versions_in;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// When, where, with whom.
#[component]
pub fn WhenAndWhere(
    /// The cycle.
    board: Board,
    /// The session, followed.
    session: Followed,
) -> impl IntoView {
    let facts = Memo::new(move |_| {
        board.programme.with(|programme| {
            session.with(|session| session.as_ref().map(|it| facts(board, programme, it)).unwrap_or_default())
        })
    });
    let fact = |(name, value): (&'static str, String)| {
        let value = match value.is_empty() {
            true => view! { <span class="hint">"À compléter"</span> }.into_any(),
            false => view! { <span class="breakable session__text">{value}</span> }.into_any(),
        };
        view! {
            <dt>{name}</dt>
            <dd>{value}</dd>
        }
    };
    let edit = move || {
        session.with(|session| {
            let id = session.as_ref().map(|session| session.id.clone());
            id.map(|id| ProgrammeRoute::Session(id, SessionPart::Edit).to_hash())
        })
    };
    view! {
        <section class="stack" aria-labelledby="journee">
            <h2 id="journee">"La journée"</h2>
            <dl class="facts">{move || facts.get().into_iter().map(fact).collect_view()}</dl>
            <p class="screen-only">
                <a class="button" href=edit>
                    "Modifier la session"
                </a>
            </p>
        </section>
    }
}

fn facts(board: Board, programme: &Programme, session: &Session) -> Vec<(&'static str, String)> {
    let half = |half: Half| session.hours.half(half).map(text::half_day).unwrap_or_default();
    let trainers = if session.trainers.is_empty() { String::new() } else { text::trainers(programme, session) };
    vec![
        ("Jour", session.held_on.map(|_| text::when(session)).unwrap_or_default()),
        ("Matin", half(Half::Morning)),
        ("Après-midi", half(Half::Afternoon)),
        ("Durée de la formation", text::duration(programme, session)),
        ("Animation", trainers),
        ("Lieu", session.place.clone()),
        ("Salle", session.room.clone()),
        ("Adresse", session.address.clone()),
        ("Commune", text::commune(session, board.communes).unwrap_or_default()),
        ("Accès", session.access.clone()),
        ("Places", session.capacity.to_string()),
        ("Version du référentiel", version(board, session)),
    ]
}

/// What the version that a session follows is called, followed; empty when it follows none that is here.
fn version(board: Board, session: &Session) -> String {
    let versions = board.saver.state().with_tables(versions_in);
    let followed = session.curriculum.as_ref().and_then(|id| versions.into_iter().find(|version| version.id == *id));
    followed.map(|version| version.title).unwrap_or_default()
}

/// What the room has, and what is brought there.
#[component]
pub fn RoomPart(
    /// The cycle.
    board: Board,
    /// The session, followed.
    session: Followed,
    /// Which one.
    id: SessionId,
) -> impl IntoView {
    // With what is on its way to the disk: a tick counts those that were made just before.
    let written = id.key().ok().map(|key| board.saver.state().record_as_written(key));
    let known = {
        let id = id.clone();
        Memo::new(move |_| {
            let record = written.and_then(|written| written.get());
            record.map(|record| Session::from_record(&id.0, &record).equipment).unwrap_or_default()
        })
    };
    let tick = move |one| view! { <Tick board known id=id.clone() one /> };
    let of = move |read: fn(&Session) -> Vec<String>| {
        session.with(|session| session.as_deref().map(read).unwrap_or_default())
    };
    let materials = move || {
        let lines = of(|session| {
            let lines = session.materials.lines().map(|line| line.trim().to_owned());
            lines.filter(|line| !line.is_empty()).collect()
        });
        match lines.is_empty() {
            true => view! { <p class="hint">"Rien n’est noté."</p> }.into_any(),
            false => {
                view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
            }
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="salle">
            <h2 id="salle">"La salle"</h2>
            <p class="hint screen-only">"Cochez ce qui a été vérifié."</p>
            <ul role="list" class="checklist">
                {Equipment::ALL.map(tick).collect_view()}
            </ul>
        </section>
        <section class="stack stack--tight" aria-labelledby="materiel">
            <h2 id="materiel">"À apporter"</h2>
            {materials}
        </section>
    }
}

/// A line of the room's checklist, ticked once somebody made sure of it.
#[component]
fn Tick(
    /// The cycle.
    board: Board,
    /// What the room has, followed.
    known: Memo<BTreeSet<Equipment>>,
    /// Which session.
    id: SessionId,
    /// What the room should have.
    one: Equipment,
) -> impl IntoView {
    let is_there = Memo::new(move |_| known.with(|known| known.contains(&one)));
    let is_lacking = move || !is_there.get() && Equipment::NEEDED.contains(&one);
    let tick = move |event| {
        let changes = known.with_untracked(|known| check(&id, known, one, event_target_checked(&event)));
        board.saver.save_ahead_then(changes, || {});
    };
    view! {
        <li>
            <label class="choice checklist__line" class:checklist__line--lacking=is_lacking>
                <input type="checkbox" prop:checked=is_there on:change=tick />
                <span>{move || text::checked(one, is_there.get())}</span>
            </label>
        </li>
    }
}
