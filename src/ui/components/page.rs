//! What every screen has: a heading, one sentence saying what it is for, and the thing itself.

use super::icon::{Icon, Pictogram};
use crate::browser::dom;
use crate::route::Route;
use leptos::prelude::*;

/// A screen. Its title names the browser's tab, and its heading receives the focus when one arrives.
#[component]
pub fn Page(
    /// The heading, and the start of the tab's title.
    #[prop(into)]
    title: Signal<String>,
    /// One sentence: what this screen is for.
    #[prop(into, optional)]
    lead: MaybeProp<String>,
    /// Where one comes from, and its name.
    #[prop(optional)]
    back: Option<BackTo>,
    /// What was sent has faults: the tab says so first.
    #[prop(into, optional)]
    faulty: Signal<bool>,
    /// The thing itself.
    children: Children,
) -> impl IntoView {
    name_tab(title, faulty);
    view! {
        {back.map(|back| view! { <BackLink back /> })}
        <div class="page-head">
            <h1 tabindex="-1">{title}</h1>
            {move || lead.get().map(|lead| view! { <p class="lead">{lead}</p> })}
        </div>
        {children()}
    }
}

/// Names the browser's tab after what is shown; a fault is said first.
pub fn name_tab(title: Signal<String>, faulty: Signal<bool>) {
    Effect::new(move |_| {
        let fault = if faulty.get() { "Erreur – " } else { "" };
        dom::set_title(&format!("{fault}{} – Repères", title.get()));
    });
}

/// The screen above this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackTo {
    pub route: Route,
    pub label: String,
}

impl BackTo {
    pub fn new(route: impl Into<Route>, label: impl Into<String>) -> Self {
        Self { route: route.into(), label: label.into() }
    }
}

/// A link to the screen above.
#[component]
pub fn BackLink(
    /// The screen above, and its name.
    back: BackTo,
) -> impl IntoView {
    view! {
        <a class="back-link" href=back.route.to_hash()>
            <Pictogram icon=Icon::Back />
            {back.label}
        </a>
    }
}
