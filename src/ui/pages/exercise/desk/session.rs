//! Which session of the programme the exercise belongs to: asked only where its day does not tell.

use super::Desk;
use crate::browser::clock;
use crate::domain::evaluation::sources::session_of;
use crate::domain::exercise::model::attach;
use crate::domain::programme::cycle::Cycle;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::text::exercise_session as text;
use crate::ui::pages::programme::shown_cycle;
use leptos::prelude::*;
use std::sync::Arc;

const ID: &str = "exercice-session";

/// What is chosen, and from what.
#[derive(Clone, PartialEq)]
struct Shown {
    /// Each with its number in the cycle.
    sessions: Vec<(usize, Arc<Session>)>,
    hint: &'static str,
}

/// What is shown, followed; none where there is nothing to ask.
fn shown(desk: Desk) -> Option<Shown> {
    let state = desk.saver.state();
    let exercise = desk.exercise.get()?;
    let id = shown_cycle(state, clock::today())?;
    state.with_tables(|tables| {
        let cycle = Cycle::all(tables).into_iter().find(|cycle| cycle.id == id)?;
        let all: Vec<Arc<Session>> = Session::of_cycle(tables, &id).into_iter().map(Arc::new).collect();
        let session = session_of(tables, &exercise, &cycle, &all);
        let is_asked = session.is_err() || (exercise.session.is_some() && session != Ok(None));
        let numbered = (1..).zip(all).filter(|(_, session)| !session.is_cancelled());
        let sessions: Vec<_> = numbered.collect();
        (is_asked && !sessions.is_empty()).then(|| Shown { sessions, hint: text::hint(session.err()) })
    })
}

/// The choice, stored as soon as it is made.
#[component]
pub fn SessionChoice(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let shown = Memo::new(move |_| shown(desk));
    let chosen = move || {
        let said = desk.exercise.with(|exercise| exercise.as_ref().and_then(|it| it.session.clone()));
        said.map(|session| session.as_str().to_owned()).unwrap_or_default()
    };
    let choose = move |event| {
        let Some(exercise) = desk.exercise.get_untracked() else { return };
        let session = SessionId::new(&event_target_value(&event)).ok();
        desk.saver.save_then(attach(&exercise, session.as_ref()), move || {
            desk.messages.done("Session de l’exercice enregistrée", "");
        });
    };
    let option = move |(number, session): (usize, Arc<Session>)| {
        let value = session.id.as_str().to_owned();
        let is_chosen = {
            let value = value.clone();
            move || chosen() == value
        };
        view! {
            <option value=value selected=is_chosen>
                {text::session(number, session.held_on)}
            </option>
        }
    };
    move || {
        shown.get().map(|Shown { sessions, hint }| {
            view! {
                <div class="field">
                    <label for=ID>"Session de l’exercice"</label>
                    <p class="hint" id=format!("{ID}-aide")>
                        {hint}
                    </p>
                    <select class="input" id=ID aria-describedby=format!("{ID}-aide") on:change=choose>
                        <option value="" selected=move || chosen().is_empty()>
                            {text::BY_DAY}
                        </option>
                        {sessions.into_iter().map(option).collect_view()}
                    </select>
                </div>
            }
        })
    }
}
