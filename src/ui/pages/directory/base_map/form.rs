//! Agreeing to keep the base map that was read.

use super::current::adopt;
use super::page::{REVIEW, ReadGeoJson, map_route};
use crate::browser::{clock, dom, location, pause};
use crate::domain::map::base_map::{BaseMap, BaseMapSource, MAX_WORDS_CHARS};
use crate::records::clean_text;
use crate::state::AppState;
use crate::text::base_map as text;
use crate::ui::components::Messages;
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

const NAME_FIELD: &str = "nom-fond";
const ATTRIBUTION_FIELD: &str = "attribution-fond";

/// What it is called, whom to name beside it, what it would replace, and the act itself.
#[component]
pub fn AdoptBaseMap(
    /// What was read.
    read: Arc<ReadGeoJson>,
    /// The base map that is here.
    replaced: Option<BaseMapSource>,
    /// Goes back to the choice of a file.
    again: Callback<()>,
) -> impl IntoView {
    let state = AppState::expect();
    let messages = Messages::expect();
    let stem = read.file.rsplit_once('.').map_or(read.file.as_str(), |(stem, _)| stem).to_owned();
    let name = RwSignal::new(read.content.name.clone().unwrap_or(stem));
    let attribution = RwSignal::new(read.content.attribution.clone().unwrap_or_default());
    let is_nameless = move || name.with(|name| name.trim().is_empty());
    let summary = format!("{}\u{a0}: {}.", read.file, text::outlines(read.content.outlines.len()));
    let replaces = replaced.map(|source| format!("Remplacera «\u{202f}{}\u{202f}».", source.current.name));
    let map = map_route().to_hash();
    let is_storing = RwSignal::new(false);
    let keep = move |_| {
        if is_nameless() {
            dom::focus(NAME_FIELD);
            return;
        }
        if is_storing.get_untracked() {
            return;
        }
        is_storing.set(true);
        let words = |typed: RwSignal<String>| typed.with_untracked(|typed| clean_text(typed.trim()).into_owned());
        let outlines = read.content.outlines.clone();
        let base = BaseMap::new(words(name), read.file.clone(), words(attribution), clock::today(), outlines);
        let map = map.clone();
        spawn_local(async move {
            store(state, messages, base, map).await;
            // One may have left the page.
            is_storing.try_set(false);
        });
    };
    view! {
        <section class="stack" aria-labelledby=REVIEW>
            <h2 id=REVIEW tabindex="-1">
                "Utiliser ces contours"
            </h2>
            <p>{summary} " " {replaces}</p>
            <div class="field">
                <label for=NAME_FIELD>"Nom de ce fond de carte"</label>
                <span class="field__error" id="nom-fond-erreur">
                    {move || is_nameless().then_some("Donnez un nom à ce fond de carte.")}
                </span>
                <input
                    class="input"
                    id=NAME_FIELD
                    type="text"
                    maxlength=MAX_WORDS_CHARS.to_string()
                    autocomplete="off"
                    aria-describedby="nom-fond-erreur"
                    aria-invalid=move || is_nameless().to_string()
                    prop:value=name
                    on:input:target=move |event| name.set(event.target().value())
                />
            </div>
            <div class="field">
                <label for=ATTRIBUTION_FIELD>"Source et licence (facultatif)"</label>
                <span class="hint" id="attribution-fond-aide">
                    "Écrites sous la carte, comme le demandent la plupart des licences."
                </span>
                <input
                    class="input"
                    id=ATTRIBUTION_FIELD
                    type="text"
                    maxlength=MAX_WORDS_CHARS.to_string()
                    autocomplete="off"
                    aria-describedby="attribution-fond-aide"
                    prop:value=attribution
                    on:input:target=move |event| attribution.set(event.target().value())
                />
            </div>
            <div class="row">
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=move || is_storing.get().to_string()
                    on:click=keep
                >
                    "Utiliser ce fond de carte"
                </button>
                <button type="button" class="button" on:click=move |_| again.run(())>
                    "Choisir un autre fichier"
                </button>
            </div>
        </section>
    }
}

/// Stores, then goes to the map; on failure one stays here, and nothing has changed.
async fn store(state: AppState, messages: Messages, base: BaseMap, map: String) {
    let here = location::hash();
    pause::until_painted().await;
    match adopt(state, &base).await {
        Ok(()) => {
            let body = "Il se dessine désormais sous les lieux, sans réseau.";
            messages.done_then_go(&here, "Fond de carte enregistré", body, &map);
        }
        Err(error) => messages.say(faults::storage_message(&error, Vec::new())),
    }
}
