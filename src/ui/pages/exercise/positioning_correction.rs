//! A positioning that was typed, to type over: what is stored is a later edition of the same hand-in.

use super::known::{Known, back_to};
use super::paper_correction::{NotTypedHere, typed_here};
use super::positioning_sheet::{Sheet, SheetForm};
use crate::browser::location;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::HandIn;
use crate::domain::exercise::typed_positioning::TypedPositioning;
use crate::domain::exercise::work::Moment;
use crate::records::RecordId;
use crate::route::exercise::ExerciseRoute;
use crate::text::{exercise_paper, exercise_positioning as text};
use crate::ui::components::Page;
use crate::ui::save::Undoable;
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
    let sheet = Sheet::open(known, code, &[at], [(at, one.key)].into());
    sheet.fill(&TypedPositioning::of(&one.work));
    let desk = StoredValue::new(ExerciseRoute::Desk(code).to_hash());
    let store = Callback::new(move |()| {
        let Some((keys, works)) = sheet.read() else { return };
        let changes = sheet.changes(&keys, &works);
        let desk = desk.get_value();
        let Some(seat) = works.first().map(|work| work.seat).filter(|_| !changes.is_empty()) else {
            sheet.messages.done_on_arrival("Rien n’a changé sur cette feuille", "");
            return location::replace(&desk);
        };
        let done = Undoable {
            title: exercise_paper::corrected(seat),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "La correction est annulée",
        };
        sheet.saver.save_undoable(changes, done, move || location::replace(&desk));
    });
    view! {
        <Page title lead=exercise_paper::CORRECTION_LEAD back=back_to(code) faulty=sheet.is_faulty()>
            <SheetForm sheet store act="Enregistrer la correction" />
        </Page>
    }
}
