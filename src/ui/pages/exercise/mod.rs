//! The exercise in the training room: the list, the trainer's desk, the debrief; the participant's place.

mod bag;
mod cases;
mod debrief;
mod desk;
mod join;
mod known;
mod list;
mod new;
mod own_place;
mod paper;
mod paper_all;
mod paper_cells;
mod paper_correction;
mod paper_entry;
mod paper_sheet;
mod positioning;
mod positioning_correction;
mod positioning_entry;
mod positioning_paper;
mod positioning_sheet;
mod progress;
mod progress_chart;
mod progress_table;
mod seat;
mod seat_positioning;
mod send;
mod told;
mod typing;

use crate::domain::exercise::positioning::Place;
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use bag::BagPage;
use cases::{CasesFamily, Screen};
use debrief::{DebriefPage, OnCase, WallPage};
use desk::{ClosingPage, DeskPage};
use join::JoinPage;
use known::{CaseGate, Gate};
use leptos::prelude::*;
use list::ExercisesPage;
use new::NewExercisePage;
use own_place::OwnPlace;
use paper::CasePaperPage;
use paper_all::AllPaperPage;
pub use paper_cells::Cell;
use paper_correction::PaperCorrectionPage;
use paper_entry::PaperEntryPage;
use positioning::PositioningPage;
use positioning_correction::PositioningCorrectionPage;
use positioning_entry::PositioningEntryPage;
use positioning_paper::PositioningPaperPage;
use progress::ProgressPage;

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    let Route::Exercise(route) = route else { return ().into_any() };
    let page = Callback::new(move |known| match route.clone() {
        ExerciseRoute::List => view! { <ExercisesPage known /> }.into_any(),
        ExerciseRoute::New => view! { <NewExercisePage known /> }.into_any(),
        ExerciseRoute::Join => view! { <JoinPage /> }.into_any(),
        ExerciseRoute::Bag => view! { <BagPage /> }.into_any(),
        ExerciseRoute::Ticket(exercise) => view! { <JoinPage exercise /> }.into_any(),
        ExerciseRoute::Cases => view! { <CasesFamily known on=Screen::List /> }.into_any(),
        ExerciseRoute::NewCase => view! { <CasesFamily known on=Screen::New /> }.into_any(),
        ExerciseRoute::Case(id) => view! { <CasesFamily known on=Screen::Sheet(id) /> }.into_any(),
        ExerciseRoute::CaseEdit(id) => view! { <CasesFamily known on=Screen::Edit(id) /> }.into_any(),
        ExerciseRoute::Desk(code) => view! { <DeskPage known code /> }.into_any(),
        ExerciseRoute::Debrief(code, id) => {
            let page = |known, code, case| view! { <DebriefPage on=OnCase::new(known, code, case) /> }.into_any();
            view! { <CaseGate known code id page /> }.into_any()
        }
        ExerciseRoute::Wall(code, id) => {
            let page = |known, code, case| view! { <WallPage on=OnCase::new(known, code, case) /> }.into_any();
            view! { <CaseGate known code id page /> }.into_any()
        }
        ExerciseRoute::PaperEntry(code, id) => {
            let page = |known, code, case| view! { <PaperEntryPage known code case /> }.into_any();
            view! { <CaseGate known code id page /> }.into_any()
        }
        ExerciseRoute::PaperCorrection(code, case, id) => {
            view! { <PaperCorrectionPage known code case id /> }.into_any()
        }
        ExerciseRoute::CasePaper(code, id) => {
            let page = |known, code, case| view! { <CasePaperPage known code case /> }.into_any();
            view! { <CaseGate known code id page /> }.into_any()
        }
        ExerciseRoute::Positioning(exercise, seat, moment) => {
            view! { <PositioningPage known place=Place { exercise, seat, moment } /> }.into_any()
        }
        ExerciseRoute::Progress(code) => view! { <ProgressPage known code /> }.into_any(),
        ExerciseRoute::PositioningEntry(code) => view! { <PositioningEntryPage known code /> }.into_any(),
        ExerciseRoute::PositioningCorrection(code, id) => {
            view! { <PositioningCorrectionPage known code id /> }.into_any()
        }
        ExerciseRoute::PositioningPaper(code) => view! { <PositioningPaperPage known code /> }.into_any(),
        ExerciseRoute::AllPaper(code) => view! { <AllPaperPage known code /> }.into_any(),
        ExerciseRoute::Closing(code) => view! { <ClosingPage known code /> }.into_any(),
        ExerciseRoute::Seat(code, seat) => view! { <OwnPlace known code seat /> }.into_any(),
    });
    view! { <Gate page /> }.into_any()
}
