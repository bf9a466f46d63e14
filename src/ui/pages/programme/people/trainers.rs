//! Those who train.

use super::super::board::{Board, back};
use super::removed::RemovedOf;
use crate::domain::programme::id::TRAINER_KIND;
use crate::domain::programme::person::{Trainer, name_of};
use crate::route::programme::ProgrammeRoute;
use crate::text::format;
use crate::ui::components::{Icon, Page, Pictogram};
use leptos::prelude::*;
use std::sync::Arc;

/// The team.
#[component]
pub fn TrainersPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let trainers = Memo::new(move |_| board.programme.with(|programme| programme.trainers.clone()));
    let is_empty = Memo::new(move |_| trainers.with(Vec::is_empty));
    view! {
        <Page title="L’équipe de formation" lead="Qui anime les sessions, et comment les joindre." back=back()>
            <Show when=move || !is_empty.get() fallback=|| view! { <Empty /> }>
                <p>
                    <NewLink />
                </p>
                <ul role="list" class="cases">
                    <For each=move || trainers.get() key=Arc::clone let(trainer)>
                        <TrainerRow board trainer />
                    </For>
                </ul>
            </Show>
            <RemovedOf
                kind=TRAINER_KIND
                name=|record| name_of(record).unwrap_or_default()
                pages="Pages des fiches supprimées"
                summary=|number| format!("{} ({number})", format::agree(number as u64, "Fiche supprimée", "Fiches supprimées"))
            />
        </Page>
    }
}

#[component]
fn NewLink() -> impl IntoView {
    view! {
        <a class="button button--primary" href=ProgrammeRoute::NewTrainer.to_hash()>
            <Pictogram icon=Icon::Plus />
            "Ajouter une formatrice ou un formateur"
        </a>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Person />
            <h2>"Personne dans l’équipe pour l’instant"</h2>
            <p>"Ajoutez qui anime\u{a0}: leurs noms se choisissent ensuite dans chaque session, et figurent sur les documents."</p>
            <NewLink />
        </div>
    }
}

/// One of them.
#[component]
fn TrainerRow(
    /// The cycle.
    board: Board,
    /// Who.
    trainer: Arc<Trainer>,
) -> impl IntoView {
    let name = Some(trainer.name()).filter(|name| !name.is_empty()).unwrap_or_else(|| "Sans nom".to_owned());
    let of = format!("\u{a0}: {name}");
    let reach = [trainer.organisation.clone(), format::phone(&trainer.phone), trainer.email.clone()];
    let reach: Vec<String> = reach.into_iter().filter(|it| !it.is_empty()).collect();
    let id = trainer.id.clone();
    let sessions = move || {
        let is_there = |session: &&Arc<crate::domain::programme::session::Session>| {
            !session.is_cancelled() && session.trainers.contains(&id)
        };
        let number = board.programme.with(|programme| programme.sessions.iter().filter(is_there).count());
        format::count(number as u64, "session dans ce cycle", "sessions dans ce cycle")
    };
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h2 class="case__name">{name}</h2>
                <p class="card__meta">{reach.join(", ")}</p>
                <p class="card__meta">{sessions}</p>
            </div>
            <div class="case__ways">
                <a class="button" href=ProgrammeRoute::Trainer(trainer.id.clone()).to_hash()>
                    "Modifier"
                    <span class="visually-hidden">{of}</span>
                </a>
            </div>
        </li>
    }
}
