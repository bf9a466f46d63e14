//! The network of participants: the cards that they agreed to share, the pairs of the call at three months, and who oriented
//! to whom, as counts.

mod card;
mod directory;
mod due;
mod file;
mod known;
mod oriented;
mod pairs;
mod paper;
mod row;
mod sheets;

pub use due::DueCards;

use crate::route::Route;
use crate::route::community::CommunityRoute;
use card::CardPage;
use directory::{CardsPage, SessionCardsPage};
use known::Known;
use leptos::prelude::*;
use oriented::{NewCountPage, OrientedPage};
use pairs::PairsPage;
use paper::PaperPage;
use sheets::{EditCardPage, NewCardPage};

/// The screens of this family.
pub fn show(route: Route) -> AnyView {
    let Route::Community(route) = route else { return ().into_any() };
    let known = Known::read();
    match route {
        CommunityRoute::Cards => view! { <CardsPage known /> }.into_any(),
        CommunityRoute::Session(id) => view! { <SessionCardsPage known id /> }.into_any(),
        CommunityRoute::NewCard => view! { <NewCardPage known session=None person=None /> }.into_any(),
        CommunityRoute::NewIn(id) => view! { <NewCardPage known session=Some(id) person=None /> }.into_any(),
        CommunityRoute::NewFor(id, person) => {
            view! { <NewCardPage known session=Some(id) person=Some(person) /> }.into_any()
        }
        CommunityRoute::Card(id) => view! { <CardPage known id /> }.into_any(),
        CommunityRoute::CardEdit(id) => view! { <EditCardPage known id /> }.into_any(),
        CommunityRoute::Pairs => view! { <PairsPage known /> }.into_any(),
        CommunityRoute::Oriented => view! { <OrientedPage known /> }.into_any(),
        CommunityRoute::NewCount => view! { <NewCountPage /> }.into_any(),
        CommunityRoute::Paper(session) => view! { <PaperPage known session /> }.into_any(),
    }
}
