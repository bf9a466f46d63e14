//! An actor's sheet, as one writes or corrects it.

use super::known::Known;
use crate::domain::ecosystem::decode::ActorSheet;
use crate::domain::ecosystem::draft::{ActorDraft, ActorField};
use crate::domain::ecosystem::model::{ActorKind, Mission, Territory};
use crate::text::{ecosystem as text, ecosystem_form as words};
use crate::ui::components::{ChoiceField, ErrorSummary, FieldError, FieldFault, Takes, TextField};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Identifiers of the fields, which errors lead to; that of the missions is the first box.
pub const NAME: &str = "acteur-nom";
const KIND: &str = "acteur-nature";
const ROLE: &str = "acteur-role";
const MISSIONS: &str = "acteur-missions";
const TERRITORY: &str = "acteur-territoire";
const ASK_FOR: &str = "acteur-fonction";
const NOTE: &str = "acteur-note";

/// What is typed and chosen, field by field.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    kind: RwSignal<String>,
    role: RwSignal<String>,
    missions: RwSignal<BTreeSet<Mission>>,
    territory: RwSignal<String>,
    ask_for: RwSignal<String>,
    note: RwSignal<String>,
}

impl Fields {
    fn new(draft: ActorDraft) -> Self {
        Self {
            name: RwSignal::new(draft.name),
            kind: RwSignal::new(draft.kind.map_or_else(String::new, |kind| kind.code().to_owned())),
            role: RwSignal::new(draft.role),
            missions: RwSignal::new(draft.missions),
            territory: RwSignal::new(draft.territory.map_or_else(String::new, |it| it.code().to_owned())),
            ask_for: RwSignal::new(draft.ask_for),
            note: RwSignal::new(draft.note),
        }
    }

    fn draft(self) -> ActorDraft {
        ActorDraft {
            name: self.name.get_untracked(),
            kind: self.kind.with_untracked(|code| ActorKind::from_code(code)),
            role: self.role.get_untracked(),
            missions: self.missions.get_untracked(),
            territory: self.territory.with_untracked(|code| Territory::from_code(code)),
            ask_for: self.ask_for.get_untracked(),
            note: self.note.get_untracked(),
        }
    }
}

/// The form. Nothing is stored here: a sheet without fault is given to whoever asked for it.
#[component]
pub fn ActorForm(
    /// What is known.
    known: Known,
    /// What it shows at first.
    draft: ActorDraft,
    /// The button that goes ahead.
    accept: &'static str,
    /// Receives the sheet.
    on_accept: Callback<ActorSheet>,
    /// The way back.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// The faults, which the page's title tells too.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let fields = Fields::new(draft);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match fields.draft().read() {
            Ok(sheet) => {
                faults.set(Vec::new());
                on_accept.run(sheet);
            }
            Err(found) => faults.set(found.into_iter().map(in_words).collect()),
        }
    };
    let kinds = ActorKind::ALL.map(|kind| (kind.code().to_owned(), text::kind(kind).to_owned()));
    let territories = Territory::ALL.map(|it| (it.code().to_owned(), text::territory(it).to_owned()));
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <ErrorSummary faults />
            <TextField id=NAME label="Nom de l’acteur" takes=Takes::Line value=fields.name faults />
            <ChoiceField id=KIND label="Nature" options=kinds.to_vec() value=fields.kind faults />
            <TextField id=ROLE label="Rôle, en une ou deux phrases" takes=Takes::Text value=fields.role faults />
            <MissionsField known missions=fields.missions faults />
            <ChoiceField id=TERRITORY label="Territoire" options=territories.to_vec() value=fields.territory faults />
            <TextField
                id=ASK_FOR
                label="Fonction à demander"
                is_optional=true
                hint=words::ASK_FOR_HINT
                takes=Takes::Line
                value=fields.ask_for
                faults
            />
            <TextField
                id=NOTE
                label="Note"
                is_optional=true
                hint=words::NOTE_HINT
                takes=Takes::Text
                value=fields.note
                faults
            />
            <div class="row">
                <button type="submit" class="button button--primary">
                    {accept}
                </button>
                <button type="button" class="button button--plain" on:click=move |_| on_cancel.run(())>
                    "Annuler"
                </button>
            </div>
        </form>
    }
}

/// What the actor does.
#[component]
fn MissionsField(
    /// What is known.
    known: Known,
    /// What is ticked.
    missions: RwSignal<BTreeSet<Mission>>,
    /// The faults of the form.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let tick = |mission: Mission| {
        let toggle = move |event| {
            missions.update(|missions| {
                if event_target_checked(&event) {
                    missions.insert(mission);
                } else {
                    missions.remove(&mission);
                }
            });
        };
        let is_first = Mission::ALL.first() == Some(&mission);
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    id=is_first.then_some(MISSIONS)
                    prop:checked=move || missions.with(|missions| missions.contains(&mission))
                    on:change=toggle
                />
                <span>{known.mission(mission)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="group stack stack--tight">
            <legend>"Missions"</legend>
            <FieldError field=MISSIONS faults />
            <div class="choices choices--inline">{Mission::ALL.map(tick).collect_view()}</div>
        </fieldset>
    }
}

fn in_words(fault: crate::domain::ecosystem::draft::Fault<ActorField>) -> FieldFault {
    let field = match fault.field {
        ActorField::Name => NAME,
        ActorField::Kind => KIND,
        ActorField::Role => ROLE,
        ActorField::Missions => MISSIONS,
        ActorField::Territory => TERRITORY,
        ActorField::AskFor => ASK_FOR,
        ActorField::Note => NOTE,
    };
    FieldFault { field: field.to_owned(), sentence: words::actor_fault(fault) }
}
