//! What is taught: the curriculum and its documents, the run-sheet of a day, the tool sheets, the glossary.

mod books;
mod curriculum;
pub mod known;
mod run;
mod tools;

pub use tools::{ToolOfActor, ToolsOfOrientation, ToolsOfPlace};

use crate::route::Route;
use crate::route::teaching::{TeachingRoute, VersionPart};
use leptos::prelude::*;

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    let Route::Teaching(route) = route else { return ().into_any() };
    match route {
        TeachingRoute::Version(id, VersionPart::Book(book)) => books::show(id, book),
        TeachingRoute::Versions => curriculum::show(),
        TeachingRoute::Version(id, part) => curriculum::show_version(id, part),
        TeachingRoute::Run(session) => run::show(session),
        TeachingRoute::RunWall(session) => run::show_wall(session),
        TeachingRoute::Tools
        | TeachingRoute::Tool(_)
        | TeachingRoute::ToolPaper(_)
        | TeachingRoute::ToolPapers
        | TeachingRoute::AidantsConnect
        | TeachingRoute::Glossary
        | TeachingRoute::Term(_) => tools::show(route),
    }
}
