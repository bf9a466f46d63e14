//! Deciding on an orientation: keep it, set it aside with a reason, or take the decision back.

use super::case::Case;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::decision::{Decision, SetAsideReason};
use crate::domain::interview::rulebook::Orientation;
use crate::domain::interview::set_aside::{SetAsideDraft, SetAsideFault};
use crate::text::interview as words;
use crate::ui::components::{Icon, Pictogram};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The buttons of a decision. The first one stays in place and changes its words, so that the focus is never lost.
#[component]
pub fn Decide(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
    /// What was decided.
    decision: Memo<Option<Decision>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let is_decided = move || decision.with(Option::is_some);
    let main_id = format!("decider-{}", orientation.id);
    let main = move |_| {
        is_open.set(false);
        let (next, done) = match decision.get() {
            Some(_) => (None, format!("Choix annulé\u{a0}: {}", orientation.title)),
            None => (Some(Decision::Accepted), format!("Orientation retenue\u{a0}: {}", orientation.title)),
        };
        // What no rule proposes goes away with its decision, and the button with it.
        let goes_away = next.is_none() && !case.is_proposed(&orientation.id);
        let then = move || {
            if goes_away {
                dom::focus("orientations");
            }
        };
        case.act_then(|key| change::decide(key, &orientation.id, next.as_ref()), done, then);
    };
    let main_words = move || match decision.get() {
        None => "Retenir",
        Some(Decision::Accepted) => "Ne plus retenir",
        Some(Decision::SetAside { .. }) => "Ne plus écarter",
        Some(Decision::AddedByHand) => "Retirer",
    };
    let about = orientation.title.as_str();
    view! {
        <SetAsideWords decision />
        <div class="row">
            <button type="button" class="button" id=main_id.clone() on:click=main>
                <Show when=move || !is_decided()>
                    <Pictogram icon=Icon::Check />
                </Show>
                <span>{main_words} <span class="visually-hidden">"\u{a0}: " {about}</span></span>
            </button>
            <Show when=move || !is_decided()>
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    <span>"Écarter…" <span class="visually-hidden">"\u{a0}: " {about}</span></span>
                </button>
            </Show>
        </div>
        <Show when=move || is_open.get() && !is_decided()>
            <SetAside case orientation is_open focus_after=main_id.clone() />
        </Show>
    }
}

/// Why it was set aside.
#[component]
fn SetAsideWords(
    /// What was decided.
    decision: Memo<Option<Decision>>,
) -> impl IntoView {
    move || match decision.get() {
        Some(Decision::SetAside { reason, note }) => {
            let note = (!note.is_empty()).then(|| view! { <span class="orientation__note">{note}</span> });
            Some(view! {
                <p class="orientation__reason">
                    <strong>"Écartée\u{a0}: "</strong>
                    {words::set_aside_reason(reason).to_lowercase()}
                    ". "
                    {note}
                </p>
            })
        }
        _ => None,
    }
}

/// The reason, in place.
#[component]
fn SetAside(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
    /// Whether this form is shown.
    is_open: RwSignal<bool>,
    /// Where the focus goes once it is stored.
    focus_after: String,
) -> impl IntoView {
    let draft = RwSignal::new(SetAsideDraft::default());
    let fault = RwSignal::new(None::<SetAsideFault>);
    let name = format!("raison-{}", orientation.id);
    let error_id = format!("{name}-faute");
    let note_id = format!("precision-{}", orientation.id);
    // What was lacking when it was sent, and still is.
    let lacking = Memo::new(move |_| {
        let still = |fault: &SetAsideFault| draft.with(|draft| Decision::try_from(draft)).err() == Some(*fault);
        fault.get().filter(still)
    });
    let submit = {
        let focus_after = focus_after.clone();
        let (first, note_id) = (format!("{name}-0"), note_id.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match draft.with(|draft| Decision::try_from(draft)) {
                Err(lacking) => {
                    fault.set(Some(lacking));
                    dom::focus_in_place(match lacking {
                        SetAsideFault::NoReason => &first,
                        SetAsideFault::OtherWithoutNote => &note_id,
                    });
                }
                Ok(decision) => {
                    let focus_after = focus_after.clone();
                    case.act_then(
                        |key| change::decide(key, &orientation.id, Some(&decision)),
                        format!("Orientation écartée\u{a0}: {}", orientation.title),
                        move || dom::focus_in_place(&focus_after),
                    );
                }
            }
        }
    };
    let cancel = move |_| {
        is_open.set(false);
        dom::focus_in_place(&focus_after);
    };
    let choices = SetAsideReason::ALL
        .into_iter()
        .enumerate()
        .map(|(index, reason)| {
            let choose = move |_| draft.update(|draft| draft.reason = Some(reason));
            view! {
                <label class="choice">
                    <input type="radio" name=name.clone() id=format!("{name}-{index}") on:change=choose />
                    <span>{words::set_aside_reason(reason)}</span>
                </label>
            }
        })
        .collect_view();
    let said = move || if lacking.get() == Some(SetAsideFault::NoReason) { "Choisissez une raison." } else { "" };
    let note_lacks = Signal::derive(move || lacking.get() == Some(SetAsideFault::OtherWithoutNote));
    view! {
        <form class="aside-form stack" novalidate on:submit=submit>
            <fieldset class="group stack stack--tight" aria-describedby=error_id>
                <legend>"Pourquoi écarter cette orientation\u{202f}?"</legend>
                <p class="field__error" id=error_id.clone() role="alert">{said}</p>
                <div class="choices">{choices}</div>
            </fieldset>
            <Note draft id=note_id is_missing=note_lacks />
            <div class="row">
                <button type="submit" class="button">"Écarter cette orientation"</button>
                <button type="button" class="button button--plain" on:click=cancel>"Annuler"</button>
            </div>
        </form>
    }
}

/// More about the reason: needed when it is none of those offered.
#[component]
fn Note(
    /// What is typed.
    draft: RwSignal<SetAsideDraft>,
    /// The field's identifier.
    id: String,
    /// It was sent without, and it is needed.
    is_missing: Signal<bool>,
) -> impl IntoView {
    let hint = format!("{id}-aide");
    let error = format!("{id}-faute");
    let is_needed = Memo::new(move |_| draft.with(|draft| draft.reason == Some(SetAsideReason::Other)));
    let label = move || if is_needed.get() { "Précision (obligatoire)" } else { "Précision (facultatif)" };
    let said = move || if is_missing.get() { "Précisez cette autre raison." } else { "" };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <p class="hint" id=hint.clone()>{words::NOTE_WARNING}</p>
            <p class="field__error" id=error.clone() role="alert">{said}</p>
            <input
                class="input"
                type="text"
                id=id
                maxlength="200"
                autocomplete="off"
                aria-describedby=format!("{hint} {error}")
                aria-required=move || is_needed.get().then_some("true")
                aria-invalid=move || is_missing.get().then_some("true")
                prop:value=move || draft.with(|draft| draft.note.clone())
                on:input:target=move |event| draft.update(|draft| draft.note = event.target().value())
            />
        </div>
    }
}
