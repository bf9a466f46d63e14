//! The lines of the log.

use super::super::board::Board;
use crate::browser::dom;
use crate::domain::programme::log::{self, Action, Complaint, Meeting, Risk};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme_mission as text;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// Something to do, or done, and the way to say so.
#[component]
pub fn ActionRow(
    /// The cycle.
    board: Board,
    /// The action.
    action: Action,
) -> impl IntoView {
    let origin = action.origin.clone();
    let origin = move || {
        let origin = origin.as_ref()?;
        board.programme.with(|programme| text::origin(&programme.log, origin))
    };
    let meta = text::action_meta(&action, board.today);
    let is_late = action.is_late(board.today);
    let is_done = action.done_on.is_some();
    let (id, label) = (action.id.clone(), action.label.clone());
    let of = format!("\u{a0}: {label}");
    let turn = move |_| {
        let changes = log::set_done(&id, (!is_done).then_some(board.today));
        let (title, taken_back) = match is_done {
            true => ("Action à faire", "Action faite"),
            false => ("Action faite", "Action à faire"),
        };
        let done = Undoable { title: title.to_owned(), body: label.clone(), take_back: "Annuler", taken_back };
        // The line changes place.
        board.saver.save_undoable(changes, done, || request_animation_frame(dom::focus_heading_if_lost));
    };
    view! {
        <li class="task" class:task--late=is_late>
            {is_late.then(|| view! { <span class="chip chip--caution">"En retard"</span> })}
            <a href=ProgrammeRoute::Action(action.id).to_hash()>{action.label}</a>
            <span class="hint">{meta}</span>
            {move || origin().map(|origin| view! { <span class="hint">{format!("Vient de\u{a0}: {origin}")}</span> })}
            <button type="button" class="button button--plain task__act" on:click=turn>
                {if is_done { "Pas encore fait" } else { "C’est fait" }}
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}

/// A meeting or a call.
#[component]
pub fn MeetingRow(
    /// The meeting.
    meeting: Meeting,
) -> impl IntoView {
    let name = text::meeting(&meeting);
    let decisions = meeting.decisions.lines().next().filter(|line| !line.is_empty());
    let decisions = decisions.map(|line| format!("Décisions\u{a0}: {line}"));
    view! {
        <li class="task">
            <a href=ProgrammeRoute::Meeting(meeting.id).to_hash()>{name}</a>
            <span class="hint">{meeting.title}</span>
            {decisions.map(|line| view! { <span class="hint">{line}</span> })}
        </li>
    }
}

/// A risk.
#[component]
pub fn RiskRow(
    /// The risk.
    risk: Risk,
) -> impl IntoView {
    let meta = text::risk_meta(&risk);
    let is_closed = risk.closed_on.is_some();
    view! {
        <li class="task">
            {is_closed.then(|| view! { <span class="chip chip--plain">"Écarté"</span> })}
            <a href=ProgrammeRoute::Risk(risk.id).to_hash()>{risk.label}</a>
            <span class="hint">{meta}</span>
        </li>
    }
}

/// A complaint, and what improves after it.
#[component]
pub fn ComplaintRow(
    /// The cycle.
    board: Board,
    /// The complaint.
    complaint: Complaint,
) -> impl IntoView {
    let name = text::complaint(&complaint);
    let meta = text::complaint_meta(&complaint);
    let waits = complaint.answered_on.is_none();
    let session = complaint.session.clone();
    let session = move || session.as_ref().map(|id| board.session_name(id));
    view! {
        <li class="task">
            {waits.then(|| view! { <span class="chip">"Sans réponse"</span> })}
            <a href=ProgrammeRoute::Complaint(complaint.id).to_hash()>{name}</a>
            <span class="hint">{meta}</span>
            {move || session().map(|session| view! { <span class="hint">{session}</span> })}
        </li>
    }
}
