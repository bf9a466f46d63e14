//! What the answers show about a situation, and when.

use super::rule_words::condition;
use crate::domain::interview::questionnaire::{Axis, Questionnaire};
use crate::domain::interview::rulebook::Rulebook;
use crate::text::interview::{self as words, rules};
use leptos::prelude::*;

/// Every finding, axis by axis.
#[component]
pub fn Findings(
    /// The questions they look at.
    questionnaire: &'static Questionnaire,
    /// The rules.
    rulebook: &'static Rulebook,
) -> impl IntoView {
    let axes = Axis::ALL
        .into_iter()
        .filter(|axis| !axis.is_skill())
        .map(|axis| view! { <AxisFindings questionnaire rulebook axis /> })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="regles-constats">
            <h2 id="regles-constats">"Quand un constat est fait"</h2>
            <p>"Un constat est une phrase du résultat. Les règles d’orientation peuvent s’y référer."</p>
            {axes}
        </section>
    }
}

/// The findings of one axis.
#[component]
fn AxisFindings(
    /// The questions they look at.
    questionnaire: &'static Questionnaire,
    /// The rules.
    rulebook: &'static Rulebook,
    /// The axis.
    axis: Axis,
) -> impl IntoView {
    let findings = rulebook
        .findings
        .iter()
        .filter(|finding| finding.axis == axis)
        .map(|finding| {
            view! {
                <div class="rulebook__finding">
                    <dt>
                        {finding.sentence.as_str()} " "
                        <span class="chip chip--plain">{words::weight(finding.weight)}</span>
                    </dt>
                    <dd>{condition(&rules::describe(&finding.when, questionnaire, rulebook))}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="disclosure">
            <summary>{words::axis_title(axis, rulebook)}</summary>
            <dl class="rulebook__findings">{findings}</dl>
        </details>
    }
}
