//! Looking for one place, to do something with it.

use crate::domain::directory::collection::Directory;
use crate::domain::directory::place::{Place, PlaceId};
use crate::domain::directory::query::DirectoryQuery;
use crate::domain::directory::selection::Matches;
use crate::route::Route;
use crate::text::places;
use crate::ui::directory::Places;
use leptos::prelude::*;

/// How many places are shown: more words find fewer.
const SHOWN: usize = 5;

/// What is found: how many places, the first of them, and whether a slip leads to them.
type Found = (usize, Vec<Place>, bool);

/// A search by words, and an act on each place found.
#[component]
pub fn PlaceSearch(
    /// The identifier of the field.
    id: String,
    /// The label of the field.
    label: &'static str,
    /// What is done with a place, as its button says it.
    act: &'static str,
    /// Receives the place.
    on_choose: Callback<PlaceId>,
) -> impl IntoView {
    let known = Places::expect();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let words = typed.get();
        let directory = known.get().ready().filter(|_| !words.trim().is_empty())?;
        Some(find(&directory, &words))
    });
    let sentence = move || {
        let total = found.with(|found| found.as_ref().map(|(total, _, forgives)| (*total, *forgives)));
        total.map(|(total, forgives)| {
            typed.with(|words| places::found(total, &DirectoryQuery::of_text(words.as_str()), forgives))
        })
    };
    let shown = move || found.get().map(|(_, shown, _)| shown).unwrap_or_default();
    view! {
        <form class="stack stack--tight" on:submit=|event| event.prevent_default()>
            <div class="field">
                <label for=id.clone()>{label}</label>
                <input
                    class="input"
                    id=id
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    prop:value=typed
                    on:input:target=move |event| typed.set(event.target().value())
                />
            </div>
            <p class="status-line" role="status">
                {sentence}
            </p>
            <ul role="list" class="picks">
                <For each=shown key=|place| (place.id.clone(), place.name.clone(), places::address(place)) let(place)>
                    <PickRow place why=String::new() act on_choose />
                </For>
            </ul>
        </form>
    }
}

/// A place to choose, and the reason when there is one.
#[component]
pub fn PickRow(
    /// The place.
    place: Place,
    /// Why it is proposed; empty: it was looked for.
    why: String,
    /// What is done with it.
    act: &'static str,
    /// Receives it.
    on_choose: Callback<PlaceId>,
) -> impl IntoView {
    let Place { id, name, .. } = place.clone();
    let href = Route::Place(id.clone()).to_hash();
    let address = places::address(&place).join(", ");
    view! {
        <li class="pick">
            <div>
                <p>
                    <a href=href>{name.clone()}</a>
                </p>
                <p class="hint">{address}</p>
                {(!why.is_empty()).then(|| view! { <p>{why}</p> })}
            </div>
            <button type="button" class="button" on:click=move |_| on_choose.run(id.clone())>
                {act}
                <span class="visually-hidden">{format!("\u{a0}: {name}")}</span>
            </button>
        </li>
    }
}

fn find(directory: &Directory, words: &str) -> Found {
    let Matches { positions, forgives } = directory.find_anywhere(words);
    let shown = positions.iter().take(SHOWN).filter_map(|position| directory.at(*position).cloned());
    (positions.len(), shown.collect(), forgives)
}
