//! What each column of the file holds.

use super::Import;
use crate::exchange::people_import::{Column, Rows};
use crate::text::programme_import as text;
use leptos::prelude::*;
use std::sync::Arc;

/// One choice a column.
#[component]
pub fn Columns(
    /// The import.
    import: Import,
    /// The file.
    rows: Arc<Rows>,
) -> impl IntoView {
    let column = |nth: usize| {
        let label = text::head(nth, rows.heads.get(nth).map_or("", String::as_str), rows.example(nth));
        view! { <ColumnField import nth label /> }
    };
    view! {
        <section class="stack" aria-labelledby="colonnes">
            <h2 id="colonnes" tabindex="-1">
                "Les colonnes"
            </h2>
            <p>"Corrigez ce qui n’est pas juste\u{202f}; une colonne laissée de côté n’est pas importée."</p>
            <div class="grid">{(0..rows.width()).map(column).collect_view()}</div>
        </section>
    }
}

/// What one column holds.
#[component]
fn ColumnField(
    /// The import.
    import: Import,
    /// Its place.
    nth: usize,
    /// What it is called in the file.
    label: String,
) -> impl IntoView {
    let id = format!("colonne-{nth}");
    let held = move || import.mapping.with(|mapping| mapping.get(nth).map_or("", Column::code));
    let option = move |column: Column| {
        view! {
            <option value=column.code() selected=move || held() == column.code()>
                {text::column(column)}
            </option>
        }
    };
    let choose = move |event| {
        let column = Column::from_code(&event_target_value(&event));
        import.mapping.update(|mapping| mapping.set(nth, column));
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="input" id=id prop:value=held on:change=choose>
                <option value="" selected=move || held().is_empty()>"Laisser de côté"</option>
                {Column::ALL.map(option).collect_view()}
            </select>
        </div>
    }
}
