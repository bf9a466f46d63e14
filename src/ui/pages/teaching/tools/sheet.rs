//! A sheet: what the tool is for, how to begin, what to say, what is known of it, and how to practise.

use super::exercise::{ExerciseSection, items};
use super::facts::Facts;
use super::known::{Known, back_to_tools};
use super::quiz::Quiz;
use super::ways::Ways;
use crate::domain::curriculum::tool::{Tool, ToolId};
use crate::route::teaching::TeachingRoute;
use crate::text::teaching_tools as text;
use crate::ui::components::{Icon, Notice, Page, Pictogram, Tone};
use leptos::prelude::*;

/// The sheet of a tool.
#[component]
pub fn ToolPage(
    /// What is delivered.
    known: Known,
    /// The tool.
    id: ToolId,
) -> impl IntoView {
    let Some(tool) = known.book.tool(&id) else { return view! { <UnknownTool /> }.into_any() };
    view! {
        <Page title=tool.title.clone() lead=tool.what.clone() back=back_to_tools()>
            <div class="row screen-only">
                <a class="button button--primary" href=TeachingRoute::ToolPaper(id).to_hash()>
                    <Pictogram icon=Icon::Print />
                    "Imprimer la fiche"
                </a>
                <p class="hint">"Une page, puis l’exercice et les questions au dos."</p>
            </div>
            <Use tool />
            <Beginning tool />
            <section class="stack" aria-labelledby="faits-outil">
                <h2 id="faits-outil">"Ce qui est connu, et depuis quand"</h2>
                <Facts book=known.book tool />
                <p class="hint">{text::edition(known.book.as_of)}</p>
            </section>
            <ExerciseSection exercise=&tool.exercise />
            <Quiz questions=&tool.quiz />
            <Ways known tool />
        </Page>
    }
    .into_any()
}

/// No sheet has this identifier.
#[component]
pub fn UnknownTool() -> impl IntoView {
    view! {
        <Page title="Fiche outil" back=back_to_tools()>
            <Notice tone=Tone::Caution title="Cette fiche n’existe pas dans cette version de Repères">
                <p>
                    <a href=TeachingRoute::Tools.to_hash()>"Voir toutes les fiches outils"</a>
                </p>
            </Notice>
        </Page>
    }
}

/// What it is for, for whom, and when not.
#[component]
fn Use(
    /// The sheet.
    tool: &'static Tool,
) -> impl IntoView {
    let part = |id: &'static str, title: &'static str, lines: &'static [String]| {
        view! {
            <section class="stack stack--tight" aria-labelledby=id>
                <h2 class="tool-part" id=id>
                    {title}
                </h2>
                <ul>{items(lines)}</ul>
            </section>
        }
    };
    view! {
        <div class="tool-columns tool-columns--three">
            {part("outil-pour-quoi", "Pour quoi faire", &tool.what_for)}
            {part("outil-pour-qui", "Pour qui", &tool.for_whom)}
            {part("outil-quand-non", "Quand ne pas s’en servir", &tool.when_not)}
        </div>
    }
}

/// The first steps, and the words to say.
#[component]
fn Beginning(
    /// The sheet.
    tool: &'static Tool,
) -> impl IntoView {
    let said = tool.say.iter().map(|words| view! { <li class="tool-said">{words.as_str()}</li> }).collect_view();
    view! {
        <div class="tool-columns">
            <section class="stack stack--tight" aria-labelledby="outil-commencer">
                <h2 class="tool-part" id="outil-commencer">
                    "Commencer en cinq étapes"
                </h2>
                <ol class="tool-steps">{items(&tool.steps)}</ol>
            </section>
            <section class="stack stack--tight" aria-labelledby="outil-dire">
                <h2 class="tool-part" id="outil-dire">
                    "Quoi dire à la personne"
                </h2>
                <ul role="list" class="stack stack--tight">
                    {said}
                </ul>
            </section>
        </div>
    }
}
