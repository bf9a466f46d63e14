//! A document of a session, filled or blank.

use super::super::board::Board;
use super::back_to_papers;
use super::list::Lacks;
use super::report::ReportField;
use super::sheet::{Sheets, foot, made};
use crate::domain::programme::document::{Missing, Paper as Document, missing};
use crate::domain::programme::id::SessionId;
use crate::text::{format, programme_papers as text};
use crate::ui::components::{Notice, Page, Tone};
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;

/// What a document lacks, followed.
pub fn lacks(board: Board, id: SessionId, document: Document) -> Memo<Vec<Missing>> {
    Memo::new(move |_| {
        board.programme.with(|programme| {
            let session = programme.session(&id);
            session.map(|session| missing(document, programme, session)).unwrap_or_default()
        })
    })
}

/// The document, as it comes out.
#[component]
pub fn PaperPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
    /// Which document.
    paper: Document,
    /// With lines to fill by hand instead of people.
    is_blank: bool,
) -> impl IntoView {
    let name = text::name(paper);
    let sheets = made(board, id.clone(), paper, is_blank);
    let lacking = lacks(board, id.clone(), paper);
    let back = back_to_papers(&id);
    let foot = foot(board, id.clone());
    let title = if is_blank { format!("{name}, à remplir à la main") } else { name.to_owned() };
    let number = Memo::new(move |_| sheets.with(Vec::len));
    let is_lacking = move || !is_blank && lacking.with(|lacking| !lacking.is_empty());
    let notice_id = StoredValue::new(id.clone());
    let report = (paper == Document::Report && !is_blank).then(|| view! { <ReportField board id=id.clone() /> });
    view! {
        <Page title lead=text::purpose(paper) back>
            <Show when=is_lacking>
                <div class="screen-only">
                    <Notice tone=Tone::Caution title="Il manque encore">
                        <Lacks id=notice_id.get_value() lacking />
                        <p>"Ce qui manque se complète sur la page indiquée, ou à la main sur la feuille."</p>
                    </Notice>
                </div>
            </Show>
            {report}
            <Show
                when=move || { number.get() > 0 }
                fallback=|| view! { <p>"Personne à qui remettre ce document pour l’instant."</p> }
            >
                <div class="row screen-only">
                    <PrintButton label="Imprimer" />
                    <p class="hint">{move || pages(number.get())}</p>
                </div>
                <Paper class="paper--programme" label=name foot>
                    <Sheets sheets />
                </Paper>
            </Show>
        </Page>
    }
}

fn pages(number: usize) -> String {
    format!("Format A4, {}.", format::count(format::number(number), "document", "documents"))
}
