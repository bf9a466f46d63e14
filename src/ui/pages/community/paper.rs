//! The directory on paper: it says that it holds people, and what to do with it.

use super::known::{Known, back};
use crate::domain::network::card::Card;
use crate::domain::programme::id::SessionId;
use crate::text::network as text;
use crate::ui::components::Page;
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;
use std::sync::Arc;

/// The cards of a session, or all of them.
#[component]
pub fn PaperPage(
    /// The network.
    known: Known,
    /// Which session; none: the whole cycle.
    session: Option<SessionId>,
) -> impl IntoView {
    let (of, named) = (session.clone(), session);
    let cards = Memo::new(move |_| match &of {
        Some(id) => known.cards_of(Some(id)),
        None => known.cards.get(),
    });
    let name = Memo::new(move |_| match &named {
        Some(id) => known.session_name(id),
        None => "Tout le cycle".to_owned(),
    });
    let is_empty = Memo::new(move |_| cards.with(Vec::is_empty));
    let foot = text::foot(known.today, env!("CARGO_PKG_VERSION"));
    view! {
        <Page title="Annuaire du réseau" lead="Une ligne par personne qui a laissé une carte." back=back()>
            <Show
                when=move || !is_empty.get()
                fallback=|| view! { <p>"Aucune carte à imprimer pour l’instant."</p> }
            >
                <div class="row screen-only">
                    <PrintButton label="Imprimer l’annuaire" />
                    <p class="hint">{text::HOLDS_PEOPLE}</p>
                </div>
                <Paper class="network-paper" label="Aperçu de l’annuaire du réseau" foot=foot.clone()>
                    <h2>"Annuaire du réseau"</h2>
                    <p>{name} ", " {move || text::cards(cards.with(Vec::len))} "."</p>
                    <div class="table-scroll" tabindex="0" role="region" aria-label="Annuaire du réseau">
                        <table class="table network-paper__table">
                            <thead>
                                <tr>
                                    <th scope="col">"Nom et structure"</th>
                                    <th scope="col">"Peut aider"</th>
                                    <th scope="col">"Cherche"</th>
                                    <th scope="col">"Joindre"</th>
                                </tr>
                            </thead>
                            <tbody>
                                <For each=move || cards.get() key=Arc::clone children=|card| line(&card) />
                            </tbody>
                        </table>
                    </div>
                </Paper>
            </Show>
        </Page>
    }
}

fn line(card: &Card) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">
                {text::name(card)} <span class="network-paper__structure">{card.structure.clone()}</span>
            </th>
            <td class="breakable network-card__text">{card.can_help.clone()}</td>
            <td class="breakable network-card__text">{card.looks_for.clone()}</td>
            <td class="breakable">{text::reach(card)}</td>
        </tr>
    }
}
