//! Cards that leave this device: each file says that it holds people.

use super::known::Known;
use crate::domain::network::card::Card;
use crate::exchange::scope::Scope;
use crate::exchange::vcard::{VCard, to_vcf};
use crate::text::network as words;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::hand_over::hand_over_now;
use crate::ui::pages::data::PersonalExport;
use leptos::prelude::*;
use std::sync::Arc;

/// Prepares a file for an address book.
#[component]
pub fn AddressBookButton(
    /// The network.
    known: Known,
    /// The cards that it holds, followed.
    #[prop(into)]
    cards: Signal<Vec<Arc<Card>>>,
    /// What the button says.
    label: &'static str,
    /// The name of the file.
    #[prop(default = words::ALL_FILE)]
    name: &'static str,
) -> impl IntoView {
    let prepare = move |_| {
        let cards: Vec<VCard> = cards.with_untracked(|cards| cards.iter().map(|card| words::vcard(card)).collect());
        hand_over_now(known.messages, name, "text/vcard", to_vcf(&cards).as_bytes());
    };
    view! {
        <button type="button" class="button" on:click=prepare>
            <Pictogram icon=Icon::Download />
            {label}
        </button>
    }
}

/// The file of the cards, for another device.
#[component]
pub fn CardsFile(
    /// The network.
    known: Known,
) -> impl IntoView {
    view! {
        <div class="screen-only">
            <PersonalExport
                section="fichier-cartes"
                heading="Transmettre les cartes à un autre appareil"
                does="Un fichier à ouvrir dans Repères sur un autre poste\u{a0}: il y ajoute les cartes, et y efface celles qui ont été retirées."
                advice="Remettez-le seulement à une personne du réseau ou de l’équipe de formation."
                scope=Scope::Cards { on: known.today }
            />
        </div>
    }
}
