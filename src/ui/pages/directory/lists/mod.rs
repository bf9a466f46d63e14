//! Named lists of places: all of them, one of them, and those that hold the place of a sheet.

mod all;
mod form;
mod holding;
mod one;
mod rows;

pub use all::ListsPage;
pub use holding::InLists;
pub use one::ListPage;

use crate::domain::directory::local::list::PlaceList;
use crate::domain::fold::fold;
use crate::state::AppState;
use crate::text::local::lists as text;
use leptos::prelude::*;

/// Every list in the order of their names, followed.
fn by_name(state: AppState) -> Memo<Vec<PlaceList>> {
    Memo::new(move |_| {
        let mut lists = state.with_tables(PlaceList::all);
        lists.sort_by_cached_key(|list| (fold(&text::name(list)), list.key.clone()));
        lists
    })
}
