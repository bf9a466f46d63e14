//! The place chosen for an orientation, and what was agreed about going there.

use super::around::{around, is_unreadable};
use super::case::Case;
use super::place_option::{CallFirst, Phones};
use crate::browser::dom;
use crate::domain::directory::place::PlaceId;
use crate::domain::interview::change;
use crate::domain::interview::decision::Referral;
use crate::domain::interview::rulebook::Orientation;
use crate::domain::interview::sheet::{SheetHours, SheetPlace, Surroundings, sheet_place};
use crate::text::directory::{CHOOSE_ANOTHER, CLOSED_FOR_GOOD};
use crate::text::nearby::Phone;
use crate::ui::components::{Icon, Notice, Pictogram, Tone};
use crate::ui::directory::Places;
use crate::ui::save::{Saver, Undoable};
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
    let saver = Saver::expect();
    let remove = move |_| {
        is_changing.set(false);
        let Some(former) = referral.get_untracked() else { return };
        let done = Undoable {
            title: format!("Lieu retiré\u{a0}: {}", former.name),
            body:
                "Ce qui était noté pour y aller est retiré aussi. Cela s’annule tant qu’aucun autre lieu n’est choisi."
                    .to_owned(),
            take_back: "Annuler le retrait",
            taken_back: "Lieu rétabli",
        };
        let changes = change::refer(&case.key(), &orientation.id, None);
        saver.save_undoable(changes, done, || dom::focus_in_place(&heading(orientation)));
    };
    let change_words = move || if is_changing.get() { "Garder ce lieu" } else { "Changer de lieu" };
    let about = orientation.title.as_str();
    let place = Memo::new(move |_| referral.with(|referral| referral.as_ref().map(|one| one.place.clone())));
    // One form for each place: what was agreed with one is not carried to another.
    let agreed = move || place.get().map(|place| view! { <Agreed case orientation referral place /> });
    view! {
        <Show when=move || place.with(Option::is_some)>
            <div class="chosen stack">
                {move || referral.get().map(|referral| view! { <ChosenPlace referral /> })}
                {agreed}
                <div class="row">
                    <button
                        type="button"
                        class="button"
                        aria-expanded=move || is_changing.get().to_string()
                        on:click=move |_| is_changing.update(|changing| *changing = !*changing)
                    >
                        <span>{change_words} <span class="visually-hidden">"\u{a0}: " {about}</span></span>
                    </button>
                    <button type="button" class="button button--plain" on:click=remove>
                        <span>"Retirer ce lieu" <span class="visually-hidden">"\u{a0}: " {about}</span></span>
                    </button>
                </div>
            </div>
        </Show>
    }
}

/// The identifier of the heading under which the places of an orientation stand.
pub fn heading(orientation: &Orientation) -> String {
    format!("lieux-{}", orientation.id)
}

/// What is known of the chosen place today.
#[component]
fn ChosenPlace(
    /// The place chosen.
    referral: Referral,
) -> impl IntoView {
    let places = Places::expect();
    let shown = move |world: Surroundings<'_>| {
        let is_lost = world.directory.is_some_and(|directory| referral.find(directory).is_none());
        let place = sheet_place(&referral, world);
        let lost = if place.freshness.is_none() && is_unreadable(places, &referral.source) {
            Some("Annuaire illisible sur cet appareil. Ce qui était connu de ce lieu est gardé.")
        } else {
            is_lost.then_some("Ce lieu n’est plus dans l’annuaire de cet appareil. Ce qui en était connu est gardé.")
        };
        let lost = lost.map(|lost| view! { <p class="hint">{lost}</p> });
        let closed = (place.hours == SheetHours::ClosedForGood).then(|| {
            view! {
                <Notice tone=Tone::Caution title=CLOSED_FOR_GOOD>
                    <p>{CHOOSE_ANOTHER}"."</p>
                </Notice>
            }
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
                {closed}
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

/// When to go and whom to ask for, as agreed with the place: written on the person's sheet. Stored when one leaves a
/// field or the page, so that nothing typed is lost.
#[component]
fn Agreed(
    /// The case.
    case: Case,
    /// The orientation.
    orientation: &'static Orientation,
    /// The place chosen.
    referral: Memo<Option<Referral>>,
    /// The place that this form is about.
    place: PlaceId,
) -> impl IntoView {
    let stored = move |part: fn(&Referral) -> &str| {
        referral.with_untracked(|referral| referral.as_ref().map_or_else(String::new, |one| part(one).to_owned()))
    };
    let when = RwSignal::new(stored(|referral| &referral.when));
    let ask_for = RwSignal::new(stored(|referral| &referral.ask_for));
    let place = StoredValue::new(place);
    // What is typed, while this place is the one chosen. Removing a field that is being typed in makes it say that it
    // changed, once its signals are gone.
    let typed = move || {
        let (when, ask_for) = (when.try_get_untracked()?, ask_for.try_get_untracked()?);
        let chosen = referral.try_get_untracked()??;
        let is_same = place.try_with_value(|place| chosen.place == *place)?;
        is_same.then(|| chosen.agreed(&when, &ask_for))
    };
    let sent = StoredValue::new(referral.get_untracked());
    let store = move || {
        let is_news = |typed: &Referral| sent.try_with_value(|sent| sent.as_ref() != Some(typed)).unwrap_or(false);
        if let Some(agreed) = typed().filter(is_news) {
            case.act(|key| change::refer(key, &orientation.id, Some(&agreed)));
            sent.set_value(Some(agreed));
        }
    };
    // Leaving by the browser's Back does not blur the field.
    on_cleanup(store);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(agreed) = typed() else { return };
        sent.set_value(Some(agreed.clone()));
        case.act_then(|key| change::refer(key, &orientation.id, Some(&agreed)), "Rendez-vous noté", || ());
    };
    let summary = move || {
        let said = referral.with(|referral| referral.as_ref().map(|one| one.when.clone())).unwrap_or_default();
        if said.is_empty() { "Noter un rendez-vous ou un nom".to_owned() } else { format!("Rendez-vous\u{a0}: {said}") }
    };
    let (when_id, ask_id) = (format!("quand-{}", orientation.id), format!("demander-{}", orientation.id));
    view! {
        <details class="disclosure">
            <summary>
                <span>
                    {summary} <span class="visually-hidden">"\u{a0}: " {orientation.title.as_str()}</span>
                </span>
            </summary>
            <form class="aside-form stack" on:submit=submit on:change=move |_| store()>
                <p class="hint">"Ces lignes sont imprimées sur la fiche de la personne."</p>
                <Line id=when_id label="Quand y aller" hint="Par exemple\u{a0}: mardi 1er décembre à 10\u{a0}h." value=when />
                <Line
                    id=ask_id
                    label="Qui demander sur place"
                    hint="Un accueil, une fonction, ou le nom d’une professionnelle ou d’un professionnel qui est d’accord."
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
