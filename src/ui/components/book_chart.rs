//! What is drawn of the rows of a table: the numbers stand beside in words, so that nobody needs the drawing.

use crate::domain::book::{BAR_HEIGHT, BAR_LENGTH, Bar, Laid, Shade};
use leptos::prelude::*;

/// A whole in pieces, each with its number where it holds.
pub fn bar(bar: &Bar) -> AnyView {
    let box_of = format!("-1 -1 {} {}", BAR_LENGTH + 2.0, BAR_HEIGHT + 2.0);
    view! {
        <svg class="book__bar" viewBox=box_of aria-hidden="true">
            {bar.laid().into_iter().map(piece).collect_view()}
        </svg>
    }
    .into_any()
}

fn piece(laid: Laid) -> impl IntoView {
    let Laid { x, width, shade, number } = laid;
    let number = number.map(|number| {
        view! {
            <text class=format!("book__piece-number book__piece-number--{}", name(shade)) x=x + width / 2.0 y=BAR_HEIGHT - 5.0>
                {number}
            </text>
        }
    });
    view! {
        <rect class=format!("book__piece book__piece--{}", name(shade)) x=x width=width height=BAR_HEIGHT />
        {number}
    }
}

/// What each shade is.
pub fn key(key: &[(Shade, String)]) -> AnyView {
    let entry = |(shade, words): &(Shade, String)| {
        view! {
            <li>
                <svg class="book__swatch" viewBox="-1 -1 20 20" aria-hidden="true">
                    <rect class=format!("book__piece book__piece--{}", name(*shade)) width=BAR_HEIGHT height=BAR_HEIGHT />
                </svg>
                {words.clone()}
            </li>
        }
    };
    let entries = (!key.is_empty()).then(|| key.iter().map(entry).collect_view());
    entries
        .map(|entries| {
            view! {
                <ul role="list" class="book__key">
                    {entries}
                </ul>
            }
        })
        .into_any()
}

fn name(shade: Shade) -> &'static str {
    match shade {
        Shade::First => "first",
        Shade::Second => "second",
        Shade::Third => "third",
        Shade::Fourth => "fourth",
        Shade::Last => "last",
    }
}
