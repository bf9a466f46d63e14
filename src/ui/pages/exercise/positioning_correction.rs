//! A positioning that was typed, to type over: what is stored is a later edition of the same hand-in.

use super::known::{Known, back_to};
use super::paper_correction::{NotTypedHere, typed_here};
use super::positioning_sheet::{Sheet, SheetForm};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::HandIn;
use crate::domain::exercise::work::Moment;
use crate::records::RecordId;
use crate::text::{exercise_paper, exercise_positioning as text};
use crate::ui::components::Page;
use leptos::prelude::*;

/// The positioning, or why it is not typed over here.
#[component]
pub fn PositioningCorrectionPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// What was handed in.
    id: RecordId,
) -> impl IntoView {
    // Read once: what arrives meanwhile takes nothing away from what is being typed.
    let typed = typed_here(code, &id).and_then(|one| Some((one.work.positioned_at()?, one)));
    match typed {
        Some((at, one)) => view! { <Correction known code at one /> }.into_any(),
        None => view! { <NotTypedHere code /> }.into_any(),
    }
}

/// What was typed of one moment.
#[component]
fn Correction(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The moment.
    at: Moment,
    /// What was handed in.
    one: HandIn,
) -> impl IntoView {
    let title = exercise_paper::correcting(one.work.seat, text::title(at));
    let sheet = Sheet::over(known, at, &one);
    let store = Callback::new(move |()| sheet.read().iter().for_each(|read| sheet.typing.correct(read)));
    view! {
        <Page title lead=exercise_paper::CORRECTION_LEAD back=back_to(code) faulty=sheet.typing.is_faulty()>
            <SheetForm sheet store act="Enregistrer la correction" />
        </Page>
    }
}
