//! The form of a session.

use super::super::board::{Board, NotHere};
use super::super::sheet::{EditSheetPage, NewSheetPage, Sheet};
use super::sessions;
use crate::content::curriculum::delivered;
use crate::domain::curriculum::edit::kept_with;
use crate::domain::form::{Filled, InputId};
use crate::domain::programme::id::{SESSION_KIND, SessionId};
use crate::domain::programme::session::{self, Session, field};
use crate::records::ChangeSet;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::programme_sessions as text;
use crate::ui::components::{BackTo, Named, Told};
use crate::ui::pages::teaching::known::{named_versions, versions_in};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Those who may train, and the versions of the curriculum that may be followed.
fn named(board: Board) -> BTreeMap<&'static str, Named> {
    let programme = board.now();
    let trainers = programme.trainers.iter().map(|trainer| (trainer.id.as_str().to_owned(), trainer.name()));
    let versions = board.saver.state().with_tables_now(named_versions);
    BTreeMap::from([(field::TRAINERS, trainers.collect()), (field::CURRICULUM, versions)])
}

/// What the half-days come to.
fn hours_told(board: Board) -> Told {
    let say = Callback::new(move |filled: Filled| {
        let least = board.programme.with(|programme| programme.cycle.least_minutes());
        text::typed_hours(session::typed_hours(&filled), least)
    });
    Told { under: field::AFTERNOON, say }
}

/// A day of seven hours, whose breaks are still to choose, which follows the delivered version.
fn usual() -> Filled {
    let mut filled = Filled::default();
    for (field, part, typed) in [
        (field::MORNING, "from", "09:00"),
        (field::MORNING, "to", "12:30"),
        (field::MORNING, "pause", "0"),
        (field::AFTERNOON, "from", "13:30"),
        (field::AFTERNOON, "to", "17:00"),
        (field::AFTERNOON, "pause", "0"),
    ] {
        filled.set(InputId::part(field, part), typed);
    }
    filled.set(InputId::alone(field::CAPACITY), Session::USUAL_CAPACITY.to_string());
    if let Ok(delivered) = delivered() {
        filled.set(InputId::alone(field::CURRICULUM), delivered.id.as_str());
    }
    filled
}

/// A new session.
#[component]
pub fn NewSessionPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let sheet = Sheet {
        lead: "Rien n’est obligatoire\u{a0}: ce qui manque se complète plus tard.",
        act: "Ajouter la session",
        named: named(board),
        told: Some(hours_told(board)),
        proposed: usual(),
        besides: Some(Callback::new(move |key| board.belongs(&key))),
        then: Callback::new(|id| ProgrammeRoute::Session(SessionId(id), SessionPart::Summary).into()),
        ..Sheet::new(SESSION_KIND, "Ajouter une session", sessions(), "Session ajoutée")
    };
    view! { <NewSheetPage sheet /> }
}

/// A known session.
#[component]
pub fn EditSessionPage(
    /// The cycle.
    board: Board,
    /// Which one.
    id: SessionId,
) -> impl IntoView {
    let back =
        BackTo::new(ProgrammeRoute::Session(id.clone(), SessionPart::Summary), untrack(|| board.session_name(&id)));
    let then = back.route.clone();
    let of = id.clone();
    let along = Callback::new(move |changes: ChangeSet| {
        let versions = board.saver.state().with_tables_now(versions_in);
        let programme = board.now();
        let session = programme.session(&of);
        session.map(|session| kept_with(session, &changes, &versions, board.today)).unwrap_or_default()
    });
    let sheet = Sheet {
        named: named(board),
        along: Some(along),
        told: Some(hours_told(board)),
        then: Callback::new(move |_| then.clone()),
        ..Sheet::new(SESSION_KIND, "Modifier la session", back, "Session enregistrée")
    };
    view! { <EditSheetPage sheet id=id.0 missing=|| view! { <NotHere what="Cette session" back=sessions() /> } /> }
}
