//! Why an orientation is proposed: the answers that triggered it, and the rules in words.

use super::case::Case;
use crate::domain::interview::orientation::Proposal;
use crate::domain::interview::rulebook::Rule;
use crate::route::Route;
use crate::text::interview::{self as words, rules};
use leptos::prelude::*;

/// The reasons of a proposal.
#[component]
pub fn Why(
    /// The case.
    case: Case,
    /// The proposal.
    proposal: Proposal<'static>,
) -> impl IntoView {
    let reasons = reasons(case, &proposal).into_iter().map(|reason| view! { <li>{reason}</li> }).collect_view();
    let fired = proposal.rules.iter().map(|rule| view! { <RuleInWords case rule=*rule /> }).collect_view();
    view! {
        <details class="disclosure">
            <summary>
                <span>
                    "Pourquoi ce conseil" <span class="visually-hidden">"\u{a0}: " {proposal.orientation.title.as_str()}</span>
                </span>
            </summary>
            <div class="why stack">
                <div class="stack stack--tight">
                    <p class="why__title">"Les réponses qui ont compté"</p>
                    <ul>{reasons}</ul>
                </div>
                <div class="stack stack--tight">
                    <p class="why__title">"La règle"</p>
                    {fired}
                </div>
                <p>
                    <a href=Route::Rules.to_hash()>"Voir toutes les règles"</a>
                </p>
            </div>
        </details>
    }
}

/// The answers that triggered a proposal, in words.
pub fn reasons(case: Case, proposal: &Proposal<'static>) -> Vec<String> {
    proposal.reasons.iter().map(|reason| words::evidence(reason, case.questionnaire, case.rulebook)).collect()
}

/// A rule in words.
#[component]
fn RuleInWords(
    /// The case, for the names of questions.
    case: Case,
    /// The rule.
    rule: &'static Rule,
) -> impl IntoView {
    let described = rules::describe_rule(rule, case.questionnaire, case.rulebook);
    view! { <super::rule_words::RuleView described /> }
}
