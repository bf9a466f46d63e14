//! The addresses of the lists of places, and of what is known of places that are gone.

use super::Route;
use crate::records::RecordId;

const LISTS: &str = "listes";
const LOST: &str = "a-rattacher";

/// What follows the directory's name.
pub fn read(rest: &[&str]) -> Option<Route> {
    match rest {
        [LISTS] => Some(Route::Lists),
        [LISTS, id] => Some(Route::List(RecordId::new(*id).ok()?)),
        [LOST] => Some(Route::Lost),
        _ => None,
    }
}

/// The address; nothing for a screen of another family.
pub fn write(route: &Route) -> String {
    match route {
        Route::Lists => format!("annuaire/{LISTS}"),
        Route::List(id) => format!("annuaire/{LISTS}/{id}"),
        Route::Lost => format!("annuaire/{LOST}"),
        _ => String::new(),
    }
}
