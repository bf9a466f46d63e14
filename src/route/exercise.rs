//! The addresses of the exercises.

use super::Route;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::domain::interview::id::CaseId;
use crate::records::RecordId;

const NEW: &str = "nouveau";
const JOIN: &str = "rejoindre";
const BAG: &str = "mallette";
const CASE: &str = "cas";
const SEAT: &str = "numero";
const ENTRY: &str = "saisie";
const PAPER: &str = "papier";

/// The exercise, or the part of one, of an address that begins with `exercice`.
pub(super) fn read(rest: &[&str]) -> Option<Route> {
    match rest {
        [] => Some(Route::Exercises),
        [NEW] => Some(Route::NewExercise),
        [JOIN] => Some(Route::JoinExercise),
        [BAG] => Some(Route::Bag),
        [code] => Some(Route::Exercise(code.parse().ok()?)),
        [code, CASE, case] => Some(Route::Debrief(code.parse().ok()?, CaseId::new(case).ok()?)),
        [code, ENTRY, case] => Some(Route::PaperEntry(code.parse().ok()?, CaseId::new(case).ok()?)),
        [code, ENTRY, case, id] => {
            Some(Route::PaperCorrection(code.parse().ok()?, CaseId::new(case).ok()?, RecordId::new(*id).ok()?))
        }
        [code, PAPER, case] => Some(Route::CasePaper(code.parse().ok()?, CaseId::new(case).ok()?)),
        [code, SEAT] => Some(Route::Ticket(code.parse().ok()?)),
        [code, SEAT, ticket] => Some(seat(code.parse().ok()?, ticket)),
        _ => None,
    }
}

/// The place of a ticket. A number alone, or with the letter of another, is nobody's: the ticket is asked for again.
fn seat(code: ExerciseCode, ticket: &str) -> Route {
    Seat::read(ticket, code).map_or(Route::Ticket(code), |seat| Route::Seat(code, seat))
}

/// The address of these screens, and of the whole list for any other.
pub(super) fn write(route: &Route) -> String {
    match route {
        Route::NewExercise => format!("exercice/{NEW}"),
        Route::JoinExercise => format!("exercice/{JOIN}"),
        Route::Bag => format!("exercice/{BAG}"),
        Route::Exercise(code) => format!("exercice/{}", written(*code)),
        Route::Debrief(code, case) => format!("exercice/{}/{CASE}/{case}", written(*code)),
        Route::PaperEntry(code, case) => format!("exercice/{}/{ENTRY}/{case}", written(*code)),
        Route::PaperCorrection(code, case, id) => format!("exercice/{}/{ENTRY}/{case}/{id}", written(*code)),
        Route::CasePaper(code, case) => format!("exercice/{}/{PAPER}/{case}", written(*code)),
        Route::Ticket(code) => format!("exercice/{}/{SEAT}", written(*code)),
        Route::Seat(code, seat) => format!("exercice/{}/{SEAT}/{}", written(*code), seat.ticket(*code).to_lowercase()),
        _ => "exercice".to_owned(),
    }
}

fn written(code: ExerciseCode) -> String {
    code.to_string().to_lowercase()
}
