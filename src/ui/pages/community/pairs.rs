//! The pairs of the call at three months, session by session.

use super::known::{Known, back};
use crate::domain::network::card::{Card, CardId};
use crate::domain::network::pairs::{Drawn, Group, draw, drawn, is_whole, keep};
use crate::domain::programme::id::SessionId;
use crate::route::community::CommunityRoute;
use crate::text::network as text;
use crate::ui::components::{Icon, Page, Pictogram};
use crate::ui::pages::result::PrintButton;
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::sync::Arc;

/// The pairs of every session.
#[component]
pub fn PairsPage(
    /// The network.
    known: Known,
) -> impl IntoView {
    let sessions = Memo::new(move |_| {
        let ids: Vec<SessionId> = known.sessions.with(|all| all.iter().map(|session| session.id.clone()).collect());
        let those = ids.into_iter().map(Some).chain([None]);
        those.filter(|session| !known.cards_of(session.as_ref()).is_empty()).collect::<Vec<Option<SessionId>>>()
    });
    let is_empty = Memo::new(move |_| sessions.with(Vec::is_empty));
    view! {
        <Page
            title="Binômes du réseau"
            lead="Deux personnes qui s’appellent au bout de trois mois pour dire ce qui a changé. Personne n’est seul\u{a0}: si le nombre est impair, un groupe compte trois personnes."
            back=back()
        >
            <Show
                when=move || !is_empty.get()
                fallback=|| {
                    view! {
                        <div class="empty">
                            <Pictogram icon=Icon::Person />
                            <h2>"Aucune carte pour l’instant"</h2>
                            <p>"Les binômes se forment entre les personnes qui ont laissé une carte."</p>
                        </div>
                    }
                }
            >
                <p class="hint">
                    "Autant que possible, deux personnes d’une même structure ne sont pas ensemble. Cette page montre des coordonnées\u{a0}: imprimée, elle se remet seulement aux personnes du réseau."
                </p>
                <div class="row screen-only">
                    <PrintButton label="Imprimer les binômes" />
                </div>
                <For each=move || sessions.get() key=|session| session.clone() let(session)>
                    <SessionPairs known session />
                </For>
            </Show>
        </Page>
    }
}

/// The pairs of a session, and how they are made.
#[component]
fn SessionPairs(
    /// The network.
    known: Known,
    /// Which one; none: the cards that name none.
    session: Option<SessionId>,
) -> impl IntoView {
    let state = known.saver.state();
    let of = session.clone();
    let cards = Memo::new(move |_| known.cards_of(of.as_ref()));
    let of = session.clone();
    let made = Memo::new(move |_| state.with_tables(|tables| drawn(tables, of.as_ref())));
    let plain = move || cards.with(|cards| cards.iter().map(|card| (**card).clone()).collect::<Vec<Card>>());
    let whole = Memo::new(move |_| made.with(|made| is_whole(&made.groups, &plain())));
    let is_possible = Memo::new(move |_| cards.with(Vec::len) > 1);
    let is_first = Memo::new(move |_| made.with(|made| made.groups.is_empty()));
    let named = session.clone();
    let name = Memo::new(move |_| match &named {
        Some(id) => known.session_name(id),
        None => "Sans session".to_owned(),
    });
    let make = move |_| {
        let groups = untrack(|| made.with(|made| draw(&plain(), &made.groups)));
        let changes = keep(session.as_ref(), &groups, known.today);
        let done = Undoable {
            title: "Binômes formés".to_owned(),
            body: String::new(),
            take_back: "Revenir aux binômes d’avant",
            taken_back: "Binômes d’avant rétablis",
        };
        known.saver.save_undoable(changes, done, || ());
    };
    let make = StoredValue::new(make);
    let stands = move || {
        made.with(|Drawn { groups, on }| match groups.len() {
            0 => "Pas encore de binômes.".to_owned(),
            number => text::pairs(number, *on),
        })
    };
    view! {
        <section class="stack stack--tight network-pairs">
            <h2>{name}</h2>
            <p class="card__meta">{stands}</p>
            <Show when=move || !is_possible.get()>
                <p>"Une seule carte\u{a0}: il en faut au moins deux."</p>
            </Show>
            <Groups cards made />
            <Show when=move || { is_possible.get() && !whole.get() }>
                <p class="screen-only">
                    <button
                        type="button"
                        class="button"
                        on:click=move |event| make.with_value(|make| make(event))
                    >
                        {move || if is_first.get() { "Former les binômes" } else { "Compléter les binômes" }}
                        <span class="visually-hidden">{move || format!("\u{a0}: {}", name.get())}</span>
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// Each group, by the cards that are still here.
#[component]
fn Groups(
    /// The cards of the session, followed.
    cards: Memo<Vec<Arc<Card>>>,
    /// The groups that are kept, followed.
    made: Memo<Drawn>,
) -> impl IntoView {
    let found = move |id: &CardId| cards.with(|cards| cards.iter().find(|card| card.id == *id).cloned());
    let groups = Memo::new(move |_| made.with(|made| made.groups.clone()));
    let group = move |group: Group| {
        let people: Vec<Arc<Card>> = group.iter().filter_map(found).collect();
        let alone = (people.len() == 1).then(|| view! { <p class="chip chip--caution">"À compléter"</p> });
        let person = |card: Arc<Card>| {
            let to = CommunityRoute::Card(card.id.clone()).to_hash();
            view! {
                <li>
                    <a href=to>{text::name_and_structure(&card)}</a>
                    <span class="card__meta network-pairs__reach">{text::reach(&card)}</span>
                </li>
            }
        };
        (!people.is_empty()).then(|| {
            view! {
                <li class="card card--flat">
                    <ul role="list" class="stack stack--tight">
                        {people.into_iter().map(person).collect_view()}
                    </ul>
                    {alone}
                </li>
            }
        })
    };
    view! {
        <ul role="list" class="grid">
            {move || groups.get().into_iter().map(group).collect_view()}
        </ul>
    }
}
