//! Before the first question: what to know, and what is needed to begin.

use super::fields::{AgeField, CommuneField, LabelField, in_words};
use super::gate::Unreadable;
use super::list::acting_on;
use super::start_choices::{LengthField, PresentationField};
use crate::browser::{clock, identity, location};
use crate::content::questionnaire::questionnaire;
use crate::domain::interview::draft::Draft;
use crate::domain::interview::label::{self, CaseLabel};
use crate::domain::interview::model::{self, Presentation};
use crate::domain::interview::questionnaire::{Length, Questionnaire};
use crate::domain::interview::{change, decode};
use crate::route::Route;
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::components::{BackTo, ErrorSummary, FieldFault, Icon, Messages, Page, Pictogram};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The start of an interview.
#[component]
pub fn NewInterviewPage() -> impl IntoView {
    match questionnaire() {
        Ok(questionnaire) => view! { <Start questionnaire /> }.into_any(),
        Err(error) => view! { <Unreadable error=error.clone() /> }.into_any(),
    }
}

/// What is typed and chosen, field by field.
#[derive(Clone, Copy)]
struct Fields {
    label: RwSignal<String>,
    commune: RwSignal<Option<model::Residence>>,
    age_band: RwSignal<Option<model::AgeBand>>,
    length: RwSignal<Option<Length>>,
    presentation: RwSignal<Option<Presentation>>,
}

impl Fields {
    fn new(label: &CaseLabel) -> Self {
        Self {
            label: RwSignal::new(label.to_string()),
            commune: RwSignal::new(None),
            age_band: RwSignal::new(None),
            length: RwSignal::new(None),
            presentation: RwSignal::new(None),
        }
    }

    fn draft(self) -> Draft {
        Draft {
            label: self.label.get_untracked(),
            commune: self.commune.get_untracked(),
            age_band: self.age_band.get_untracked(),
            length: self.length.get_untracked(),
            presentation: self.presentation.get_untracked(),
        }
    }
}

/// A label that no interview of this device has.
fn free_label(state: AppState) -> CaseLabel {
    let taken: Vec<CaseLabel> = state
        .with_tables_now(|tables| tables.live(model::KIND).filter_map(|(_, record)| decode::label(record)).collect());
    label::propose(&taken, clock::today())
}

/// What to know, and the form.
#[component]
fn Start(
    /// What may be asked.
    questionnaire: &'static Questionnaire,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let fields = Fields::new(&free_label(AppState::expect()));
    // Drawn once: sent twice, it is the same interview.
    let id = StoredValue::new(identity::new_record_id().ok());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let start = match fields.draft().check(&questionnaire.version, clock::today()) {
            Ok(start) => start,
            Err(found) => return faults.set(found.iter().map(in_words).collect()),
        };
        faults.set(Vec::new());
        let Some(id) = id.get_value() else {
            return messages.done("L’entretien n’a pas pu commencer", "Rechargez la page, puis réessayez.");
        };
        let changes = acting_on(&id, |key| change::start(key, &start));
        saver.save_then(changes, move || location::replace(&Route::Interview(id).to_hash()));
    };
    view! {
        <Page
            title="Nouvel entretien"
            lead="Quelques choix, puis les questions. Vous pourrez vous arrêter et reprendre quand vous voulez."
            back=BackTo::new(Route::Interviews, "Entretiens")
            faulty
        >
            <div class="start">
                <ToKnow />
                <form class="stack stack--wide start__form" on:submit=submit novalidate>
                    <ErrorSummary faults />
                    <LengthField questionnaire length=fields.length faults />
                    <PresentationField presentation=fields.presentation faults />
                    <LabelField label=fields.label faults />
                    <CommuneField commune=fields.commune />
                    <AgeField age_band=fields.age_band />
                    <p>
                        <button type="submit" class="button button--primary">
                            "Commencer l’entretien"
                        </button>
                    </p>
                </form>
            </div>
        </Page>
    }
}

/// How long it takes, what is kept and who sees it.
#[component]
fn ToKnow() -> impl IntoView {
    let line = |icon: Icon, title: &'static str, sentence: &'static str| {
        view! {
            <li class="to-know__line">
                <Pictogram icon />
                <p>
                    <strong>{title}</strong>
                    {sentence}
                </p>
            </li>
        }
    };
    view! {
        <section class="to-know" aria-labelledby="a-savoir">
            <h2 id="a-savoir">"À dire à la personne"</h2>
            <ul role="list" class="stack">
                {line(
                    Icon::Clock,
                    "Combien de temps",
                    "De 5 à 20\u{a0}minutes. Vous pouvez ne pas répondre à une question, et vous arrêter à tout moment.",
                )}
                {line(Icon::Interview, "Ce qui est gardé", text::WHAT_IS_KEPT)}
                {line(Icon::Person, "Qui le voit", text::WHO_SEES_IT)}
            </ul>
            <p>
                <a href=Route::Privacy.to_hash()>"Données personnelles : le détail"</a>
            </p>
        </section>
    }
}
