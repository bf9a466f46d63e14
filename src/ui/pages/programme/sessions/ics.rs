//! Sessions handed over to the calendar of one's choice.

use super::super::board::Board;
use crate::browser::clock;
use crate::domain::programme::id::SessionId;
use crate::exchange::calendar::to_ics;
use crate::text::programme_calendar as text;
use crate::ui::components::{Icon, Message, Messages, Pictogram, Tone};
use crate::ui::hand_over::hand_over_now;
use chrono::DateTime;
use leptos::prelude::*;

/// Prepares the calendar file of one session, or of all.
#[component]
pub fn IcsButton(
    /// The cycle.
    board: Board,
    /// Which session; none: all of them.
    #[prop(optional_no_strip)]
    only: Option<SessionId>,
) -> impl IntoView {
    let messages = Messages::expect();
    let prepare = move |_| {
        let programme = board.now();
        let sessions = programme.sessions.iter().map(AsRef::as_ref);
        let sessions = sessions.filter(|session| only.as_ref().is_none_or(|only| session.id == *only));
        let sessions: Vec<_> = sessions.collect();
        let name = match (&only, sessions.first()) {
            (Some(_), Some(session)) => text::file_name(session),
            _ => text::ALL_FILE.to_owned(),
        };
        let asked = sessions.len();
        let stamp = DateTime::from_timestamp_millis(clock::now_ms()).unwrap_or_default().naive_utc();
        let events = text::events(&programme, board.communes, sessions, stamp);
        let left_out = text::left_out(asked - events.len()).unwrap_or_default();
        if events.is_empty() {
            let title = "Aucun événement à mettre dans un calendrier".to_owned();
            return messages.say(Message { tone: Tone::Caution, title, body: left_out, actions: Vec::new() });
        }
        hand_over_now(messages, &name, "text/calendar", to_ics(&events).as_bytes());
    };
    view! {
        <button type="button" class="button" on:click=prepare>
            <Pictogram icon=Icon::Download />
            "Enregistrer le calendrier (.ics)"
        </button>
    }
}
