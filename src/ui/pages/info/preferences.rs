//! What this browser remembers about its use.

use crate::domain::exercise::debrief::Threshold;
use crate::domain::exercise::kiosk::Inactivity;
use crate::state::AppState;
use crate::text::{exercise, exercise_kiosk};
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
                    "L’écran se masque après 5\u{a0}minutes sans activité, et « Fin de séance » reste à portée en haut de chaque page."
                </p>
            </fieldset>
            <ThresholdChoice />
            <InactivityChoice />
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

/// From how many participants a group is shown.
#[component]
fn ThresholdChoice() -> impl IntoView {
    let state = AppState::expect();
    let kept = move || state.preferences().threshold.number().to_string();
    let choose = move |event| {
        if let Ok(number) = event_target_value(&event).parse() {
            state.set_preferences(|preferences| preferences.threshold = Threshold::new(number));
        }
    };
    let option = |number: u8| {
        let is_kept = move || usize::from(number) == untrack(|| state.preferences().threshold.number());
        view! {
            <option value=number.to_string() selected=is_kept>
                {number.to_string()}
            </option>
        }
    };
    view! {
        <fieldset class="group stack stack--tight">
            <legend>"Petits groupes"</legend>
            <div class="field">
                <label for="seuil">"Montrer les réponses d’un groupe à partir de"</label>
                <p class="hint" id="seuil-aide">
                    {move || exercise::threshold(state.preferences().threshold)}
                </p>
                <select
                    class="input input--short"
                    id="seuil"
                    aria-describedby="seuil-aide"
                    prop:value=kept
                    on:change=choose
                >
                    {(Threshold::MIN..=Threshold::MAX).map(option).collect_view()}
                </select>
            </div>
        </fieldset>
    }
}

/// How long a participant's page waits on a tablet that goes from hand to hand.
#[component]
fn InactivityChoice() -> impl IntoView {
    let state = AppState::expect();
    let kept = move || u8::from(state.preferences().inactivity).to_string();
    let choose = move |event| {
        if let Ok(minutes) = event_target_value(&event).parse::<u8>() {
            state.set_preferences(|preferences| {
                preferences.inactivity = minutes.into();
                // One's own device keeps no exercise for whoever comes next.
                preferences.room = preferences.room.filter(|_| preferences.inactivity.is_on());
            });
        }
    };
    let option = |one: Inactivity| {
        let is_kept = move || one == untrack(|| state.preferences().inactivity);
        view! {
            <option value=u8::from(one).to_string() selected=is_kept>
                {exercise_kiosk::inactivity(one)}
            </option>
        }
    };
    view! {
        <fieldset class="group stack stack--tight">
            <legend>"Tablette partagée pendant un exercice"</legend>
            <div class="field">
                <label for="inactivite">"Sans activité, revenir à la page du ticket"</label>
                <p class="hint" id="inactivite-aide">
                    {exercise_kiosk::INACTIVITY_HINT}
                </p>
                <select
                    class="input"
                    id="inactivite"
                    aria-describedby="inactivite-aide"
                    prop:value=kept
                    on:change=choose
                >
                    {Inactivity::ALL.map(option).collect_view()}
                </select>
            </div>
        </fieldset>
    }
}
