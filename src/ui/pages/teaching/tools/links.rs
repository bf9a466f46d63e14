//! Ways into the sheets, from the screens of other families. Nothing is shown where there is no sheet.

use crate::content::tools::tool_book;
use crate::domain::curriculum::tool::Tool;
use crate::domain::directory::standard::Programme;
use crate::domain::ecosystem::model::Actor;
use crate::domain::interview::id::OrientationId;
use crate::route::teaching::TeachingRoute;
use leptos::prelude::*;

fn link(tool: &'static Tool) -> impl IntoView {
    view! { <a href=TeachingRoute::Tool(tool.id.clone()).to_hash()>{tool.title.as_str()}</a> }
}

/// « Fiche outil : Pix », « Fiches outils : Pix, Aidants Connect ».
fn line(tools: Vec<&'static Tool>) -> Option<impl IntoView> {
    let label = if tools.len() > 1 { "Fiches outils\u{a0}: " } else { "Fiche outil\u{a0}: " };
    let links = tools.into_iter().enumerate().map(|(rank, tool)| {
        let comma = (rank > 0).then_some(", ");
        view! {
            {comma}
            {link(tool)}
        }
    });
    let links = links.collect::<Vec<_>>();
    (!links.is_empty()).then(|| view! { <p class="tool-link">{label} {links}</p> })
}

/// The sheets that an orientation leads to.
#[component]
pub fn ToolsOfOrientation(
    /// The orientation.
    id: OrientationId,
) -> impl IntoView {
    tool_book().ok().and_then(|book| line(book.of_orientation(&id)))
}

/// The sheets of the national programmes that a place belongs to. The place's own sheet is given away without them.
#[component]
pub fn ToolsOfPlace(
    /// Its programmes.
    programmes: Vec<Programme>,
) -> impl IntoView {
    let line = tool_book().ok().and_then(|book| line(book.of_programmes(&programmes)));
    line.map(|line| view! { <div class="screen-only">{line}</div> })
}

/// The sheet about what an actor is, as a fact among those of its own.
#[component]
pub fn ToolOfActor(
    /// The actor.
    actor: Actor,
) -> impl IntoView {
    tool_book().ok().and_then(|book| book.of_actor(&actor)).map(|tool| {
        view! {
            <dt class="screen-only">"Fiche outil"</dt>
            <dd class="screen-only spaced-links">{link(tool)}</dd>
        }
    })
}
