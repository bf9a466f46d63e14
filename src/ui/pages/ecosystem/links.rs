//! How an actor is linked to others, both ways.

use super::known::Known;
use super::link_form::{KIND, LinkForm};
use crate::browser::dom;
use crate::domain::ecosystem::known::{Ecosystem, KnownLink};
use crate::domain::ecosystem::model::ActorId;
use crate::domain::ecosystem::{change, decode};
use crate::records::{ChangeSet, Key, RecordId};
use crate::route::Route;
use crate::text::ecosystem as text;
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;

const ADD: &str = "ajouter-lien";

/// One line: what is done, for or by whom, since when.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    what: &'static str,
    other: ActorId,
    name: String,
    period: Option<String>,
    /// The record of a link that somebody added.
    record: Option<RecordId>,
}

impl Line {
    fn of(ecosystem: &Ecosystem, known: &KnownLink, seen_from: &ActorId) -> Self {
        let link = &known.link;
        let (what, other) = match link.from == *seen_from {
            true => (text::does(link.kind), &link.to),
            false => (text::receives(link.kind), &link.from),
        };
        Self {
            what,
            other: other.clone(),
            name: ecosystem.name(other).to_owned(),
            period: text::period(link.since, link.until),
            record: known.record.clone(),
        }
    }
}

/// The links of an actor, and the way to add one.
#[component]
pub fn Links(
    /// What is known.
    known: Known,
    /// The actor.
    id: ActorId,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        request_animation_frame(|| dom::focus(KIND));
    };
    let close = Callback::new(move |()| {
        // One may have left the page meanwhile.
        let _ = is_open.try_set(false);
        request_animation_frame(|| dom::focus_in_place(ADD));
    });
    let id = StoredValue::new(id);
    let lines = Memo::new(move |_| {
        id.with_value(|id| {
            known.with(|ecosystem| {
                let all = ecosystem.links_from(id).chain(ecosystem.links_to(id));
                all.map(|link| Line::of(ecosystem, link, id)).collect::<Vec<_>>()
            })
        })
    });
    view! {
        <section class="stack" aria-labelledby="liens">
            <h2 id="liens">"Liens avec d’autres acteurs"</h2>
            <Show
                when=move || lines.with(|lines| !lines.is_empty())
                fallback=|| view! { <p>"Aucun lien connu."</p> }
            >
                <ul role="list" class="relations">
                    <For each=move || lines.get() key=Clone::clone let(line)>
                        <LinkLine line />
                    </For>
                </ul>
            </Show>
            <div class="screen-only">
                <Show
                    when=move || is_open.get()
                    fallback=move || {
                        view! {
                            <button type="button" class="button" id=ADD on:click=open>
                                "Ajouter un lien"
                            </button>
                        }
                    }
                >
                    <LinkForm known from=id.get_value() close />
                </Show>
            </div>
        </section>
    }
}

/// One link; those that people added may be removed.
#[component]
fn LinkLine(
    /// The link.
    line: Line,
) -> impl IntoView {
    let Line { what, other, name, period, record } = line;
    let of = format!("\u{a0}: {what} {name}");
    view! {
        <li class="row">
            <span>
                {what} "\u{a0}: " <a href=Route::Actor(other).to_hash()>{name}</a>
                {period.map(|period| format!(", {period}"))}
            </span>
            {record.map(|record| view! { <RemoveLink record of /> })}
        </li>
    }
}

fn acting_on(record: &RecordId, act: impl FnOnce(&Key) -> ChangeSet) -> ChangeSet {
    decode::link_key(record).map(|key| act(&key)).unwrap_or_default()
}

/// Removes a link, which may be taken back.
#[component]
fn RemoveLink(
    /// Its record.
    record: RecordId,
    /// Which one, for those who do not see the line.
    of: String,
) -> impl IntoView {
    let saver = Saver::expect();
    let remove = move |_| {
        let done = Undoable {
            title: "Lien retiré".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Lien rétabli",
        };
        saver.save_undoable(acting_on(&record, change::delete), done, || request_animation_frame(dom::focus_heading));
    };
    view! {
        <button type="button" class="button button--plain screen-only" on:click=remove>
            "Retirer ce lien"
            <span class="visually-hidden">{of}</span>
        </button>
    }
}
