//! What was removed from a list, and may be put back.

use crate::browser::dom;
use crate::records::ChangeSet;
use crate::ui::components::Messages;
use crate::ui::save::Saver;
use leptos::prelude::*;

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
) -> impl IntoView {
    let is_empty = Memo::new(move |_| removed.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get()>
            <details class="disclosure">
                <summary>{move || summary(removed.with(Vec::len))}</summary>
                <ul role="list" class="stack stack--tight">
                    <For each=move || removed.get() key=|one| (one.id.clone(), one.name.clone()) let(one)>
                        <RemovedRow one />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

/// One thing, and the way to put it back.
#[component]
fn RemovedRow(
    /// What was removed.
    one: Restorable,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
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
        </li>
    }
}
