//! The form of a card: what one agrees to is read first.

use super::known::{Known, NoCard, back};
use crate::domain::form::{Filled, InputId};
use crate::domain::network::card::{self, CARD_KIND, CardId, WORDINGS, about, field};
use crate::domain::programme::id::{ProfessionalId, SessionId};
use crate::domain::programme::person::Professional;
use crate::domain::programme::structure::Structure;
use crate::records::{Key, Tables};
use crate::route::community::CommunityRoute;
use crate::text::network as text;
use crate::ui::components::{BackTo, Named};
use crate::ui::pages::programme::sheet::{EditSheetPage, NewSheetPage, Sheet};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The sessions that one may have come to.
fn named(known: Known) -> BTreeMap<&'static str, Named> {
    let sessions = known.sessions.with_untracked(|sessions| {
        let name = |held_on| text::session(held_on);
        sessions.iter().map(|session| (session.id.as_str().to_owned(), name(session.held_on))).collect()
    });
    BTreeMap::from([(field::MET_IN, sessions)])
}

/// What one agrees to.
fn agreement() -> AnyView {
    let wording = WORDINGS.last().copied().unwrap_or_default();
    let lines = text::agreement(wording).into_iter().flatten().map(|line| view! { <p>{*line}</p> });
    view! {
        <section class="card card--flat stack stack--tight" aria-labelledby="a-lire">
            <h2 id="a-lire">"À lire avec la personne, avant d’écrire"</h2>
            {lines.collect_view()}
        </section>
    }
    .into_any()
}

/// What is proposed: a year from today; who it is and where they work when they are registered. How to reach them is theirs
/// to say.
fn proposed(known: Known, session: Option<&SessionId>, person: Option<&ProfessionalId>) -> Filled {
    let mut filled = Filled::default();
    filled.set(InputId::alone(field::UNTIL), card::proposed_until(known.today).to_string());
    filled.set(InputId::part(field::CONSENT, "on"), known.today.to_string());
    if let Some(session) = session {
        filled.set(InputId::alone(field::MET_IN), session.as_str());
    }
    let found = person.and_then(|person| known.saver.state().with_tables_now(|tables| registered(tables, person)));
    if let Some((person, structure)) = found {
        filled.set(InputId::alone(field::GIVEN_NAME), person.given_name);
        filled.set(InputId::alone(field::FAMILY_NAME), person.family_name);
        filled.set(InputId::alone(field::STRUCTURE), structure);
    }
    filled
}

fn registered(tables: &Tables, person: &ProfessionalId) -> Option<(Professional, String)> {
    let key = person.key().ok()?;
    let record = tables.live_at(&key)?;
    let person = Professional::from_record(&key.id, record);
    let structure = person.structure.as_ref().and_then(|id| {
        let key = id.key().ok()?;
        let record = tables.get(&key).filter(|record| !record.erased)?;
        Some(Structure::from_record(&key.id, record).name)
    });
    Some((person, structure.unwrap_or_default()))
}

/// A new card.
#[component]
pub fn NewCardPage(
    /// The network.
    known: Known,
    /// The session that its author came to.
    session: Option<SessionId>,
    /// Whose it is, when they are registered.
    person: Option<ProfessionalId>,
) -> impl IntoView {
    let back = match &session {
        Some(id) => BackTo::new(CommunityRoute::Session(id.clone()), "Cartes de la session"),
        None => back(),
    };
    let sheet = Sheet {
        lead: "Écrite par la personne, ou avec elle\u{a0}: rien n’est partagé sans son accord.",
        act: "Ajouter la carte",
        named: named(known),
        proposed: proposed(known, session.as_ref(), person.as_ref()),
        besides: person.map(|person| Callback::new(move |key: Key| about(&key, &person))),
        above: Some(Callback::new(|()| agreement())),
        then: Callback::new(|id| CommunityRoute::Card(CardId(id)).into()),
        ..Sheet::new(CARD_KIND, "Ajouter une carte", back, "Carte ajoutée")
    };
    view! { <NewSheetPage sheet /> }
}

/// A known card.
#[component]
pub fn EditCardPage(
    /// The network.
    known: Known,
    /// Which card.
    id: CardId,
) -> impl IntoView {
    let sheet = Sheet {
        lead: "Pour la garder plus longtemps, changez la date de fin et celle de l’accord, avec la personne.",
        named: named(known),
        above: Some(Callback::new(|()| agreement())),
        ..Sheet::new(
            CARD_KIND,
            "Modifier la carte",
            BackTo::new(CommunityRoute::Card(id.clone()), "La carte"),
            "Carte enregistrée",
        )
    };
    view! { <EditSheetPage sheet id=id.0 missing=|| view! { <NoCard /> } /> }
}
