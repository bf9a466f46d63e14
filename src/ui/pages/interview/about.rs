//! Whose interview it is, as far as it is written: to read over and to change.

use super::fields::{AgeField, CommuneField, LABEL, LabelField, in_words, residence};
use super::held::Held;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::draft::{Fault, read_label};
use crate::text::interview as text;
use crate::ui::components::FieldFault;
use leptos::prelude::*;

const CHANGE: &str = "modifier-dossier";

/// The label, the commune and the age band; changed together in their place.
#[component]
pub fn AboutCase(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        request_animation_frame(|| dom::focus_in_place(LABEL));
    };
    let close = Callback::new(move |()| {
        is_open.set(false);
        request_animation_frame(|| dom::focus_in_place(CHANGE));
    });
    view! {
        <section class="stack stack--tight" aria-labelledby="dossier">
            <h2 id="dossier">"Le dossier"</h2>
            <Show
                when=move || is_open.get()
                fallback=move || {
                    view! {
                        <Facts held />
                        <p>
                            <button type="button" class="button" id=CHANGE on:click=open>
                                "Modifier le dossier"
                            </button>
                        </p>
                    }
                }
            >
                <AboutForm held close />
            </Show>
        </section>
    }
}

/// What is written.
#[component]
fn Facts(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let label = move || {
        held.interview
            .with(|interview| interview.label.as_ref().map_or_else(|| text::NO_LABEL.to_owned(), ToString::to_string))
    };
    let commune = move || held.interview.with(|interview| residence(interview.commune.as_ref()));
    let age = move || held.interview.with(|interview| interview.age_band.map_or("Non abordé", text::age_band));
    let length = move || held.interview.with(|interview| text::length(interview.length));
    view! {
        <dl class="facts">
            <dt>"Repère"</dt>
            <dd>{label}</dd>
            <dt>"Commune"</dt>
            <dd>{commune}</dd>
            <dt>"Âge"</dt>
            <dd>{age}</dd>
            <dt>"Longueur"</dt>
            <dd>{length}</dd>
        </dl>
    }
}

/// The same, being changed.
#[component]
fn AboutForm(
    /// The interview.
    held: Held,
    /// Shows what is written again.
    close: Callback<()>,
) -> impl IntoView {
    let (label, commune, age_band) = untrack(|| {
        held.interview.with(|interview| {
            let label = interview.label.as_ref().map(ToString::to_string).unwrap_or_default();
            (RwSignal::new(label), RwSignal::new(interview.commune.clone()), RwSignal::new(interview.age_band))
        })
    });
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let label = match read_label(&label.get_untracked()) {
            Ok(label) => label,
            Err(fault) => {
                faults.set(vec![in_words(&Fault::Label(fault))]);
                return dom::focus_in_place(LABEL);
            }
        };
        let before = held.interview.get_untracked();
        let (commune, age_band) = (commune.get_untracked(), age_band.get_untracked());
        let mut changes = Vec::new();
        if before.label.as_ref() != Some(&label) {
            changes.extend(held.change(|key| change::set_label(key, &label)).changes);
        }
        if before.commune != commune {
            changes.extend(held.change(|key| change::set_commune(key, commune.as_ref())).changes);
        }
        if before.age_band != age_band {
            changes.extend(held.change(|key| change::set_age_band(key, age_band)).changes);
        }
        held.save_then(crate::records::ChangeSet { changes }, move || close.run(()));
    };
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <LabelField label faults />
            <CommuneField commune />
            <AgeField age_band />
            <div class="row">
                <button type="submit" class="button">
                    "Enregistrer le dossier"
                </button>
                <button type="button" class="button button--plain" on:click=move |_| close.run(())>
                    "Annuler"
                </button>
            </div>
        </form>
    }
}
