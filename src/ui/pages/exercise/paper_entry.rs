//! Sheets filled on paper, typed one after the other without leaving the keyboard.

use super::known::{Known, back_to};
use super::paper_cells::SEAT;
use super::paper_sheet::{Sheet, SheetForm, new_key};
use crate::browser::dom;
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::records::Key;
use crate::text::{exercise, exercise_paper as text};
use crate::ui::components::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet being typed.
#[component]
pub fn PaperEntryPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let title = format!("Saisir les feuilles\u{a0}: {}", case.name);
    let sheet = Sheet::open(known, code, case, new_key());
    let stored = RwSignal::new(String::new());
    let store = Callback::new(move |()| {
        let Some((key, work)) = sheet.read() else { return };
        let (seat, changes) = (work.seat, sheet.changes(&key, work));
        sheet.saver.save_then(changes, move || one_more(sheet, stored, &key, seat));
    });
    view! {
        <Page
            title
            lead=text::ENTRY_LEAD
            back=back_to(code)
            faulty=sheet.is_faulty()
        >
            <p class="status-line" role="status">
                {stored}
            </p>
            <SheetForm sheet store act="Enregistrer cette feuille" />
        </Page>
    }
}

/// Makes room for the next sheet, and says how many are in. Stored twice, a sheet makes room once.
fn one_more(sheet: Sheet, stored: RwSignal<String>, key: &Key, seat: Seat) {
    // One may have left the page.
    let Some(Some(received)) = sheet.is_typing(key).then(|| sheet.received()) else { return };
    sheet.next();
    stored.set(text::stored(&exercise::seat(seat), received));
    dom::focus_in_place(SEAT);
}
