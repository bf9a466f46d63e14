//! The place chosen for an orientation, and what was agreed about going there.

use super::around::around;
use super::case::Case;
use super::place_option::{CallFirst, Phones};
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::decision::Referral;
use crate::domain::interview::rulebook::Orientation;
use crate::domain::interview::sheet::{SheetPlace, Surroundings, sheet_place};
use crate::text::nearby::Phone;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::directory::Places;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The chosen place; nothing while none is.
#[component]
pub fn Chosen(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
    /// The place chosen.
    referral: Memo<Option<Referral>>,
    /// Another place is being chosen.
    is_changing: RwSignal<bool>,
) -> impl IntoView {
    let focus = move || dom::focus_in_place(&format!("lieux-{}", orientation.id));
    let remove = move |_| {
        is_changing.set(false);
        let done = format!("Lieu retiré\u{a0}: {}", orientation.title);
        case.act_then(|key| change::refer(key, &orientation.id, None), done, focus);
    };
    let change_words = move || if is_changing.get() { "Garder ce lieu" } else { "Changer de lieu" };
    let is_chosen = Memo::new(move |_| referral.with(Option::is_some));
    view! {
        <Show when=move || is_chosen.get()>
            <div class="chosen stack">
                {move || referral.get().map(|referral| view! { <ChosenPlace referral /> })}
                <Agreed case orientation referral />
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        aria-expanded=move || is_changing.get().to_string()
                        on:click=move |_| is_changing.update(|changing| *changing = !*changing)
                    >
                        {change_words}
                    </button>
                    <button type="button" class="button button--plain" on:click=remove>"Retirer ce lieu"</button>
                </div>
            </div>
        </Show>
    }
}

/// What is known of the chosen place today.
#[component]
fn ChosenPlace(
    /// The place chosen.
    referral: Referral,
) -> impl IntoView {
    let places = Places::expect();
    let shown = move |world: Surroundings<'_>| {
        let is_lost = world.directory.is_some_and(|directory| directory.place(&referral.place).is_none());
        let place = sheet_place(&referral, world);
        let lost = is_lost.then(|| {
            view! { <p class="hint">"Ce lieu n’est plus dans l’annuaire de cet appareil. Ce qui en était connu est gardé."</p> }
        });
        view! {
            <div class="stack stack--tight">
                <p class="nearby-place__name">
                    <Pictogram icon=Icon::Check />
                    {place.name.to_owned()}
                </p>
                <Phones phones=place.phones.iter().map(|phone| Phone::new(phone)).collect() />
                <p class="nearby-place__line">
                    <Pictogram icon=Icon::Pin />
                    {address(&place)}
                </p>
                {place.asks_for_a_call.then(|| view! { <CallFirst /> })}
                {lost}
            </div>
        }
    };
    move || around(places, &shown)
}

/// « 3 rue de l’Exemple, 93200 Saint-Denis ».
pub fn address(place: &SheetPlace<'_>) -> String {
    let lines = [place.address, place.town.as_str()];
    let said: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if said.is_empty() { "Adresse non renseignée".to_owned() } else { said.join(", ") }
}

/// When to go and whom to ask for, as agreed with the place: written on the person's sheet.
#[component]
fn Agreed(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
    /// The place chosen.
    referral: Memo<Option<Referral>>,
) -> impl IntoView {
    let stored = move |part: fn(&Referral) -> &str| {
        referral.with_untracked(|referral| referral.as_ref().map_or_else(String::new, |one| part(one).to_owned()))
    };
    let when = RwSignal::new(stored(|referral| &referral.when));
    let ask_for = RwSignal::new(stored(|referral| &referral.ask_for));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(agreed) = referral.with_untracked(|referral| {
            referral.as_ref().map(|referral| referral.agreed(&when.read_untracked(), &ask_for.read_untracked()))
        }) else {
            return;
        };
        case.act_then(|key| change::refer(key, &orientation.id, Some(&agreed)), "Rendez-vous noté", || ());
    };
    let summary = move || {
        let said = referral.with(|referral| referral.as_ref().map(|one| one.when.clone())).unwrap_or_default();
        if said.is_empty() { "Noter un rendez-vous ou un nom".to_owned() } else { format!("Rendez-vous\u{a0}: {said}") }
    };
    let (when_id, ask_id) = (format!("quand-{}", orientation.id), format!("demander-{}", orientation.id));
    view! {
        <details class="disclosure">
            <summary>{summary}</summary>
            <form class="aside-form stack" on:submit=submit>
                <p class="hint">"Ces lignes sont imprimées sur la fiche de la personne."</p>
                <Line id=when_id label="Quand y aller" hint="Par exemple\u{a0}: mardi 1er décembre à 10 h." value=when />
                <Line
                    id=ask_id
                    label="Qui demander sur place"
                    hint="Un accueil, une fonction, ou le nom d’une ou d’un professionnel qui est d’accord."
                    value=ask_for
                />
                <div class="row">
                    <button type="submit" class="button">"Enregistrer"</button>
                </div>
            </form>
        </details>
    }
}

/// One line of text.
#[component]
fn Line(
    /// The field's identifier.
    id: String,
    /// Its name.
    label: &'static str,
    /// An example or a help.
    hint: &'static str,
    /// What is typed.
    value: RwSignal<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-aide");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            <input
                class="input"
                type="text"
                id=id
                maxlength="120"
                autocomplete="off"
                aria-describedby=hint_id
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
            />
        </div>
    }
}
