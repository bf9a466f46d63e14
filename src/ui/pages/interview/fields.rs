//! The fields that say whose interview it is, without naming anyone.

use crate::content::communes::communes;
use crate::domain::interview::discretion::signs;
use crate::domain::interview::draft::{Fault, LabelFault};
use crate::domain::interview::label::CaseLabel;
use crate::domain::interview::model::{AgeBand, Residence};
use crate::text::interview as text;
use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;

/// Identifiers of the fields, which errors lead to.
pub const LABEL: &str = "repere";
pub const COMMUNE: &str = "commune";
pub const LENGTH: &str = "longueur";
pub const PRESENTATION: &str = "presentation";

/// A fault in words, tied to its field.
pub fn in_words(fault: &Fault) -> FieldFault {
    let (field, sentence) = match fault {
        Fault::Label(LabelFault::Missing) => (LABEL, "Écrivez un repère de dossier.".to_owned()),
        Fault::Label(LabelFault::TooLong { chars }) => {
            (LABEL, format!("Raccourcissez le repère : {} caractères au plus, il en a {chars}.", CaseLabel::MAX_CHARS))
        }
        Fault::Label(LabelFault::Unreadable) => (LABEL, "Retirez du repère les caractères invisibles.".to_owned()),
        Fault::LengthMissing => (LENGTH, "Choisissez une longueur.".to_owned()),
        Fault::PresentationMissing => (PRESENTATION, "Choisissez une présentation.".to_owned()),
    };
    FieldFault { field: field.to_owned(), sentence }
}

/// The label of the case.
#[component]
pub fn LabelField(
    /// What is typed.
    label: RwSignal<String>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let is_wrong = move || faults.with(|faults| faults.iter().any(|fault| fault.field == LABEL));
    let described = move || {
        let hint = format!("{LABEL}-aide");
        if is_wrong() { format!("{hint} {}", FieldFault::described_by(LABEL)) } else { hint }
    };
    view! {
        <div class="field">
            <label for=LABEL>"Repère de dossier"</label>
            <p class="hint" id=format!("{LABEL}-aide")>
                {text::LABEL_WARNING}
            </p>
            <FieldError field=LABEL faults />
            <input
                class="input input--short"
                id=LABEL
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-required="true"
                aria-describedby=described
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=label
                on:input=move |event| label.set(event_target_value(&event))
            />
            <Caution text=label />
        </div>
    }
}

/// Cautions about a text that seems to identify someone; never a refusal.
#[component]
pub fn Caution(
    /// What is typed.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let found = Memo::new(move |_| text.with(|text| signs(text)));
    let sentences =
        move || found.get().into_iter().map(|sign| view! { <span>{text::sign(sign)}</span> }).collect_view();
    view! {
        <p class="caution" role="status">
            {sentences}
        </p>
    }
}

/// The commune where the person lives, if they say so.
#[component]
pub fn CommuneField(
    /// What is chosen.
    commune: RwSignal<Option<Residence>>,
) -> impl IntoView {
    let known = communes().map(|content| content.communes.iter().collect::<Vec<_>>()).unwrap_or_default();
    let options = known
        .into_iter()
        .map(|commune| view! { <option value=commune.code.as_str()>{commune.name.as_str()}</option> })
        .collect_view();
    let value =
        move || commune.with(|commune| commune.as_ref().map(Residence::as_choice).unwrap_or_default().to_owned());
    let choose = move |event| commune.set(Residence::from_choice(&event_target_value(&event)));
    view! {
        <div class="field">
            <label for=COMMUNE>
                "Commune de la personne " <span class="hint">"(facultatif)"</span>
            </label>
            <p class="hint" id=format!("{COMMUNE}-aide")>
                "Elle sert à proposer les lieux les plus proches."
            </p>
            <select
                class="input input--short"
                id=COMMUNE
                aria-describedby=format!("{COMMUNE}-aide")
                prop:value=value
                on:change=choose
            >
                <option value="">"Aucune réponse"</option>
                <optgroup label="Seine-Saint-Denis">{options}</optgroup>
                <optgroup label="Autres réponses">
                    <option value=Residence::Elsewhere.as_choice()>"Ailleurs"</option>
                    <option value=Residence::NotSaid.as_choice()>"Ne souhaite pas le dire"</option>
                </optgroup>
            </select>
        </div>
    }
}

/// The broad age of the person, if they say so.
#[component]
pub fn AgeField(
    /// What is chosen.
    age_band: RwSignal<Option<AgeBand>>,
) -> impl IntoView {
    let rows = AgeBand::ALL
        .into_iter()
        .map(|band| {
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="age"
                        prop:checked=move || age_band.get() == Some(band)
                        on:change=move |_| age_band.set(Some(band))
                    />
                    <span>{age_row(band)}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="group stack stack--tight">
            <legend>"Âge de la personne " <span class="hint">"(facultatif)"</span></legend>
            <div class="choices choices--inline">{rows}</div>
        </fieldset>
    }
}

fn age_row(band: AgeBand) -> &'static str {
    match band {
        AgeBand::NotSaid => "Ne souhaite pas le dire",
        band => text::age_band(band),
    }
}

/// Where the person lives, in words.
pub fn residence(residence: Option<&Residence>) -> String {
    match residence {
        None => "Non abordée".to_owned(),
        Some(Residence::Elsewhere) => "Ailleurs qu’en Seine-Saint-Denis".to_owned(),
        Some(Residence::NotSaid) => "Ne souhaite pas le dire".to_owned(),
        Some(Residence::Code(code)) => {
            let known = communes().ok().and_then(|content| content.communes.by_code(code));
            known.map_or_else(|| code.to_string(), |commune| commune.name.clone())
        }
    }
}
