//! A place that no longer receives anyone.

use super::Known;
use super::sign::{SignField, fault};
use crate::browser::{clock, dom};
use crate::domain::directory::local::change;
use crate::domain::directory::local::model::{Closure, Signature};
use crate::text::local as text;
use crate::ui::components::{FieldFault, Takes, TextField};
use leptos::prelude::*;

const WHY: &str = "ferme-pourquoi";
const SIGN: &str = "ferme-par";
const HEADING: &str = "local";

/// Said first when it is closed; else the way to say it.
#[component]
pub fn Closed(
    /// The place.
    known: Known,
) -> impl IntoView {
    let closed = Memo::new(move |_| known.life.with(|life| life.closed.clone()));
    let reopen = move |_| known.act(change::reopen, "Lieu de nouveau ouvert", || dom::focus_in_place(HEADING));
    move || match closed.get() {
        Some(closure) => view! {
            <div class="row row--between">
                <p>{text::closed(&closure)}</p>
                <button type="button" class="button screen-only" on:click=reopen>
                    "Ce lieu a rouvert"
                </button>
            </div>
        }
        .into_any(),
        None => view! {
            <details class="disclosure screen-only">
                <summary>"Signaler que ce lieu est fermé"</summary>
                <CloseForm known />
            </details>
        }
        .into_any(),
    }
}

/// Since when, and why.
#[component]
fn CloseForm(
    /// The place.
    known: Known,
) -> impl IntoView {
    let why = RwSignal::new(String::new());
    let by = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let signed = Signature::read(&by.get_untracked()).map_err(|wrong| fault(SIGN, wrong));
        let closure = signed
            .and_then(|by| Closure::new(clock::today(), &why.get_untracked(), by).map_err(|wrong| fault(WHY, wrong)));
        match closure {
            Err(wrong) => faults.set(vec![wrong]),
            Ok(closure) => {
                known.act(
                    |life| change::close(life, &closure),
                    "Fermeture enregistrée",
                    || dom::focus_in_place(HEADING),
                );
            }
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <TextField id=WHY label="Pourquoi" is_optional=true takes=Takes::Line value=why faults />
            <SignField id=SIGN typed=by faults />
            <button type="submit" class="button button--start">
                "Ce lieu est fermé"
            </button>
        </form>
    }
}
