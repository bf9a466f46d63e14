//! Around every page: the header, the messages, the foot, and what happens when the address changes.

use super::app::Address;
use super::components::{Icon, Mark, MessageList, Messages, Notice, Pictogram, Tone};
use super::pages::Screen;
use crate::browser::offline::{self, Readiness};
use crate::browser::{clock, dom};
use crate::route::Route;
use crate::state::AppState;
use crate::text::format;
use leptos::prelude::*;

/// The page of the present address, with its surroundings.
#[component]
pub fn Shell() -> impl IntoView {
    let Address(route) = Address::expect();
    let messages = Messages::expect();
    // On arrival at another screen the focus goes to its heading, as when a page loads; not at the first one.
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| !before.same_screen(&now)) {
            messages.clear_news();
            request_animation_frame(dom::focus_heading);
        }
        now
    });
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        dom::focus("contenu");
    };
    view! {
        <div class="shell">
            <a class="skip" href="#contenu" on:click=skip>
                "Aller au contenu"
            </a>
            <Header />
            <main class="content" id="contenu" tabindex="-1">
                <UpdateOffer />
                <MessageList />
                <Screen />
            </main>
            <Footer />
        </div>
    }
}

/// The mark, the menu and the state of the backup.
#[component]
fn Header() -> impl IntoView {
    view! {
        <header class="masthead" role="banner">
            <div class="masthead__inner">
                <a class="brand" href=Route::Home.to_hash()>
                    <Mark />
                    "Repères"
                </a>
                <nav class="menu" aria-label="Menu principal">
                    <ul role="list">
                        <MenuEntry to=Route::Home label="Accueil" />
                        <MenuEntry to=Route::Interviews label="Entretiens" />
                        <MenuEntry to=Route::Directory { query: String::new() } label="Annuaire" />
                        <MenuEntry to=Route::Data label="Données" />
                        <MenuEntry to=Route::Help label="Aide" />
                    </ul>
                </nav>
                <BackupState />
            </div>
        </header>
    }
}

/// One entry of the menu, marked when it is where one is.
#[component]
fn MenuEntry(
    /// Where it leads.
    to: Route,
    /// Its name.
    label: &'static str,
) -> impl IntoView {
    let Address(route) = Address::expect();
    let href = to.to_hash();
    let current = Memo::new(move |_| route.with(|route| route.section() == to.section()));
    let mark = move || current.get().then_some("true");
    view! {
        <li>
            <a href=href aria-current=mark>
                {label}
            </a>
        </li>
    }
}

/// What would be lost with this browser: the changes made since a backup file arrived.
#[component]
fn BackupState() -> impl IntoView {
    let state = AppState::expect();
    let sentence = move || {
        let preferences = state.preferences();
        match (preferences.changes_since_backup, preferences.backed_up_at_ms) {
            (0, None) => "Aucune donnée à sauvegarder".to_owned(),
            (0, Some(_)) => "Tout est sauvegardé dans un fichier".to_owned(),
            (count, None) => {
                format::count(count.into(), "modification jamais sauvegardée", "modifications jamais sauvegardées")
            }
            (count, Some(_)) => {
                format::count(count.into(), "modification depuis la sauvegarde", "modifications depuis la sauvegarde")
            }
        }
    };
    view! {
        <a class="backup-state" href=Route::Data.to_hash()>
            <Pictogram icon=Icon::Download />
            <span>{sentence}</span>
        </a>
    }
}

/// A newer version is kept and waits for the person's agreement.
#[component]
fn UpdateOffer() -> impl IntoView {
    let state = AppState::expect();
    let waiting = move || state.readiness.get() == Readiness::UpdateWaiting;
    view! {
        <Show when=waiting>
            <Notice tone=Tone::Info title="Une nouvelle version de Repères est prête">
                <p>"Vos données sont déjà enregistrées. La page se rechargera en quelques secondes."</p>
                <button type="button" class="button" on:click=|_| offline::accept_update()>
                    "Mettre à jour maintenant"
                </button>
            </Notice>
        </Show>
    }
}

/// The pages that every screen leads to, and what may be promised about working without network.
#[component]
fn Footer() -> impl IntoView {
    let state = AppState::expect();
    let readiness = move || match state.readiness.get() {
        Readiness::Unknown => "",
        Readiness::Ready | Readiness::UpdateWaiting => "Prêt hors connexion",
        Readiness::SingleFile => {
            "Fichier autonome\u{a0}: vos données restent dans le navigateur de cet ordinateur, pas sur la clé"
        }
    };
    let year = clock::today().format("%Y").to_string();
    view! {
        <footer class="footer" role="contentinfo">
            <div class="footer__inner">
                <nav aria-label="Informations">
                    <ul role="list">
                        <li>
                            <a href=Route::Preferences.to_hash()>"Préférences"</a>
                        </li>
                        <li>
                            <a href=Route::Privacy.to_hash()>"Données personnelles"</a>
                        </li>
                        <li>
                            <a href=Route::Accessibility.to_hash()>"Accessibilité\u{a0}: non conforme"</a>
                        </li>
                    </ul>
                </nav>
                <p class="row" role="status">
                    {move || (!readiness().is_empty()).then(|| view! { <Pictogram icon=Icon::Check /> })}
                    <span>{readiness}</span>
                </p>
                <p>{format!("Repères {} – {year}", env!("CARGO_PKG_VERSION"))}</p>
            </div>
        </footer>
    }
}
