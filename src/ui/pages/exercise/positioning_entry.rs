//! Positioning sheets filled on paper, typed one after the other without leaving the keyboard.

use super::known::{Known, back_to};
use super::paper_cells::SEAT;
use super::positioning_sheet::{Keys, Sheet, SheetForm, new_keys};
use crate::browser::dom;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::work::{Moment, Work};
use crate::text::exercise_positioning as text;
use crate::ui::components::Page;
use leptos::prelude::*;

/// The sheet being typed.
#[component]
pub fn PositioningEntryPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
) -> impl IntoView {
    let sheet = Sheet::open(known, code, &Moment::ALL, new_keys());
    let stored = RwSignal::new(String::new());
    let store = Callback::new(move |()| {
        let Some((keys, works)) = sheet.read() else { return };
        let changes = sheet.changes(&keys, &works);
        sheet.saver.save_then(changes, move || one_more(sheet, stored, &keys, &works));
    });
    view! {
        <Page title="Saisir les positionnements" lead=text::ENTRY_LEAD back=back_to(code) faulty=sheet.is_faulty()>
            <p class="status-line" role="status">
                {stored}
            </p>
            <SheetForm sheet store act="Enregistrer cette feuille" />
        </Page>
    }
}

/// Makes room for the next sheet, and says how many are in. Stored twice, a sheet makes room once.
fn one_more(sheet: Sheet, stored: RwSignal<String>, keys: &Keys, works: &[Work]) {
    // One may have left the page.
    let Some(Some(received)) = sheet.is_typing(keys).then(|| sheet.received()) else { return };
    let Some(seat) = works.first().map(|work| work.seat) else { return };
    sheet.next();
    let moments: Vec<Moment> = works.iter().filter_map(Work::positioned_at).collect();
    stored.set(text::stored(seat, &moments, received));
    dom::focus_in_place(SEAT);
}
