//! The places of a list, one row each: the same table on the screen and on paper.

use super::one::OpenList;
use crate::browser::pause::Breath;
use crate::browser::{clock, dom};
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::list_change;
use crate::domain::directory::local::list_places::{ListedPlace, Today, move_to};
use crate::domain::directory::place::PlaceId;
use crate::records::RecordId;
use crate::route::Route;
use crate::text::format;
use crate::text::local::{self, lists as text};
use crate::ui::directory::Places;
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the directory says of the places of the list.
pub type Told = BTreeMap<PlaceId, (String, text::Row)>;

/// Where the place that was just moved is, in words.
type Moved = RwSignal<String>;

/// Reads what the directory says of these places, and follows it. What was read before stays meanwhile.
pub fn follow_told(listed: Memo<Vec<ListedPlace>>) -> Signal<Arc<Told>> {
    let known = Places::expect();
    let ids = Memo::new(move |_| {
        listed.with(|listed| listed.iter().filter_map(|one| one.place().cloned()).collect::<Vec<_>>())
    });
    // The notation of opening hours is slow to read: in turns.
    let told = LocalResource::new(move || {
        let (directory, ids) = (known.get().ready(), ids.get());
        async move {
            let mut told = Told::new();
            let mut breath = Breath::start();
            let Some(directory) = directory else { return Arc::new(told) };
            for id in ids {
                breath.take().await;
                if let Some(place) = directory.place(&id) {
                    let row = text::row(place, directory.is_closed(&id), clock::today());
                    told.insert(id, (place.name.clone(), row));
                }
            }
            Arc::new(told)
        }
    });
    Signal::derive(move || told.get().unwrap_or_default())
}

/// The table.
#[component]
pub fn Rows(
    /// The list.
    open: OpenList,
    /// What the directory says of its places.
    told: Signal<Arc<Told>>,
) -> impl IntoView {
    // Where it is now is said aloud, once.
    let moved = Moved::new(String::new());
    view! {
        <p class="visually-hidden screen-only" role="status">
            {moved}
        </p>
        <div class="table-scroll" role="region" aria-label="Lieux de la liste" tabindex="0">
            <table class="table listed">
                <thead>
                    <tr>
                        <th scope="col">"Lieu"</th>
                        <th scope="col">"Adresse"</th>
                        <th scope="col">"Téléphone"</th>
                        <th scope="col">"Horaires habituels"</th>
                        <th scope="col" class="screen-only">
                            "Actions"
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || open.listed.get() key=|one| (one.members.clone(), one.today.clone()) let(one)>
                        <PlaceRow open told moved one />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// One place.
#[component]
fn PlaceRow(
    /// The list.
    open: OpenList,
    /// What the directory says of its places.
    told: Signal<Arc<Told>>,
    /// What is said of the one that was just moved.
    moved: Moved,
    /// This one.
    one: ListedPlace,
) -> impl IntoView {
    let as_added = local::place(&one.trace);
    let today = one.place().cloned();
    // As it is called today, on the row and in what its buttons say.
    let name = Signal::derive(move || {
        let today = today.as_ref().and_then(|id| told.with(|told| told.get(id).map(|(name, _)| name.clone())));
        today.unwrap_or_else(|| as_added.clone())
    });
    let former = one.trace.clone();
    let cells = match one.today {
        Today::Found(id) => (move || {
            let (name, row) =
                told.with(|told| told.get(&id).cloned()).unwrap_or_else(|| (former.name.clone(), text::Row::default()));
            view! { <Cells name row href=Some(Route::Place(id.clone()).to_hash()) /> }
        })
        .into_any(),
        Today::Gone => {
            view! { <Cells name=former.name.clone() row=row_as_added(&former, text::GONE) href=None /> }.into_any()
        }
        Today::Unread => {
            view! { <Cells name=former.name.clone() row=row_as_added(&former, text::UNREAD) href=None /> }.into_any()
        }
    };
    view! {
        <tr>
            {cells}
            <td class="screen-only">
                <Acts open members=one.members name moved />
            </td>
        </tr>
    }
}

/// A place that the directory does not describe here, as it was when it was added; and why, in place of its hours.
fn row_as_added(trace: &PlaceTrace, why: &str) -> text::Row {
    let address = [trace.address.as_str(), trace.commune.as_str()];
    let phones = trace.phone.split('|').filter(|phone| !phone.trim().is_empty());
    text::Row {
        address: address.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        phones: phones.map(format::phone).collect(),
        hours: why.to_owned(),
    }
}

/// What one reads of a place.
#[component]
fn Cells(
    /// Its name.
    name: String,
    /// The rest of the row.
    row: text::Row,
    /// Its sheet; none when the directory no longer has it.
    href: Option<String>,
) -> impl IntoView {
    let name = match href {
        Some(href) => view! { <a href=href>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    let phones =
        row.phones.into_iter().map(|phone| view! { <span class="listed__phone">{phone}</span> }).collect_view();
    view! {
        <th scope="row">{name}</th>
        <td>{row.address}</td>
        <td>{phones}</td>
        <td>{row.hours}</td>
    }
}

/// Up, down, out.
#[component]
fn Acts(
    /// The list.
    open: OpenList,
    /// The members that lead to the place.
    members: Vec<RecordId>,
    /// What the place is called.
    name: Signal<String>,
    /// What is said of the one that was just moved.
    moved: Moved,
) -> impl IntoView {
    let first = StoredValue::new(members.first().cloned());
    let members = StoredValue::new(members);
    let position = Memo::new(move |_| {
        first.with_value(|first| {
            open.listed.with(|listed| listed.iter().position(|one| one.members.first() == first.as_ref()))
        })
    });
    let last = Memo::new(move |_| open.listed.with(|listed| listed.len().saturating_sub(1)));
    let id = move |act: &str| {
        first.with_value(|first| first.as_ref().map(|first| format!("{act}-{first}")).unwrap_or_default())
    };
    let shift = move |to: Option<usize>, act: &'static str| {
        let (Some(from), Some(to)) = (position.get_untracked(), to) else { return };
        let changes = open.list.with_untracked(|list| {
            let listed = |listed: &Vec<ListedPlace>| Some(move_to(list.as_ref()?, listed, from, to));
            open.listed.with_untracked(listed)
        });
        let focus = id(act);
        let said = text::moved(&name.get_untracked(), to, last.get_untracked() + 1);
        open.saver.save_then(changes.unwrap_or_default(), move || {
            // One may have left the page.
            let _ = moved.try_set(said);
            // The row that moves lets the focus go.
            request_animation_frame(move || dom::focus_in_place(&focus));
        });
    };
    let is_first = move || position.get() == Some(0);
    let is_last = move || position.get() == Some(last.get());
    let up = move |_| shift(position.get_untracked().and_then(|position| position.checked_sub(1)), "monter");
    let down = move |_| shift(position.get_untracked().map(|position| position + 1), "descendre");
    let of = move || name.with(|name| format!("\u{a0}: {name}"));
    view! {
        <div class="listed__acts">
            <button type="button" class="button button--plain" id=id("monter") aria-disabled=move || is_first().to_string() on:click=up>
                "Monter"
                <span class="visually-hidden">{of}</span>
            </button>
            <button type="button" class="button button--plain" id=id("descendre") aria-disabled=move || is_last().to_string() on:click=down>
                "Descendre"
                <span class="visually-hidden">{of}</span>
            </button>
            <button type="button" class="button button--plain" on:click=move |_| take_away(open, &members.get_value(), &name.get_untracked())>
                "Retirer"
                <span class="visually-hidden">{of}</span>
            </button>
        </div>
    }
}

/// Takes a place out of the list; it may be put back where it was.
fn take_away(open: OpenList, members: &[RecordId], name: &str) {
    let changes = open.list.with_untracked(|list| list.as_ref().map(|list| list_change::remove(list, members)));
    let done = Undoable {
        title: format!("«\u{202f}{name}\u{202f}» est retiré de la liste"),
        body: String::new(),
        take_back: "Annuler",
        taken_back: "Lieu remis",
    };
    let then = || request_animation_frame(dom::focus_heading);
    open.saver.save_undoable(changes.unwrap_or_default(), done, then);
}
