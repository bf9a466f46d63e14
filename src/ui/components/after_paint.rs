//! What stands lower on a long page: it is made once what stands first is on the screen.

use leptos::prelude::*;
use std::time::Duration;

/// Its children, from the frame that follows the first one.
#[component]
pub fn AfterPaint(
    /// What may come a frame later.
    children: ChildrenFn,
) -> impl IntoView {
    let is_time = RwSignal::new(false);
    request_animation_frame(move || {
        // This runs before the frame is painted; what it asks for, after. The page may be left meanwhile.
        set_timeout(
            move || {
                let _ = is_time.try_set(true);
            },
            Duration::ZERO,
        );
    });
    view! { <Show when=move || is_time.get()>{children()}</Show> }
}
