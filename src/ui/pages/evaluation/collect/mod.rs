//! What comes in: answers on a tablet, on one's own device, on paper, by file, by code and by e-mail.

mod answer;
mod desk;
mod entry;
mod follow_up;
mod kept_row;
mod paper;
mod promises;
mod sending;
mod tablet;

use crate::browser::identity;
use crate::content::surveys::survey;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::evaluation::wording::Wording;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::records::Tables;
use crate::route::evaluation::{Device, EvaluationRoute};
use crate::state::AppState;
use crate::ui::components::BackTo;
use crate::ui::pages::interview::Unreadable;
use crate::ui::pages::programme::{Board, NotHere};
use answer::AnswerPage;
use desk::DeskPage;
use entry::EntryPage;
use follow_up::FollowUpPage;
use leptos::prelude::*;
use paper::PaperPage;
use promises::PromisesPage;
use std::sync::Arc;
use tablet::TabletPage;

/// The screens of the cycle.
pub fn show(board: Board, route: EvaluationRoute) -> AnyView {
    match route {
        EvaluationRoute::Session(id) => view! { <DeskPage board id /> }.into_any(),
        EvaluationRoute::Entry(id, kind) => {
            with_survey(kind, |survey| view! { <EntryPage board id survey /> }.into_any())
        }
        EvaluationRoute::Paper(kind, session) => {
            let held_on = session.as_ref().and_then(|id| untrack(|| board.session(id))?.held_on);
            let back = session.map_or_else(home, desk);
            with_survey(kind, |survey| view! { <PaperPage survey held_on back /> }.into_any())
        }
        EvaluationRoute::Commitments(id) => view! { <PromisesPage board id /> }.into_any(),
        EvaluationRoute::FollowUp => view! { <FollowUpPage board /> }.into_any(),
        _ => view! { <NotHere what="Cette page" back=home() /> }.into_any(),
    }
}

/// Answering, where no cycle need be known.
pub fn show_answer(session: SessionId, kind: SurveyKind, device: Device) -> AnyView {
    with_survey(kind, |survey| view! { <AnswerPage session survey device /> }.into_any())
}

/// A device of the room, where no cycle need be known.
pub fn show_tablet(session: SessionId, kind: SurveyKind) -> AnyView {
    with_survey(kind, |survey| view! { <TabletPage session survey /> }.into_any())
}

/// The blank questionnaire of no session.
pub fn show_blank(kind: SurveyKind) -> AnyView {
    with_survey(kind, |survey| view! { <PaperPage survey held_on=None back=home() /> }.into_any())
}

/// The way back to the evaluation.
fn home() -> BackTo {
    BackTo::new(EvaluationRoute::Home, "Évaluation")
}

/// The way back to the desk of a session.
fn desk(id: SessionId) -> BackTo {
    BackTo::new(EvaluationRoute::Session(id), "Réponses de la session")
}

/// A session that is known on this device, whatever its cycle.
fn found(tables: &Tables, id: &SessionId) -> Option<Session> {
    let record = tables.get(&id.key().ok()?).filter(|record| !record.erased && !record.is_deleted())?;
    Some(Session::from_record(&id.0, record))
}

/// Whether what is asked here is what was delivered.
fn asks_as_delivered(tables: &Tables, kind: SurveyKind) -> bool {
    survey(kind).is_ok_and(|delivered| Wording::in_use(delivered, tables).version == delivered.version)
}

/// The number of a new answer.
fn draw() -> SecretNumber {
    SecretNumber::new(u64::from_be_bytes(identity::random_bytes()))
}

/// A page on the questionnaire in use, or why it cannot be read.
fn with_survey(kind: SurveyKind, page: impl FnOnce(Arc<Survey>) -> AnyView) -> AnyView {
    let state = AppState::expect();
    match survey(kind) {
        Ok(delivered) => page(Arc::new(state.with_tables_now(|tables| Wording::in_use(delivered, tables)))),
        Err(error) => view! { <Unreadable error /> }.into_any(),
    }
}

/// The questionnaires that an answer may come from: those in use first, then each in every words that are known here.
fn known(tables: &Tables) -> Vec<Survey> {
    let delivered: Vec<&Survey> = SurveyKind::ALL.into_iter().filter_map(|kind| survey(kind).ok()).collect();
    let mut known: Vec<Survey> = delivered.iter().map(|survey| Wording::in_use(survey, tables)).collect();
    for survey in delivered {
        let written = Wording::all(survey, tables).into_iter().map(|one| one.survey);
        for one in std::iter::once(survey.clone()).chain(written) {
            if !known.iter().any(|other| (other.kind, &other.version) == (one.kind, &one.version)) {
                known.push(one);
            }
        }
    }
    known
}
