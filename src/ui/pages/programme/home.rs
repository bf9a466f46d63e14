//! The programme at a glance: what is late, what is next, the gauge, and the way to everything else.

use super::board::Board;
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::task::{Due, tasks};
use crate::domain::programme::whole::Programme;
use crate::route::Route;
use crate::route::community::CommunityRoute;
use crate::route::evaluation::EvaluationRoute;
use crate::route::exercise::ExerciseRoute;
use crate::route::programme::ProgrammeRoute;
use crate::route::teaching::TeachingRoute;
use crate::text::programme as words;
use crate::text::programme_gauge as text;
use crate::text::programme_task as of_task;
use crate::ui::components::{Icon, Page, WayCard};
use leptos::prelude::*;
use std::sync::Arc;

/// How many tasks are shown before one asks for all.
const FIRST: usize = 6;

/// The current cycle.
#[component]
pub fn HomePage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let gauge = Memo::new(move |_| board.gauge());
    let title = Signal::derive(move || board.programme.with(|programme| words::cycle_name(&programme.cycle)));
    let lead = Signal::derive(move || board.programme.with(|programme| text::lead(&programme.cycle, board.today)));
    let ways: [(Route, Icon, &str, &str); 5] = [
        (
            ProgrammeRoute::Sessions.into(),
            Icon::Calendar,
            "Sessions",
            "Dates, lieux, inscriptions, présences, documents.",
        ),
        (ProgrammeRoute::People.into(), Icon::Person, "Personnes", "Qui peut venir, qui est inscrit, qui a été formé."),
        (
            ProgrammeRoute::Structures.into(),
            Icon::Pin,
            "Structures",
            "Contacter, inviter, relancer, proposer des places.",
        ),
        (
            TeachingRoute::Versions.into(),
            Icon::Check,
            "Référentiel",
            "La journée de formation\u{a0}: lire, adapter, vérifier, comparer.",
        ),
        (ProgrammeRoute::Log.into(), Icon::Interview, "Suivi de mission", "Réunions, actions, risques, réclamations."),
    ];
    let way = |(to, icon, name, what): (Route, Icon, &'static str, &'static str)| {
        view! {
            <WayCard to=to.to_hash() icon name>
                {what}
            </WayCard>
        }
    };
    view! {
        <Page title lead>
            <Tasks board gauge />
            <Measures board gauge />
            <section class="stack screen-only" aria-labelledby="parties">
                <h2 id="parties">"Préparer et suivre"</h2>
                <ul role="list" class="grid ways">
                    {ways.into_iter().map(way).collect_view()}
                </ul>
            </section>
            <section class="stack stack--tight screen-only" aria-labelledby="autour">
                <h2 id="autour">"Et aussi"</h2>
                <ul class="stack stack--tight">
                    <li>
                        <a href=ExerciseRoute::List.to_hash()>"Animer un exercice en salle"</a>
                    </li>
                    <li>
                        <a href=TeachingRoute::Tools.to_hash()>"Les fiches outils"</a>
                    </li>
                    <li>
                        <a href=TeachingRoute::Glossary.to_hash()>"Le lexique"</a>
                    </li>
                    <li>
                        <a href=CommunityRoute::Cards.to_hash()>"Le réseau\u{a0}: cartes, binômes, orientations"</a>
                    </li>
                    <li>
                        <a href=EvaluationRoute::Home.to_hash()>"L’évaluation\u{a0}: questionnaires, synthèse, clôture"</a>
                    </li>
                    <li>
                        <a href=ProgrammeRoute::Trainers.to_hash()>"L’équipe de formation"</a>
                    </li>
                    <li>
                        <a href=ProgrammeRoute::Provider.to_hash()>"L’organisme et ses mentions légales"</a>
                    </li>
                    <li>
                        <a href=ProgrammeRoute::Wording.to_hash()>"Les formulations des documents"</a>
                    </li>
                    <li>
                        <a href=move || {
                            let id = board.programme.with(|programme| programme.cycle.id.clone());
                            ProgrammeRoute::Cycle(id).to_hash()
                        }>"Ce qui a été commandé\u{a0}: dates, nombres, budget"</a>
                    </li>
                    <li>
                        <a href=ProgrammeRoute::Cycles.to_hash()>
                            {move || if board.has_others.get() { "Changer de cycle" } else { "Préparer un autre cycle" }}
                        </a>
                    </li>
                </ul>
            </section>
        </Page>
    }
}

/// The figures that were ordered, and where each stands.
#[component]
fn Measures(
    /// The cycle.
    board: Board,
    /// Its gauge today.
    gauge: Memo<Gauge>,
) -> impl IntoView {
    let lines = move || gauge.with(|gauge| board.programme.with(|programme| text::measures(programme, gauge)));
    view! {
        <section class="stack" aria-labelledby="jauge">
            <h2 id="jauge">"La jauge du programme"</h2>
            <ul role="list" class="grid measures">
                <For each=lines key=|line| line.clone() let(line)>
                    <li class="card measure">
                        <h3 class="measure__name">{line.name}</h3>
                        <p class="measure__number">{line.number}</p>
                        <p>{line.against}</p>
                        {line.progress.map(|(done, expected, whole)| view! { <Bar done expected whole /> })}
                        <p class="hint">{line.more}</p>
                    </li>
                </For>
            </ul>
            <p class="screen-only">
                <a href=ProgrammeRoute::Gauge.to_hash()>"Voir toute la jauge, et l’imprimer pour le Département"</a>
            </p>
        </section>
    }
}

/// What is done, what is expected, against what was ordered: the sentence beside it says the same.
#[component]
fn Bar(
    /// Done.
    done: u32,
    /// Done or to come.
    expected: u32,
    /// The least that was ordered.
    whole: u32,
) -> impl IntoView {
    let share = |number: u32| f64::from(number.min(whole)) * 100.0 / f64::from(whole.max(1));
    view! {
        <svg class="measure__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect class="measure__ground" width="100" height="6" />
            <rect class="measure__expected" width=share(expected) height="6" />
            <rect class="measure__done" width=share(done) height="6" />
        </svg>
    }
}

/// What is late and what to do next.
#[component]
fn Tasks(
    /// The cycle.
    board: Board,
    /// Its gauge today.
    gauge: Memo<Gauge>,
) -> impl IntoView {
    let due =
        Memo::new(move |_| board.programme.with(|programme| gauge.with(|gauge| Arc::new(tasks(programme, gauge)))));
    let is_whole = RwSignal::new(false);
    let number = Memo::new(move |_| due.with(|due| due.len()));
    let shown = move || {
        let most = if is_whole.get() { usize::MAX } else { FIRST };
        due.with(|due| due.iter().take(most).cloned().collect::<Vec<_>>())
    };
    let row = move |due: Due| {
        let (words, to) = board.programme.with(|programme: &Arc<Programme>| {
            (of_task::words(programme, &due, board.today), ProgrammeRoute::of_task(&due.task))
        });
        view! {
            <li class="task" class:task--late=due.is_late>
                {due.is_late.then(|| view! { <span class="chip chip--caution">"En retard"</span> })}
                <a href=to.to_hash()>{words.what}</a>
                <span class="hint">{words.detail}</span>
            </li>
        }
    };
    view! {
        <section class="stack" aria-labelledby="a-faire">
            <h2 id="a-faire">"À faire"</h2>
            <Show
                when=move || { number.get() > 0 }
                fallback=|| view! { <p>"Rien n’attend\u{a0}: tout ce qui a été commandé est planifié et à jour."</p> }
            >
                <ul role="list" class="tasks">
                    <For each=shown key=|due| (due.task.clone(), due.is_late, due.on) children=row />
                </ul>
                <Show when=move || !is_whole.get() && { number.get() > FIRST }>
                    <p>
                        <button type="button" class="button button--plain" on:click=move |_| is_whole.set(true)>
                            {move || format!("Voir les {} choses à faire", number.get())}
                        </button>
                    </p>
                </Show>
            </Show>
        </section>
    }
}
