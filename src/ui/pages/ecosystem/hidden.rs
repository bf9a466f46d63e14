//! The actors set aside here, and those removed: a quiet way back.

use super::known::Known;
use crate::browser::dom;
use crate::domain::ecosystem::change;
use crate::domain::ecosystem::decode::ActorSheet;
use crate::domain::ecosystem::model::{ACTOR_KIND, ActorId};
use crate::records::ChangeSet;
use crate::state::AppState;
use crate::ui::components::Messages;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// An actor that lists leave out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Aside {
    id: ActorId,
    name: String,
    /// Removed rather than set aside.
    is_removed: bool,
}

impl Aside {
    fn changes(&self) -> ChangeSet {
        let Ok(key) = self.id.key() else { return ChangeSet::new() };
        if self.is_removed { change::restore(&key) } else { change::hide_actor(&key, false) }
    }
}

/// What lists leave out; nothing when they show everything.
#[component]
pub fn Hidden(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let state = AppState::expect();
    let aside = Memo::new(move |_| {
        let hidden = known.with(|ecosystem| {
            let aside = ecosystem.hidden().map(|known| (known.id().clone(), known.actor.name.clone()));
            aside.map(|(id, name)| Aside { id, name, is_removed: false }).collect::<Vec<_>>()
        });
        let removed = state.with_tables(|tables| {
            let named = tables.removed(ACTOR_KIND).filter_map(|(id, record)| {
                let name = ActorSheet::read(None, record)?.name;
                Some(Aside { id: ActorId::from(id.clone()), name, is_removed: true })
            });
            named.collect::<Vec<_>>()
        });
        hidden.into_iter().chain(removed).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || aside.with(|aside| !aside.is_empty())>
            <details class="disclosure screen-only">
                <summary>"Masqués ou retirés (" {move || aside.with(Vec::len)} ")"</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=move || aside.get() key=Clone::clone let(aside)>
                        <AsideRow aside />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

/// One of them, and the way to show it again.
#[component]
fn AsideRow(
    /// The actor.
    aside: Aside,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let name = aside.name.clone();
    let show_again = move |_| {
        let done = format!("« {} » est à nouveau dans la liste", aside.name);
        saver.save_then(aside.changes(), move || {
            messages.done(done, "");
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <li class="row">
            <span>{name.clone()}</span>
            <button type="button" class="button button--plain" on:click=show_again>
                "Afficher à nouveau"
                <span class="visually-hidden">{format!("\u{a0}: {name}")}</span>
            </button>
        </li>
    }
}
