//! What was published, as files.

use super::known::Known;
use crate::domain::commune::Communes;
use crate::jobs::spreadsheets::are_offered;
use crate::text::closing;
use crate::text::evaluation_told as told;
use crate::text::programme_tables::{Listed, file_name};
use crate::text::spreadsheet;
use crate::text::synthesis::{self as text, Audience};
use crate::text::synthesis_book;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::pages::book::save_book;
use crate::ui::pages::programme::SaveTable;
use leptos::prelude::*;

/// The document as one file.
pub fn save_synthesis(known: Known, audience: Audience) {
    let book = untrack(|| known.tell_published(|source| synthesis_book::book(source, audience)));
    let stem = match audience {
        Audience::Commissioner => "synthese-evaluation",
        Audience::Partners => "synthese-partenaires",
    };
    let name = file_name(stem, known.board.today, "html");
    save_book(known.messages, &name, &book);
}

/// Tables that are read from what was published, each with what it says of people.
type Read = fn(text::Source<'_>, &Communes) -> Vec<(Listed, &'static str)>;

/// Every table, each for a file; made again when one is asked for.
#[component]
pub fn SaveTables(
    /// What is known.
    known: Known,
    /// Reads the tables.
    read: Read,
) -> impl IntoView {
    let made = move || known.tell_published(|source| read(source, known.board.communes));
    let names = Memo::new(move |_| {
        made().into_iter().map(|(listed, what)| (listed.caption, what)).collect::<Vec<(String, &'static str)>>()
    });
    let tables = move || {
        let table = |(nth, (name, what)): (usize, (String, &'static str))| {
            let make = Callback::new(move |()| {
                let nth = untrack(made).into_iter().nth(nth);
                nth.map_or_else(Listed::none, |(listed, _)| listed)
            });
            view! { <SaveTable name what board=known.board make /> }
        };
        names.get().into_iter().enumerate().map(table).collect_view()
    };
    view! {
        {(!are_offered()).then(|| view! { <p class="hint">{spreadsheet::ONLY_CSV}</p> })}
        <ul role="list" class="grid exports">
            {tables}
        </ul>
    }
}

/// The document and its tables.
#[component]
pub fn Exports(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let is_published = Memo::new(move |_| known.synthesis.with(|synthesis| !synthesis.published.is_empty()));
    let none = move || view! { <p>{known.fault().unwrap_or(told::NOTHING_PUBLISHED)}</p> };
    let read: Read = |source, _| {
        let files = text::files(source, Audience::Commissioner).into_iter();
        files.map(|listed| (listed, closing::GROUPED)).collect()
    };
    view! {
        <section class="card stack screen-only" aria-labelledby="exporter">
            <h2 id="exporter">"Exporter ce qui a été arrêté"</h2>
            <Show when=move || is_published.get() && known.fault().is_none() fallback=none>
                <div class="row">
                    <button type="button" class="button" on:click=move |_| save_synthesis(known, Audience::Commissioner)>
                        <Pictogram icon=Icon::Download />
                        "Enregistrer pour un traitement de texte"
                    </button>
                </div>
                <SaveTables known read />
            </Show>
        </section>
    }
}
