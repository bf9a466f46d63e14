//! Whether somebody comes first, and deciding otherwise with a reason.

use super::super::board::Board;
use super::person::Followed;
use crate::domain::programme::eligibility::Eligibility;
use crate::domain::programme::person::{Override, override_eligibility};
use crate::text::programme_people as text;
use crate::ui::components::{FieldFault, Fold, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const REASON: &str = "decision-motif";
/// The longest reason.
const MAX_CHARS: usize = 300;

/// What the criteria say, and what a person decides.
#[component]
pub fn PriorityPart(
    /// The cycle.
    board: Board,
    /// Who.
    person: Followed,
) -> impl IntoView {
    let eligibility = Memo::new(move |_| {
        let person = person.get()?;
        Some(board.programme.with(|programme| programme.eligibility(&person)))
    });
    let sentence = move || eligibility.with(|it| it.as_ref().map(text::eligibility));
    let despite = move || {
        eligibility.with(|it| match it {
            Some(Eligibility::Decided { grounds, .. }) => text::despite(grounds),
            _ => None,
        })
    };
    let is_decided = Memo::new(move |_| eligibility.with(|it| matches!(it, Some(Eligibility::Decided { .. }))));
    let is_open = RwSignal::new(false);
    let decide = Callback::new(move |decided: Option<Override>| {
        let Some(person) = person.get_untracked() else { return };
        let done = Undoable {
            title: if decided.is_some() { "Décision enregistrée" } else { "Les critères s’appliquent à nouveau" }
                .to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Décision annulée",
        };
        let changes = override_eligibility(&person.id, decided.as_ref());
        board.saver.save_undoable(changes, done, move || {
            let _ = is_open.try_set(false);
        });
    });
    view! {
        <section class="stack" aria-labelledby="priorite">
            <h2 id="priorite">"Priorité"</h2>
            <p>{sentence}</p>
            {move || despite().map(|said| view! { <p class="hint">{said}</p> })}
            <Fold summary="Décider autrement" is_open>
                <Decide decide />
            </Fold>
            <Show when=move || is_decided.get()>
                <p class="screen-only">
                    <button type="button" class="button" on:click=move |_| decide.run(None)>
                        "Revenir aux critères"
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// The decision, and its reason.
#[component]
fn Decide(
    /// Writes it.
    decide: Callback<Option<Override>>,
) -> impl IntoView {
    let (accepted, reason) = (RwSignal::new(true), RwSignal::new(String::new()));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = reason.with_untracked(|reason| reason.trim().to_owned());
        let sentence = match typed.chars().count() {
            0 => Some("Écrivez pourquoi\u{a0}: la décision se lit avec sa raison.".to_owned()),
            chars if chars > MAX_CHARS => {
                Some(format!("Raccourcissez ce texte\u{a0}: {MAX_CHARS}\u{a0}caractères au plus."))
            }
            _ => None,
        };
        let is_right = sentence.is_none();
        faults.set(sentence.map(|sentence| FieldFault { field: REASON.to_owned(), sentence }).into_iter().collect());
        if is_right {
            decide.run(Some(Override { is_accepted: accepted.get_untracked(), reason: typed }));
        }
    };
    let choice = move |value: bool, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="decision"
                    prop:checked=move || accepted.get() == value
                    on:change=move |_| accepted.set(value)
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <form class="stack card" on:submit=submit novalidate>
            <fieldset class="group stack stack--tight">
                <legend>"Décision"</legend>
                <div class="choices choices--inline">{choice(true, "Prioritaire")} {choice(false, "Non prioritaire")}</div>
            </fieldset>
            <TextField id=REASON label="Pourquoi" takes=Takes::Line value=reason faults />
            <p>
                <button type="submit" class="button">
                    "Enregistrer la décision"
                </button>
            </p>
        </form>
    }
}
