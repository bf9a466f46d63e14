//! What every screen of an exercise needs: the cases, the questions, the rules.

use crate::content::cases::cases;
use crate::content::error::ContentError;
use crate::content::objectives::objectives;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::curriculum::objective::Objectives;
use crate::domain::exercise::case::{Case, CaseBook};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Questionnaire;
use crate::domain::interview::rulebook::Rulebook;
use crate::exchange::packed::Lists;
use crate::route::exercise::ExerciseRoute;
use crate::ui::components::{BackTo, Page};
use crate::ui::pages::interview::Unreadable;
use leptos::prelude::*;

/// What is delivered with the product.
#[derive(Clone, Copy)]
pub struct Known {
    pub cases: &'static CaseBook,
    pub questionnaire: &'static Questionnaire,
    pub rulebook: &'static Rulebook,
    pub objectives: &'static Objectives,
}

impl Known {
    fn read() -> Result<Self, &'static ContentError> {
        Ok(Self { cases: cases()?, questionnaire: questionnaire()?, rulebook: rulebook()?, objectives: objectives()? })
    }

    /// What a code read on a screen stands for.
    pub fn lists(self) -> Lists<'static> {
        let Self { cases, questionnaire, rulebook, objectives } = self;
        Lists { questionnaire, rulebook, objectives, cases: cases.cases.iter().collect() }
    }

    /// A case of an exercise.
    pub fn case_of(self, code: ExerciseCode, id: &CaseId) -> Option<&'static Case> {
        self.cases_of(code).into_iter().find(|case| case.id == *id)
    }

    /// The cases of an exercise, in the order of their numbers.
    pub fn cases_of(self, code: ExerciseCode) -> Vec<&'static Case> {
        let named = |number| self.cases.cases.iter().find(|case| case.number == number);
        code.cases().filter_map(named).collect()
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
    page: fn(Known, ExerciseCode, &'static Case) -> AnyView,
) -> impl IntoView {
    match known.case_of(code, &id) {
        Some(case) => page(known, code, case),
        None => view! { <NoSuchCase code /> }.into_any(),
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
