//! Every case: written here first, then those that are delivered.

use super::super::known::{Known, back};
use super::copy;
use super::written_rows::{RemovedCases, WrittenRow};
use crate::domain::exercise::case::{Case, CaseNumber};
use crate::domain::exercise::written_case::WrittenCase;
use crate::exchange::scope::Scope;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::{exercise_cases as words, exercise_desk, interview};
use crate::ui::components::{Icon, Messages, Page, Pictogram};
use crate::ui::pages::data::{Export, OneExport};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

const SHARE: &str = "partager-cas";

/// The cases.
#[component]
pub fn CasesPage(
    /// What is delivered, and the cases written here.
    known: Known,
) -> impl IntoView {
    let state = AppState::expect();
    let written = Memo::new(move |_| Arc::new(state.with_tables(WrittenCase::all)));
    let is_empty = Memo::new(move |_| written.with(|written| written.is_empty()));
    let ids = move || written.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let export = Export::new(SHARE);
    let delivered = known.cases_now();
    let delivered = delivered.cases.iter().filter(|case| case.number != CaseNumber::WRITTEN);
    let rows = delivered.map(|case| view! { <DeliveredRow case=Arc::clone(case) /> }).collect_view();
    view! {
        <Page title="Cas" lead=words::LIST_LEAD back=back()>
            <section class="stack" aria-labelledby="cas-ecrits">
                <h2 id="cas-ecrits">"Écrits ici"</h2>
                <p>{words::FICTIONAL}</p>
                <p>
                    <a class="button button--primary" href=ExerciseRoute::NewCase.to_hash()>
                        <Pictogram icon=Icon::Plus />
                        "Écrire un cas"
                    </a>
                </p>
                <Show when=move || is_empty.get()>
                    <p>{words::NONE_WRITTEN}</p>
                </Show>
                <ul role="list" class="cases">
                    <For each=ids key=|id| id.clone() let(id)>
                        <WrittenRow known id written export />
                    </For>
                </ul>
                <RemovedCases />
                <Show when=move || !is_empty.get()>
                    <Share export />
                </Show>
            </section>
            <section class="stack" aria-labelledby="cas-fournis">
                <h2 id="cas-fournis">"Fournis avec Repères"</h2>
                <ul role="list" class="cases">
                    {rows}
                </ul>
            </section>
        </Page>
    }
}

/// All of them in a file.
#[component]
fn Share(
    /// The export of the page.
    export: Export,
) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby=SHARE>
            <h3 id=SHARE tabindex="-1">
                "Partager les cas écrits ici"
            </h3>
            <p>{words::SHARE}</p>
            <OneExport export scope=Scope::Cases { only: None } label="Préparer un fichier avec tous les cas" />
        </section>
    }
}

/// A delivered case: read, or copied to be adapted.
#[component]
fn DeliveredRow(
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let name = exercise_desk::case_name(&case);
    let of = format!("\u{a0}: {}", case.name);
    let about = interview::age_band(case.age_band);
    let way = ExerciseRoute::Case(case.id.clone()).to_hash();
    let title = case.title.clone();
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h3 class="case__name">{name}</h3>
                <p>{title}</p>
                <p class="card__meta">{about}</p>
            </div>
            <div class="case__ways">
                <a class="button" href=way>
                    "Lire"
                    <span class="visually-hidden">{of.clone()}</span>
                </a>
                <button type="button" class="button" on:click=move |_| copy(&case, saver, messages)>
                    "Copier pour l’adapter"
                    <span class="visually-hidden">{of}</span>
                </button>
            </div>
        </li>
    }
}
