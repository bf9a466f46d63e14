//! The data of this device: kept in a file, taken from a file, wiped.

mod backup;
mod page;
mod restore;
mod review;
mod unreadable;
mod wipe;

use crate::route::Route;
use leptos::prelude::*;
use page::DataPage;

/// The one screen of this family.
pub fn show(_: Route) -> AnyView {
    view! { <DataPage /> }.into_any()
}
