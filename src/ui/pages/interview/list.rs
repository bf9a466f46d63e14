//! Every interview on this device: the ongoing ones, those concluded, and those removed.

use super::list_row::{InterviewRow, way_id};
use super::removed::RemovedInterviews;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::decode;
use crate::domain::interview::model::{self, Interview};
use crate::domain::interview::worklist::{Line, latest_first};
use crate::records::{ChangeSet, Key, RecordId};
use crate::route::Route;
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::components::{Icon, Page, Pictogram};
use crate::ui::pages::data::{EraseDialog, Erasing};
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;
use std::sync::Arc;

/// How many interviews a part of the list shows before one asks for more.
pub const PAGE: usize = 20;

/// The interviews on this device.
#[component]
pub fn InterviewsPage() -> impl IntoView {
    let state = AppState::expect();
    let parts = Memo::new(move |_| {
        let lines = state.with_tables(|tables| latest_first(tables.live(model::KIND)));
        let (ongoing, concluded): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.is_ongoing);
        (Arc::new(ongoing), Arc::new(concluded))
    });
    let ongoing = Signal::derive(move || parts.get().0);
    let concluded = Signal::derive(move || parts.get().1);
    let erasing = Erasing::new();
    let is_empty = move || parts.with(|(ongoing, concluded)| ongoing.is_empty() && concluded.is_empty());
    view! {
        <Page title="Entretiens" lead="Ceux qui sont gardés sur cet appareil : reprenez-les, relisez-les, retirez-les.">
            <Show when=move || !is_empty() fallback=|| view! { <Empty /> }>
                <p>
                    <NewLink />
                </p>
                <Part title="En cours" interviews=ongoing erasing />
                <Part title="Terminés" interviews=concluded erasing />
            </Show>
            <RemovedInterviews erasing />
            <EraseDialog erasing />
            <p>
                <a href=Route::Rules.to_hash()>"Comment Repères propose ses orientations"</a>
            </p>
        </Page>
    }
}

/// The way to a new interview.
#[component]
fn NewLink() -> impl IntoView {
    view! {
        <a class="button button--primary" href=Route::NewInterview.to_hash()>
            <Pictogram icon=Icon::Plus />
            "Nouvel entretien"
        </a>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Interview />
            <h2>"Aucun entretien pour l’instant"</h2>
            <p>
                "Un repérage prend environ 5\u{a0}minutes. Vous retrouverez ici chaque entretien, là où vous l’avez laissé, avec son résultat."
            </p>
            <NewLink />
        </div>
    }
}

/// The interviews that stand at the same point.
#[component]
fn Part(
    /// Where they stand.
    title: &'static str,
    /// The latest first.
    interviews: Signal<Arc<Vec<Line>>>,
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let saver = Saver::expect();
    let remove = Callback::new(move |interview: Interview| delete(saver, &interview));
    let erase = Callback::new(move |interview: Interview| erasing.ask(interview.id));
    let count = move || interviews.with(|lines| lines.len());
    let more = move || count() > shown.get();
    let more_shown = move |_| {
        let first_new = interviews
            .with_untracked(|interviews| interviews.get(shown.get_untracked()).map(|line| way_id(&line.interview())));
        shown.update(|shown| *shown += PAGE);
        // The button may go away: the focus goes on to what it showed.
        request_animation_frame(move || {
            if let Some(id) = first_new {
                dom::focus_in_place(&id);
            }
        });
    };
    view! {
        <Show when=move || { count() > 0 }>
            <section class="stack">
                <h2>{title} " " <span class="count">{count}</span></h2>
                <ul role="list" class="cases">
                    <For
                        each=move || interviews.with(|lines| shown_of(lines, shown.get()))
                        key=|interview| interview.id.clone()
                        let(interview)
                    >
                        <InterviewRow interview on_delete=remove on_erase=erase />
                    </For>
                </ul>
                <Show when=more>
                    <p>
                        <button
                            type="button"
                            class="button"
                            on:click=more_shown
                        >
                            "Afficher les suivants"
                        </button>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

/// The interviews on the screen, read whole.
fn shown_of(lines: &[Line], shown: usize) -> Vec<Interview> {
    lines.iter().take(shown).map(Line::interview).collect()
}

/// The change that an act makes on an interview of the list.
pub fn acting_on(id: &RecordId, act: impl FnOnce(&Key) -> ChangeSet) -> ChangeSet {
    decode::key(id).map(|key| act(&key)).unwrap_or_default()
}

fn delete(saver: Saver, interview: &Interview) {
    let done = Undoable {
        title: format!("{} supprimé", text::case_title(interview.label.as_ref())),
        body: "Il reste possible de le rétablir, ici ou sous «\u{202f}Supprimés\u{202f}».".to_owned(),
        take_back: "Annuler la suppression",
        taken_back: "Entretien rétabli",
    };
    saver.save_undoable(acting_on(&interview.id, change::delete), done, || {
        request_animation_frame(dom::focus_heading);
    });
}
