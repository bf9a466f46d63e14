//! Every table of the programme, as a file for a spreadsheet.

use super::super::board::Board;
use crate::jobs::spreadsheets::{are_offered, write_sheet};
use crate::text::programme_exports::Export;
use crate::text::programme_report::Report;
use crate::text::programme_tables::{Listed, file_name};
use crate::text::spreadsheet;
use crate::ui::components::{Icon, Message, Messages, Pictogram, Tone};
use crate::ui::hand_over::{hand_over_array_now, hand_over_now};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What a spreadsheet is, for the browser.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// One table to export: what it is called, what it says, and how it is made when it is asked for.
#[component]
pub fn SaveTable(
    /// What it is called.
    name: String,
    /// What it says of people.
    what: &'static str,
    /// The cycle.
    board: Board,
    /// Makes it.
    make: Callback<(), Listed>,
) -> impl IntoView {
    let messages = Messages::expect();
    let preparing = RwSignal::new(false);
    let of = format!("\u{a0}: {name}");
    let of_sheet = of.clone();
    let save = move |_| {
        let Listed { file, table, .. } = make.run(());
        hand_over_now(messages, &file_name(file, board.today, "csv"), "text/csv", &table.to_csv());
    };
    let save_sheet = move |_| {
        if preparing.get_untracked() {
            return;
        }
        preparing.set(true);
        let Listed { file, table, .. } = make.run(());
        spawn_local(async move {
            match write_sheet(table).await {
                Ok(bytes) => {
                    hand_over_array_now(messages, &file_name(file, board.today, "xlsx"), XLSX, &bytes);
                }
                Err(error) => messages.say(Message {
                    tone: Tone::Fault,
                    title: "Le classeur n’a pas pu être préparé".to_owned(),
                    body: spreadsheet::not_written(&error),
                    actions: Vec::new(),
                }),
            }
            // One may have left the page.
            let _ = preparing.try_set(false);
        });
    };
    let sheet = are_offered().then(|| {
        view! {
            <button
                type="button"
                class="button"
                aria-disabled=move || preparing.get().to_string()
                on:click=save_sheet
            >
                {move || if preparing.get() { "Préparation…" } else { "Enregistrer en XLSX" }}
                <span class="visually-hidden">{of_sheet}</span>
            </button>
        }
    });
    view! {
        <li class="stack stack--tight">
            <p>
                <strong>{name}</strong>
                <br />
                <span class="hint">{what}</span>
            </p>
            <div class="row">
                <button type="button" class="button" on:click=save>
                    <Pictogram icon=Icon::Download />
                    "Enregistrer en CSV"
                    <span class="visually-hidden">{of}</span>
                </button>
                {sheet}
            </div>
        </li>
    }
}

/// The tables of the gauge, on the day that is looked at, then those of the programme as it is.
#[component]
pub fn ExportSection(
    /// The cycle.
    board: Board,
    /// The gauge that is shown.
    report: Memo<Arc<Report>>,
) -> impl IntoView {
    let of_gauge = report.with_untracked(|report| report.tables().map(|listed| listed.caption.clone()));
    let of_gauge = of_gauge.into_iter().enumerate().map(|(nth, name)| {
        let make = Callback::new(move |()| {
            report.with_untracked(|report| {
                let tables = report.tables();
                Listed::clone(tables.get(nth).copied().unwrap_or(&report.indicators))
            })
        });
        view! { <SaveTable name what="La jauge à la date choisie. Aucun nom." board make /> }
    });
    let of_programme = Export::ALL.map(|export| {
        let make = Callback::new(move |()| export.table(&board.now(), board.communes));
        view! { <SaveTable name=export.name().to_owned() what=export.what() board make /> }
    });
    view! {
        <section class="card stack screen-only" aria-labelledby="exporter">
            <h2 id="exporter">"Exporter les tableaux"</h2>
            <p>
                "Des fichiers pour un tableur. Ceux qui contiennent des noms ne se transmettent qu’aux personnes qui en ont besoin."
            </p>
            {(!are_offered()).then(|| view! { <p class="hint">{spreadsheet::ONLY_CSV}</p> })}
            <h3>"La jauge"</h3>
            <ul role="list" class="grid exports">
                {of_gauge.collect_view()}
            </ul>
            <h3>"Le programme"</h3>
            <ul role="list" class="grid exports">
                {of_programme.into_iter().collect_view()}
            </ul>
        </section>
    }
}
