//! A table of the programme, as it is in a file: the first column names its line.

use crate::exchange::csv::write::Cell;
use crate::text::programme_tables::{Listed, shown};
use leptos::prelude::*;

fn number(cell: &Cell) -> u32 {
    match cell {
        Cell::Number(number) => u32::try_from(*number).unwrap_or_default(),
        _ => 0,
    }
}

/// A number, or one with its unit: hours, a share.
fn is_measure(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => {
            text.starts_with(|first: char| first.is_ascii_digit())
                && text.chars().all(|one| one.is_ascii_digit() || one.is_whitespace() || ",h%".contains(one))
        }
        Cell::Number(_) => true,
        Cell::Empty => false,
    }
}

/// The class of a cell; a head has that of the cell under it.
fn class(cell: Option<&Cell>) -> Option<&'static str> {
    cell.is_some_and(is_measure).then_some("number")
}

/// The cells of a line.
fn cells(row: &[Cell]) -> AnyView {
    let others = row.iter().skip(1).map(|cell| view! { <td class=class(Some(cell))>{shown(cell)}</td> });
    view! {
        <th scope="row">{row.first().map(shown)}</th>
        {others.collect_view()}
    }
    .into_any()
}

/// The heads of the columns; those of numbers stand over their numbers.
fn heads(listed: &Listed) -> AnyView {
    let first = listed.table.rows.first();
    let head = |(nth, head): (usize, &String)| {
        let class = class(first.and_then(|row| row.get(nth)));
        view! {
            <th scope="col" class=class>
                {head.clone()}
            </th>
        }
    };
    listed.table.heads.iter().enumerate().map(head).collect_view().into_any()
}

/// A table; a sentence when it has no line.
#[component]
pub fn DataTable(
    /// The table.
    listed: Listed,
    /// What is said when it has no line.
    #[prop(default = "Rien pour l’instant.")]
    none: &'static str,
) -> impl IntoView {
    if listed.table.rows.is_empty() {
        return view! {
            <section class="stack stack--tight">
                <h3>{listed.caption}</h3>
                <p>{none}</p>
            </section>
        }
        .into_any();
    }
    let rows = listed.table.rows.iter().map(|row| view! { <tr>{cells(row)}</tr> }).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=listed.caption.clone()>
            <table class=format!("table {}", listed.file)>
                <caption>{listed.caption.clone()}</caption>
                <thead>
                    <tr>{heads(&listed)}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A table of shares, each line with a bar made of its own first two numbers: done, then to come.
#[component]
pub fn SharesTable(
    /// The table.
    listed: Listed,
) -> impl IntoView {
    let done = |row: &[Cell]| row.get(1).map(number).unwrap_or_default();
    let all = |row: &[Cell]| done(row) + row.get(2).map(number).unwrap_or_default();
    let whole = listed.table.rows.iter().map(|row| all(row)).max().unwrap_or_default().max(1);
    let length = |people: u32| f64::from(people) * 100.0 / f64::from(whole);
    let row = |row: &Vec<Cell>| {
        view! {
            <tr>
                {cells(row)}
                <td class="share-bar">
                    <svg class="measure__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="measure__ground" width="100" height="6" />
                        <rect class="measure__expected" width=length(all(row)) height="6" />
                        <rect class="measure__done" width=length(done(row)) height="6" />
                    </svg>
                </td>
            </tr>
        }
    };
    let rows = listed.table.rows.iter().map(row).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=listed.caption.clone()>
            <table class="table">
                <caption>{listed.caption.clone()}</caption>
                <thead>
                    <tr>
                        {heads(&listed)}
                        <th scope="col">
                            <span aria-hidden="true" class="share-key">
                                <span class="share-key__done">"formées"</span>
                                <span class="share-key__expected">"à venir"</span>
                            </span>
                            <span class="visually-hidden">"Dessin des mêmes nombres"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
