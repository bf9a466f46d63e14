//! The pages that every screen leads to: help, preferences, personal data, accessibility.

mod accessibility;
mod help;
mod preferences;
mod privacy;

use super::NotFound;
use crate::route::Route;
use accessibility::AccessibilityPage;
use help::HelpPage;
use leptos::prelude::*;
use preferences::PreferencesPage;
use privacy::PrivacyPage;

/// The screen of an address of this family.
pub fn show(route: Route) -> AnyView {
    match route {
        Route::Help => view! { <HelpPage /> }.into_any(),
        Route::Preferences => view! { <PreferencesPage /> }.into_any(),
        Route::Privacy => view! { <PrivacyPage /> }.into_any(),
        Route::Accessibility => view! { <AccessibilityPage /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}
