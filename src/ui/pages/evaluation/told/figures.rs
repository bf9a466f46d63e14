//! Figures, each with its bar: the drawing is made of the numbers of its own row.

use crate::exchange::csv::write::Cell;
use crate::text::format;
use crate::text::programme_tables::{Listed, shown};
use crate::text::synthesis::Thing;
use leptos::prelude::*;

/// A bar: so many of so many.
fn bar(count: usize, base: usize) -> impl IntoView + use<> {
    let length = count as f64 * 100.0 / base.max(1) as f64;
    view! {
        <td class="share-bar">
            <svg class="measure__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="measure__ground" width="100" height="6" />
                <rect class="measure__done" width=length height="6" />
            </svg>
        </td>
    }
}

/// The head of the bars.
fn bar_head() -> impl IntoView {
    view! {
        <th scope="col">
            <span class="visually-hidden">"Dessin des mêmes nombres"</span>
        </th>
    }
}

/// A thing, answer by answer; or why it is not told.
#[component]
pub fn ThingTable(
    /// The part that it belongs to: both questionnaires ask about the same objectives.
    of: &'static str,
    /// The thing.
    thing: Thing,
) -> impl IntoView {
    let row = |(nth, (name, count)): (usize, &(String, usize))| {
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td class="number">{format::integer(format::number(*count))}</td>
                <td class="number">{thing.share(nth)}</td>
                {(!thing.is_partial)
                    .then(|| bar(*count, if thing.is_silence(nth) { thing.base } else { thing.among() }))}
            </tr>
        }
    };
    let rows = thing.answers.iter().enumerate().map(row).collect_view();
    let notes = thing.mean.iter().chain(&thing.notes);
    let notes = notes.cloned().map(|said| view! { <p class="hint">{said}</p> }).collect_view();
    if thing.answers.is_empty() {
        return view! {
            <div class="told">
                <p>
                    <strong>{thing.title.clone()}</strong>
                </p>
                {notes}
            </div>
        }
        .into_any();
    }
    let caption = format!("{} ({})", thing.title, thing.among_words());
    view! {
        <div class="told">
            <div class="table-scroll" tabindex="0" role="region" aria-label=format!("{of}\u{a0}: {}", thing.title)>
                <table class="table told__table">
                    <caption>{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Réponse"</th>
                            <th scope="col" class="number">
                                "Nombre"
                            </th>
                            <th scope="col" class="number">
                                "Part"
                            </th>
                            {(!thing.is_partial).then(bar_head)}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {notes}
        </div>
    }
    .into_any()
}

fn number(row: &[Cell], at: usize) -> Option<usize> {
    match row.get(at) {
        Some(Cell::Number(number)) => usize::try_from(*number).ok(),
        _ => None,
    }
}

/// A table as it is in a file, with a bar for each of its rows.
#[component]
pub fn RatesTable(
    /// The table.
    listed: Listed,
    /// The column that is counted, from 0.
    count_at: usize,
    /// The column that it is counted among.
    base_at: usize,
) -> impl IntoView {
    let rows = listed.table.rows.clone();
    let is_number = move |at: usize| rows.iter().any(|row| number(row, at).is_some()).then_some("number");
    let head = |(at, head): (usize, &String)| {
        view! {
            <th scope="col" class=is_number(at)>
                {head.clone()}
            </th>
        }
    };
    let row = |row: &Vec<Cell>| {
        let first = row.first().map(shown);
        let others = row.iter().enumerate().skip(1);
        let others = others.map(|(at, cell)| view! { <td class=is_number(at)>{shown(cell)}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{first}</th>
                {others}
                {match (number(row, count_at), number(row, base_at)) {
                    (Some(count), Some(base)) if count <= base => bar(count, base).into_any(),
                    // A bound is no length; more answers than people, no rate.
                    _ => view! { <td></td> }.into_any(),
                }}
            </tr>
        }
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=listed.caption.clone()>
            <table class="table told__rates">
                <caption>{listed.caption.clone()}</caption>
                <thead>
                    <tr>{listed.table.heads.iter().enumerate().map(head).collect_view()} {bar_head()}</tr>
                </thead>
                <tbody>{listed.table.rows.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
