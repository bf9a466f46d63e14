//! The places found, as a file in the national standard: what it holds, and what it could not.

use crate::browser::clock;
use crate::browser::pause::Breath;
use crate::domain::directory::local::correction::to_export;
use crate::exchange::csv::export::{Breach, DirectoryExport, Exporter};
use crate::text::directory_export as text;
use crate::ui::components::{Icon, Messages, Pictogram};
use crate::ui::directory::Places;
use crate::ui::hand_over::hand_over_now;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// How many lines of the report are shown: the file is there to be looked at.
const SHOWN: usize = 50;

/// What was exported, without the file itself.
#[derive(Clone, Debug, PartialEq)]
struct Report {
    counts: String,
    breaches: Arc<Vec<Breach>>,
}

/// The act, and its report.
#[component]
pub fn ExportFound(
    /// The places found.
    positions: Memo<Option<Arc<Vec<usize>>>>,
) -> impl IntoView {
    let known = Places::expect();
    let messages = Messages::expect();
    let report = RwSignal::new(None::<Report>);
    let is_busy = RwSignal::new(false);
    let is_empty = move || positions.with(|positions| positions.as_ref().is_none_or(|positions| positions.is_empty()));
    let prepare = move |_| {
        let Some(positions) = positions.get_untracked().filter(|_| !is_busy.get_untracked()) else { return };
        is_busy.set(true);
        spawn_local(async move {
            let export = write(known, &positions).await;
            hand_over_now(messages, &text::file_name(clock::today()), "text/csv", &export.bytes);
            let told = Report { counts: text::counts(&export), breaches: Arc::new(export.breaches) };
            // One may have left the page.
            let _ = report.try_set(Some(told));
            is_busy.try_set(false);
        });
    };
    view! {
        <Show when=move || !is_empty()>
            <div class="stack stack--tight">
                <button
                    type="button"
                    class="button button--start"
                    aria-disabled=move || is_busy.get().to_string()
                    on:click=prepare
                >
                    <Pictogram icon=Icon::Download />
                    "Exporter ces lieux au format national"
                </button>
                <p class="status-line" role="status">
                    {move || if is_busy.get() { Some(text::PREPARING.to_owned()) } else { report.get().map(|it| it.counts) }}
                </p>
                {move || report.get().map(|report| view! { <Breaches breaches=report.breaches /> })}
            </div>
        </Show>
    }
}

/// Everything that was found, corrected by what is known here. The standard has no way to say that a place is closed:
/// those are left out.
async fn write(known: Places, positions: &[usize]) -> DirectoryExport {
    let mut exporter = Exporter::new();
    let mut breath = Breath::start();
    let (directory, lives) = untrack(|| (known.get().ready(), known.lives()));
    if let Some(directory) = directory {
        for place in positions.iter().filter_map(|position| directory.at(*position)) {
            breath.take().await;
            match directory.imports().place(&place.id).zip(lives.in_directory(directory.imports(), &place.id)) {
                Some((_, life)) if life.closed.is_some() => exporter.leave_closed(),
                Some((imported, life)) => exporter.add(&to_export(imported, &life)),
                None => exporter.add(place),
            }
        }
    }
    exporter.finish()
}

/// What the file lacks, place by place.
#[component]
fn Breaches(
    /// What was found wrong.
    breaches: Arc<Vec<Breach>>,
) -> impl IntoView {
    let hidden = breaches.len().saturating_sub(SHOWN);
    let rows: Vec<(String, String)> =
        breaches.iter().take(SHOWN).map(|breach| (breach.name.clone(), text::breach(breach))).collect();
    let row = |(name, sentence): (String, String)| {
        view! {
            <li>
                <strong>{name}</strong>
                "\u{a0}: "
                {sentence}
            </li>
        }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <details class="disclosure">
                <summary>{text::breaches(breaches.len())}</summary>
                <ul>{rows.into_iter().map(row).collect_view()}</ul>
                {(hidden > 0).then(|| view! { <p class="hint">{text::more(hidden)}</p> })}
            </details>
        }
    })
}
