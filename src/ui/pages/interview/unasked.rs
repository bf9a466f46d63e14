//! What is not asked in a theme, why, and how to ask it all the same.

use super::held::Held;
use super::rows::first_row;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::condition::Evidence;
use crate::domain::interview::flow::Step;
use crate::domain::interview::questionnaire::{Block, Item, Voice};
use crate::domain::interview::unasked::{Unasked, unasked};
use crate::text::{format, interview as text};
use leptos::prelude::*;

const ASK: &str = "poser-quand-meme";

fn focus_next(id: String) {
    request_animation_frame(move || dom::focus_in_place(&id));
}

/// One quiet line about the questions that an answer makes pointless.
#[component]
pub fn UnaskedLine(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
) -> impl IntoView {
    let left_out = Memo::new(move |_| {
        held.interview.with(|interview| held.view.with(|view| unasked(held.questionnaire, interview, view, &block.id)))
    });
    let is_forced = move || held.interview.with(|interview| interview.ask_anyway.contains(&block.id));
    // Each button goes away once pressed: the focus goes to what it brought.
    let ask = move |_| {
        let first = left_out.with_untracked(|left_out| left_out.items.first().map(|item| first_row(item)));
        let changes = held.change(|key| change::ask_anyway(key, &block.id, true));
        held.save_then(changes, move || focus_next(first.unwrap_or_default()));
    };
    let leave_out = move |_| {
        let changes = held.change(|key| change::ask_anyway(key, &block.id, false));
        held.save_then(changes, || focus_next(ASK.to_owned()));
    };
    view! {
        <Show when=move || left_out.with(|left_out| !left_out.items.is_empty())>
            <div class="unasked">
                <p>{move || left_out.with(|left_out| sentence(held, left_out))}</p>
                <button type="button" class="button" id=ASK on:click=ask>
                    "Poser quand même ces questions"
                </button>
            </div>
        </Show>
        <Show when=is_forced>
            <div class="unasked">
                <p>"Toutes les questions de ce thème sont posées, à votre demande."</p>
                <button type="button" class="button" on:click=leave_out>
                    "Ne poser que les questions utiles"
                </button>
            </div>
        </Show>
    }
}

/// The questions that a short interview leaves out, each within reach: answered, it counts.
#[component]
pub fn Beyond(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
) -> impl IntoView {
    let beyond = Memo::new(move |_| {
        held.view.with(|view| view.beyond.iter().filter(|item| item.block == block.id).copied().collect::<Vec<_>>())
    });
    let links = move || {
        let link = |item: &'static Item| {
            let href = held.route(Step::Item(item.id.clone())).to_hash();
            view! {
                <li>
                    <a href=href>{item.text(Voice::Professional)}</a>
                </li>
            }
        };
        beyond.get().into_iter().map(link).collect_view()
    };
    let summary = move || {
        let count = beyond.with(Vec::len) as u64;
        format::count(count, "autre question de l’entretien complet", "autres questions de l’entretien complet")
    };
    view! {
        <Show when=move || beyond.with(|beyond| !beyond.is_empty())>
            <details class="disclosure">
                <summary>{summary}</summary>
                <ul class="beyond">{links}</ul>
            </details>
        </Show>
    }
}

/// « 6 questions ne sont pas posées, d’après : « Appareils utilisés : aucun ». »
fn sentence(held: Held, left_out: &Unasked<'_>) -> String {
    let count = left_out.items.len() as u64;
    let questions = format::count(count, "question n’est pas posée", "questions ne sont pas posées");
    let because: Vec<String> = left_out.because.iter().filter_map(|evidence| reason(held, evidence)).collect();
    if because.is_empty() {
        format!("{questions}.")
    } else {
        let answers = format::agree(because.len() as u64, "d’après une réponse", "d’après plusieurs réponses");
        format!("{questions}, {answers} : {}.", because.join(", "))
    }
}

fn reason(held: Held, evidence: &Evidence) -> Option<String> {
    let Evidence::Answer { item, answer } = evidence else { return None };
    let item = held.questionnaire.item(item)?;
    Some(format!("« {} : {} »", item.short, text::answer(item, Some(answer), Voice::Professional)))
}
