//! The lists that hold the place of a sheet, and the way into others.

use super::super::local::Known;
use super::by_name;
use super::form::NameForm;
use crate::browser::identity;
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::list::{self, ListName, PlaceList};
use crate::domain::directory::local::list_change;
use crate::domain::directory::local::list_places::places;
use crate::records::{ChangeSet, Key, Record, RecordId};
use crate::route::Route;
use crate::text::local::lists as text;
use crate::ui::components::Messages;
use crate::ui::directory::Places;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// A list, and the members of it that lead to the place; none: it does not hold the place.
type Held = (PlaceList, Vec<RecordId>);

/// Every list, ticked when it holds the place.
#[component]
pub fn InLists(
    /// The place.
    known: Known,
) -> impl IntoView {
    let (saver, messages, places_known) = (Saver::expect(), Messages::expect(), Places::expect());
    let lists = by_name(saver.state());
    let id = known.imported.with_value(|place| place.id.clone());
    let held = Memo::new(move |_| {
        let Some(directory) = places_known.get().ready() else { return Vec::new() };
        let lives = places_known.lives();
        let leading = |list: &PlaceList| {
            let listed = places(list, &lives, Some(directory.imports())).into_iter();
            listed.filter(|one| one.place() == Some(&id)).flat_map(|one| one.members).collect()
        };
        lists.with(|lists| lists.iter().map(|list| (list.clone(), leading(list))).collect::<Vec<Held>>())
    });
    let number = move || held.with(|held| held.iter().filter(|(_, members)| !members.is_empty()).count());
    let typed = RwSignal::new(String::new());
    // Drawn again only once a list is made, so that a form sent twice makes one. Identities made by the program are well formed.
    let drawn = || identity::new_record_id().ok().and_then(|id| list::key(&id).ok());
    let next = StoredValue::new(drawn());
    let create = Callback::new(move |name: ListName| {
        let Some((key, trace)) = next.get_value().zip(trace(known)) else { return };
        let done = format!("Ajouté à «\u{202f}{}\u{202f}»", name.as_str());
        saver.save_then(with_first(&key, &name, &trace), move || {
            // One may have left the page.
            let _ = (typed.try_set(String::new()), next.try_update_value(|next| *next = drawn()));
            messages.done(done, "");
        });
    });
    view! {
        <details class="disclosure screen-only">
            <summary>{move || text::holding(number())}</summary>
            <div class="stack stack--tight">
                <Show when=move || !held.with(Vec::is_empty)>
                    <fieldset class="ticks">
                        <legend>"Listes où ranger ce lieu"</legend>
                        <For each=move || held.get() key=|(list, _)| (list.key.clone(), text::name(list)) let((list, _))>
                            <Tick known held key=list.key.clone() name=text::name(&list) />
                        </For>
                    </fieldset>
                </Show>
                <NameForm
                    id="lieu-nouvelle-liste"
                    label="Nouvelle liste"
                    act="Créer la liste et y ajouter ce lieu"
                    typed
                    on_name=create
                />
                <p>
                    <a href=Route::Lists.to_hash()>"Voir toutes les listes"</a>
                </p>
            </div>
        </details>
    }
}

/// One list.
#[component]
fn Tick(
    /// The place.
    known: Known,
    /// Every list, with the members that lead to the place.
    held: Memo<Vec<Held>>,
    /// The list.
    key: Key,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let key = StoredValue::new(key);
    let now = move || key.with_value(|key| held.with(|held| held.iter().find(|(list, _)| list.key == *key).cloned()));
    let is_held = move || now().is_some_and(|(_, members)| !members.is_empty());
    let called = name.clone();
    let toggle = move |_| {
        let Some((list, members)) = untrack(now) else { return };
        let (changes, done) = match members.is_empty() {
            true => (trace(known).and_then(|trace| list_change::add(&list, [&trace]).ok()), "Ajouté à"),
            false => (Some(list_change::remove(&list, &members)), "Retiré de"),
        };
        let Some(changes) = changes.filter(|changes| !changes.is_empty()) else { return };
        let done = format!("{done} «\u{202f}{called}\u{202f}»");
        saver.save_then(changes, move || messages.done(done, ""));
    };
    view! {
        <label class="tick">
            <input type="checkbox" prop:checked=is_held on:change=toggle />
            <span class="breakable">{name}</span>
        </label>
    }
}

/// The place as it is written in a list.
fn trace(known: Known) -> Option<PlaceTrace> {
    known.life.with_untracked(|life| life.place.clone())
}

/// A new list with its first place.
fn with_first(key: &Key, name: &ListName, place: &PlaceTrace) -> ChangeSet {
    let empty = PlaceList::from_record(key, &Record::default());
    let mut changes = list_change::create(key, name);
    changes.changes.extend(list_change::add(&empty, [place]).unwrap_or_default().changes);
    changes
}
