//! A frame where something may be dropped.

use leptos::ev::DragEvent;
use leptos::prelude::*;

/// Shows that something is over it, and hands over what is dropped.
#[component]
pub fn DropFrame(
    /// Receives the drop.
    on_drop: Callback<DragEvent>,
    /// What the frame holds: dropping is never the only way.
    children: Children,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        on_drop.run(event);
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    view! {
        <div
            class="drop stack"
            class:drop--over=over
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            {children()}
        </div>
    }
}
