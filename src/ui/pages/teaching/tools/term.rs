//! A word of the glossary, at its own address.

use super::glossary::TermBody;
use super::known::Known;
use crate::domain::curriculum::glossary::{Term, TermId};
use crate::route::teaching::TeachingRoute;
use crate::text::{format, teaching_tools as text};
use crate::ui::components::{BackTo, Notice, Page, Tone};
use leptos::prelude::*;

/// One word.
#[component]
pub fn TermPage(
    /// What is delivered.
    known: Known,
    /// The word.
    id: TermId,
) -> impl IntoView {
    let back = BackTo::new(TeachingRoute::Glossary, "Lexique");
    let Some(term) = known.glossary.term(&id) else {
        return view! {
            <Page title="Lexique" back>
                <Notice tone=Tone::Caution title="Ce mot n’est pas dans cette version du lexique">
                    <p>
                        <a href=TeachingRoute::Glossary.to_hash()>"Voir tous les mots"</a>
                    </p>
                </Notice>
            </Page>
        }
        .into_any();
    };
    view! {
        <Page title=term.term.clone() back>
            <div class="card card--flat">
                <TermBody glossary=known.glossary term />
                <More known term />
            </div>
            <Neighbours known term />
        </Page>
    }
    .into_any()
}

/// Its other names, its source, the sheet that tells more.
#[component]
fn More(
    /// What is delivered.
    known: Known,
    /// The word.
    term: &'static Term,
) -> impl IntoView {
    let also = (!term.also.is_empty()).then(|| {
        view! { <p>{format!("On lit aussi\u{a0}: {}", format::list(&term.also))}</p> }
    });
    let source = known.glossary.sources.iter().find(|source| source.id == term.source);
    let source = source.map(|source| view! { <p class="hint">{text::word_source(source)}</p> });
    let tool = term.tool.as_ref().and_then(|id| known.book.tool(id)).map(|tool| {
        view! {
            <p>
                "Fiche outil\u{a0}: "
                <a href=TeachingRoute::Tool(tool.id.clone()).to_hash()>{tool.title.as_str()}</a>
            </p>
        }
    });
    view! {
        {also}
        {tool}
        {source}
    }
}

/// The words before and after it in the dictionary.
#[component]
fn Neighbours(
    /// What is delivered.
    known: Known,
    /// The word.
    term: &'static Term,
) -> impl IntoView {
    let words = known.glossary.in_order();
    let at = words.iter().position(|one| one.id == term.id);
    let way = |rank: Option<usize>, label: &'static str| {
        let word = words.get(rank?)?;
        Some(view! {
            <li>
                <a class="button" href=TeachingRoute::Term(word.id.clone()).to_hash()>
                    {label}
                    {word.term.as_str()}
                </a>
            </li>
        })
    };
    view! {
        <nav class="screen-only" aria-label="Mots voisins">
            <ul role="list" class="chips">
                {way(at.and_then(|at| at.checked_sub(1)), "Avant\u{a0}: ")}
                {way(at.map(|at| at + 1), "Après\u{a0}: ")}
            </ul>
        </nav>
    }
}
