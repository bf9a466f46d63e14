//! What is told of everybody, as the document draws it: a row for each question, its numbers in words beside its bar.

use crate::domain::book::{Bar, Chart};
use crate::ui::components::book_chart::{bar, key};
use leptos::prelude::*;

/// A chart, in its table.
#[component]
pub fn ChartTable(
    /// The chart.
    chart: Chart,
) -> impl IntoView {
    let Chart { table, drawn, bars, key: shades } = chart;
    let mut heads = table.heads.iter().map(|head| view! { <th scope="col">{head.name.clone()}</th> });
    let first = heads.next();
    let row = |(cells, drawn): (&Vec<String>, &Option<Bar>)| {
        let mut cells = cells.iter();
        let name = cells.next().cloned();
        let others = cells.map(|cell| view! { <td class="book__lines">{cell.clone()}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{drawn.as_ref().map(bar)}</td>
                {others}
            </tr>
        }
    };
    view! {
        <div class="stack stack--tight">
            {key(&shades)}
            <div class="table-scroll" tabindex="0" role="region" aria-label=table.caption.clone()>
                <table class="table listed told-chart">
                    <caption>{table.caption.clone()}</caption>
                    <thead>
                        <tr>{first} <th scope="col">{drawn}</th> {heads.collect_view()}</tr>
                    </thead>
                    <tbody>{table.rows.iter().zip(&bars).map(row).collect_view()}</tbody>
                </table>
            </div>
        </div>
    }
}
