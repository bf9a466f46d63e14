//! What was removed from a list, and may be put back.

use crate::browser::dom;
use crate::domain::paging::Paging;
use crate::records::ChangeSet;
use crate::ui::components::{Messages, Pager};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// How many are shown at once.
const PAGE: usize = 20;

/// Something that was removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Restorable {
    pub id: String,
    pub name: String,
    /// The same, after the button's own words.
    pub mention: String,
    /// What is said once it is back.
    pub restored: String,
    /// What puts it back.
    pub changes: ChangeSet,
}

/// A quiet way back; nothing when nothing was removed.
#[component]
pub fn Removed(
    /// In the order in which it is shown.
    removed: Memo<Vec<Restorable>>,
    /// What the fold says, from how many they are.
    summary: fn(usize) -> String,
    /// What its pages are of, for screen readers.
    pages: &'static str,
    /// Another act on one of them, by its identifier and after what is said of it.
    #[prop(optional)]
    act: Option<Callback<Restorable, AnyView>>,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| removed.with(Vec::is_empty));
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: removed.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        removed.with(|removed| removed.get(rows).map(<[Restorable]>::to_vec).unwrap_or_default())
    };
    view! {
        <Show when=move || !is_empty.get()>
            <details class="disclosure">
                <summary>{move || summary(removed.with(Vec::len))}</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=shown key=|one| (one.id.clone(), one.name.clone()) let(one)>
                        <RemovedRow one act />
                    </For>
                </ul>
                <Pager paging page label=pages />
            </details>
        </Show>
    }
}

/// One thing, and the way to put it back.
#[component]
fn RemovedRow(
    /// What was removed.
    one: Restorable,
    /// Another act on it.
    act: Option<Callback<Restorable, AnyView>>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let other = act.map(|act| act.run(one.clone()));
    let Restorable { name, mention, restored, changes, .. } = one;
    let of = format!("\u{a0}: {mention}");
    let restore = move |_| {
        let restored = restored.clone();
        saver.save_then(changes.clone(), move || {
            messages.done(restored, "");
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <li class="row">
            <span>{name}</span>
            <button type="button" class="button button--plain" on:click=restore>
                "Rétablir"
                <span class="visually-hidden">{of}</span>
            </button>
            {other}
        </li>
    }
}
