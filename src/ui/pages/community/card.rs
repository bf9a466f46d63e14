//! One card: what it says, until when, and how it is withdrawn.

use super::file::AddressBookButton;
use super::known::{Known, NoCard, back};
use super::row::Facts;
use crate::browser::location;
use crate::domain::network::card::{Card, CardId, Standing, open, withdraw};
use crate::route::community::CommunityRoute;
use crate::text::network as text;
use crate::ui::components::{Confirm, Fold, Page};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a card.
#[component]
pub fn CardPage(
    /// The network.
    known: Known,
    /// Which card.
    id: CardId,
) -> impl IntoView {
    let of = id.clone();
    let state = known.saver.state();
    let card = Memo::new(move |_| state.with_tables(|tables| open(tables, &of)).map(Arc::new));
    let is_here = Memo::new(move |_| card.with(Option::is_some));
    view! {
        <Show when=move || is_here.get() fallback=|| view! { <NoCard /> }>
            <Shown known card id=id.clone() />
        </Show>
    }
}

#[component]
fn Shown(
    /// The network.
    known: Known,
    /// The card, followed.
    card: Memo<Option<Arc<Card>>>,
    /// Which one.
    id: CardId,
) -> impl IntoView {
    let title = Signal::derive(move || card.with(|card| card.as_deref().map(text::name).unwrap_or_default()));
    let lead =
        Signal::derive(move || card.with(|card| card.as_ref().map(|card| text::standing(card.standing(known.today)))));
    let facts = move || {
        card.get().map(|card| {
            let session = card.met_in.as_ref().map(|id| known.session_name(id));
            let structure = [Some(card.structure.clone()).filter(|it| !it.is_empty()), session];
            view! {
                <p>{structure.into_iter().flatten().collect::<Vec<_>>().join(", ")}</p>
                <Facts card />
            }
        })
    };
    let is_current = Memo::new(move |_| {
        let standing = card.with(|card| card.as_ref().map(|card| card.standing(known.today)));
        matches!(standing, Some(Standing::Current { .. }))
    });
    let only = Signal::derive(move || card.get().into_iter().collect::<Vec<_>>());
    let edit = CommunityRoute::CardEdit(id.clone()).to_hash();
    view! {
        <Page title lead back=back()>
            <div class="card network-card">{facts}</div>
            <div class="row">
                <a class="button button--primary" href=edit>
                    "Modifier la carte"
                </a>
                <Show when=move || is_current.get()>
                    <AddressBookButton
                        known
                        cards=only
                        label="Enregistrer cette carte pour un carnet d’adresses (.vcf)"
                        name=text::ONE_FILE
                    />
                </Show>
            </div>
            <p class="hint">"Le fichier pour un carnet d’adresses contient tout ce que montre cette carte."</p>
            <Agreement card />
            <Withdrawal known id />
        </Page>
    }
}

/// What its author agreed to.
#[component]
fn Agreement(
    /// The card, followed.
    card: Memo<Option<Arc<Card>>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let said = move || card.with(|card| card.as_deref().and_then(text::consent));
    let read = move || {
        let wording = card.with(|card| Some(card.as_ref()?.consent.as_ref()?.wording.clone()))?;
        let lines = text::agreement(&wording)?.iter().map(|line| view! { <p>{*line}</p> });
        Some(lines.collect_view())
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="accord">
            <h2 id="accord">"Accord"</h2>
            <p>{said}</p>
            <Fold summary="Le texte qui a été lu" is_open>
                <div class="stack stack--tight">{read}</div>
            </Fold>
        </section>
    }
}

/// The way to withdraw an agreement.
#[component]
fn Withdrawal(
    /// The network.
    known: Known,
    /// Which card.
    id: CardId,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    let accept = Callback::new(move |()| {
        let changes = known.saver.state().with_tables_now(|tables| withdraw(tables, &id));
        let (messages, asked_at) = (known.messages, location::hash());
        known.saver.save_then(changes, move || {
            messages.done_then_leave(&asked_at, "Carte retirée", text::WITHDRAWN, &CommunityRoute::Cards.to_hash());
        });
    });
    view! {
        <section class="stack stack--tight" aria-labelledby="retirer">
            <h2 id="retirer">"Retirer la carte"</h2>
            <p>"La personne peut revenir sur son accord quand elle veut, sans donner de raison."</p>
            <p>
                <button type="button" class="button button--fault" on:click=move |_| asked.set(true)>
                    "Retirer cette carte…"
                </button>
            </p>
            <Confirm
                open=asked
                title="Retirer cette carte pour toujours\u{202f}?"
                accept="Retirer la carte"
                on_accept=accept
            >
                <p>{text::WITHDRAWING_MEANS}</p>
            </Confirm>
        </section>
    }
}
