//! Around every page: the header, the messages, the foot, and what happens when the address changes.

use super::app::Address;
use super::components::{Curtain, Icon, Mark, MessageList, Messages, Notice, Pictogram, Tone, Veil};
use super::faults;
use super::pages::Screen;
use crate::browser::offline::{self, Readiness};
use crate::browser::{clock, dom, location};
use crate::domain::directory::edition::DirectorySource;
use crate::route::Route;
use crate::route::programme::ProgrammeRoute;
use crate::state::AppState;
use crate::storage::StorageError;
use crate::text::backup;
use leptos::prelude::*;
use leptos::task::spawn_local;

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
    let state = AppState::expect();
    Effect::new(move |_| dom::mark_unsaved(state.has_unsaved() || state.halt() == Some(StorageError::Lost)));
    let veil = RwSignal::new(Veil::default());
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        dom::focus("contenu");
    };
    // A file dropped beside the place that waits for one must not take the application's place.
    let keep_here = |event: leptos::ev::DragEvent| event.prevent_default();
    // What everybody sees stands alone: no menu, nothing to announce, no number of what is not backed up.
    let is_bare = Memo::new(move |_| route.with(Route::is_public));
    let is_framed = move || !is_bare.get();
    view! {
        <div class="shell" class:shell--bare=is_bare on:dragover=keep_here on:drop=keep_here>
            <Show when=is_framed>
                <a class="skip" href="#contenu" on:click=skip>
                    "Aller au contenu"
                </a>
                <Header veil />
            </Show>
            <main class="content" id="contenu" tabindex="-1">
                <Show when=is_framed>
                    <UpdateOffer />
                    <Standing />
                    <MessageList />
                </Show>
                <Screen />
            </main>
            <Show when=is_framed>
                <Footer />
            </Show>
            <Curtain veil />
        </div>
    }
}

/// What does not come back with the records.
fn written_again(state: AppState) -> &'static str {
    if state.with_tables_now(DirectorySource::all).is_empty() {
        ""
    } else {
        "Les lieux de l’annuaire, eux, se reprennent depuis leur fichier."
    }
}

/// The mark, the menu, the state of the backup and what hides the screen.
#[component]
fn Header(
    /// Whether the curtain is down.
    veil: RwSignal<Veil>,
) -> impl IntoView {
    let state = AppState::expect();
    let is_shared = move || state.preferences().shared_computer;
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
                        <MenuEntry to=Route::directory() label="Annuaire" />
                        <MenuEntry to=ProgrammeRoute::Home label="Formation" />
                        <MenuEntry to=Route::Data label="Données" />
                        <MenuEntry to=Route::Help label="Aide" />
                    </ul>
                </nav>
                <BackupState />
                <div class="masthead__acts">
                    <Show when=is_shared>
                        <a class="button button--plain" href=Route::EndOfSession.to_hash()>
                            "Fin de séance"
                        </a>
                    </Show>
                    <button
                        type="button"
                        class="button button--plain masthead__hide"
                        aria-label="Masquer l’écran"
                        title="Masquer l’écran"
                        on:click=move |_| veil.set(Veil::Down)
                    >
                        <Pictogram icon=Icon::Hide />
                    </button>
                </div>
            </div>
        </header>
    }
}

/// One entry of the menu, marked when it is where one is.
#[component]
fn MenuEntry(
    /// Where it leads.
    #[prop(into)]
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
    let sentence = move || backup::glance(state.changes_since_backup(), state.backed_up_at_ms().is_some());
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
    // The page will reload: what could not be stored would go with it.
    let waiting = move || state.readiness.get() == Readiness::UpdateWaiting && !state.has_unsaved();
    view! {
        <div class="screen-only" role="status">
            <Show when=waiting>
                <Notice tone=Tone::Info title="Une nouvelle version de Repères est prête">
                    <p>"Vos données sont déjà enregistrées. La page se rechargera en quelques secondes."</p>
                    <button type="button" class="button" on:click=|_| offline::accept_update()>
                        "Mettre à jour maintenant"
                    </button>
                </Notice>
            </Show>
        </div>
    }
}

/// What every screen must say: this page no longer writes, or space is short. The region exists before.
#[component]
fn Standing() -> impl IntoView {
    let state = AppState::expect();
    let messages = Messages::expect();
    let write_again = move |_| {
        spawn_local(async move {
            match state.write_all_again().await {
                Ok(()) => {
                    messages.clear_faults();
                    messages.done("Tout est enregistré à nouveau", written_again(state));
                    request_animation_frame(dom::focus_heading_if_lost);
                }
                Err(error) => messages.say(faults::storage_message(&error, Vec::new())),
            }
        });
    };
    let notice = move || {
        state.halt().map(|error| {
            let (title, body) = faults::halt_sentences(&error);
            let act = match error {
                StorageError::Lost => view! {
                    <button type="button" class="button" on:click=write_again>
                        "Tout enregistrer à nouveau ici"
                    </button>
                }
                .into_any(),
                _ => view! {
                    <button type="button" class="button" on:click=|_| location::reload()>
                        "Recharger la page"
                    </button>
                }
                .into_any(),
            };
            view! {
                <Notice tone=Tone::Fault title>
                    <p>{body}</p>
                    <div class="row">
                        {act}
                        {(error != StorageError::Emptied)
                            .then(|| view! { <a class="button" href=Route::Data.to_hash()>"Exporter ce qui est affiché"</a> })}
                    </div>
                </Notice>
            }
        })
    };
    let crowded = move || {
        (state.halt().is_none() && state.space_is_short())
            .then(|| {
                view! {
                    <Notice tone=Tone::Caution title="L’espace accordé à Repères est bientôt plein">
                        <p>
                            "Rien n’est perdu. Préparez un fichier de sauvegarde, puis retirez ce qui ne sert plus\u{a0}: d’anciens annuaires, des entretiens à supprimer."
                        </p>
                        <a class="button" href=Route::Data.to_hash()>
                            "Voir les données"
                        </a>
                    </Notice>
                }
            })
    };
    view! {
        <div class="screen-only" role="alert">{notice}</div>
        <div class="screen-only" role="status">{crowded}</div>
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
