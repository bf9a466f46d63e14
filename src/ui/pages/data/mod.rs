//! The data of this device: kept in a file, taken from files, put back as they were, shared, wiped.

mod backup;
mod end_of_session;
mod erase;
mod export;
mod grouped;
mod handed_over;
mod import;
mod one_export;
mod page;
mod points;
mod retention;
mod share;
mod unreadable;
mod wipe;

use super::check::ToCheckPage;
use crate::route::Route;
use end_of_session::EndOfSessionPage;
use leptos::prelude::*;
use page::DataPage;
use points::PointsPage;
use retention::ToDeletePage;
use share::SharePage;

pub use backup::{SealChoice, at_risk};
pub use erase::{EraseDialog, Erasing};
pub use export::Export;
pub use handed_over::HandedOverNotice;
pub use import::BagImport;
pub use one_export::{OneExport, PersonalExport};

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    match route {
        Route::Points => view! { <PointsPage /> }.into_any(),
        Route::Share => view! { <SharePage /> }.into_any(),
        Route::ToCheck => view! { <ToCheckPage /> }.into_any(),
        Route::ToDelete => view! { <ToDeletePage /> }.into_any(),
        Route::EndOfSession => view! { <EndOfSessionPage /> }.into_any(),
        _ => view! { <DataPage /> }.into_any(),
    }
}
