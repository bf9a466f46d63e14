//! An interlocutor, as one writes it down.

use crate::browser::{clock, identity};
use crate::domain::ecosystem::change;
use crate::domain::ecosystem::contact::{self, About, Contact};
use crate::domain::ecosystem::draft::{ContactDraft, ContactField, ContactSheet, Fault};
use crate::records::{ChangeSet, RecordId};
use crate::text::ecosystem_form as words;
use crate::ui::components::{ErrorSummary, FieldFault, Messages, Takes, TextField};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// Identifiers of the fields, which errors lead to.
pub const FUNCTION: &str = "contact-fonction";
const NAME: &str = "contact-nom";
const REACH: &str = "contact-joindre";
const SOURCE: &str = "contact-source";
const AS_OF: &str = "contact-date";
const INFORMED_ON: &str = "contact-informe";

/// What is typed, field by field.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    function: RwSignal<String>,
    reach: RwSignal<String>,
    source: RwSignal<String>,
    as_of: RwSignal<String>,
    informed_on: RwSignal<String>,
}

impl Fields {
    fn new(draft: ContactDraft) -> Self {
        Self {
            name: RwSignal::new(draft.name),
            function: RwSignal::new(draft.function),
            reach: RwSignal::new(draft.reach),
            source: RwSignal::new(draft.source),
            as_of: RwSignal::new(draft.as_of),
            informed_on: RwSignal::new(draft.informed_on),
        }
    }

    fn draft(self) -> ContactDraft {
        ContactDraft {
            name: self.name.get_untracked(),
            function: self.function.get_untracked(),
            reach: self.reach.get_untracked(),
            source: self.source.get_untracked(),
            as_of: self.as_of.get_untracked(),
            informed_on: self.informed_on.get_untracked(),
        }
    }
}

/// Whom the form is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noting {
    /// Somebody new, in this structure.
    New(About),
    /// Somebody known, wherever they work.
    Known(Contact),
}

/// The form of a new interlocutor, or of one that is known.
#[component]
pub fn ContactForm(
    /// Whom it is about.
    noting: Noting,
    /// Closes the form.
    close: Callback<()>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let today = clock::today();
    // A new identity is drawn once: sent twice, it is the same person.
    let (draft, id, accept, done) = match &noting {
        Noting::New(_) => {
            let draft = ContactDraft { as_of: today.to_string(), ..ContactDraft::default() };
            (draft, identity::new_record_id().ok(), "Ajouter le contact", "Contact ajouté")
        }
        Noting::Known(contact) => {
            (contact.into(), Some(contact.id.clone()), "Enregistrer le contact", "Contact enregistré")
        }
    };
    let fields = Fields::new(draft);
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.draft().read(today) {
            Ok(sheet) => {
                faults.set(Vec::new());
                let changes = written(id.as_ref(), &noting, &sheet);
                saver.save_then(changes, move || {
                    messages.done(done, "");
                    close.run(());
                });
            }
            Err(found) => faults.set(found.into_iter().map(in_words).collect()),
        }
    };
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <p>{words::CONTACT_WARNING}</p>
            <ErrorSummary faults />
            <TextField id=FUNCTION label="Fonction" takes=Takes::Line value=fields.function faults />
            <TextField
                id=NAME
                label="Nom"
                is_optional=true
                hint="Laissez vide si le service suffit."
                takes=Takes::Line
                value=fields.name
                faults
            />
            <TextField
                id=REACH
                label="Comment joindre"
                hint="Un téléphone, une adresse, ou « par le standard »."
                takes=Takes::Line
                value=fields.reach
                faults
            />
            <TextField
                id=SOURCE
                label="Source"
                hint="Qui l’a dit, ou où vous l’avez lu."
                takes=Takes::Line
                value=fields.source
                faults
            />
            <TextField id=AS_OF label="Date de l’information" takes=Takes::Date value=fields.as_of faults />
            <TextField
                id=INFORMED_ON
                label="Personne informée le"
                is_optional=true
                hint="Le jour où vous lui avez dit que ses coordonnées sont gardées ici."
                takes=Takes::Date
                value=fields.informed_on
                faults
            />
            <div class="row">
                <button type="submit" class="button button--primary">
                    {accept}
                </button>
                <button type="button" class="button button--plain" on:click=move |_| close.run(())>
                    "Annuler"
                </button>
            </div>
        </form>
    }
}

fn written(id: Option<&RecordId>, noting: &Noting, wanted: &ContactSheet) -> ChangeSet {
    let Some(key) = id.and_then(|id| contact::key(id).ok()) else { return ChangeSet::new() };
    match noting {
        Noting::Known(shown) => change::change_contact(&key, shown, wanted),
        Noting::New(about) => change::add_contact(&key, about, wanted),
    }
}

fn in_words(fault: Fault<ContactField>) -> FieldFault {
    let field = match fault.field {
        ContactField::Name => NAME,
        ContactField::Function => FUNCTION,
        ContactField::Reach => REACH,
        ContactField::Source => SOURCE,
        ContactField::AsOf => AS_OF,
        ContactField::InformedOn => INFORMED_ON,
    };
    FieldFault { field: field.to_owned(), sentence: words::contact_fault(fault) }
}
