//! The pages that fill a record of the log.

use super::super::board::{Board, NotHere};
use super::super::sheet::{EditSheetPage, NewSheetPage, Removal, Sheet};
use super::next_actions::NextActions;
use crate::domain::form::{Filled, InputId};
use crate::domain::programme::id::{
    ACTION_KIND, ActionId, COMPLAINT_KIND, ComplaintId, MEETING_KIND, MeetingId, RISK_KIND, RiskId, SESSION_FIELD,
};
use crate::domain::programme::log::field;
use crate::records::{Key, RecordId};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme as words;
use crate::text::programme_mission as text;
use crate::ui::components::BackTo;
use leptos::prelude::*;

/// The way back to the log.
pub fn back() -> BackTo {
    BackTo::new(ProgrammeRoute::Log, "Suivi de mission")
}

/// A new record of this kind: it belongs to the cycle that is shown.
fn new(board: Board, kind: &'static str, title: &'static str, saved: &'static str) -> Sheet {
    Sheet {
        besides: Some(Callback::new(move |key: Key| board.belongs(&key))),
        act: "Enregistrer",
        ..Sheet::new(kind, title, back(), saved)
    }
}

/// A form that proposes the present day.
fn today(board: Board, field: &'static str) -> Filled {
    let mut filled = Filled::default();
    filled.set(InputId::alone(field), board.today.to_string());
    filled
}

/// What follows from a record of the log, under its form.
fn with_next(board: Board, sheet: Sheet, improves: bool) -> Sheet {
    let below = Callback::new(move |origin: RecordId| view! { <NextActions board origin improves /> }.into_any());
    Sheet { below: Some(below), ..sheet }
}

fn with_origins(board: Board, mut sheet: Sheet) -> Sheet {
    sheet.named.insert(field::ORIGIN, text::origins(&board.now().log));
    sheet
}

fn with_sessions(board: Board, mut sheet: Sheet) -> Sheet {
    let programme = board.now();
    let sessions = programme.sessions.iter().map(|session| {
        let name = words::session(programme.number(&session.id), session.held_on);
        (session.id.as_str().to_owned(), name)
    });
    sheet.named.insert(SESSION_FIELD, sessions.collect());
    sheet
}

pub fn new_meeting(board: Board) -> AnyView {
    let sheet = Sheet {
        lead: "Ce qui a été dit et décidé. Une fois l’échange enregistré, ajoutez les actions qui en viennent.",
        proposed: today(board, field::HELD_ON),
        then: Callback::new(|id| ProgrammeRoute::Meeting(MeetingId(id)).into()),
        ..new(board, MEETING_KIND, "Noter un échange", "Échange enregistré")
    };
    view! { <NewSheetPage sheet /> }.into_any()
}

pub fn meeting(board: Board, id: MeetingId) -> AnyView {
    let sheet = Sheet {
        removal: Some(Removal::new("Supprimer cet échange", "Échange supprimé", "Échange rétabli")),
        ..Sheet::new(MEETING_KIND, "Échange", back(), "Échange enregistré")
    };
    let missing = || view! { <NotHere what="Cet échange" back=back() /> };
    view! { <EditSheetPage sheet=with_next(board, sheet, false) id=id.0 missing /> }.into_any()
}

pub fn new_action(board: Board) -> AnyView {
    let sheet = new(board, ACTION_KIND, "Ajouter une action", "Action enregistrée");
    view! { <NewSheetPage sheet=with_origins(board, sheet) /> }.into_any()
}

pub fn action(board: Board, id: ActionId) -> AnyView {
    let sheet = Sheet {
        removal: Some(Removal::new("Supprimer cette action", "Action supprimée", "Action rétablie")),
        ..Sheet::new(ACTION_KIND, "Action", back(), "Action enregistrée")
    };
    let missing = || view! { <NotHere what="Cette action" back=back() /> };
    view! { <EditSheetPage sheet=with_origins(board, sheet) id=id.0 missing /> }.into_any()
}

pub fn new_risk(board: Board) -> AnyView {
    let sheet = new(board, RISK_KIND, "Noter un risque", "Risque enregistré");
    view! { <NewSheetPage sheet /> }.into_any()
}

pub fn risk(board: Board, id: RiskId) -> AnyView {
    let sheet = Sheet {
        removal: Some(Removal::new("Supprimer ce risque", "Risque supprimé", "Risque rétabli")),
        ..Sheet::new(RISK_KIND, "Risque", back(), "Risque enregistré")
    };
    let missing = || view! { <NotHere what="Ce risque" back=back() /> };
    view! { <EditSheetPage sheet=with_next(board, sheet, false) id=id.0 missing /> }.into_any()
}

pub fn new_complaint(board: Board) -> AnyView {
    let sheet = Sheet {
        lead: "Une fonction ou une structure suffit pour dire d’où elle vient. Une fois enregistrée, ajoutez les actions d’amélioration.",
        proposed: today(board, field::RECEIVED_ON),
        then: Callback::new(|id| ProgrammeRoute::Complaint(ComplaintId(id)).into()),
        ..new(board, COMPLAINT_KIND, "Noter une réclamation", "Réclamation enregistrée")
    };
    view! { <NewSheetPage sheet=with_sessions(board, sheet) /> }.into_any()
}

pub fn complaint(board: Board, id: ComplaintId) -> AnyView {
    let removal = Removal::new("Supprimer cette réclamation", "Réclamation supprimée", "Réclamation rétablie");
    let sheet = Sheet {
        removal: Some(removal),
        ..Sheet::new(COMPLAINT_KIND, "Réclamation", back(), "Réclamation enregistrée")
    };
    let sheet = with_next(board, with_sessions(board, sheet), true);
    let missing = || view! { <NotHere what="Cette réclamation" back=back() /> };
    view! { <EditSheetPage sheet id=id.0 missing /> }.into_any()
}
