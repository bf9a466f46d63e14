//! What this browser remembers about its use.

use crate::state::AppState;
use crate::ui::components::Page;
use leptos::prelude::*;

/// The preferences of this browser.
#[component]
pub fn PreferencesPage() -> impl IntoView {
    let state = AppState::expect();
    let digits = move || state.preferences().digit_shortcuts;
    let set_digits = move |event| {
        let wanted = event_target_checked(&event);
        state.set_preferences(|preferences| preferences.digit_shortcuts = wanted);
    };
    let shared = move || state.preferences().shared_computer;
    let set_shared = move |event| {
        let wanted = event_target_checked(&event);
        state.set_preferences(|preferences| preferences.shared_computer = wanted);
    };
    view! {
        <Page title="Préférences" lead="Ces réglages restent dans ce navigateur. Ils ne changent rien à vos données.">
            <fieldset class="group stack stack--tight">
                <legend>"Clavier"</legend>
                <label class="choice">
                    <input type="checkbox" prop:checked=digits on:change=set_digits />
                    <span>"Répondre aux questions avec les chiffres du clavier"</span>
                </label>
                <p class="hint">
                    "Un chiffre choisit la réponse qui porte ce numéro. Sans ce réglage, les flèches et la barre d’espace suffisent."
                </p>
            </fieldset>
            <fieldset class="group stack stack--tight">
                <legend>"Ordinateur partagé"</legend>
                <label class="choice">
                    <input type="checkbox" prop:checked=shared on:change=set_shared />
                    <span>"D’autres personnes utilisent cet ordinateur"</span>
                </label>
                <p class="hint">
                    "L’écran se masque après 5 minutes sans activité, et « Fin de séance » reste à portée en haut de chaque page."
                </p>
            </fieldset>
            <section class="stack stack--tight" aria-labelledby="poste">
                <h2 id="poste">"Ce poste"</h2>
                <p>
                    "Dans les fichiers que vous exportez, ce poste s’appelle «\u{202f}"
                    <strong>{state.device().to_string()}</strong> "\u{202f}»."
                </p>
            </section>
        </Page>
    }
}
