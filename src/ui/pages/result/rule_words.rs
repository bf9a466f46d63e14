//! Conditions in words, as nested lists.

use crate::text::interview::rules::{ALL_OF, ANY_OF, RuleWords, UNLESS, WHEN, Words};
use leptos::prelude::*;

/// When a rule fires, and what keeps it silent.
#[component]
pub fn RuleView(
    /// The rule in words.
    described: RuleWords,
) -> impl IntoView {
    let unless = described.unless.map(|unless| {
        view! {
            <dt>{UNLESS}</dt>
            <dd>{condition(&unless)}</dd>
        }
    });
    view! {
        <dl class="rule">
            <dt>{WHEN}</dt>
            <dd>{condition(&described.when)}</dd>
            {unless}
        </dl>
    }
}

/// A condition in words.
pub fn condition(words: &Words) -> AnyView {
    match words {
        Words::One(text) => view! { <p>{text.clone()}</p> }.into_any(),
        Words::All(parts) => group(ALL_OF, parts),
        Words::Any(parts) => group(ANY_OF, parts),
    }
}

fn group(title: &'static str, parts: &[Words]) -> AnyView {
    let parts = parts.iter().map(|part| view! { <li>{condition(part)}</li> }).collect_view();
    view! {
        <p class="rule__group">{title}</p>
        <ul>{parts}</ul>
    }
    .into_any()
}
