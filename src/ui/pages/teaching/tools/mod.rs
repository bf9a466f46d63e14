//! The tool sheets, what may be done with Aidants Connect, the glossary.

mod aidants_connect;
mod exercise;
mod facts;
mod glossary;
mod known;
mod links;
mod list;
mod paper;
mod quiz;
mod sheet;
mod term;
mod ways;

pub use links::{ToolOfActor, ToolsOfOrientation, ToolsOfPlace};

use crate::route::teaching::TeachingRoute;
use crate::ui::pages::NotFound;
use aidants_connect::AidantsConnectPage;
use glossary::GlossaryPage;
use known::with_known;
use leptos::prelude::*;
use list::ToolsPage;
use paper::{ToolPaperPage, ToolPapersPage};
use sheet::ToolPage;
use term::TermPage;

/// These screens.
pub fn show(route: TeachingRoute) -> AnyView {
    with_known(|known| match route {
        TeachingRoute::Tools => view! { <ToolsPage known /> }.into_any(),
        TeachingRoute::Tool(id) => view! { <ToolPage known id /> }.into_any(),
        TeachingRoute::ToolPaper(id) => view! { <ToolPaperPage known id /> }.into_any(),
        TeachingRoute::ToolPapers => view! { <ToolPapersPage known /> }.into_any(),
        TeachingRoute::AidantsConnect => view! { <AidantsConnectPage known /> }.into_any(),
        TeachingRoute::Glossary => view! { <GlossaryPage known /> }.into_any(),
        TeachingRoute::Term(id) => view! { <TermPage known id /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    })
}
