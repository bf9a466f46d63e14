//! The sheet of commitments: half a page each, written by hand on the day and taken away.

use super::{desk as back_to_desk, home};
use crate::domain::evaluation::commitment::MOST;
use crate::domain::programme::id::SessionId;
use crate::text::evaluation_collect as text;
use crate::ui::components::Page;
use crate::ui::pages::programme::{Board, NotHere};
use crate::ui::pages::result::{Paper, PrintButton};
use chrono::NaiveDate;
use leptos::prelude::*;

/// Two sheets on a page.
#[component]
pub fn PromisesPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let Some(session) = untrack(|| board.session(&id)) else {
        return view! { <NotHere what="Cette session" back=home() /> }.into_any();
    };
    let held_on = session.held_on;
    let foot = format!("Repères {}", env!("CARGO_PKG_VERSION"));
    view! {
        <Page
            title="Feuille d’engagements"
            lead="Une demi-page par personne\u{a0}: elle l’emporte, rien n’en est recopié ici."
            back=back_to_desk(id)
        >
            <div class="row screen-only">
                <PrintButton label="Imprimer la feuille" />
                <p class="hint">"Format A4, à couper en deux. Imprimez une page pour deux personnes."</p>
            </div>
            <Paper class="paper--exercise" label="Aperçu de la feuille d’engagements" foot>
                <div class="survey-halves">
                    <Half held_on />
                    <Half held_on />
                </div>
            </Paper>
        </Page>
    }
    .into_any()
}

/// One person's.
#[component]
fn Half(
    /// The day of the training.
    held_on: Option<NaiveDate>,
) -> impl IntoView {
    let lines = (1..=MOST).map(|nth| {
        view! {
            <li>
                <span class="visually-hidden">{format!("Engagement {nth}")}</span>
                <span class="survey-paper__lines"></span>
            </li>
        }
    });
    view! {
        <section class="survey-half">
            <h2>"Ce que je ferai autrement"</h2>
            <p>{text::held(held_on)}</p>
            <ol class="survey-half__lines">{lines.collect_view()}</ol>
            <p>{held_on.map(text::look_back)}</p>
            <p class="hint">
                "Gardez cette feuille, ou recopiez-la dans votre agenda. Personne ne la relève\u{a0}: dans trois mois, un questionnaire vous demandera seulement où vous en êtes."
            </p>
        </section>
    }
}
