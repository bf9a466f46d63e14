//! What is known of a tool: each fact with its date, its source and how far it may be relied upon.

use crate::domain::curriculum::tool::{Fact, FactStatus, Tool, ToolBook};
use crate::text::teaching_tools as text;
use leptos::prelude::*;

/// The facts of a sheet.
#[component]
pub fn Facts(
    /// Every sheet, with their sources.
    book: &'static ToolBook,
    /// The sheet.
    tool: &'static Tool,
) -> impl IntoView {
    let fact = |fact: &'static Fact| {
        let class = match fact.status {
            FactStatus::Holds => "tool-fact",
            FactStatus::Past => "tool-fact tool-fact--past",
            FactStatus::ToCheck => "tool-fact tool-fact--to-check",
        };
        view! {
            <li class=class>
                <p>{fact.text.as_str()}</p>
                <p class="tool-fact__origin">{text::origin(fact, book.source(&fact.source))}</p>
            </li>
        }
    };
    view! {
        <ul role="list" class="tool-facts">
            {tool.facts.iter().map(fact).collect_view()}
        </ul>
    }
}
