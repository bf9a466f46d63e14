//! A device of the room, for whoever leads: begins the questionnaire, which does not lead back here, and takes away what is kept.

use super::asks_as_delivered;
use crate::browser::location;
use crate::domain::evaluation::intake::kept;
use crate::domain::evaluation::survey::Survey;
use crate::domain::programme::id::SessionId;
use crate::exchange::scope::Scope;
use crate::route::evaluation::{Device, EvaluationRoute};
use crate::text::evaluation_collect as words;
use crate::text::evaluation_desk as text;
use crate::ui::components::Page;
use crate::ui::pages::data::{Export, OneExport};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

const KEPT_HERE: &str = "reponses-gardees";
const BEGIN: &str = "commencer";

/// The two acts of whoever leads.
#[component]
pub fn TabletPage(
    /// The session that is asked about.
    session: SessionId,
    /// What is asked.
    survey: Arc<Survey>,
) -> impl IntoView {
    let kind = survey.kind;
    let title = format!("Tablette de la salle\u{a0}: {}", words::uncapitalised_kind(kind));
    let answer = EvaluationRoute::Answer(session.clone(), kind, Device::Room).to_hash();
    let state = Saver::expect().state();
    let asked_in = move || text::asked_in(state.with_tables(|tables| asks_as_delivered(tables, kind)));
    // In place of this page: going back from the questionnaire must not open what others answered.
    let begin = move |_| location::replace(&answer);
    view! {
        <Page title lead=text::TABLET_LEAD>
            <section class="stack" aria-labelledby=BEGIN>
                <h2 id=BEGIN>"Faire répondre"</h2>
                <p>{asked_in}</p>
                <p>
                    <button type="button" class="button button--primary" on:click=begin>
                        "Commencer le questionnaire"
                    </button>
                </p>
                <p class="hint">{text::TABLET_RETURN}</p>
            </section>
            <KeptHere session />
        </Page>
    }
}

/// A tablet that knows no session has no desk: what it keeps leaves from here.
#[component]
fn KeptHere(
    /// The session that is asked about.
    session: SessionId,
) -> impl IntoView {
    let export = Export::new(KEPT_HERE);
    let state = Saver::expect().state();
    let scope = StoredValue::new(Scope::Answers(session.0.clone()));
    let number = Memo::new(move |_| {
        state.with_tables(|tables| kept(tables).iter().filter(|one| one.session == session).count())
    });
    view! {
        <section class="stack" aria-labelledby=KEPT_HERE>
            <h2 id=KEPT_HERE tabindex="-1">
                "Emporter les réponses"
            </h2>
            <p>{move || text::kept_here(number.get())}</p>
            <Show when=move || { number.get() > 0 }>
                <OneExport
                    export
                    scope=scope.get_value()
                    label="Préparer le fichier des réponses de cet appareil"
                />
            </Show>
        </section>
    }
}
