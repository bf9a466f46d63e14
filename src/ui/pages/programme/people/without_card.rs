//! Those who are registered in a session and have no card yet, for the cards of that session.

use crate::domain::network::card;
use crate::domain::programme::id::{ProfessionalId, SessionId};
use crate::domain::programme::person::Professional;
use crate::domain::programme::registration::Registration;
use crate::records::Tables;
use crate::route::community::CommunityRoute;
use crate::state::AppState;
use crate::text::programme_people as text;
use leptos::prelude::*;

/// A link to the form for each; nothing when there is nobody.
#[component]
pub fn PeopleWithoutCard(
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let state = AppState::expect();
    let of = id.clone();
    let people = Memo::new(move |_| state.with_tables(|tables| without_card(tables, &of)));
    let is_empty = Memo::new(move |_| people.with(Vec::is_empty));
    let row = move |(person, name): (ProfessionalId, String)| {
        let to = CommunityRoute::NewFor(id.clone(), person).to_hash();
        view! {
            <li>
                <a href=to>{name}</a>
            </li>
        }
    };
    let row = StoredValue::new(row);
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack stack--tight screen-only" aria-labelledby="sans-carte">
                <h2 id="sans-carte">"Personnes inscrites sans carte"</h2>
                <p>
                    "Choisissez un nom pour préparer sa carte avec la personne. Elle est libre d’en avoir une ou non\u{a0}: ne relancez pas."
                </p>
                <ul class="network-people">
                    <For each=move || people.get() key=|one| one.clone() children=move |one| row.with_value(|row| row(one)) />
                </ul>
            </section>
        </Show>
    }
}

fn without_card(tables: &Tables, session: &SessionId) -> Vec<(ProfessionalId, String)> {
    let places = Registration::all(tables).filter(|place| place.session == *session && place.is_registered());
    let people = places.filter_map(|place| {
        let key = place.person.key().ok()?;
        let record = tables.live_at(&key)?;
        let person = Professional::from_record(&key.id, record);
        let is_asked = person.restricted.is_none() && card::of_person(tables, &person.id).is_none();
        is_asked.then_some(person)
    });
    let mut people: Vec<Professional> = people.collect();
    people.sort_by_cached_key(Professional::order);
    people.into_iter().map(|person| (person.id.clone(), text::name(&person))).collect()
}
