//! A sheet on screen as it will be on paper, and what prints it.

use crate::browser::dom;
use crate::ui::components::{Icon, Pictogram};
use leptos::prelude::*;

/// The sheet of paper.
#[component]
pub fn Paper(
    /// The class of this sheet.
    class: &'static str,
    /// Its name.
    label: &'static str,
    /// What the foot of each printed page says before its number.
    #[prop(into)]
    foot: Signal<String>,
    /// What is on it.
    children: Children,
) -> impl IntoView {
    Effect::new(move |_| dom::set_print_foot(Some(&foot.get())));
    on_cleanup(|| dom::set_print_foot(None));
    view! {
        <article class=format!("paper {class}") aria-label=label>
            {children()}
        </article>
    }
}

/// The main act of a sheet.
#[component]
pub fn PrintButton(
    /// What it says.
    #[prop(default = "Imprimer la fiche")]
    label: &'static str,
) -> impl IntoView {
    view! {
        <button type="button" class="button button--primary" on:click=|_| dom::print()>
            <Pictogram icon=Icon::Print />
            {label}
        </button>
    }
}

/// A line to write on by hand.
#[component]
pub fn BlankLine(
    /// What to write.
    label: &'static str,
) -> impl IntoView {
    view! {
        <p class="blank">
            <span class="blank__label">{label}</span>
            <span class="blank__line"></span>
        </p>
    }
}
