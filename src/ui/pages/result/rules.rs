//! Every rule in words, made from the very data that runs.

use super::rules_findings::Findings;
use super::rules_framing::FramingRulesView;
use super::rules_orientations::OrientationRules;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::route::Route;
use crate::text::interview as words;
use crate::ui::components::{BackTo, Page};
use crate::ui::pages::interview::Unreadable;
use leptos::prelude::*;

/// The screen of the rules.
#[component]
pub fn RulesPage() -> impl IntoView {
    match (questionnaire(), rulebook()) {
        (Ok(questionnaire), Ok(rulebook)) => view! { <Rules questionnaire rulebook /> }.into_any(),
        (Err(error), _) | (_, Err(error)) => view! { <Unreadable error=error.clone() /> }.into_any(),
    }
}

/// The rules.
#[component]
fn Rules(
    /// The questions they look at.
    questionnaire: &'static Questionnaire,
    /// The rules.
    rulebook: &'static Rulebook,
) -> impl IntoView {
    let levels = words::level_rule(&rulebook.levels).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <Page
            title="Les règles, en clair"
            lead="Comment Repères passe des réponses à un niveau, puis à une orientation. Rien d’autre n’est calculé."
            back=BackTo::new(Route::Interviews, "Entretiens")
        >
            <p class="hint">{format!("Questionnaire et règles, version {}", rulebook.version)}</p>
            <section class="stack" aria-labelledby="niveaux">
                <h2 id="niveaux">"Comment un niveau est donné"</h2>
                <p>
                    "Les gestes de base, l’e-administration et la sécurité ont chacun un niveau. Il n’y a jamais de total, et les autres axes décrivent une situation."
                </p>
                <ul>{levels}</ul>
            </section>
            <OrientationRules questionnaire rulebook />
            <Findings questionnaire rulebook />
            <FramingRulesView questionnaire rulebook />
        </Page>
    }
}
