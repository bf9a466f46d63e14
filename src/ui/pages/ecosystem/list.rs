//! « Qui appeler pour… »: a search by words and by mission; without one, everybody by kind.

use super::foot::PrintedFoot;
use super::hidden::Hidden;
use super::known::Known;
use super::results::{ActorList, Line};
use crate::browser::location;
use crate::domain::ecosystem::model::{ActorKind, Mission};
use crate::domain::ecosystem::search::{Question, Why};
use crate::route::Route;
use crate::text::ecosystem as text;
use crate::ui::components::{BackTo, Page, SearchInput};
use leptos::prelude::*;
use std::time::Duration;

/// How long the address waits for the end of the typing.
const REWRITE_DELAY: Duration = Duration::from_millis(300);
const SEARCH: &str = "qui-appeler";
const HINT: &str = "qui-appeler-aide";

/// The actors, and whom to call.
#[component]
pub fn EcosystemPage(
    /// What is known.
    known: Known,
    /// The words of the address.
    query: String,
    /// The mission of the address.
    mission: Option<Mission>,
) -> impl IntoView {
    let words = RwSignal::new(query);
    let mission = RwSignal::new(mission);
    let answers = Memo::new(move |_| {
        let question = Question { words: words.get(), mission: mission.get() };
        known.with(|ecosystem| ecosystem.whom_to_call(known.catalogue, &question))
    });
    let is_asked = Memo::new(move |_| answers.with(|answers| answers.actors.iter().any(|one| one.why != Why::Listed)));
    let sentence = move || answers.with(|answers| words.with(|words| text::found(answers, words)));
    view! {
        <Page
            title="Qui fait quoi"
            lead="Les acteurs de l’inclusion numérique en Seine-Saint-Denis : leur rôle, leurs liens, la fonction à demander."
            back=BackTo::new(Route::directory(), "Annuaire")
        >
            <Ways />
            <SearchField words mission />
            <MissionFilter known words mission />
            {move || mission.get().map(|one| view! { <p class="print-only">{text::mission(known.mission(one))}</p> })}
            <div class="row row--between">
                <p class="status-line" role="status">
                    {sentence}
                </p>
                <a class="button" href=Route::NewActor.to_hash()>
                    "Ajouter un acteur"
                </a>
            </div>
            {move || {
                let lines = answers.get().actors.into_iter().map(|one| Line::new(one.actor, one.why));
                match is_asked.get() {
                    true => view! { <ActorList known title="Réponses" lines=lines.collect() /> }.into_any(),
                    false => by_kind(known, lines.collect()),
                }
            }}
            <Hidden known />
            <Sources known />
            <PrintedFoot />
        </Page>
    }
}

fn by_kind(known: Known, lines: Vec<Line>) -> AnyView {
    let of_kind = |kind: ActorKind| {
        let is_of_kind =
            |line: &&Line| known.with(|ecosystem| ecosystem.actor(&line.actor).is_some_and(|it| it.actor.kind == kind));
        let lines: Vec<Line> = lines.iter().filter(is_of_kind).cloned().collect();
        view! { <ActorList known title=text::kinds(kind) lines /> }
    };
    ActorKind::ALL.into_iter().map(of_kind).collect_view().into_any()
}

/// What is needed, in one's own words. The address follows, so that a search can be sent to a colleague.
#[component]
fn SearchField(
    /// What is typed.
    words: RwSignal<String>,
    /// The mission asked for, which the address says too.
    mission: RwSignal<Option<Mission>>,
) -> impl IntoView {
    let rewrite = StoredValue::new_local(debounce(REWRITE_DELAY, move |query: String| {
        // One may have gone elsewhere in the meantime.
        if let Some(mission) = mission.try_get_untracked() {
            rewrite_address(query, mission);
        }
    }));
    let typed = move |text: String| {
        words.set(text.clone());
        rewrite.update_value(|rewrite| rewrite(text));
    };
    view! {
        <form class="search screen-only" role="search" on:submit=|event| event.prevent_default()>
            <label for=SEARCH>"Qui appeler pour…"</label>
            <p class="hint" id=HINT>
                "Un besoin (« ordinateur », « papiers perdus »), un nom ou une fonction."
            </p>
            <SearchInput id=SEARCH hint=HINT typed=words on_type=typed />
        </form>
    }
}

fn rewrite_address(query: String, mission: Option<Mission>) {
    if let Some(Route::Ecosystem { .. }) = Route::from_hash(&location::hash()) {
        location::rewrite(&Route::Ecosystem { query, mission }.to_hash());
    }
}

/// One mission at a time; pressing it again asks for all of them.
#[component]
fn MissionFilter(
    /// What is known.
    known: Known,
    /// What is typed, which the address says too.
    words: RwSignal<String>,
    /// The mission asked for.
    mission: RwSignal<Option<Mission>>,
) -> impl IntoView {
    let button = |one: Mission| {
        let is_pressed = move || mission.get() == Some(one);
        let press = move |_| {
            let asked = (mission.get_untracked() != Some(one)).then_some(one);
            mission.set(asked);
            rewrite_address(words.get_untracked(), asked);
        };
        view! {
            <button type="button" class="button mission" aria-pressed=move || is_pressed().to_string() on:click=press>
                {known.mission(one)}
            </button>
        }
    };
    view! {
        <div class="stack stack--tight screen-only" role="group" aria-labelledby="missions">
            <h2 class="missions__title" id="missions">
                "Par mission"
            </h2>
            <div class="chips">{Mission::ALL.map(button).collect_view()}</div>
        </div>
    }
}

/// The other views of the same actors.
#[component]
fn Ways() -> impl IntoView {
    let way = |route: Route, title: &'static str| {
        view! {
            <li>
                <a class="button" href=route.to_hash()>
                    {title}
                </a>
            </li>
        }
    };
    view! {
        <nav class="screen-only" aria-label="Autres vues des acteurs">
            <ul role="list" class="chips">
                {way(Route::Missions, "Acteurs et missions")} {way(Route::Network, "Le réseau")}
                {way(Route::ToComplete, "Contacts à compléter")}
            </ul>
        </nav>
    }
}

/// Where what is delivered comes from.
#[component]
fn Sources(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let sources = known.catalogue.sources.iter().map(|source| view! { <li>{source.as_str()}</li> }).collect_view();
    view! {
        <details class="disclosure screen-only">
            <summary>"D’où viennent ces fiches"</summary>
            <div class="stack stack--tight">
                <p>{text::catalogue(known.catalogue.as_of)}</p>
                <ul>{sources}</ul>
            </div>
        </details>
    }
}
