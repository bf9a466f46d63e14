//! How the frame of a procedure is settled.

use super::rule_words::condition;
use crate::domain::interview::framing::Input;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::text::framing_rules::LINES;
use crate::text::interview::{framing as said, rules};
use leptos::prelude::*;

/// The lines that settle a frame, and what each of them depends on.
#[component]
pub fn FramingRulesView(
    /// The questions they look at.
    questionnaire: &'static Questionnaire,
    /// The rules.
    rulebook: &'static Rulebook,
) -> impl IntoView {
    let lines = LINES
        .iter()
        .map(|line| {
            view! {
                <li>
                    {line.words()} " → "
                    <strong>{said::frame(line.frame).title}</strong>
                </li>
            }
        })
        .collect_view();
    let inputs = Input::ALL
        .into_iter()
        .filter_map(|input| {
            let when = rulebook.framing.condition(input)?;
            Some(view! {
                <div class="rulebook__finding">
                    <dt>{said::statement(input, true)}</dt>
                    <dd>{condition(&rules::describe(when, questionnaire, rulebook))}</dd>
                </div>
            })
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="regles-cadre">
            <h2 id="regles-cadre">"Faire, faire avec, faire à la place"</h2>
            <p>"La première ligne qui s’applique donne le cadre. Tant que plusieurs restent possibles, Repères le dit."</p>
            <ol class="rulebook__lines">{lines}</ol>
            <p>{said::HABILITATION}</p>
            <details class="disclosure">
                <summary>"D’où viennent ces éléments"</summary>
                <dl class="rulebook__findings">{inputs}</dl>
            </details>
        </section>
    }
}
