//! The file that closes the cycle: what it still lacks, then the document, its tables, and the partners' version.

use super::exports::SaveTables;
use super::known::{FiguresFault, Known, back};
use crate::domain::evaluation::closing::{Looked, Missing, missing};
use crate::domain::evaluation::follow_up;
use crate::domain::evaluation::synthesis::Standing;
use crate::route::Route;
use crate::route::evaluation::{EvaluationRoute, Reader};
use crate::route::exercise::ExerciseRoute;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::closing as text;
use crate::text::evaluation_told as told;
use crate::text::programme_tables::file_name;
use crate::ui::components::{AfterPaint, Icon, Page, Pictogram};
use crate::ui::pages::book::{BookPaper, save_book};
use crate::ui::pages::result::PrintButton;
use leptos::prelude::*;
use std::sync::Arc;

/// The closing file.
#[component]
pub fn ClosingPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    view! {
        <Page
            title="Dossier de clôture"
            lead="Présence, satisfaction, objectifs, effets, jauge et actions, en un seul document à remettre au Département."
            back=back()
        >
            <AfterPaint>
                <Lacking known />
                <Document known />
                <AfterPaint>
                    <Tables known />
                </AfterPaint>
            </AfterPaint>
        </Page>
    }
}

/// What is still missing, followed.
fn found(known: Known) -> Vec<Missing> {
    let populations = known.populations.get();
    let (synthesis, written, received) = (known.synthesis.get(), known.written.get(), known.received.get());
    let (gauge, left_out) = (known.gauge.get(), known.left_out.get());
    known.board.programme.with(|programme| {
        missing(Looked {
            programme,
            gauge: &gauge,
            synthesis: &synthesis,
            populations: &populations,
            written: &written,
            follow_ups: &follow_up::due(programme, &received, known.board.today),
            left_out: &left_out,
            threshold: known.threshold,
        })
    })
}

/// Where one does something about it.
fn way(missing: &Missing) -> Route {
    match missing {
        Missing::SayHeld(id) => ProgrammeRoute::Session(id.clone(), SessionPart::Summary).into(),
        Missing::Attendance(id, _) => ProgrammeRoute::Session(id.clone(), SessionPart::Attendance).into(),
        Missing::NoAnswer(id) => EvaluationRoute::Session(id.clone()).into(),
        Missing::Expected(..) => EvaluationRoute::FollowUp.into(),
        Missing::TextsToRead(_) => EvaluationRoute::Texts.into(),
        Missing::LeftOut(one) => ExerciseRoute::Desk(one.exercise.code).into(),
        Missing::Figures(Standing::Split) => Route::ToCheck,
        Missing::Figures(_) | Missing::NotClosed(_) | Missing::NewSince | Missing::Waiting(..) | Missing::NoComment => {
            EvaluationRoute::Synthesis.into()
        }
    }
}

/// What is missing, each with the way to it.
#[component]
fn Lacking(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let all = Memo::new(move |_| found(known));
    let rows = move || {
        let row = |one: Missing| {
            let said = told::missing(&one, |id| known.board.session_name(id));
            view! {
                <li>
                    <a href=way(&one).to_hash()>{said}</a>
                </li>
            }
        };
        let all = all.get();
        match all.is_empty() {
            true => view! { <p>"Il ne manque rien."</p> }.into_any(),
            false => view! { <ul class="told-links">{all.into_iter().map(row).collect_view()}</ul> }.into_any(),
        }
    };
    view! {
        <section class="card stack stack--tight screen-only" aria-labelledby="manque">
            <h2 id="manque">"Avant de clore"</h2>
            {rows}
            <p class="hint">"Le dossier s’imprime et s’enregistre même s’il manque quelque chose."</p>
        </section>
    }
}

/// The document, and the acts on it.
#[component]
fn Document(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let book = Memo::new(move |_| Some(Arc::new(known.tell_published(text::book))));
    let save = move |_| {
        let name = file_name("dossier-de-cloture", known.board.today, "html");
        book.with_untracked(|book| {
            if let Some(book) = book {
                save_book(known.messages, &name, book);
            }
        });
    };
    view! {
        <FiguresFault known />
        <div class="stack screen-only">
            <div class="row" hidden=move || known.fault().is_some()>
                <PrintButton label="Imprimer le dossier" />
                <button type="button" class="button" on:click=save>
                    <Pictogram icon=Icon::Download />
                    "Enregistrer le dossier"
                </button>
                <a class="button" href=EvaluationRoute::SynthesisPaper(Reader::Partners).to_hash()>
                    "Version pour les partenaires"
                </a>
            </div>
            <p class="hint">
                "Les responsables des actions y sont nommés\u{a0}: relisez avant de transmettre. La version pour les partenaires ne contient ni nom, ni parole, ni session à part."
            </p>
        </div>
        <BookPaper label="Aperçu du dossier de clôture" book />
    }
}

/// Every table, each for a file.
#[component]
fn Tables(
    /// What is known.
    known: Known,
) -> impl IntoView {
    view! {
        <section class="card stack screen-only" aria-labelledby="tableaux">
            <h2 id="tableaux">"Les tableaux du dossier"</h2>
            <Show
                when=move || known.fault().is_none()
                fallback=move || view! { <p>{move || known.fault()}</p> }
            >
                <SaveTables known read=text::files />
            </Show>
        </section>
    }
}
