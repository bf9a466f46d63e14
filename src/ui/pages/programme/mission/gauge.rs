//! The whole gauge, on the day that one chooses: as a page, and as a paper for the commissioner.

use super::super::board::{Board, back};
use super::data_table::{DataTable, SharesTable};
use super::exports::ExportSection;
use crate::text::programme_report::{Report, made};
use crate::ui::components::{AfterPaint, FieldFault, Page, Takes, TextField};
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;
use std::sync::Arc;

/// The gauge.
#[component]
pub fn GaugePage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let typed = RwSignal::new(board.today.to_string());
    let by = RwSignal::new({
        let provider = &board.now().provider;
        if provider.signatory.is_empty() { provider.name.clone() } else { provider.signatory.clone() }
    });
    let on = Memo::new(move |_| typed.with(|typed| typed.trim().parse().unwrap_or(board.today)));
    let report = Memo::new(move |_| {
        let on = on.get();
        let received = board.received(on);
        board.programme.with(|programme| Arc::new(Report::of(programme, &received, board.communes, on)))
    });
    let foot = Signal::derive(move || {
        report.with(|report| format!("{} – {} – Repères {}", report.title, report.on, env!("CARGO_PKG_VERSION")))
    });
    let made = move || made(board.today, &by.get());
    view! {
        <Page
            title="La jauge du programme"
            lead="Ce qui est commandé, ce qui est fait, ce qui reste à faire, à une date que vous choisissez."
            back=back()
        >
            <Choices typed by />
            <Paper class="paper--mission" label="Aperçu de la jauge" foot>
                <Sheet report made=Signal::derive(made) />
            </Paper>
            <AfterPaint>
                <ExportSection board report />
            </AfterPaint>
        </Page>
    }
}

/// On which day, and by whom.
#[component]
fn Choices(
    /// The day, as typed.
    typed: RwSignal<String>,
    /// Who makes it, as typed.
    by: RwSignal<String>,
) -> impl IntoView {
    let none = Signal::derive(Vec::<FieldFault>::new);
    view! {
        <div class="stack screen-only">
            <div class="inputs-row inputs-row--wide">
                <TextField
                    id="jauge-date"
                    label="Date de référence"
                    hint="Une session plus tardive ne compte pas comme tenue\u{202f}; les inscriptions sont celles d’aujourd’hui."
                    takes=Takes::Date
                    value=typed
                    faults=none
                />
                <TextField
                    id="jauge-auteur"
                    label="Établi par"
                    hint="Écrit sur le document, et nulle part ailleurs."
                    is_optional=true
                    takes=Takes::Line
                    value=by
                    faults=none
                />
            </div>
            <div class="row">
                <PrintButton label="Imprimer la jauge" />
                <p class="hint">"Format A4."</p>
            </div>
        </div>
    }
}

/// What is handed to the commissioner.
#[component]
fn Sheet(
    /// The gauge.
    report: Memo<Arc<Report>>,
    /// Who made it, and when.
    made: Signal<String>,
) -> impl IntoView {
    let shown = move || {
        let report = report.get();
        let fact = |(name, said): &(&'static str, String)| view! { <dt>{*name}</dt> <dd>{said.clone()}</dd> };
        view! {
            <DataTable listed=report.indicators.clone() />
            <dl class="facts">{report.facts.iter().map(fact).collect_view()}</dl>
            <AfterPaint>
                <DataTable listed=report.groups.clone() none="Aucune session pour l’instant." />
                <SharesTable listed=report.kinds.clone() />
                <SharesTable listed=report.territories.clone() />
                <Late report=Arc::clone(&report) />
            </AfterPaint>
        }
    };
    view! {
        <header class="sheet-head">
            <h2 class="sheet-head__title">{move || report.with(|report| format!("Jauge\u{a0}: {}", report.title))}</h2>
            <p class="sheet-head__date">{move || report.with(|report| report.on.clone())}</p>
        </header>
        <p>{made}</p>
        {shown}
    }
}

/// What is late on that day.
#[component]
fn Late(
    /// The gauge.
    report: Arc<Report>,
) -> impl IntoView {
    let late = match report.late.is_empty() {
        true => view! { <p>"Rien n’est en retard à cette date."</p> }.into_any(),
        false => {
            let line = |(what, details): &(String, Vec<String>)| {
                let details = match details.as_slice() {
                    [] => None,
                    [detail] => Some(format!("\u{a0}: {detail}").into_any()),
                    several => {
                        let several = several.iter().map(|detail| view! { <li>{detail.clone()}</li> });
                        Some(view! { <ul>{several.collect_view()}</ul> }.into_any())
                    }
                };
                view! {
                    <li>
                        <strong>{what.clone()}</strong>
                        {details}
                    </li>
                }
            };
            view! { <ul>{report.late.iter().map(line).collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <section class="sheet-part">
            <h3>"En retard"</h3>
            {late}
        </section>
    }
}
