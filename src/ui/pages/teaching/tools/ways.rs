//! What leads to a tool, and where it leads: orientations, places of the directory, words.

use super::known::{AIDANTS_CONNECT, Known};
use crate::content::ecosystem::ecosystem;
use crate::content::rules::rulebook;
use crate::domain::curriculum::glossary::Term;
use crate::domain::curriculum::tool::Tool;
use crate::domain::ecosystem::places::PlaceSearch;
use crate::route::Route;
use crate::route::teaching::TeachingRoute;
use crate::text::ecosystem::SEE_PLACES;
use leptos::prelude::*;

/// The ways in and out of a sheet; a line each, and none that leads nowhere.
#[component]
pub fn Ways(
    /// What is delivered.
    known: Known,
    /// The sheet.
    tool: &'static Tool,
) -> impl IntoView {
    let helper = (tool.id.as_str() == AIDANTS_CONNECT).then(|| {
        view! {
            <p>
                <a class="button" href=TeachingRoute::AidantsConnect.to_hash()>
                    "Vérifier si Aidants Connect est possible"
                </a>
            </p>
        }
    });
    view! {
        <section class="stack screen-only" aria-labelledby="aller-plus-loin">
            <h2 id="aller-plus-loin">"Et ensuite"</h2>
            {helper}
            <dl class="facts">{orientations(tool)} {places(tool)} {actor(known, tool)} {words(known, tool)}</dl>
        </section>
    }
}

fn orientations(tool: &'static Tool) -> Option<impl IntoView> {
    let rulebook = rulebook().ok()?;
    let titles = tool.orientations.iter().filter_map(|id| rulebook.orientation(id));
    let titles = titles.map(|one| view! { <li>{one.title.as_str()}</li> }).collect::<Vec<_>>();
    (!titles.is_empty()).then(|| {
        view! {
            <dt>"Orientations qui y mènent"</dt>
            <dd>
                <ul role="list">{titles}</ul>
                <a class="tool-way" href=Route::Rules.to_hash()>
                    "Voir quand elles sont proposées"
                </a>
            </dd>
        }
    })
}

fn places(tool: &'static Tool) -> Option<impl IntoView> {
    let search = PlaceSearch { programmes: tool.programmes.clone(), ..PlaceSearch::default() };
    (!search.is_empty()).then(|| {
        view! {
            <dt>"Où aller"</dt>
            <dd>
                <a class="tool-way" href=Route::Directory(search.query()).to_hash()>
                    {SEE_PLACES}
                </a>
            </dd>
        }
    })
}

/// Who is behind it, when that is an actor of the same name.
fn actor(known: Known, tool: &'static Tool) -> Option<impl IntoView> {
    let actors = &ecosystem().ok()?.actors;
    let links = actors.iter().filter(|actor| known.book.of_actor(actor).is_some_and(|found| found.id == tool.id));
    let links = links.map(|actor| {
        view! {
            <li>
                <a class="tool-way" href=Route::Actor(actor.id.clone()).to_hash()>
                    {actor.name.as_str()}
                </a>
            </li>
        }
    });
    let links = links.collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <dt>"Qui fait quoi"</dt>
            <dd>
                <ul role="list">{links}</ul>
            </dd>
        }
    })
}

fn words(known: Known, tool: &'static Tool) -> impl IntoView {
    let word = |term: &'static Term| {
        view! {
            <li>
                <a class="tool-way" href=TeachingRoute::Term(term.id.clone()).to_hash()>
                    {term.term.as_str()}
                </a>
            </li>
        }
    };
    let words: Vec<_> = known.glossary.of_tool(&tool.id).into_iter().map(word).collect();
    let words = (!words.is_empty()).then(|| view! { <ul role="list" class="tool-words">{words}</ul> });
    view! {
        <dt>"Lexique"</dt>
        <dd>
            {words}
            <a class="tool-way" href=TeachingRoute::Glossary.to_hash()>
                "Tous les mots et les sigles"
            </a>
        </dd>
    }
}
