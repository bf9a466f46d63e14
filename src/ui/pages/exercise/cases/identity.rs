//! Who the person of a case is, what is read aloud, and what the room discusses.

use super::{Editing, back, new_case};
use crate::browser::location;
use crate::content::communes::communes;
use crate::domain::commune::InseeCode;
use crate::domain::exercise::case_change::{Fault, Identity, Part};
use crate::domain::interview::model::AgeBand;
use crate::route::exercise::ExerciseRoute;
use crate::text::{exercise_cases as text, interview};
use crate::ui::components::{ChoiceField, ErrorSummary, FieldFault, Messages, Page, Takes, TextField};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// Identifiers of the fields, which errors lead to.
const TITLE: &str = "cas-titre";
const NAME: &str = "cas-prenom";
const AGE: &str = "cas-age";
const COMMUNE: &str = "cas-commune";
const CONTEXT: &str = "cas-situation";
const STORY: &str = "cas-recit";
const DISCUSS: &str = "cas-discussion";

/// What is typed and chosen, field by field.
#[derive(Clone, Copy)]
struct Fields {
    title: RwSignal<String>,
    name: RwSignal<String>,
    /// The age by its place in the list.
    age: RwSignal<String>,
    commune: RwSignal<String>,
    context: RwSignal<String>,
    story: RwSignal<String>,
    discuss: RwSignal<String>,
}

impl Fields {
    fn new(shown: &Identity) -> Self {
        let age = shown.age_band.and_then(|age| AgeBand::ALL.iter().position(|one| *one == age));
        let text = |text: &str| RwSignal::new(text.to_owned());
        Self {
            title: text(&shown.title),
            name: text(&shown.name),
            age: RwSignal::new(age.map(|at| at.to_string()).unwrap_or_default()),
            commune: text(shown.commune.as_ref().map(InseeCode::as_str).unwrap_or_default()),
            context: text(&shown.context),
            story: text(&shown.story),
            discuss: text(&shown.discuss),
        }
    }

    fn typed(self) -> Identity {
        let at = self.age.with_untracked(|age| age.parse::<usize>().ok());
        Identity {
            title: self.title.get_untracked(),
            name: self.name.get_untracked(),
            age_band: at.and_then(|at| AgeBand::ALL.get(at).copied()),
            commune: self.commune.with_untracked(|code| InseeCode::new(code).ok()),
            context: self.context.get_untracked(),
            story: self.story.get_untracked(),
            discuss: self.discuss.get_untracked(),
        }
    }
}

/// The start of a case: the rest is written once it is here.
#[component]
pub fn NewPage() -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    // Drawn once: sent twice, it is the same case.
    let drawn = StoredValue::new(new_case());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let accept = Callback::new(move |typed: Identity| {
        let Some((id, key)) = drawn.get_value() else {
            return messages.done("Le cas n’a pas pu être enregistré", "Rechargez la page, puis réessayez.");
        };
        match typed.changes(&key, &Identity::default()) {
            Ok(changes) => {
                faults.set(Vec::new());
                let (asked_at, to) = (location::hash(), ExerciseRoute::CaseEdit(id).to_hash());
                saver.save_then(changes, move || {
                    let body = "Ajoutez maintenant ce que la personne dit.";
                    messages.done_then_leave(&asked_at, "Cas enregistré", body, &to);
                });
            }
            Err(found) => faults.set(found.into_iter().map(in_words).collect()),
        }
    });
    view! {
        <Page title="Écrire un cas" lead=text::FICTIONAL back=back() faulty>
            <IdentityForm shown=Identity::default() accept act="Enregistrer et continuer" faults />
        </Page>
    }
}

/// The same part of a case that is here.
#[component]
pub fn IdentitySection(
    /// The case.
    edited: Editing,
    /// The faults of the form, which the page's title tells too.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let shown = edited.case.with_untracked(|case| case.as_ref().map(Identity::of).unwrap_or_default());
    let before = StoredValue::new(shown.clone());
    let accept = Callback::new(move |typed: Identity| {
        let written = edited.key.with_value(|key| before.with_value(|before| typed.changes(key, before)));
        match written {
            Ok(changes) => {
                faults.set(Vec::new());
                edited.saver.save_then(changes, move || {
                    let _ = before.try_set_value(typed);
                    edited.messages.done("Présentation enregistrée", "");
                });
            }
            Err(found) => faults.set(found.into_iter().map(in_words).collect()),
        }
    });
    view! {
        <section class="stack" aria-labelledby="cas-presentation">
            <h2 id="cas-presentation">"La personne"</h2>
            <IdentityForm shown accept act="Enregistrer la présentation" faults />
        </section>
    }
}

/// The form. Nothing is stored here.
#[component]
fn IdentityForm(
    /// What it shows at first.
    shown: Identity,
    /// Receives what was typed.
    accept: Callback<Identity>,
    /// The button that goes ahead.
    act: &'static str,
    /// The faults.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let fields = Fields::new(&shown);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        accept.run(fields.typed());
    };
    let ages = AgeBand::ALL.into_iter().enumerate();
    let ages = ages.map(|(at, age)| (at.to_string(), interview::age_band(age).to_owned())).collect::<Vec<_>>();
    let known = communes().map(|content| content.communes.iter().collect::<Vec<_>>()).unwrap_or_default();
    let towns = known.into_iter().map(|one| (one.code.as_str().to_owned(), one.name.clone())).collect::<Vec<_>>();
    view! {
        <form class="stack stack--wide" on:submit=submit novalidate>
            <ErrorSummary faults />
            <TextField id=TITLE label="Titre du cas" takes=Takes::Line value=fields.title faults />
            <TextField
                id=NAME
                label="Prénom de la personne"
                hint=text::NAME_HINT
                takes=Takes::Line
                value=fields.name
                faults
            />
            <ChoiceField id=AGE label="Âge" options=ages value=fields.age faults />
            <ChoiceField id=COMMUNE label="Commune" options=towns value=fields.commune faults />
            <TextField
                id=CONTEXT
                label="Situation, en quelques mots"
                hint=text::CONTEXT_HINT
                takes=Takes::Text
                value=fields.context
                faults
            />
            <TextField
                id=STORY
                label="Récit à lire"
                hint=text::STORY_HINT
                takes=Takes::Text
                rows=10
                value=fields.story
                faults
            />
            <TextField
                id=DISCUSS
                label="Questions pour la salle"
                is_optional=true
                hint=text::DISCUSS_HINT
                takes=Takes::Text
                value=fields.discuss
                faults
            />
            <p>
                <button type="submit" class="button button--primary">
                    {act}
                </button>
            </p>
        </form>
    }
}

fn in_words(fault: Fault) -> FieldFault {
    let field = match fault {
        Fault::TitleMissing | Fault::TooLong { part: Part::Title, .. } => TITLE,
        Fault::TooLong { part, .. } => match part {
            Part::Name => NAME,
            Part::Context => CONTEXT,
            Part::Discuss => DISCUSS,
            _ => STORY,
        },
    };
    FieldFault { field: field.to_owned(), sentence: text::fault(fault) }
}
