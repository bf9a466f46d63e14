//! Making this browser forget everything: the question, the act and what it cannot reach, the same here and in
//! « Fin de séance ».

use super::backup::Backup;
use crate::browser::dom::{Delivery, delivery};
use crate::browser::{location, offline};
use crate::exchange::backup::Held;
use crate::route::Route;
use crate::state::AppState;
use crate::text;
use crate::text::wipe::{OUT_OF_REACH, Wiped};
use crate::ui::components::{Confirm, Icon, Messages, Pictogram};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was to be wiped, and whether it is.
pub type Outcome = Vec<(Wiped, bool)>;

/// How much goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Data,
    /// The files kept to work without network go too.
    DataAndProgram,
}

/// Wipes, and looks at what is left. Records that stay stop it: the program that could wipe them must stay too.
pub async fn wipe(state: AppState, messages: Messages, reach: Reach) -> Outcome {
    if let Err(error) = state.wipe().await {
        messages.say(faults::storage_message(&error, Vec::new()));
        return vec![(Wiped::Records, false)];
    }
    let mut outcome = vec![(Wiped::Records, true), (Wiped::Preferences, state.forget_preferences())];
    if reach == Reach::DataAndProgram && delivery() == Delivery::Web {
        outcome.push((Wiped::Program, offline::forget().await));
        state.readiness.set(offline::Readiness::Unknown);
    }
    outcome
}

/// Whether the records are still there: nothing else was wiped then.
pub fn records_stay(outcome: &Outcome) -> bool {
    outcome.contains(&(Wiped::Records, false))
}

/// Asks before wiping: says what would be lost, with a last way to keep it.
#[component]
pub fn WipeQuestion(
    /// Whether the question is being asked.
    asked: RwSignal<bool>,
    /// The question.
    title: &'static str,
    /// The button that goes ahead.
    accept: &'static str,
    /// Wipes.
    on_accept: Callback<()>,
    /// The backup of this page, proposed first.
    backup: Backup,
    /// What else to know before.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = AppState::expect();
    let held = move || state.with_tables(|tables| text::backup::held(&Held::of(tables)));
    let at_risk = move || state.changes_since_backup() > 0 || state.has_unsaved();
    let has_unreadable = move || !state.unreadable().is_empty();
    let export_first = move |_| {
        asked.set(false);
        backup.start();
    };
    view! {
        <Confirm open=asked title accept on_accept>
            <p>"Ce navigateur oubliera " <strong>{held}</strong> ", les points de retour et vos préférences. Rien ne pourra être rétabli ici."</p>
            {children.map(|children| children())}
            <Show when=at_risk>
                <p>
                    <strong>"Des modifications ne sont dans aucun fichier."</strong>
                </p>
            </Show>
            <Show when=has_unreadable>
                <p>
                    "Les éléments illisibles seront effacés aussi\u{a0}: la page «\u{202f}Données\u{202f}» permet de les exporter."
                </p>
            </Show>
            <button type="button" class="button" on:click=export_first>
                "Préparer d’abord un fichier de sauvegarde"
            </button>
        </Confirm>
    }
}

/// What no page can wipe.
#[component]
pub fn OutOfReach() -> impl IntoView {
    view! { <ul>{OUT_OF_REACH.map(|line| view! { <li>{line}</li> }).into_iter().collect_view()}</ul> }
}

/// « Vider cet appareil ».
#[component]
pub fn WipeSection(
    /// The backup of this page, proposed first.
    backup: Backup,
) -> impl IntoView {
    let (state, messages) = (AppState::expect(), Messages::expect());
    let asked = RwSignal::new(false);
    let on_accept = Callback::new(move |()| {
        spawn_local(async move {
            let outcome = wipe(state, messages, Reach::Data).await;
            if !records_stay(&outcome) {
                let body = match delivery() {
                    Delivery::Web => text::wipe::summary_without_program(&outcome),
                    Delivery::File => text::wipe::summary(&outcome),
                };
                messages.done_on_arrival("Cet appareil est vidé", body);
                location::go(&Route::Home.to_hash());
            }
        });
    });
    view! {
        <section class="stack" aria-labelledby="vider">
            <h2 id="vider">"Vider cet appareil"</h2>
            <p>
                "Quand vous rendez un ordinateur partagé, ou quand ces données n’ont plus à y être. Ce navigateur oublie tout\u{202f}; les fichiers déjà exportés gardent leur contenu."
            </p>
            <div class="row">
                <button type="button" class="button button--fault" on:click=move |_| asked.set(true)>
                    <Pictogram icon=Icon::Trash />
                    "Vider cet appareil…"
                </button>
            </div>
            <WipeQuestion asked title="Vider cet appareil\u{202f}?" accept="Vider cet appareil" on_accept backup>
                <p>"Ne seront pas atteints\u{a0}:"</p>
                <OutOfReach />
            </WipeQuestion>
        </section>
    }
}
