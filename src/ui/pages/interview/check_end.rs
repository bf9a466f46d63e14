//! The end of the review: what does not count, what was not discussed, and the way to the result.

use super::check::in_words;
use super::held::Held;
use crate::browser::{clock, dom, location};
use crate::domain::interview::change;
use crate::domain::interview::flow::{Step, first_undiscussed};
use crate::domain::interview::model::Status;
use crate::domain::interview::questionnaire::Item;
use crate::route::{Return, Route};
use crate::text::format;
use leptos::prelude::*;

/// Answers that do not count, kept in case their question returns.
#[component]
pub fn KeptAside(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let aside = Memo::new(move |_| {
        let is_aside = |item: &&'static Item| held.view.with(|view| view.kept_aside.contains_key(&item.id));
        held.questionnaire.items.iter().filter(is_aside).map(|item| item.id.clone()).collect::<Vec<_>>()
    });
    let rows = move || {
        let items = held.questionnaire.items.iter().filter(|item| aside.with(|aside| aside.contains(&item.id)));
        items.map(|item| view! { <li>{format!("{} : {}", item.short, in_words(held, item))}</li> }).collect_view()
    };
    let foreign = Memo::new(move |_| held.view.with(|view| view.foreign.len()));
    view! {
        <Show when=move || aside.with(|aside| !aside.is_empty())>
            <details class="disclosure">
                <summary>"Réponses gardées de côté (" {move || aside.with(Vec::len)} ")"</summary>
                <div class="stack stack--tight">
                    <p class="hint">
                        "Une réponse donnée ailleurs rend ces questions inutiles. Elles ne comptent pas dans le résultat, et reviendront si les questions reviennent."
                    </p>
                    <ul>{rows}</ul>
                </div>
            </details>
        </Show>
        <Show when=move || { foreign.get() > 0 }>
            <p class="hint">
                {move || {
                    let count = format::count(
                        foreign.get() as u64,
                        "réponse vient d’une autre version des questions",
                        "réponses viennent d’une autre version des questions",
                    );
                    format!("{count} : gardées, elles ne comptent pas ici.")
                }}
            </p>
        </Show>
    }
}

/// What was not discussed, then the result.
#[component]
pub fn End(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let is_concluded = Memo::new(move |_| held.interview.with(|interview| interview.status != Status::Ongoing));
    let result = StoredValue::new(Route::Result(held.id()).to_hash());
    let conclude = move |_| {
        let changes = held.change(|key| change::conclude(key, clock::today()));
        held.save_then(changes, move || location::go(&result.get_value()));
    };
    let reopen = move |_| held.save_then(held.change(change::reopen), || request_animation_frame(dom::focus_heading));
    view! {
        <Undiscussed held />
        <div class="way-on">
            <Show
                when=move || is_concluded.get()
                fallback=move || {
                    view! {
                        <a class="button button--primary" href=result.get_value()>
                            "Voir le résultat"
                        </a>
                        <button type="button" class="button" on:click=conclude>
                            "Terminer et voir le résultat"
                        </button>
                    }
                }
            >
                <a class="button button--primary" href=result.get_value()>
                    "Voir le résultat"
                </a>
                <button type="button" class="button" on:click=reopen>
                    "Rouvrir l’entretien"
                </button>
            </Show>
        </div>
    }
}

/// How many questions were not discussed, and the way to the first.
#[component]
fn Undiscussed(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let first = Memo::new(move |_| held.view.with(first_undiscussed));
    let count = Memo::new(move |_| {
        held.view.with(|view| view.items.iter().filter(|item| !view.answers.contains_key(&item.id)).count() as u64)
    });
    move || {
        first.get().map(|item| {
            let route = Route::Step(held.id(), Step::Item(item), Return::Review);
            let sentence = format::count(
                count.get(),
                "question n’a pas été abordée : le résultat le dira.",
                "questions n’ont pas été abordées : le résultat le dira.",
            );
            view! {
                <p>
                    {sentence} " " <a href=route.to_hash()>"Répondre à la première"</a>
                </p>
            }
        })
    }
}
