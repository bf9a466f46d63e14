//! The places added, gone and changed: a few at a time.

use super::weigh::Weighed;
use crate::domain::directory::place::Place;
use crate::domain::paging::Paging;
use crate::text::{format, local as text};
use crate::ui::components::Pager;
use leptos::prelude::*;
use std::sync::Arc;

/// How many places a page shows.
const PAGE: usize = 10;

/// The row of a place, by its position among those of its list.
type Row = Arc<dyn Fn(usize) -> Option<AnyView> + Send + Sync>;

/// What changes, place by place.
#[component]
pub fn Changes(
    /// What was weighed.
    weighed: Arc<Weighed>,
) -> impl IntoView {
    let fields = text::field_changes(&weighed.diff);
    let diff = &weighed.diff;
    let [changed, gone, added] = [diff.changed.len(), diff.gone.len(), diff.added.len()];
    let counted = |number: usize, one: &str, many: &str| format::count(format::number(number), one, many);
    view! {
        {(!fields.is_empty())
            .then(|| {
                view! {
                    <ul role="list" class="chips" aria-label="Ce qui change, champ par champ">
                        {fields.into_iter().map(|field| view! { <li class="chip chip--plain">{field}</li> }).collect_view()}
                    </ul>
                }
            })}
        <Pages
            title=counted(changed, "lieu modifié", "lieux modifiés")
            total=changed
            label="Pages des lieux modifiés"
            row=of_changed(Arc::clone(&weighed))
        />
        <Pages
            title=counted(gone, "lieu retiré", "lieux retirés")
            total=gone
            label="Pages des lieux retirés"
            row=of_gone(Arc::clone(&weighed))
        />
        <Pages
            title=counted(added, "lieu ajouté", "lieux ajoutés")
            total=added
            label="Pages des lieux ajoutés"
            row=of_added(weighed)
        />
    }
}

/// Rows behind a disclosure, page by page; nothing when there is none.
#[component]
fn Pages(
    /// What they are, and how many.
    title: String,
    /// How many.
    total: usize,
    /// What the pages are of.
    label: &'static str,
    /// Each row.
    row: Row,
) -> impl IntoView {
    let page = RwSignal::new(0);
    let paging = Paging { total, size: PAGE };
    let rows = move || paging.rows(page.get()).filter_map(|position| row(position)).collect_view();
    (total > 0).then(|| {
        view! {
            <details class="disclosure">
                <summary>{title}</summary>
                <div class="stack stack--tight">
                    <ul role="list" class="comparison__places breakable">
                        {rows}
                    </ul>
                    <Pager paging=Signal::stored(paging) page label />
                </div>
            </details>
        }
    })
}

fn of_added(weighed: Arc<Weighed>) -> Row {
    Arc::new(move |nth| {
        let place = weighed.read.import.places.get(*weighed.diff.added.get(nth)?)?;
        Some(named(place, Vec::new()))
    })
}

fn of_gone(weighed: Arc<Weighed>) -> Row {
    Arc::new(move |nth| Some(named(weighed.former.get(*weighed.diff.gone.get(nth)?)?, Vec::new())))
}

fn of_changed(weighed: Arc<Weighed>) -> Row {
    Arc::new(move |nth| {
        let changed = weighed.diff.changed.get(nth)?;
        let (old, new) = (weighed.former.get(changed.old)?, weighed.read.import.places.get(changed.new)?);
        let change = |field: &crate::domain::directory::field::PlaceField| {
            text::change(*field, &field.value(old), &field.value(new))
        };
        Some(named(old, changed.fields.iter().map(change).collect()))
    })
}

/// A place by its name, with what is said of it.
fn named(place: &Place, said: Vec<String>) -> AnyView {
    let name = text::named(&place.name, &place.commune);
    view! {
        <li>
            <p>
                <strong>{name}</strong>
            </p>
            {(!said.is_empty())
                .then(|| view! { <ul>{said.into_iter().map(|said| view! { <li>{said}</li> }).collect_view()}</ul> })}
        </li>
    }
    .into_any()
}
