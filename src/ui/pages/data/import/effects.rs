//! What would become of each record, the gravest first.

use crate::domain::paging::Paging;
use crate::jobs::{NamedEffect, Weighed};
use crate::text::{exchange, format, import as said};
use crate::ui::components::Pager;
use leptos::prelude::*;
use std::sync::Arc;

/// Rows of one page.
const PAGE: usize = 20;

/// A table of the records that change, folded until it is asked for.
#[component]
pub fn Effects(
    /// What was weighed.
    weighed: Arc<Weighed>,
) -> impl IntoView {
    let page = RwSignal::new(0);
    let shown = weighed.effects.len();
    let paging = Paging { total: shown, size: PAGE };
    let left_out = weighed.effects_total.saturating_sub(shown);
    let rows = move || {
        let range = paging.rows(page.get());
        let rows = weighed.effects.get(range).unwrap_or_default();
        rows.iter().map(|named| view! { <EffectRow named=named.clone() /> }).collect_view()
    };
    (shown > 0).then(|| {
        view! {
            <details class="disclosure">
                <summary>"Voir ce qui change, élément par élément"</summary>
                <div class="stack">
                    <div class="table-scroll" tabindex="0" role="region" aria-labelledby="changements">
                        <table class="table changes">
                            <caption id="changements" class="visually-hidden">
                                "Ce qui change, élément par élément"
                            </caption>
                            <thead>
                                <tr>
                                    <th scope="col">"Élément"</th>
                                    <th scope="col">"Ce qui lui arrive"</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                    <Pager paging=paging page label="Pages des changements" />
                    {(left_out > 0).then(|| view! { <p>{said::left_out(left_out)}</p> })}
                </div>
            </details>
        }
    })
}

/// One record.
#[component]
fn EffectRow(
    /// What becomes of it.
    named: NamedEffect,
) -> impl IntoView {
    let NamedEffect { title, effect } = named;
    view! {
        <tr>
            <th scope="row" class="breakable">
                {exchange::record(&effect.key, title.as_deref())}
            </th>
            <td>{format::capitalised(&said::effect(&effect))}</td>
        </tr>
    }
}
