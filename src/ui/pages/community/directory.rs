//! The cards: those of the whole cycle, or of one session.

use super::super::programme::people::PeopleWithoutCard;
use super::file::{AddressBookButton, CardsFile};
use super::known::{Known, back};
use super::row::CardRow;
use crate::domain::network::card::{self, Card};
use crate::domain::programme::id::SessionId;
use crate::route::Route;
use crate::route::community::CommunityRoute;
use crate::route::programme::ProgrammeRoute;
use crate::text::network as text;
use crate::ui::components::{BackTo, Icon, Notice, Page, Pictogram, Tone};
use leptos::prelude::*;
use std::sync::Arc;

const LEAD: &str =
    "Qui peut aider, qui cherche quoi\u{a0}: les cartes que les personnes formées ont accepté de partager.";

/// Every card of the cycle.
#[component]
pub fn CardsPage(
    /// The network.
    known: Known,
) -> impl IntoView {
    let back = BackTo::new(ProgrammeRoute::Home, "Formation");
    view! {
        <Page title="Cartes du réseau" lead=LEAD back>
            <DueNotice known />
            <NewLink to=CommunityRoute::NewCard />
            <Sessions known shown=None />
            <Cards cards=known.cards />
            <Ways known session=None />
            <CardsFile known />
        </Page>
    }
}

/// The cards of a session.
#[component]
pub fn SessionCardsPage(
    /// The network.
    known: Known,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let (named, of, shown) = (id.clone(), id.clone(), Some(id.clone()));
    let title = Signal::derive(move || format!("Cartes\u{a0}: {}", known.session_name(&named).to_lowercase()));
    let cards = Memo::new(move |_| known.cards_of(Some(&of)));
    view! {
        <Page title lead=LEAD back=back()>
            <NewLink to=CommunityRoute::NewIn(id.clone()) />
            <Sessions known shown />
            <Cards cards />
            <Ways known session=Some(id.clone()) />
            <PeopleWithoutCard id />
        </Page>
    }
}

/// The main act.
#[component]
fn NewLink(
    /// The form.
    to: CommunityRoute,
) -> impl IntoView {
    view! {
        <p class="screen-only">
            <a class="button button--primary" href=to.to_hash()>
                <Pictogram icon=Icon::Plus />
                "Ajouter une carte"
            </a>
        </p>
    }
}

/// That cards are over, first in what it concerns.
#[component]
fn DueNotice(
    /// The network.
    known: Known,
) -> impl IntoView {
    let due = Memo::new(move |_| known.saver.state().with_tables(|tables| card::due(tables, known.today).len()));
    let notice = move || {
        (due.get() > 0).then(|| {
            view! {
                <Notice tone=Tone::Caution title=text::due(due.get())>
                    <p>
                        "Leur dernier jour est passé, ou leur accord ne se lit pas. Elles n’apparaissent plus ici. "
                        <a href=Route::ToDelete.to_hash()>"Les effacer, ou demander à nouveau l’accord"</a>
                    </p>
                </Notice>
            }
        })
    };
    view! { {notice} }
}

/// The whole cycle, and each session that has cards.
#[component]
fn Sessions(
    /// The network.
    known: Known,
    /// The session that is shown; none: all of them.
    shown: Option<SessionId>,
) -> impl IntoView {
    let sessions = Memo::new(move |_| {
        let ids: Vec<SessionId> = known.sessions.with(|all| all.iter().map(|session| session.id.clone()).collect());
        let counted = ids.into_iter().map(|id| (known.cards_of(Some(&id)).len(), id));
        counted.filter(|(number, _)| *number > 0).collect::<Vec<_>>()
    });
    let is_whole = shown.is_none();
    let row = move |(number, id): (usize, SessionId)| {
        let is_shown = shown.as_ref() == Some(&id);
        let name = known.session_name(&id);
        view! {
            <li>
                <a href=CommunityRoute::Session(id).to_hash() aria-current=is_shown.then_some("page")>
                    {format!("{name}, {}", text::cards(number))}
                </a>
            </li>
        }
    };
    view! {
        <nav class="screen-only" aria-label="Cartes par session">
            <ul role="list" class="network-sessions">
                <li>
                    <a href=CommunityRoute::Cards.to_hash() aria-current=is_whole.then_some("page")>
                        {move || format!("Tout le cycle, {}", text::cards(known.cards.with(Vec::len)))}
                    </a>
                </li>
                <For each=move || sessions.get() key=|one| one.clone() children=row />
            </ul>
        </nav>
    }
}

/// The cards, or what will be there.
#[component]
fn Cards(
    /// Which ones, followed.
    cards: Memo<Vec<Arc<Card>>>,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| cards.with(Vec::is_empty));
    let empty = || {
        view! {
            <div class="empty">
                <Pictogram icon=Icon::Person />
                <h2>"Aucune carte pour l’instant"</h2>
                <p>
                    "En fin de journée, chaque personne qui le veut écrit ce sur quoi elle peut aider, ce qu’elle cherche et comment la joindre. Elle lit d’abord ce qu’elle accepte de partager, et peut retirer sa carte quand elle veut."
                </p>
            </div>
        }
    };
    view! {
        <Show when=move || !is_empty.get() fallback=empty>
            <ul role="list" class="grid">
                <For each=move || cards.get() key=Arc::clone let(card)>
                    <CardRow card />
                </For>
            </ul>
        </Show>
    }
}

/// What is made of the cards.
#[component]
fn Ways(
    /// The network.
    known: Known,
    /// The session that is shown; none: all of them.
    session: Option<SessionId>,
) -> impl IntoView {
    let paper = CommunityRoute::Paper(session.clone()).to_hash();
    let of = session.clone();
    let cards = Memo::new(move |_| match &of {
        Some(id) => known.cards_of(Some(id)),
        None => known.cards.get(),
    });
    let is_empty = Memo::new(move |_| cards.with(Vec::is_empty));
    view! {
        <section class="stack screen-only" aria-labelledby="reseau-faire">
            <h2 id="reseau-faire">"Faire vivre le réseau"</h2>
            <Show when=move || !is_empty.get()>
                <p>{text::HOLDS_PEOPLE}</p>
                <div class="row">
                    <a class="button" href=paper.clone()>
                        <Pictogram icon=Icon::Print />
                        "Imprimer l’annuaire"
                    </a>
                    <AddressBookButton known cards=cards label="Enregistrer toutes les cartes pour un carnet d’adresses (.vcf)" />
                </div>
            </Show>
            <ul class="stack stack--tight">
                <li>
                    <a href=CommunityRoute::Pairs.to_hash()>"Les binômes qui s’appellent au bout de trois mois"</a>
                </li>
                <li>
                    <a href=CommunityRoute::Oriented.to_hash()>"Qui oriente vers qui"</a>
                </li>
                {session.map(|id| {
                    let to = ProgrammeRoute::Session(id, crate::route::programme::SessionPart::Summary).to_hash();
                    view! {
                        <li>
                            <a href=to>"La page de la session"</a>
                        </li>
                    }
                })}
            </ul>
        </section>
    }
}
