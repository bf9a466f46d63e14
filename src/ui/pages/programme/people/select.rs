//! A filter among a few values.

use leptos::prelude::*;

/// A list of choices that keeps everything until one is made.
#[component]
pub fn Filter(
    /// Its identifier.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What keeps everything: « Toutes ».
    all: &'static str,
    /// The value of each choice, and its words.
    options: Vec<(String, String)>,
    /// The value chosen; empty: everything.
    value: RwSignal<String>,
    /// The page of the list, which begins again.
    page: RwSignal<usize>,
) -> impl IntoView {
    let options = options.into_iter().map(|(code, words)| view! { <option value=code>{words}</option> }).collect_view();
    let choose = move |event| {
        value.set(event_target_value(&event));
        page.set(0);
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select class="input" id=id prop:value=value on:change=choose>
                <option value="">{all}</option>
                {options}
            </select>
        </div>
    }
}

/// What is looked for, in words.
#[component]
pub fn Search(
    /// Its identifier.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// The page of the list, which begins again.
    page: RwSignal<usize>,
) -> impl IntoView {
    let typed = move |event| {
        value.set(event_target_value(&event));
        page.set(0);
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                class="input"
                id=id
                type="search"
                autocomplete="off"
                spellcheck="false"
                prop:value=value
                on:input=typed
            />
        </div>
    }
}
