//! Positioning sheets filled on paper, typed one after the other without leaving the keyboard.

use super::known::{Known, back_to};
use super::positioning_sheet::{Sheet, SheetForm};
use super::typing::{Read, Stored};
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
    let sheet = Sheet::new(known, code);
    let store = Callback::new(move |()| {
        let Some(read) = sheet.read() else { return };
        let said = |read: &Read, received| {
            let moments: Vec<Moment> = read.works.iter().filter_map(Work::positioned_at).collect();
            read.seat().map(|seat| text::stored(seat, &moments, received)).unwrap_or_default()
        };
        sheet.typing.store(read, move || sheet.clear(), said);
    });
    view! {
        <Page
            title="Saisir les positionnements"
            lead=text::ENTRY_LEAD
            back=back_to(code)
            faulty=sheet.typing.is_faulty()
        >
            <Stored typing=sheet.typing />
            <SheetForm sheet store act="Enregistrer cette feuille" />
        </Page>
    }
}
