//! Values written apart: choose one, keep the notes together, or write another text.

use super::desk::Desk;
use super::pick::{Pick, joined, kept, offers_both, settled};
use super::words;
use crate::browser::dom;
use crate::domain::dispute::{Dispute, Proposal, Rewritable, What};
use crate::text::dispute as text;
use crate::text::interview;
use crate::ui::components::{FieldError, FieldFault};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The values, and what is kept of them.
#[component]
pub fn ValuesCard(
    /// The disputes of the page.
    desk: Desk,
    /// This one.
    dispute: Arc<Dispute>,
) -> impl IntoView {
    let id = words::id(&dispute);
    let pick = RwSignal::new(dispute.preselected().map(Pick::Proposed));
    let own = RwSignal::new(joined(&dispute));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let name = words::field(&dispute);
    let of = format!("\u{a0}: {name}");
    let editions = (!dispute.is_reversible()).then(|| view! { <p class="hint">{text::EDITIONS_CANNOT_RETURN}</p> });
    let rows = rows(&dispute, pick);
    let written_here = dispute.rewritable().map(|kind| view! { <OwnText group=id.clone() kind pick own faults /> });
    let described = {
        let id = id.clone();
        move || faults.with(|faults| (!faults.is_empty()).then(|| FieldFault::described_by(&id)))
    };
    let submit = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            match settled(&dispute, pick.get_untracked(), &own.get_untracked()) {
                Ok(settlement) => {
                    faults.set(Vec::new());
                    let sentence = kept(&dispute, &settlement);
                    desk.settle(&dispute, settlement, sentence);
                }
                Err(sentence) => {
                    faults.set(vec![FieldFault { field: id.clone(), sentence }]);
                    let is_own = pick.get_untracked() == Some(Pick::Own);
                    let wrong = if is_own { own_id(&id) } else { id.clone() };
                    request_animation_frame(move || dom::focus_in_place(&wrong));
                }
            }
        }
    };
    view! {
        <form class="card card--flat dispute" on:submit=submit novalidate>
            <fieldset class="group stack stack--tight" id=id.clone() tabindex="-1" aria-describedby=described>
                <legend>{name}</legend>
                {editions}
                <FieldError field=id.clone() faults />
                <div class="choices">{rows}</div>
                {written_here}
            </fieldset>
            <button type="submit" class="button button--start">
                "Garder la valeur choisie"
                <span class="visually-hidden">{of}</span>
            </button>
        </form>
    }
}

fn own_id(id: &str) -> String {
    format!("{id}-texte")
}

fn rows(dispute: &Dispute, pick: RwSignal<Option<Pick>>) -> impl IntoView + use<> {
    let group = words::id(dispute);
    let proposals = match &dispute.what {
        What::Values(proposals) => proposals.as_slice(),
        What::Removed { .. } | What::Unreadable { .. } => &[],
    };
    let row = |this: Pick, body: AnyView| view! { <Row group=group.clone() this pick body /> };
    let proposed = proposals
        .iter()
        .enumerate()
        .map(|(place, proposal)| row(Pick::Proposed(place), proposal_body(dispute, proposal)))
        .collect_view();
    let both = offers_both(dispute)
        .then(|| row(Pick::Both, view! { <span>{text::keep_together(dispute.texts().len())}</span> }.into_any()));
    let own = dispute.rewritable().map(|_| row(Pick::Own, view! { <span>"Écrire une autre valeur"</span> }.into_any()));
    view! {
        {proposed}
        {both}
        {own}
    }
}

/// A value, who wrote it, when, and what is wrong with the clock.
fn proposal_body(dispute: &Dispute, proposal: &Proposal) -> AnyView {
    let clock = words::wrong_clock(proposal).map(|clock| view! { <span class="dispute__clock">{clock}</span> });
    view! {
        <span class="choice__body">
            <span class="dispute__value">{words::value(dispute, &proposal.value)}</span>
            <span class="hint">{words::written("Écrit", proposal)}</span>
            {clock}
        </span>
    }
    .into_any()
}

/// One row, clickable as a whole.
#[component]
fn Row(
    /// The dispute that the row belongs to.
    group: String,
    /// What choosing it picks.
    this: Pick,
    /// What is picked.
    pick: RwSignal<Option<Pick>>,
    /// What it says.
    body: AnyView,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name=group
                prop:checked=move || pick.get() == Some(this)
                on:change=move |_| pick.set(Some(this))
            />
            {body}
        </label>
    }
}

/// The text written here, once one picks to write it.
#[component]
fn OwnText(
    /// The dispute that the text belongs to.
    group: String,
    /// A line, or several.
    kind: Rewritable,
    /// What is picked.
    pick: RwSignal<Option<Pick>>,
    /// What is typed.
    own: RwSignal<String>,
    /// The faults of the form.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let id = own_id(&group);
    let hint = format!("{id}-aide");
    let is_wrong = move || pick.get() == Some(Pick::Own) && faults.with(|faults| !faults.is_empty());
    let invalid = move || is_wrong().then_some("true");
    let described = {
        let hint = hint.clone();
        move || if is_wrong() { format!("{hint} {}", FieldFault::described_by(&group)) } else { hint.clone() }
    };
    let typed = move |event| own.set(event_target_value(&event));
    let (warning, field) = match kind {
        Rewritable::Label => (
            interview::LABEL_WARNING,
            view! {
                <input
                    class="input input--short"
                    id=id.clone()
                    type="text"
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=invalid
                    prop:value=own
                    on:input=typed
                />
            }
            .into_any(),
        ),
        Rewritable::Note => (
            interview::NOTE_WARNING,
            view! {
                <textarea
                    class="input"
                    id=id.clone()
                    rows="5"
                    aria-describedby=described
                    aria-invalid=invalid
                    prop:value=own
                    on:input=typed
                ></textarea>
            }
            .into_any(),
        ),
    };
    view! {
        <div class="field" hidden=move || pick.get() != Some(Pick::Own)>
            <label for=id>"Votre texte"</label>
            <p class="hint" id=hint>
                {warning}
            </p>
            {field}
        </div>
    }
}
