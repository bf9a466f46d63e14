//! When somebody made sure of the description, and how.

use super::Known;
use super::sign::{SignField, fault};
use crate::browser::{clock, dom};
use crate::domain::directory::local::change;
use crate::domain::directory::local::model::{Means, Signature, Verification};
use crate::text::{format, local as text};
use crate::ui::components::{FieldFault, Fold};
use leptos::prelude::*;

const SIGN: &str = "verifie-par";
/// Where the focus goes once a check is noted or taken back.
const STATE: &str = "verifie-etat";

/// The last check, and the way to note one.
#[component]
pub fn Checked(
    /// The place.
    known: Known,
) -> impl IntoView {
    let last = Memo::new(move |_| known.life.with(|life| life.verified.clone()));
    let sentence =
        move || last.with(|last| last.as_ref().map_or_else(|| "Jamais vérifié ici.".to_owned(), text::verified));
    let is_open = RwSignal::new(false);
    let take_back = move |_| known.act(change::unverify, "Vérification retirée", || dom::focus(STATE));
    view! {
        <div class="stack stack--tight">
            <h3>"Vérification"</h3>
            <div class="row">
                <p id=STATE tabindex="-1">
                    {sentence}
                </p>
                <Show when=move || last.with(Option::is_some)>
                    <button type="button" class="button screen-only" on:click=take_back>
                        "Retirer cette vérification"
                    </button>
                </Show>
            </div>
            <Fold summary="Noter que la fiche a été vérifiée aujourd’hui" is_open>
                <CheckForm known is_open />
            </Fold>
        </div>
    }
}

/// How, and by whom.
#[component]
fn CheckForm(
    /// The place.
    known: Known,
    /// Whether the form is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let how = RwSignal::new(Means::Phone);
    let by = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match Signature::read(&by.get_untracked()) {
            Err(wrong) => faults.set(vec![fault(SIGN, wrong)]),
            Ok(by) => {
                faults.set(Vec::new());
                let verification = Verification { on: clock::today(), how: how.get_untracked(), by };
                known.act(
                    |life| change::verify(life, &verification),
                    "Vérification enregistrée",
                    move || {
                        let _ = is_open.try_set(false);
                        dom::focus(STATE);
                    },
                );
            }
        }
    };
    let option = |means: Means| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="verifie-comment"
                    prop:checked=move || how.get() == means
                    on:change=move |_| how.set(means)
                />
                {format::capitalised(text::means(means))}
            </label>
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <fieldset class="group">
                <legend>"Comment"</legend>
                <div class="choices choices--inline">{Means::ALL.map(option)}</div>
            </fieldset>
            <SignField id=SIGN typed=by faults />
            <button type="submit" class="button button--start">
                "Enregistrer la vérification"
            </button>
        </form>
    }
}
