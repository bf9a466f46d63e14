//! A sheet that was typed, to type over: what is stored is a later edition of the same hand-in.

use super::known::{Known, NoSuchCase, back_to};
use super::paper_sheet::{Sheet, SheetForm};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::{self, HandIn};
use crate::domain::exercise::typed::TypedSheet;
use crate::domain::interview::id::CaseId;
use crate::records::RecordId;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise_paper as text;
use crate::ui::components::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet, or why it is not typed over here.
#[component]
pub fn PaperCorrectionPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: CaseId,
    /// What was handed in.
    id: RecordId,
) -> impl IntoView {
    let Some(case) = untrack(|| known.case_of(code, &case)) else { return view! { <NoSuchCase code /> }.into_any() };
    // Read once: what arrives meanwhile takes nothing away from what is being typed.
    match typed_here(code, &id).and_then(|one| Some((sheet_of(&one, &case, known)?, one))) {
        Some((filled, one)) => view! { <Correction known code case one filled /> }.into_any(),
        None => view! { <NotTypedHere code /> }.into_any(),
    }
}

/// What was typed from paper for this exercise.
pub fn typed_here(code: ExerciseCode, id: &RecordId) -> Option<HandIn> {
    let key = hand_in::key(id).ok()?;
    AppState::expect().with_tables_now(|tables| {
        let is_typed = |record: &&_| hand_in::is_typed(record);
        let record = tables.live_at(&key).filter(is_typed)?;
        HandIn::read(key.clone(), record).filter(|one| one.work.exercise == code)
    })
}

fn sheet_of(one: &HandIn, case: &Case, known: Known) -> Option<TypedSheet> {
    TypedSheet::of(&one.work, case, known.questionnaire, known.rulebook)
}

/// The sheet as it was typed.
#[component]
fn Correction(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: Arc<Case>,
    /// What was handed in.
    one: HandIn,
    /// What was typed.
    filled: TypedSheet,
) -> impl IntoView {
    let title = text::correcting(one.work.seat, &case.name);
    let sheet = Sheet::over(known, case, &one, &filled);
    let store = Callback::new(move |()| sheet.read().iter().for_each(|read| sheet.typing.correct(read)));
    view! {
        <Page title lead=text::CORRECTION_LEAD back=back_to(code) faulty=sheet.typing.is_faulty()>
            <SheetForm sheet store act="Enregistrer la correction" />
        </Page>
    }
}

/// There is nothing to type over.
#[component]
pub fn NotTypedHere(
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    view! {
        <Page title="Cet envoi ne se corrige pas ici" back=back_to(code)>
            <p>{text::NOT_TYPED}</p>
            <p>
                <a href=ExerciseRoute::Desk(code).to_hash()>"Revenir à l’exercice"</a>
            </p>
        </Page>
    }
}
