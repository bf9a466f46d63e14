//! Making this device forget everything.

use super::backup::Backup;
use crate::browser::location;
use crate::exchange::backup::Held;
use crate::route::Route;
use crate::state::AppState;
use crate::text;
use crate::ui::components::{Confirm, Icon, Messages, Pictogram};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What wiping does and does not reach, and the act.
#[component]
pub fn WipeSection(
    /// The backup of this page, proposed first.
    backup: Backup,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    view! {
        <section class="stack" aria-labelledby="vider">
            <h2 id="vider">"Vider cet appareil"</h2>
            <p>
                "Quand vous rendez un ordinateur partagé, ou quand ces données n’ont plus à y être. Ce navigateur oublie tout ; les fichiers déjà exportés gardent leur contenu."
            </p>
            <div class="row">
                <button type="button" class="button button--fault" on:click=move |_| asked.set(true)>
                    <Pictogram icon=Icon::Trash />
                    "Vider cet appareil…"
                </button>
            </div>
            <WipeDialog asked backup />
        </section>
    }
}

/// The question, with a last way to keep everything.
#[component]
fn WipeDialog(
    /// Whether the question is being asked.
    asked: RwSignal<bool>,
    /// The backup of this page.
    backup: Backup,
) -> impl IntoView {
    let state = AppState::expect();
    let messages = Messages::expect();
    let held = move || state.with_tables(|tables| text::backup::held(&Held::of(tables)));
    let at_risk = move || state.preferences().changes_since_backup > 0;
    let wipe = Callback::new(move |()| {
        spawn_local(async move {
            match state.wipe().await {
                Ok(()) => {
                    messages.done_on_arrival(
                        "Cet appareil est vidé",
                        "Ce navigateur ne garde plus rien de Repères, sinon ses propres fichiers pour fonctionner sans réseau.",
                    );
                    location::go(&Route::Home.to_hash());
                }
                Err(error) => messages.say(faults::storage_message(&error, Vec::new())),
            }
        });
    });
    let export_first = move |_| {
        asked.set(false);
        backup.start();
    };
    view! {
        <Confirm open=asked title="Vider cet appareil ?" accept="Vider cet appareil" on_accept=wipe>
            <p>"Sera effacé de ce navigateur, sans retour possible : " <strong>{held}</strong> ", et vos préférences."</p>
            <p>"Ne seront pas atteints :"</p>
            <ul>
                <li>"les fichiers déjà exportés, dans vos téléchargements ou sur une clé ;"</li>
                <li>"les fiches imprimées ;"</li>
                <li>"les autres appareils."</li>
            </ul>
            <Show when=at_risk>
                <p>
                    <strong>"Des modifications ne sont dans aucun fichier."</strong>
                </p>
            </Show>
            <button type="button" class="button" on:click=export_first>
                "Préparer d’abord un fichier de sauvegarde"
            </button>
        </Confirm>
    }
}
