//! The conversation: one theme per page, any theme at any time.

use super::blocks_aside::BlocksAside;
use super::case_talk::CaseTalk;
use super::gate::Gate;
use super::held::Held;
use super::item::ItemField;
use super::note::NoteField;
use super::unasked::{Beyond, UnaskedLine};
use crate::domain::interview::flow::Step;
use crate::domain::interview::id::BlockId;
use crate::domain::interview::questionnaire::Block;
use crate::records::{ChangeSet, RecordId};
use crate::route::{Return, Route};
use crate::state::AppState;
use crate::ui::components::{BackTo, Page};
use leptos::prelude::*;

/// The page of a theme.
#[component]
pub fn BlockPage(
    /// The interview.
    id: RecordId,
    /// The theme.
    block: BlockId,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    let page = Callback::new(move |held: Held| match held.questionnaire.block(&block) {
        Some(block) => view! { <Theme held block back /> }.into_any(),
        None => view! { <UnknownTheme held /> }.into_any(),
    });
    view! { <Gate id page /> }
}

/// A theme that this questionnaire does not have.
#[component]
fn UnknownTheme(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let back = BackTo::new(Route::Interview(held.id()), "Reprendre l’entretien");
    view! {
        <Page title="Ce thème n’existe pas" back>
            <p>"L’adresse vient peut-être d’une autre version de Repères. L’entretien est intact."</p>
        </Page>
    }
}

/// The theme before, unless one comes to change an answer.
fn back_to(held: Held, block: &Block, back: Return) -> BackTo {
    let before = untrack(|| held.flow().previous(&Step::Block(block.id.clone())).cloned());
    match (back, before) {
        (Return::Review, _) => BackTo::new(held.route(Step::Check), "Vérifier les réponses"),
        (Return::Flow, Some(Step::Block(id))) => {
            let title = held.questionnaire.block(&id).map_or("Retour", |block| block.title.as_str());
            BackTo::new(held.route(Step::Block(id)), title)
        }
        (Return::Flow, _) => held.home(),
    }
}

/// A theme: its questions, a note, and the way on.
#[component]
fn Theme(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    let back_to = back_to(held, block, back);
    let items = Memo::new(move |_| {
        held.view.with(|view| {
            view.items.iter().filter(|item| item.block == block.id).map(|item| &item.id).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <div class="with-aside interview">
            <BlocksAside held here=&block.id />
            <div class="stack stack--wide interview__main">
                <Page title=block.title.clone() lead=block.intro.clone() back=back_to>
                    <CaseTalk held block />
                    <For each=move || items.get() key=|id| id.clone() let(id)>
                        {held.questionnaire.item(&id).map(|item| view! { <ItemField held item /> })}
                    </For>
                    <UnaskedLine held block />
                    <Beyond held block />
                    <NoteField held block />
                    <WayOn held block back />
                </Page>
            </div>
        </div>
    }
}

/// The way to the next theme, and the state of what was written.
#[component]
fn WayOn(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    let next = move || match back {
        Return::Review => Step::Check,
        Return::Flow => held.flow().next(&Step::Block(block.id.clone())).cloned().unwrap_or(Step::Check),
    };
    let name = move || match next() {
        Step::Block(id) => held.questionnaire.block(&id).map(|block| block.title.clone()),
        Step::Check | Step::Item(_) | Step::Checkpoint(_) => Some("vérifier les réponses".to_owned()),
    };
    let go = move |_| held.go_on(ChangeSet::new(), untrack(next));
    view! {
        <div class="way-on">
            <button type="button" class="button button--primary" on:click=go>
                "Continuer"
            </button>
            <span class="hint">{move || name().map(|name| format!("Ensuite : {name}"))}</span>
            <SavedLine held />
        </div>
    }
}

/// Says once that answers are stored; failures are told elsewhere, at once.
#[component]
pub fn SavedLine(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let state = AppState::expect();
    let sentence = move || match (state.has_unsaved(), held.has_saved.get()) {
        (true, _) => "Pas encore enregistré",
        (false, true) => "Enregistré",
        (false, false) => "",
    };
    view! {
        <p class="saved" role="status">
            {sentence}
        </p>
    }
}
