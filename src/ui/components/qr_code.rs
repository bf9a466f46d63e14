//! A code to photograph.

use crate::chart::qr::QrDrawing;
use leptos::prelude::*;

/// The drawing of a code, and what it holds.
#[component]
pub fn QrCode(
    /// The code.
    drawing: QrDrawing,
    /// What it is, for who does not see it.
    name: String,
    /// What it holds.
    caption: &'static str,
    /// It is read from a screen held at arm's length.
    #[prop(optional)]
    is_large: bool,
) -> impl IntoView {
    let QrDrawing { side, path } = drawing;
    view! {
        <figure class="code" class:code--large=is_large>
            <svg class="code__drawing" viewBox=format!("0 0 {side} {side}") role="img" aria-label=name>
                <path d=path></path>
            </svg>
            <figcaption class="hint">{caption}</figcaption>
        </figure>
    }
}
