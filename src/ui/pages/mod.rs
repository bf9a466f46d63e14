//! One folder per family of screens; here, which address shows which.

mod book;
mod check;
mod community;
mod data;
mod directory;
mod ecosystem;
mod evaluation;
mod exercise;
mod home;
mod info;
mod interview;
mod pieces;
mod programme;
mod result;
mod teaching;

use super::app::Address;
use super::components::{BackTo, Page};
use crate::route::Route;
use leptos::prelude::*;
use pieces::{Family, Later, Pieces};

/// The page of the present address.
#[component]
pub fn Screen() -> impl IntoView {
    let Address(route) = Address::expect();
    let pieces = Pieces::fetch_all(route.with_untracked(Family::of));
    move || {
        let route = route.get();
        if let Some(family) = Family::of(&route) {
            return view! { <Later pieces family route /> }.into_any();
        }
        match route {
            Route::Home => view! { <home::HomePage /> }.into_any(),
            _ => view! { <NotFound /> }.into_any(),
        }
    }
}

/// An address that leads nowhere.
#[component]
fn NotFound() -> impl IntoView {
    let back = BackTo::new(Route::Home, "Accueil");
    view! {
        <Page title="Cette page n’existe pas" back>
            <p>"L’adresse a peut-être été mal recopiée. Vos données ne sont pas en cause."</p>
        </Page>
    }
}
