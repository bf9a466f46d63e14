//! What every screen of an exercise needs: the cases, the questions, the rules.

use crate::content::cases::cases;
use crate::content::error::ContentError;
use crate::content::objectives::objectives;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::exercise::case::{Case, CaseBook};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::model::Exercise;
use crate::domain::exercise::written_case::whole_cases;
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::exchange::packed::Lists;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::ui::components::{BackTo, Page};
use crate::ui::pages::interview::Unreadable;
use leptos::prelude::*;
use std::sync::Arc;

/// What is delivered with the product, and the cases written here.
#[derive(Clone, Copy)]
pub struct Known {
    /// Those that are delivered, then those written here that are whole, followed.
    pub cases: Memo<Arc<CaseBook>>,
    pub questionnaire: &'static Questionnaire,
    pub rulebook: &'static Rulebook,
    pub objectives: &'static Objectives,
    state: AppState,
}

impl Known {
    fn read() -> Result<Self, &'static ContentError> {
        let (delivered, questionnaire, rulebook) = (cases()?, questionnaire()?, rulebook()?);
        let state = AppState::expect();
        let cases = Memo::new(move |_| {
            let written = state.with_tables(|tables| whole_cases(tables, questionnaire, rulebook));
            Arc::new(delivered.with_written(written))
        });
        Ok(Self { cases, questionnaire, rulebook, objectives: objectives()?, state })
    }

    /// The cases as they are now, not followed; none once the page is left.
    pub fn cases_now(self) -> Arc<CaseBook> {
        let none = || Arc::new(CaseBook { version: self.questionnaire.version.clone(), cases: Vec::new() });
        self.cases.try_get_untracked().unwrap_or_else(none)
    }

    /// What a code read on a screen stands for.
    pub fn lists(self) -> Lists<'static> {
        let Self { questionnaire, rulebook, objectives, .. } = self;
        Lists { questionnaire, rulebook, objectives, cases: self.cases_now().cases.clone() }
    }

    /// A case of an exercise, followed.
    pub fn case_of(self, code: ExerciseCode, id: &CaseId) -> Option<Arc<Case>> {
        self.cases_of(code).into_iter().find(|case| case.id == *id)
    }

    /// The cases of an exercise, in the order of their numbers, then those written here; followed.
    pub fn cases_of(self, code: ExerciseCode) -> Vec<Arc<Case>> {
        let exercise = self.state.with_tables(|tables| Exercise::find(tables, code));
        let written = exercise.map(|exercise| exercise.written).unwrap_or_default();
        self.cases.with(|cases| cases.of_exercise(code, &written))
    }
}

/// Shows a page, or why it cannot be shown.
#[component]
pub fn Gate(
    /// The page.
    page: Callback<Known, AnyView>,
) -> impl IntoView {
    match Known::read() {
        Ok(known) => page.run(known),
        Err(error) => view! { <Unreadable error=error.clone() /> }.into_any(),
    }
}

/// A case of an exercise, or that the exercise has no such case.
#[component]
pub fn CaseGate(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// Which case.
    id: CaseId,
    /// What to show of it.
    page: fn(Known, ExerciseCode, Arc<Case>) -> AnyView,
) -> impl IntoView {
    let case = Memo::new(move |_| known.case_of(code, &id));
    let is_here = Memo::new(move |_| case.with(Option::is_some));
    // Shown as it is now: a case that changes elsewhere moves nothing of what is read or typed.
    let shown = move || case.get_untracked().map(|case| page(known, code, case));
    view! {
        <Show when=move || is_here.get() fallback=move || view! { <NoSuchCase code /> }>
            {shown}
        </Show>
    }
}

/// The way back to the list.
pub fn back() -> BackTo {
    BackTo::new(ExerciseRoute::List, "Animer")
}

/// The way back to an exercise.
pub fn back_to(code: ExerciseCode) -> BackTo {
    BackTo::new(ExerciseRoute::Desk(code), format!("Exercice {code}"))
}

/// The exercise holds no case of this name.
#[component]
pub fn NoSuchCase(
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    view! {
        <Page title="Ce cas n’est pas dans cet exercice" back=back_to(code)>
            <p>
                "L’adresse a peut-être été mal recopiée. Les réponses reçues ne sont pas en cause\u{a0}: "
                <a href=ExerciseRoute::Desk(code).to_hash()>"retrouvez les cas de l’exercice"</a> "."
            </p>
        </Page>
    }
}
