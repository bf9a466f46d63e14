//! Several documents of a session in one print job.

use super::super::board::Board;
use super::back_to_papers;
use super::sheet::{Sheets, foot, made};
use crate::domain::programme::document::{Missing, Paper as Document, missing};
use crate::domain::programme::id::SessionId;
use crate::text::programme_papers as text;
use crate::ui::components::Page;
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;

/// Whether a document has something to say already: what is missing of who trains may be written by hand.
fn is_worth(lacking: &[Missing]) -> bool {
    lacking.iter().all(|one| matches!(one, Missing::Mention(_) | Missing::Report))
}

/// Every document, those that are ready ticked.
#[component]
pub fn AllPapersPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let programme = board.now();
    let session = programme.session(&id).cloned();
    let papers = session.iter().flat_map(|session| {
        let programme = &programme;
        let kept = move |paper| RwSignal::new(is_worth(&missing(paper, programme, session)));
        Document::of_session(session).map(move |paper| (paper, kept(paper)))
    });
    let papers: Vec<(Document, RwSignal<bool>)> = papers.collect();
    let (named, foot, back) = (id.clone(), foot(board, id.clone()), back_to_papers(&id));
    let title = Signal::derive(move || format!("Dossier\u{a0}: {}", board.session_name(&named)));
    let each = papers.clone();
    let is_none = move || each.iter().all(|(_, kept)| !kept.get());
    let choice = |(paper, kept): (Document, RwSignal<bool>)| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=kept
                    on:change=move |event| kept.set(event_target_checked(&event))
                />
                <span>{text::name(paper)}</span>
            </label>
        }
    };
    let shown = move |(paper, kept): (Document, RwSignal<bool>)| {
        let sheets = made(board, id.clone(), paper, false);
        view! {
            <Show when=move || kept.get()>
                <Sheets sheets />
            </Show>
        }
    };
    view! {
        <Page title lead="Plusieurs documents de la session, en une seule impression." back>
            <div class="stack screen-only">
                <fieldset class="group stack stack--tight">
                    <legend>"Ce qui s’imprime"</legend>
                    {papers.clone().into_iter().map(choice).collect_view()}
                </fieldset>
                <p class="hint">"Les documents qui peuvent déjà servir sont cochés. Chacun commence sur sa page."</p>
                <p role="status">{move || is_none().then_some("Cochez au moins un document.")}</p>
                <p>
                    <PrintButton label="Imprimer le dossier" />
                </p>
            </div>
            <Paper class="paper--programme" label="Dossier de la session" foot>
                {papers.into_iter().map(shown).collect_view()}
            </Paper>
        </Page>
    }
}
