//! What these screens read from: the sheets, the words.

use crate::content::error::ContentError;
use crate::content::glossary::glossary;
use crate::content::tools::tool_book;
use crate::domain::curriculum::glossary::Glossary;
use crate::domain::curriculum::tool::{ToolBook, ToolId};
use crate::route::teaching::TeachingRoute;
use crate::ui::components::BackTo;
use crate::ui::pages::interview::Unreadable;
use leptos::prelude::*;

/// The tool whose rules are asked question by question.
pub const AIDANTS_CONNECT: &str = "aidants-connect";

/// What is delivered.
#[derive(Clone, Copy)]
pub struct Known {
    pub book: &'static ToolBook,
    pub glossary: &'static Glossary,
}

impl Known {
    fn read() -> Result<Self, &'static ContentError> {
        Ok(Self { book: tool_book()?, glossary: glossary()? })
    }
}

/// Shows a screen, or says that what is delivered cannot be read: a fault of the program.
pub fn with_known(screen: impl FnOnce(Known) -> AnyView) -> AnyView {
    match Known::read() {
        Ok(known) => screen(known),
        Err(error) => view! { <Unreadable error=error.clone() /> }.into_any(),
    }
}

/// The way back to the list.
pub fn back_to_tools() -> BackTo {
    BackTo::new(TeachingRoute::Tools, "Fiches outils")
}

/// The way back to the sheet of a tool.
pub fn back_to_tool(id: ToolId, title: &str) -> BackTo {
    BackTo::new(TeachingRoute::Tool(id), title)
}
