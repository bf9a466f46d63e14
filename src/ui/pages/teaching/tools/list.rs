//! The tool sheets: those that the tender asks for, then the others.

use super::known::Known;
use crate::domain::curriculum::tool::Tool;
use crate::route::programme::ProgrammeRoute;
use crate::route::teaching::TeachingRoute;
use crate::text::teaching_tools as text;
use crate::ui::components::{BackTo, Icon, Page, Pictogram};
use leptos::prelude::*;

/// Every sheet, a line each.
#[component]
pub fn ToolsPage(
    /// What is delivered.
    known: Known,
) -> impl IntoView {
    let [asked, others] = known.book.by_origin();
    view! {
        <Page
            title="Fiches outils"
            lead="À quoi sert chaque outil, comment commencer, quoi dire à la personne, et de quoi s’exercer."
            back=BackTo::new(ProgrammeRoute::Home, "Formation")
        >
            <div class="row screen-only">
                <a class="button button--primary" href=TeachingRoute::ToolPapers.to_hash()>
                    <Pictogram icon=Icon::Print />
                    "Imprimer toutes les fiches"
                </a>
                <a class="button" href=TeachingRoute::Glossary.to_hash()>
                    "Ouvrir le lexique"
                </a>
            </div>
            <Lines id="outils-formation" title="Les outils de la formation" tools=asked />
            <Lines id="outils-autres" title="Utiles aussi en Seine-Saint-Denis" tools=others />
            <p class="hint">{text::edition(known.book.as_of)}</p>
        </Page>
    }
}

/// Sheets under a heading; nothing when there are none.
#[component]
fn Lines(
    /// The identifier of the heading.
    id: &'static str,
    /// The heading.
    title: &'static str,
    /// The sheets.
    tools: Vec<&'static Tool>,
) -> impl IntoView {
    let line = |tool: &'static Tool| {
        view! {
            <li class="tool-line">
                <h3 class="tool-line__name">
                    <a href=TeachingRoute::Tool(tool.id.clone()).to_hash()>{tool.title.as_str()}</a>
                </h3>
                <p>{tool.what.as_str()}</p>
            </li>
        }
    };
    (!tools.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby=id>
                <h2 id=id>{title}</h2>
                <ul role="list" class="tool-lines">
                    {tools.into_iter().map(line).collect_view()}
                </ul>
            </section>
        }
    })
}
