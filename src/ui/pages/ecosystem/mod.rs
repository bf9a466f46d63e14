//! « Qui fait quoi »: the actors, what each does, how they are linked, whom to ask for there.

mod actor;
mod actor_acts;
mod actor_form;
mod collection;
mod contact_form;
mod contact_row;
mod contacts;
mod foot;
mod hidden;
mod known;
mod link_form;
mod links;
mod list;
mod matrix;
mod network;
mod new_actor;
mod place_contacts;
mod results;
mod to_complete;

use super::NotFound;
use crate::route::Route;
use actor::ActorPage;
use known::with_known;
use leptos::prelude::*;
use list::EcosystemPage;
use matrix::MissionsPage;
use network::NetworkPage;
use new_actor::NewActorPage;
pub use place_contacts::PlaceContacts;
use to_complete::ToCompletePage;

/// The screen of an address of this family.
pub fn show(route: Route) -> AnyView {
    with_known(|known| match route {
        Route::Ecosystem { query, mission } => view! { <EcosystemPage known query mission /> }.into_any(),
        Route::NewActor => view! { <NewActorPage known /> }.into_any(),
        Route::Actor(id) => view! { <ActorPage known id /> }.into_any(),
        Route::Missions => view! { <MissionsPage known /> }.into_any(),
        Route::Network => view! { <NetworkPage known /> }.into_any(),
        Route::ToComplete => view! { <ToCompletePage known /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    })
}
