//! What stands lower on a long page: it is made once what stands first is on the screen.

use leptos::prelude::*;
use std::time::Duration;

/// Its children, from the frame that follows the first one.
#[component]
pub fn AfterPaint(
    /// What may come a frame later.
    children: ChildrenFn,
) -> impl IntoView {
    let is_painted = painted();
    view! { <Show when=move || is_painted.get()>{children()}</Show> }
}

/// The first rows of a list; all of them from the frame that follows the first one.
pub fn first_rows<T: Clone + Send + Sync + 'static>(all: Signal<Vec<T>>, first: usize) -> Signal<Vec<T>> {
    let is_painted = painted();
    Signal::derive(move || {
        let most = if is_painted.get() { usize::MAX } else { first };
        all.with(|all| all.iter().take(most).cloned().collect())
    })
}

/// Whether the first frame is on the screen, followed.
fn painted() -> ReadSignal<bool> {
    let (is_painted, set_painted) = signal(false);
    request_animation_frame(move || {
        // This runs before the frame is painted; what it asks for, after. The page may be left meanwhile.
        set_timeout(
            move || {
                let _ = set_painted.try_set(true);
            },
            Duration::ZERO,
        );
    });
    is_painted
}
