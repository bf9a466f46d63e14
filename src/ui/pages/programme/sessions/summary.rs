//! A session: what is known of it, where it stands, and the way to everything that is done for it.

use super::super::board::{Board, NotHere};
use super::super::mission::SessionFile;
use super::super::papers::ReportField;
use super::acts::Acts;
use super::facts::{RoomPart, WhenAndWhere};
use super::standing::Standing;
use super::{Followed, sessions};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::clashes;
use crate::route::community::CommunityRoute;
use crate::route::evaluation::EvaluationRoute;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::route::teaching::TeachingRoute;
use crate::text::programme_attendance as of_presences;
use crate::text::programme_sessions as text;
use crate::ui::components::{Icon, Notice, Page, Tone, WayCard};
use leptos::prelude::*;

/// The page of a session.
#[component]
pub fn SummaryPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let session: Followed = {
        let id = id.clone();
        Memo::new(move |_| board.session(&id))
    };
    let is_here = Memo::new(move |_| session.with(Option::is_some));
    view! {
        <Show
            when=move || is_here.get()
            fallback=|| view! { <NotHere what="Cette session" back=sessions() /> }
        >
            <Summary board session id=id.clone() />
        </Show>
    }
}

#[component]
fn Summary(
    /// The cycle.
    board: Board,
    /// The session, followed.
    session: Followed,
    /// Which one.
    id: SessionId,
) -> impl IntoView {
    let named = id.clone();
    let title = Signal::derive(move || board.session_name(&named));
    let lead = Signal::derive(move || {
        session.with(|session| session.as_ref().map(|session| format!("{}.", text::place(session, board.communes))))
    });
    view! {
        <Page title lead back=sessions()>
            <ToCheck board session />
            <Standing board session id=id.clone() />
            <Ways board session id=id.clone() />
            <WhenAndWhere board session />
            <RoomPart board session id=id.clone() />
            <section class="stack screen-only" aria-labelledby="rendu">
                <h2 id="rendu">"Compte rendu"</h2>
                <ReportField board id=id.clone() />
            </section>
            <div class="screen-only">
                <SessionFile id=id.clone() />
            </div>
            <Acts board id />
        </Page>
    }
}

/// What is to check, first in what it concerns.
#[component]
fn ToCheck(
    /// The cycle.
    board: Board,
    /// The session, followed.
    session: Followed,
) -> impl IntoView {
    let warnings = Memo::new(move |_| {
        session.with(|session| {
            let warned = |session| {
                board.programme.with(|programme| text::warnings(programme, session, &clashes(&programme.sessions)))
            };
            session.as_deref().map(warned).unwrap_or_default()
        })
    });
    let notice = move || {
        let warnings = warnings.get();
        (!warnings.is_empty()).then(|| {
            view! {
                <Notice tone=Tone::Caution title="À vérifier">
                    <ul>{warnings.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
                </Notice>
            }
        })
    };
    view! { {notice} }
}

/// What is done for a session.
#[component]
fn Ways(
    /// The cycle.
    board: Board,
    /// The session, followed.
    session: Followed,
    /// Which one.
    id: SessionId,
) -> impl IntoView {
    let group = move || {
        board.programme.with(|programme| {
            session.with(|session| {
                let session = session.as_ref()?;
                let group = programme.group(session);
                let fit = text::fit(programme, session, group).map(|fit| format!(". {fit}")).unwrap_or_default();
                Some(format!("{}{fit}.", text::seats(group)))
            })
        })
    };
    // Once the day has come, what is still to note is what one comes for.
    let presences = move || {
        let missing = session.with(|session| {
            let come = session.as_ref().filter(|it| it.has_come_by(board.today) && !it.is_cancelled())?;
            Some(board.programme.with(|programme| programme.missing_presences(come)))
        });
        missing.map_or_else(|| "Qui est là, matin et après-midi.".to_owned(), of_presences::to_note)
    };
    let to = |part: SessionPart| ProgrammeRoute::Session(id.clone(), part).to_hash();
    let run = TeachingRoute::Run(id.clone()).to_hash();
    let cards = CommunityRoute::Session(id.clone()).to_hash();
    let evaluation = EvaluationRoute::Session(id.clone()).to_hash();
    let way = |to: String, icon, name: &'static str, what: AnyView| {
        view! {
            <WayCard to icon name>
                {what}
            </WayCard>
        }
    };
    view! {
        <section class="stack screen-only" aria-labelledby="faire">
            <h2 id="faire">"Préparer et suivre la journée"</h2>
            <ul role="list" class="grid">
                {way(to(SessionPart::Registrations), Icon::Person, "Inscriptions", group.into_any())}
                {way(to(SessionPart::Attendance), Icon::Check, "Présences", presences.into_any())}
                {way(to(SessionPart::Papers), Icon::Print, "Documents", "Convocations, émargement, attestations.".into_any())}
                {way(cards, Icon::Interview, "Cartes du réseau", "Qui peut aider, qui cherche quoi.".into_any())}
                {way(run, Icon::Clock, "Déroulé", "Minute par minute, le jour venu.".into_any())}
                {way(evaluation, Icon::Check, "Évaluation", "Questionnaires de fin de journée et à trois mois.".into_any())}
            </ul>
        </section>
    }
}
