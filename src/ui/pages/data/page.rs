//! What this device keeps, and what may be done with all of it.

use super::backup::{Backup, BackupSection};
use super::import::ImportSection;
use super::unreadable::UnreadableSection;
use super::wipe::WipeSection;
use crate::browser::dom::{Delivery, delivery};
use crate::route::Route;
use crate::state::AppState;
use crate::text;
use crate::ui::components::{Icon, Notice, Page, Pictogram, Tone};
use crate::ui::pages::check::ToCheckNotice;
use leptos::prelude::*;

/// The page about all the data.
#[component]
pub fn DataPage() -> impl IntoView {
    let backup = Backup::new();
    view! {
        <Page title="Données" lead="Garder dans un fichier ce que cet appareil contient, le reprendre ailleurs, ou tout effacer.">
            <Whereabouts />
            <Keeping />
            <ToCheckNotice />
            <UnreadableSection />
            <BackupSection backup />
            <ImportSection />
            <More />
            <WipeSection backup />
        </Page>
    }
}

/// What the browser promises: whether it may clear these data by itself, and how much room is left.
#[component]
fn Keeping() -> impl IntoView {
    let state = AppState::expect();
    let kept = LocalResource::new(move || async move { (state.is_kept().await, state.share_used().await) });
    let sentence = move || kept.get().map(|(is_kept, used)| text::backup::keeping(is_kept, used));
    view! {
        <p class="hint" role="status">
            {sentence}
        </p>
    }
}

/// What is done less often, each on its own screen.
#[component]
fn More() -> impl IntoView {
    let state = AppState::expect();
    let points = Memo::new(move |_| state.points().len());
    view! {
        <section class="stack" aria-labelledby="autres">
            <h2 id="autres">"Autres actions"</h2>
            <ul role="list" class="grid">
                <MoreCard
                    to=Route::Share
                    icon=Icon::Upload
                    name="Partager une partie"
                    what="Les entretiens, avec ou sans les notes\u{202f}; la formation\u{202f}; les cartes du réseau\u{202f}; l’annuaire\u{202f}; les résultats regroupés."
                    go="Choisir quoi partager"
                />
                <MoreCard
                    to=Route::Points
                    icon=Icon::Back
                    name="Points de retour"
                    what=Signal::derive(move || text::backup::points(points.get()))
                    go="Annuler un import, revenir en arrière"
                />
                <MoreCard
                    to=Route::ToDelete
                    icon=Icon::Calendar
                    name="Durée de conservation"
                    what="Ce qui a été gardé assez longtemps, et la règle de votre organisation."
                    go="Voir ce qui est à supprimer"
                />
                <MoreCard
                    to=Route::EndOfSession
                    icon=Icon::Check
                    name="Fin de séance"
                    what="Sur un ordinateur que d’autres utilisent\u{a0}: sauvegarder, puis tout faire oublier à ce navigateur."
                    go="Terminer la séance"
                />
            </ul>
        </section>
    }
}

/// One of these screens.
#[component]
fn MoreCard(
    /// Where it is.
    to: Route,
    /// Its pictogram.
    icon: Icon,
    /// Its name.
    name: &'static str,
    /// What is done there, or how it stands.
    #[prop(into)]
    what: Signal<String>,
    /// What a click does.
    go: &'static str,
) -> impl IntoView {
    view! {
        <li>
            <a class="card card--flat card--link glance" href=to.to_hash()>
                <Pictogram icon=icon />
                <h3>{name}</h3>
                <span>{what}</span>
                <span class="card__go">{go}</span>
            </a>
        </li>
    }
}

/// Where the data live: the single file keeps nothing on its key.
#[component]
fn Whereabouts() -> impl IntoView {
    match delivery() {
        Delivery::File => view! {
            <Notice tone=Tone::Caution title="Vos données sont dans le navigateur de cet ordinateur, pas sur la clé">
                <p>
                    "Si vous ouvrez ce fichier sur un autre ordinateur, il paraîtra vide. Avant de partir, préparez un fichier de sauvegarde et enregistrez-le sur la clé."
                </p>
            </Notice>
        }
        .into_any(),
        Delivery::Web => view! {
            <p>
                "Vos données sont dans ce navigateur, sur cet appareil, et nulle part ailleurs. Un nettoyage du navigateur peut les effacer : le fichier de sauvegarde, lui, reste."
            </p>
        }
        .into_any(),
    }
}
