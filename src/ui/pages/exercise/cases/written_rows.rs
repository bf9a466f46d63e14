//! The cases written here: read, changed, shared alone, removed and put back.

use super::super::known::Known;
use super::go_on;
use crate::domain::exercise::case_change;
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::written_case::WrittenCase;
use crate::domain::interview::id::CaseId;
use crate::exchange::scope::Scope;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise_cases as text;
use crate::ui::pages::data::Export;
use crate::ui::removed::{Removed, Restorable};
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;
use std::sync::Arc;

/// A case written here, and what may be done with it.
#[component]
pub fn WrittenRow(
    /// What a whole case needs.
    known: Known,
    /// Which one.
    id: CaseId,
    /// All of them.
    written: Memo<Arc<Vec<WrittenCase>>>,
    /// The export of the page.
    export: Export,
) -> impl IntoView {
    let saver = Saver::expect();
    let ways = [ExerciseRoute::CaseEdit(id.clone()), ExerciseRoute::Case(id.clone())].map(|route| route.to_hash());
    let only = id.clone();
    let case = Memo::new(move |_| written.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let say =
        move |words: fn(&WrittenCase) -> String| move || case.with(|case| case.as_ref().map(words).unwrap_or_default());
    let missing = Memo::new(move |_| {
        let count = |case: &WrittenCase| case.missing(known.questionnaire, known.rulebook).len();
        case.with(|case| case.as_ref().map(count).unwrap_or_default())
    });
    let remove = move |_| {
        let Some(case) = case.get_untracked() else { return };
        let holds_it = |one: &&Exercise| one.written.contains(&case.id);
        let used = saver.state().with_tables_now(|tables| Exercise::all(tables).iter().filter(holds_it).count());
        let done = Undoable {
            title: format!("{} est retiré", text::mention(&text::title(&case))),
            body: text::used(used),
            take_back: "Annuler",
            taken_back: "Cas rétabli",
        };
        saver.save_undoable(case_change::delete(&case), done, go_on);
    };
    let share = move |_| export.start(Scope::Cases { only: Some(only.clone()) }, false);
    let [edit, read] = ways;
    let mention = move || format!("\u{a0}: {}", say(text::title)());
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h3 class="case__name">
                    {say(text::title)} " "
                    <span class="chip" class:chip--plain=move || { missing.get() > 0 }>
                        {move || text::status(missing.get())}
                    </span>
                </h3>
                <p class="card__meta">{say(|case| case.name.clone())}</p>
            </div>
            <div class="case__ways">
                <a class="button" href=edit>
                    "Modifier"
                    <span class="visually-hidden">{mention}</span>
                </a>
                <a class="button" href=read>
                    "Lire"
                    <span class="visually-hidden">{mention}</span>
                </a>
                <button type="button" class="button" on:click=share>
                    "Partager"
                    <span class="visually-hidden">{mention}</span>
                </button>
                <button type="button" class="button button--plain" on:click=remove>
                    "Retirer"
                    <span class="visually-hidden">{mention}</span>
                </button>
            </div>
        </li>
    }
}

/// The cases that were removed.
#[component]
pub fn RemovedCases() -> impl IntoView {
    let state = AppState::expect();
    let restorable = |case: WrittenCase| {
        let title = text::title(&case);
        Restorable {
            id: case.id.to_string(),
            mention: title.clone(),
            restored: format!("{} est rétabli", text::mention(&title)),
            changes: case_change::restore(&case),
            name: title,
        }
    };
    let removed =
        Memo::new(move |_| state.with_tables(WrittenCase::removed).into_iter().map(restorable).collect::<Vec<_>>());
    view! { <Removed removed summary=text::removed pages="Pages des cas retirés" /> }
}
