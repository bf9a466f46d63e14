//! What is known here of places that the file does not hold.

use super::weigh::{Lost, Weighed};
use crate::domain::paging::Paging;
use crate::text::local as text;
use crate::ui::components::Pager;
use leptos::prelude::*;
use std::sync::Arc;

/// How many places a page shows.
const PAGE: usize = 10;

/// Those places, with what they may have become; nothing when every place is found.
#[component]
pub fn Unplaced(
    /// What was weighed.
    weighed: Arc<Weighed>,
) -> impl IntoView {
    let sentence = text::unplaced(weighed.unplaced.len())?;
    let page = RwSignal::new(0);
    let paging = Paging { total: weighed.unplaced.len(), size: PAGE };
    let rows = move || {
        let shown = weighed.unplaced.get(paging.rows(page.get())).unwrap_or_default();
        shown.iter().map(|one| view! { <Row lost=one.clone() /> }).collect_view()
    };
    Some(view! {
        <section class="stack stack--tight" aria-labelledby="lieux-suivis">
            <h3 id="lieux-suivis">"Lieux suivis ici, absents de ce fichier"</h3>
            <p>{sentence}</p>
            <p class="hint">"Une fois l’annuaire remplacé, ils sont sous «\u{202f}Lieux à rattacher\u{202f}», page «\u{202f}Annuaire\u{202f}»."</p>
            <ul role="list" class="comparison__places breakable">
                {rows}
            </ul>
            <Pager paging=Signal::stored(paging) page label="Pages des lieux suivis absents du fichier" />
        </section>
    })
}

/// One of them.
#[component]
fn Row(
    /// The place.
    lost: Lost,
) -> impl IntoView {
    let items = |lines: Vec<String>| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let Lost { name, known, proposals } = lost;
    let may_be = (!proposals.is_empty()).then(|| {
        view! {
            <p>"C’est peut-être, dans ce fichier\u{a0}:"</p>
            <ul>{items(proposals)}</ul>
        }
    });
    view! {
        <li>
            <p>
                <strong>{name}</strong>
            </p>
            <ul>{items(known)}</ul>
            {may_be}
        </li>
    }
}
