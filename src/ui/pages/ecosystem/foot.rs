//! The foot of these screens on paper.

use crate::browser::clock;
use crate::text::ecosystem as text;
use leptos::prelude::*;

/// The day of printing and the version.
#[component]
pub fn PrintedFoot() -> impl IntoView {
    let words = text::printed(clock::today(), env!("CARGO_PKG_VERSION"));
    view! { <p class="print-only sheet__foot">{words}</p> }
}
