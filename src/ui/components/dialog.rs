//! Native dialogs for decisions.

use crate::browser::dom;
use leptos::html;
use leptos::prelude::*;

/// Opens and closes a dialog as what says that it is open.
pub fn follow_dialog(dialog: NodeRef<html::Dialog>, is_open: impl Fn() -> bool + 'static) {
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            if is_open() { dom::open_dialog(&dialog) } else { dom::close_dialog(&dialog) }
        }
    });
}

/// A question that must be answered before an act that cannot be taken back.
#[component]
pub fn Confirm(
    /// Whether the question is being asked.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: String,
    /// The button that goes ahead says what it does.
    #[prop(into)]
    accept: String,
    /// Called when one goes ahead.
    on_accept: Callback<()>,
    /// What will happen, what is safe.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    follow_dialog(dialog, move || open.get());
    let accepted = move |_| {
        open.set(false);
        on_accept.run(());
    };
    let name = title.clone();
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=name on:close=move |_| open.set(false)>
            <div class="stack">
                <h2>{title}</h2>
                {children()}
                // The dialog opens on the way back: a key held too long must not go ahead.
                <div class="row">
                    <button type="button" class="button button--fault" on:click=accepted>
                        {accept}
                    </button>
                    <button type="button" class="button" autofocus on:click=move |_| open.set(false)>
                        "Annuler"
                    </button>
                </div>
            </div>
        </dialog>
    }
}
