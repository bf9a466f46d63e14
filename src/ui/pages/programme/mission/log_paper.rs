//! The whole log as one file to print.

use super::super::board::Board;
use super::data_table::DataTable;
use super::log_sheets::back;
use crate::domain::programme::log::{Complaint, Log, Meeting};
use crate::text::programme_mission as text;
use crate::text::programme_report::{Report, made};
use crate::text::{format, programme as words};
use crate::ui::components::Page;
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;

/// The follow-up file.
#[component]
pub fn LogPaperPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let name = Memo::new(move |_| board.programme.with(|programme| words::cycle_name(&programme.cycle)));
    let foot = Signal::derive(move || {
        let on = format::date(board.today);
        format!("Dossier de suivi – {} – {on} – Repères {}", name.get(), env!("CARGO_PKG_VERSION"))
    });
    let shown = move || {
        let programme = board.programme.get();
        let report = Report::of(&programme, &board.received(board.today), board.communes, board.today);
        let by = &programme.provider.name;
        let dates = words::cycle_dates(&programme.cycle);
        view! {
            <header class="sheet-head">
                <h2 class="sheet-head__title">{format!("Dossier de suivi\u{a0}: {}", report.title)}</h2>
                <p class="sheet-head__date">{report.on.clone()}</p>
            </header>
            <p>{format!("{dates}. {}", made(board.today, by))}</p>
            <DataTable listed=report.indicators.clone() />
            <Meetings log=programme.log.clone() />
            <DataTable listed=text::actions(&programme.log, board.today) none="Aucune action notée." />
            <DataTable listed=text::risks(&programme.log) none="Aucun risque noté." />
            <Complaints log=programme.log.clone() />
        }
    };
    view! {
        <Page
            title="Dossier de suivi"
            lead="Tout le suivi de la mission en un seul document, à imprimer ou à enregistrer en PDF."
            back=back()
        >
            <div class="row screen-only">
                <PrintButton label="Imprimer le dossier" />
                <p class="hint">
                    "Les personnes présentes et les responsables y sont nommés\u{a0}: relisez avant de transmettre."
                </p>
            </div>
            <Paper class="paper--mission" label="Aperçu du dossier de suivi" foot>
                {shown}
            </Paper>
        </Page>
    }
}

/// A part of a text that somebody wrote; nothing when there is none.
fn written(name: &'static str, text: &str) -> Option<AnyView> {
    let text = text.trim().to_owned();
    (!text.is_empty()).then(|| view! { <dt>{name}</dt> <dd>{text}</dd> }.into_any())
}

/// Meetings and calls, in their order.
#[component]
fn Meetings(
    /// The log.
    log: Log,
) -> impl IntoView {
    let one = |meeting: &Meeting| {
        let title = (!meeting.title.is_empty()).then(|| format!("\u{a0}: {}", meeting.title));
        let parts = [
            written("Personnes présentes", &meeting.present),
            written("Ordre du jour", &meeting.agenda),
            written("Décisions", &meeting.decisions),
        ];
        view! {
            <li class="sheet-entry">
                <h4>{text::meeting(meeting)} {title}</h4>
                <dl class="facts sheet-notes">{parts.into_iter().flatten().collect_view()}</dl>
            </li>
        }
    };
    let meetings = match log.meetings.is_empty() {
        true => view! { <p>"Aucun échange noté."</p> }.into_any(),
        false => view! {
            <ul role="list" class="sheet-list">
                {log.meetings.iter().map(one).collect_view()}
            </ul>
        }
        .into_any(),
    };
    view! {
        <section class="sheet-part">
            <h3>"Réunions et échanges"</h3>
            {meetings}
        </section>
    }
}

/// Complaints, with what was answered and what improves.
#[component]
fn Complaints(
    /// The log.
    log: Log,
) -> impl IntoView {
    let one = |complaint: &Complaint| {
        let actions: Vec<String> = log.actions_of(&complaint.id.0).map(|action| action.label.clone()).collect();
        let parts = [
            written("Réclamation", &complaint.what),
            written("De la part de", &complaint.from),
            written("Réponse", &complaint.answer),
            written("Améliorations", &actions.join("\n")),
        ];
        view! {
            <li class="sheet-entry">
                <h4>{text::complaint(complaint)}</h4>
                <p>{text::complaint_meta(complaint)}</p>
                <dl class="facts sheet-notes">{parts.into_iter().flatten().collect_view()}</dl>
            </li>
        }
    };
    let complaints = match log.complaints.is_empty() {
        true => view! { <p>"Aucune réclamation reçue."</p> }.into_any(),
        false => view! {
            <ul role="list" class="sheet-list">
                {log.complaints.iter().map(one).collect_view()}
            </ul>
        }
        .into_any(),
    };
    view! {
        <section class="sheet-part">
            <h3>"Réclamations et améliorations"</h3>
            {complaints}
        </section>
    }
}
