//! The professional's sheet: axes, reasons, decisions, places, frame, notes if wanted, agreement, date and version.

use super::around::OnceRead;
use super::axes::{rows_of, said};
use super::axis_tables::tables;
use super::case::{Case, CaseGate};
use super::informed::state;
use super::paper::{BlankLine, Paper, PrintButton};
use super::professional_decisions::DecisionsView;
use super::professional_frame::{FrameView, NotesView};
use super::summary::facts;
use crate::browser::clock;
use crate::records::RecordId;
use crate::route::Route;
use crate::text::format;
use crate::text::interview as words;
use crate::text::result::{AxisRow, Shown, level_name};
use crate::ui::components::{BackTo, CellBar, ChartPatterns, LevelMeter, Page};
use leptos::prelude::*;

/// The screen of the professional's sheet.
#[component]
pub fn ProfessionalSheetPage(
    /// Which interview.
    id: RecordId,
) -> impl IntoView {
    view! { <CaseGate id page=sheet /> }
}

fn sheet(case: Case) -> AnyView {
    let back = BackTo::new(Route::Result(case.id()), "Résultat et orientation");
    let with_notes = RwSignal::new(false);
    let foot =
        Signal::derive(move || format!("{} – {} – {}", case.title(), format::date(clock::today()), versions(case)));
    view! {
        <Page
            title="Fiche professionnelle"
            lead="Pour votre dossier\u{a0}: les résultats, les raisons et les décisions. La personne peut la lire si elle le demande."
            back
        >
            <OnceRead>
                <div class="row screen-only">
                    <PrintButton />
                    <label class="choice choice--switch">
                        <input
                            type="checkbox"
                            prop:checked=move || with_notes.get()
                            on:change:target=move |event| with_notes.set(event.target().checked())
                        />
                        <span>"Imprimer aussi les notes"</span>
                    </label>
                </div>
                <Paper class="paper--professional" label="Aperçu de la fiche professionnelle" foot>
                    <ChartPatterns />
                    <Identity case />
                    <AxesView case />
                    <DecisionsView case />
                    <FrameView case />
                    <NotesView case with_notes />
                    <footer class="sheet-foot">
                        <BlankLine label="Professionnelle ou professionnel" />
                        <BlankLine label="Structure" />
                    </footer>
                </Paper>
            </OnceRead>
        </Page>
    }
    .into_any()
}

/// « questionnaire 2026-11 – Repères 0.1.0 ».
fn versions(case: Case) -> String {
    let version = case.interview.with(|interview| interview.questionnaire.clone());
    let version = version.unwrap_or_else(|| case.questionnaire.version.clone());
    format!("questionnaire {version} – Repères {}", env!("CARGO_PKG_VERSION"))
}

/// Which case, when, and what the person agreed to.
#[component]
fn Identity(
    /// The case.
    case: Case,
) -> impl IntoView {
    let told = move || case.interview.with(|interview| state(interview.informed));
    let status = move || case.interview.with(|interview| words::status(interview.status));
    view! {
        <header class="sheet-head">
            <h2 class="sheet-head__title">{move || case.title()}</h2>
            <p class="sheet-head__date">{format::date(clock::today())}</p>
        </header>
        <dl class="facts">
            <dt>"Entretien"</dt>
            <dd>{move || case.interview.with(facts)}</dd>
            <dt>"État"</dt>
            <dd>{status}</dd>
            <dt>"Information et accord"</dt>
            <dd>{told}</dd>
            <dt>"Version"</dt>
            <dd>{move || versions(case)}</dd>
        </dl>
    }
}

/// What the answers show.
#[component]
fn AxesView(
    /// The case.
    case: Case,
) -> impl IntoView {
    let rows = rows_of(case);
    view! {
        <section class="sheet-part">
            <h3>"Ce que montrent les réponses"</h3>
            {move || {
                rows.get().into_iter().map(|row| view! { <AxisView case row /> }).collect_view()
            }}
            {move || tables(&rows.get())}
            <ul class="sheet-small">
                {words::level_rule(&case.rulebook.levels).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// One axis.
#[component]
fn AxisView(
    /// The case.
    case: Case,
    /// What to show.
    row: AxisRow<'static>,
) -> impl IntoView {
    let level = match &row.shown {
        Shown::Skill { level, .. } => Some(view! { <LevelMeter level=*level name=level_name(*level) /> }),
        Shown::Situation { .. } => None,
    };
    let unknown: Vec<&str> =
        row.unknown.iter().filter_map(|id| Some(case.questionnaire.item(id)?.short.as_str())).collect();
    let unknown = (!unknown.is_empty())
        .then(|| view! { <p class="sheet-small">"On ne sait pas encore\u{a0}: " {unknown.join("\u{202f}; ")}</p> });
    view! {
        <div class="sheet-axis">
            <div>
                <h4>{row.title}</h4>
                {said(&row.shown)}
                {unknown}
            </div>
            <div>
                {level}
                <CellBar bar=row.answers title=row.completeness />
            </div>
        </div>
    }
}
