//! The form of a record, from its description: every input with its words, its own control and its fault.

use super::errors::{ErrorSummary, FieldError, FieldFault};
use super::field::{ChoiceField, Takes, TextField};
use crate::content::communes::communes;
use crate::domain::form::{Fault, Field, Filled, Form, Input, InputId, Shape};
use crate::records::{ChangeSet, Key};
use crate::text::record_form as words;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What may be chosen in an input that names other records: the identity of each, and what it is called.
pub type Named = Vec<(String, String)>;

/// How many inputs of a field stand side by side; more are laid out more tightly.
const MANY: usize = 4;

/// What is said of the form while one types, under one of its fields.
#[derive(Clone, Copy)]
pub struct Told {
    pub under: &'static str,
    pub say: Callback<Filled, String>,
}

/// What is typed, input by input.
#[derive(Clone)]
struct Entries(Arc<BTreeMap<InputId, RwSignal<String>>>);

impl Entries {
    fn new(form: &Form, shown: &Filled) -> Self {
        Self(Arc::new(form.inputs().map(|(id, _)| (id, RwSignal::new(shown.get(id).to_owned()))).collect()))
    }

    fn of(&self, id: InputId) -> RwSignal<String> {
        self.0.get(&id).copied().unwrap_or_else(|| RwSignal::new(String::new()))
    }

    /// Followed, where it is read so.
    fn filled(&self) -> Filled {
        let mut filled = Filled::default();
        for (id, typed) in self.0.iter() {
            filled.set(*id, typed.get());
        }
        filled
    }
}

/// A form. What is right when it is sent is handed over as changes; what is wrong is told first.
#[component]
pub fn RecordForm(
    /// What is typed.
    form: &'static Form,
    /// Where it is stored.
    key: Key,
    /// What the record held when it was opened; none for a new one.
    #[prop(optional_no_strip)]
    stored: Option<Filled>,
    /// What is proposed for a new one.
    #[prop(optional)]
    proposed: Filled,
    /// The records that an input may name, by its field.
    #[prop(optional)]
    named: BTreeMap<&'static str, Named>,
    /// What is said while one types.
    #[prop(optional_no_strip)]
    told: Option<Told>,
    /// The button that sends it.
    act: &'static str,
    /// Whether the page has faults, for its title.
    faulty: RwSignal<bool>,
    /// What to do with the changes; none are handed over while something is wrong.
    send: Callback<ChangeSet>,
) -> impl IntoView {
    let shown = stored.clone().unwrap_or(proposed);
    let entries = Entries::new(form, &shown);
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let kind = key.kind.as_str().to_owned();
    let of_field = {
        let (entries, kind) = (entries.clone(), kind.clone());
        move |field: &'static Field| {
            let control = Control { kind: kind.clone(), entries: entries.clone(), faults };
            let named = named.get(field.name).cloned().unwrap_or_default();
            let told = told.filter(|told| told.under == field.name);
            let told = told.map(|told| view! { <Following entries=control.entries.clone() say=told.say /> });
            (control.of_field(field, &named), told)
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let filled = untrack(|| entries.filled());
        let read = match &stored {
            Some(stored) => form.change(&key, stored, &filled),
            None => form.create(&key, &filled),
        };
        let found = read.as_ref().err().map(Vec::as_slice).unwrap_or_default();
        faulty.set(!found.is_empty());
        faults.set(found.iter().map(|fault| in_words(&kind, fault)).collect());
        if let Ok(changes) = read {
            send.run(changes);
        }
    };
    view! {
        <form class="stack stack--wide" on:submit=submit novalidate>
            <ErrorSummary faults />
            {form.fields.iter().map(of_field).collect_view()}
            <p>
                <button type="submit" class="button button--primary">
                    {act}
                </button>
            </p>
        </form>
    }
}

/// What is said of what is typed.
#[component]
fn Following(
    /// What is typed.
    entries: Entries,
    /// Says it.
    say: Callback<Filled, String>,
) -> impl IntoView {
    let said = Memo::new(move |_| say.run(entries.filled()));
    view! {
        <p class="status-line" role="status">
            {said}
        </p>
    }
}

/// The identifier of an input.
fn identifier(kind: &str, id: InputId) -> String {
    let InputId { field, part } = id;
    if part.is_empty() { format!("{kind}-{field}") } else { format!("{kind}-{field}-{part}") }
}

fn in_words(kind: &str, fault: &Fault) -> FieldFault {
    FieldFault { field: identifier(kind, fault.input), sentence: words::fault(kind, fault) }
}

/// What the control of an input needs.
struct Control {
    kind: String,
    entries: Entries,
    faults: RwSignal<Vec<FieldFault>>,
}

impl Control {
    fn of_field(&self, field: &'static Field, named: &Named) -> AnyView {
        let is_optional = !field.is_required;
        if let [input] = field.inputs {
            return self.of_input(InputId::alone(field.name), input, is_optional, named);
        }
        let group = words::group(&self.kind, field.name);
        // Where each may be left out, the group says so for all.
        let is_said = is_optional && field.inputs.iter().all(|input| input.is_optional);
        let is_many = field.inputs.len() > MANY;
        let inputs = field.ids().map(|(id, input)| self.of_input(id, input, input.is_optional && !is_said, named));
        view! {
            <fieldset class="group stack stack--tight">
                <legend>
                    {group.label} {is_optional.then(|| view! { " " <span class="hint">"(facultatif)"</span> })}
                </legend>
                {(!group.hint.is_empty()).then(|| view! { <p class="hint">{group.hint}</p> })}
                <div class="inputs-row" class:inputs-row--many=is_many>
                    {inputs.collect_view()}
                </div>
            </fieldset>
        }
        .into_any()
    }

    fn of_input(&self, id: InputId, input: &Input, is_optional: bool, named: &Named) -> AnyView {
        let takes = match input.shape {
            Shape::Line { .. } | Shape::Email | Shape::Siret => Takes::Line,
            Shape::Text { .. } => Takes::Text,
            Shape::Day => Takes::Date,
            Shape::Time => Takes::Time,
            Shape::Count { .. } | Shape::Euros => Takes::Number,
            Shape::Choice(codes) => return self.choice(id, is_optional, words::options(&self.kind, id.field, codes)),
            Shape::Record => return self.choice(id, is_optional, named.clone()),
            Shape::Commune => return self.choice(id, is_optional, commune_options()),
            Shape::Ticks(codes) => return self.ticks(id, words::options(&self.kind, id.field, codes)),
            Shape::Records => return self.ticks(id, named.clone()),
            Shape::Flag => return self.flag(id, "true"),
            Shape::Agreed(versions) => return self.flag(id, versions.last().copied().unwrap_or_default()),
        };
        let said = words::input(&self.kind, id);
        view! {
            <TextField
                id=identifier(&self.kind, id)
                label=said.label
                hint=said.hint
                is_optional
                takes
                value=self.entries.of(id)
                faults=self.faults
            />
        }
        .into_any()
    }

    fn choice(&self, id: InputId, is_optional: bool, options: Named) -> AnyView {
        let said = words::input(&self.kind, id);
        view! {
            <ChoiceField
                id=identifier(&self.kind, id)
                label=said.label
                hint=said.hint
                is_optional
                options
                value=self.entries.of(id)
                faults=self.faults
            />
        }
        .into_any()
    }

    fn ticks(&self, id: InputId, options: Named) -> AnyView {
        let said = words::input(&self.kind, id);
        let (value, faults, name) = (self.entries.of(id), self.faults, identifier(&self.kind, id));
        let none = options.is_empty().then(|| view! { <p class="hint">{words::nothing_to_tick(id.field)}</p> });
        let tick = |nth: usize, code: String, label: String| {
            let code = StoredValue::new(code);
            let is_in = move || value.with(|ticked| code.with_value(|code| ticked.split(' ').any(|one| one == code)));
            let toggle = move |event| {
                let is_ticked = event_target_checked(&event);
                value.update(|ticked| code.with_value(|code| *ticked = with_code(ticked, code, is_ticked)));
            };
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        id=(nth == 0).then(|| name.clone())
                        prop:checked=is_in
                        on:change=toggle
                    />
                    <span>{label}</span>
                </label>
            }
        };
        let ticks = options.into_iter().enumerate().map(|(nth, (code, label))| tick(nth, code, label));
        let ticks = ticks.collect_view();
        view! {
            <fieldset class="group stack stack--tight">
                <legend>{said.label} " " <span class="hint">"(facultatif)"</span></legend>
                {(!said.hint.is_empty()).then(|| view! { <p class="hint">{said.hint}</p> })}
                <FieldError field=name.clone() faults />
                {none}
                <div class="choices choices--flow">{ticks}</div>
            </fieldset>
        }
        .into_any()
    }

    /// A tick, and what is stored for it. What an earlier version stored is a tick too.
    fn flag(&self, id: InputId, ticked: &'static str) -> AnyView {
        let said = words::input(&self.kind, id);
        let value = self.entries.of(id);
        let (name, faults) = (identifier(&self.kind, id), self.faults);
        let set = move |event| value.set(if event_target_checked(&event) { ticked.to_owned() } else { String::new() });
        view! {
            <div class="field">
                <FieldError field=name.clone() faults />
                <label class="choice">
                    <input
                        type="checkbox"
                        id=name
                        prop:checked=move || value.with(|said| !said.is_empty())
                        on:change=set
                    />
                    <span>{said.label}</span>
                </label>
                {(!said.hint.is_empty()).then(|| view! { <p class="hint">{said.hint}</p> })}
            </div>
        }
        .into_any()
    }
}

/// The codes of a list with one added or taken away.
fn with_code(ticked: &str, code: &str, is_ticked: bool) -> String {
    let others = ticked.split_whitespace().filter(|one| *one != code);
    let codes: Vec<&str> = others.chain(is_ticked.then_some(code)).collect();
    codes.join(" ")
}

fn commune_options() -> Named {
    let Ok(content) = communes() else { return Vec::new() };
    let option = |commune: &crate::domain::commune::Commune| (commune.code.as_str().to_owned(), commune.name.clone());
    content.communes.iter().map(option).collect()
}
