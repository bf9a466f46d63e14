//! Choosing the file, and the sheet of a workbook.

use super::{Import, Stage};
use crate::browser::files::{self, FileError, ReadFile};
use crate::exchange::people_import::Rows;
use crate::exchange::people_import::rows::is_workbook;
use crate::exchange::spreadsheet::SheetError;
use crate::jobs::spreadsheets::{self, read_sheet};
use crate::text::programme_import as text;
use crate::text::spreadsheet as of_sheet;
use crate::ui::components::{FilePick, Picked};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Choosing the file.
#[component]
pub fn Choose(
    /// The import.
    import: Import,
) -> impl IntoView {
    let on_file = Callback::new(move |read: Result<ReadFile, FileError>| {
        import.workbook.set_value(None);
        import.sheets.set(Vec::new());
        match read {
            Ok(file) if is_workbook(&file.bytes) => {
                import.workbook.set_value(Some(file));
                read_workbook(import, None);
            }
            Ok(file) => import.take(Rows::from_csv(&file.bytes).map_err(|error| text::refused(&error))),
            Err(FileError::TooLarge { .. }) => import.take(Err(text::too_large())),
            Err(FileError::Unreadable) => import.take(Err(text::UNREADABLE.to_owned())),
        }
    });
    let (hint, accept) = match spreadsheets::are_offered() {
        true => (text::ALL_FORMATS, ".csv,.txt,.tsv,.xlsx,.ods,text/csv,text/plain"),
        false => (text::ONLY_CSV, ".csv,.txt,.tsv,text/csv,text/plain"),
    };
    view! {
        <FilePick label="Déposez ici la liste, ou choisissez-la" hint accept on_pick=Picked::One(on_file) />
        <p>
            "Colonnes reconnues\u{a0}: nom, prénom, structure, type de structure, fonction, date de prise de poste, commune, courriel, téléphone, aménagements demandés. Seuls le nom et le prénom sont nécessaires."
        </p>
    }
}

/// Reads the workbook that was chosen: its first sheet that holds something, or the one that is asked for.
fn read_workbook(import: Import, asked: Option<String>) {
    let file = import.workbook.with_value(|file| file.as_ref().and_then(|file| files::made(&file.name, &file.bytes)));
    import.stage.set(Stage::Reading);
    spawn_local(async move {
        let read = match file {
            Some(file) => read_sheet(&file, asked).await,
            None => Err(SheetError::Unreadable),
        };
        // One may have left the page meanwhile.
        if import.stage.is_disposed() {
            return;
        }
        import.take(match read {
            Ok(sheet) => {
                import.sheets.set([vec![sheet.name], sheet.others].concat());
                Rows::from_sheet(sheet.rows).map_err(|error| text::refused(&error))
            }
            Err(error) => Err(of_sheet::not_read(&error)),
        });
    });
}

/// Another sheet of the workbook; nothing when there is only one.
#[component]
pub fn OtherSheets(
    /// The import.
    import: Import,
) -> impl IntoView {
    let sheets = import.sheets.get_untracked();
    let option = |(nth, name): (usize, &String)| {
        view! {
            <option value=nth.to_string() selected=nth == 0>
                {name.clone()}
            </option>
        }
    };
    let options = sheets.iter().enumerate().map(option).collect_view();
    let choose = move |event| {
        let nth: usize = event_target_value(&event).parse().unwrap_or_default();
        let asked = import.sheets.with_untracked(|sheets| sheets.get(nth).cloned());
        read_workbook(import, asked);
    };
    (sheets.len() > 1).then(|| {
        view! {
            <div class="field">
                <label for="feuille">"Feuille du classeur"</label>
                <select class="input" id="feuille" on:change=choose>
                    {options}
                </select>
            </div>
        }
    })
}
