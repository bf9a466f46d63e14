//! Sheets filled on paper, typed one after the other without leaving the keyboard.

use super::known::{Known, back_to};
use super::paper_sheet::{Sheet, SheetForm};
use super::typing::{Read, Stored};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::code::ExerciseCode;
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
    let sheet = Sheet::new(known, code, case);
    let store = Callback::new(move |()| {
        let Some(read) = sheet.read() else { return };
        let said = |read: &Read, received| text::stored(&read.seat().map(exercise::seat).unwrap_or_default(), received);
        sheet.typing.store(read, move || sheet.clear(), said);
    });
    view! {
        <Page title lead=text::ENTRY_LEAD back=back_to(code) faulty=sheet.typing.is_faulty()>
            <Stored typing=sheet.typing />
            <SheetForm sheet store act="Enregistrer cette feuille" />
        </Page>
    }
}
