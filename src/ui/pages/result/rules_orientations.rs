//! The rules that propose orientations, orientation by orientation.

use super::orientation_card::Looked;
use super::rule_words::RuleView;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::{Orientation, Rulebook};
use crate::text::interview::{self as words, rules};
use leptos::prelude::*;

/// Every orientation and its rules.
#[component]
pub fn OrientationRules(
    /// The questions the rules look at.
    questionnaire: &'static Questionnaire,
    /// The rules.
    rulebook: &'static Rulebook,
) -> impl IntoView {
    let cards = rulebook
        .orientations
        .iter()
        .map(|orientation| view! { <li><OneOrientation questionnaire rulebook orientation /></li> })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="regles-orientations">
            <h2 id="regles-orientations">"Quand une orientation est proposée"</h2>
            <p>
                "Une règle s’applique quand tout est connu et vrai. Une réponse qui manque ne déclenche rien. Une proposition n’est jamais une décision\u{a0}: elle se retient ou s’écarte."
            </p>
            <ul role="list" class="rulebook">
                {cards}
            </ul>
        </section>
    }
}

/// One orientation and its rules.
#[component]
fn OneOrientation(
    /// The questions the rules look at.
    questionnaire: &'static Questionnaire,
    /// The rules.
    rulebook: &'static Rulebook,
    /// The orientation.
    orientation: &'static Orientation,
) -> impl IntoView {
    let rules = rulebook
        .rules_of(&orientation.id)
        .map(|rule| {
            let described = rules::describe_rule(rule, questionnaire, rulebook);
            view! {
                <li class="rulebook__rule">
                    <p>
                        <span class="chip chip--plain">{words::priority(rule.priority)}</span>
                    </p>
                    <RuleView described />
                </li>
            }
        })
        .collect_view();
    view! {
        <article class="card card--flat">
            <h3>{orientation.title.as_str()}</h3>
            <p>{orientation.what.as_str()}</p>
            <ul role="list" class="rulebook__rules">
                {rules}
            </ul>
            <Looked filter=orientation.filter.as_ref() />
        </article>
    }
}
