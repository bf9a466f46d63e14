//! One folder per family of screens; here, which address shows which.

mod data;
mod directory;
mod home;
mod info;
mod interview;
mod result;

use super::app::Address;
use super::components::{BackTo, Page};
use crate::route::Route;
use leptos::prelude::*;

/// The page of the present address.
#[component]
pub fn Screen() -> impl IntoView {
    let Address(route) = Address::expect();
    move || match route.get() {
        Route::Home => view! { <home::HomePage /> }.into_any(),
        Route::Data => view! { <data::DataPage /> }.into_any(),
        Route::Directory { query } => view! { <directory::DirectoryPage query /> }.into_any(),
        Route::DirectoryImport => view! { <directory::ImportPage /> }.into_any(),
        Route::DirectoryReplace(source) => view! { <directory::ImportPage replaces=source /> }.into_any(),
        Route::Place(id) => view! { <directory::PlacePage id /> }.into_any(),
        Route::Interviews => view! { <interview::InterviewsPage /> }.into_any(),
        Route::NewInterview => view! { <interview::NewInterviewPage /> }.into_any(),
        Route::Interview(id) => view! { <interview::ResumePage id /> }.into_any(),
        Route::Step(id, step, back) => view! { <interview::StepPage id step back /> }.into_any(),
        Route::Rules => view! { <result::RulesPage /> }.into_any(),
        Route::Result(id) => view! { <result::ResultPage id /> }.into_any(),
        Route::PersonSheet(id) => view! { <result::PersonSheetPage id /> }.into_any(),
        Route::ProfessionalSheet(id) => view! { <result::ProfessionalSheetPage id /> }.into_any(),
        Route::Help => view! { <info::HelpPage /> }.into_any(),
        Route::Preferences => view! { <info::PreferencesPage /> }.into_any(),
        Route::Privacy => view! { <info::PrivacyPage /> }.into_any(),
        Route::Accessibility => view! { <info::AccessibilityPage /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
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
