//! The places: the list and the map, a place's sheet, the import of a directory file.

mod adopt;
mod base_map;
mod carry;
mod contact;
mod elsewhere;
mod export;
mod file_import;
mod filters;
mod found;
mod import;
mod list;
mod lists;
mod local;
mod lost;
mod map;
mod orient;
mod place;
mod place_search;
mod removal;
mod replace;
mod report;
mod results;
mod sources;
mod week;

use super::NotFound;
use crate::route::Route;
use base_map::BaseMapPage;
use import::ImportPage;
use leptos::prelude::*;
use list::DirectoryPage;
use lists::{ListPage, ListsPage};
use lost::LostPage;
use place::PlacePage;

/// The screen of an address of this family.
pub fn show(route: Route) -> AnyView {
    match route {
        Route::Directory(query) => view! { <DirectoryPage query /> }.into_any(),
        Route::DirectoryImport => view! { <ImportPage /> }.into_any(),
        Route::DirectoryReplace(source) => view! { <ImportPage replaces=source /> }.into_any(),
        Route::BaseMap => view! { <BaseMapPage /> }.into_any(),
        Route::Lists => view! { <ListsPage /> }.into_any(),
        Route::List(id) => view! { <ListPage id /> }.into_any(),
        Route::Lost => view! { <LostPage /> }.into_any(),
        Route::Place(id) => view! { <PlacePage id /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}
