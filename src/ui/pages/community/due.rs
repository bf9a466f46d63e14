//! Cards that are over, for « À supprimer ».

use crate::browser::{clock, dom};
use crate::domain::network::card::{Card, CardId, due, withdraw};
use crate::route::community::CommunityRoute;
use crate::state::AppState;
use crate::text::network as text;
use crate::ui::components::{CaseRow, Confirm, Messages};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The cards to erase, or whose author is to be asked again; nothing when there is none.
#[component]
pub fn DueCards() -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let cards = Memo::new(move |_| state.with_tables(|tables| due(tables, clock::today())));
    let is_empty = Memo::new(move |_| cards.with(Vec::is_empty));
    let asked = RwSignal::new(false);
    let target = RwSignal::new(None::<CardId>);
    let ask = Callback::new(move |id: CardId| {
        target.set(Some(id));
        asked.set(true);
    });
    let erase = Callback::new(move |()| {
        let Some(id) = target.get_untracked() else { return };
        let changes = state.with_tables_now(|tables| withdraw(tables, &id));
        saver.save_then(changes, move || {
            messages.done("Carte effacée", text::WITHDRAWN);
            request_animation_frame(dom::focus_heading);
        });
    });
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby="cartes-echues">
                <h2 id="cartes-echues">{move || text::due(cards.with(Vec::len))}</h2>
                <p>
                    "Elles n’apparaissent plus dans l’annuaire du réseau. Effacez-les, ou demandez à nouveau l’accord de la personne."
                </p>
                <ul role="list" class="cases">
                    <For each=move || cards.get() key=Card::clone let(card)>
                        <DueRow card ask />
                    </For>
                </ul>
            </section>
        </Show>
        // Beside what goes away with the last of them.
        <Confirm open=asked title="Effacer cette carte pour toujours\u{202f}?" accept="Effacer pour toujours" on_accept=erase>
            <p>{text::WITHDRAWING_MEANS}</p>
        </Confirm>
    }
}

/// A card that is over.
#[component]
fn DueRow(
    /// The card.
    card: Card,
    /// Asks before erasing.
    ask: Callback<CardId>,
) -> impl IntoView {
    let name = text::name_and_structure(&card);
    let of = format!("\u{a0}: {name}");
    let edit = CommunityRoute::CardEdit(card.id.clone()).to_hash();
    let sentence = text::standing(card.standing(clock::today()));
    view! {
        <CaseRow name sentence>
            <button type="button" class="button button--plain" on:click=move |_| ask.run(card.id.clone())>
                "Effacer"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
            <a class="button button--plain" href=edit>
                "Prolonger avec son accord"
                <span class="visually-hidden">{of}</span>
            </a>
        </CaseRow>
    }
}
