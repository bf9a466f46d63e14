//! The orientations of the reference reading: to keep or to leave, each with its argument.

use super::{Editing, go_on};
use crate::browser::dom;
use crate::domain::exercise::case_change::{Part, kept, too_long, write_orientation};
use crate::domain::exercise::written_case::{Verdict, WrittenOrientation};
use crate::domain::interview::id::OrientationId;
use crate::domain::interview::rulebook::Orientation;
use crate::text::exercise_cases as text;
use crate::ui::components::{ChoiceField, FieldFault, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const HEADING: &str = "cas-orientations";
const WHICH: &str = "cas-orientation";

/// The orientations of a case.
#[component]
pub fn OrientationsSection(
    /// The case.
    edited: Editing,
) -> impl IntoView {
    let rulebook = edited.known.rulebook;
    let ids = move || edited.say(|case| case.orientations.keys().cloned().collect::<Vec<_>>());
    let row = move |id: OrientationId| {
        let title = rulebook.orientation(&id).map_or_else(|| id.to_string(), |one| one.title.clone());
        view! { <OrientationRow edited id title /> }
    };
    let options: Vec<(String, String)> =
        rulebook.orientations.iter().map(|one: &Orientation| (one.id.to_string(), one.title.clone())).collect();
    let chosen = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = chosen.with_untracked(|id| OrientationId::new(id).ok());
        let is_new = |id: &OrientationId| !edited.say_now(|case| case.orientations.contains_key(id));
        let Some(id) = id.filter(is_new) else {
            let sentence = "Choisissez une orientation qui n’est pas déjà dans la liste.".to_owned();
            faults.set(vec![FieldFault { field: WHICH.to_owned(), sentence }]);
            return dom::focus(WHICH);
        };
        faults.set(Vec::new());
        let written = WrittenOrientation { verdict: Verdict::Keep, why: String::new() };
        let changes = edited.key.with_value(|key| write_orientation(key, &id, Some(&written)));
        edited.saver.save_then(changes, move || {
            let _ = chosen.try_set(String::new());
            edited.messages.done("Orientation ajoutée", "Donnez votre argument.");
        });
    };
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Orientations"
            </h2>
            <p>{text::ORIENTATIONS}</p>
            <ul role="list" class="stack stack--tight">
                <For each=ids key=|id| id.clone() let(id)>
                    {row(id)}
                </For>
            </ul>
            <form class="stack" on:submit=add novalidate>
                <ChoiceField id=WHICH label="Orientation à ajouter" options value=chosen faults />
                <p>
                    <button type="submit" class="button">
                        "Ajouter cette orientation"
                    </button>
                </p>
            </form>
        </section>
    }
}

/// An orientation, closed until one changes it.
#[component]
fn OrientationRow(
    /// The case.
    edited: Editing,
    /// Which one.
    id: OrientationId,
    /// Its title.
    title: String,
) -> impl IntoView {
    let stored = edited.case.with_untracked(|case| case.as_ref()?.orientations.get(&id).cloned());
    let verdict = RwSignal::new(stored.as_ref().map_or(Verdict::Keep, |one| one.verdict));
    let why = RwSignal::new(stored.map(|one| one.why).unwrap_or_default());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let (argument, group) = (format!("orientation-{id}-argument"), format!("orientation-{id}"));
    let field = argument.clone();
    let id = StoredValue::new(id);
    let stands = move || {
        edited.say(|case| {
            id.with_value(|id| case.orientations.get(id).map(|one| text::verdict(one.verdict)).unwrap_or_default())
        })
    };
    let write = move |one: Option<&WrittenOrientation>| {
        edited.key.with_value(|key| id.with_value(|id| write_orientation(key, id, one)))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = why.get_untracked();
        let found = too_long([(Part::Why, typed.as_str())]);
        let found = found.into_iter().map(|fault| FieldFault { field: field.clone(), sentence: text::fault(fault) });
        faults.set(found.collect());
        if faults.with_untracked(|faults| !faults.is_empty()) {
            return dom::focus(&field);
        }
        let written = WrittenOrientation { verdict: verdict.get_untracked(), why: kept(&typed) };
        edited.saver.save_then(write(Some(&written)), move || edited.messages.done("Orientation enregistrée", ""));
    };
    let remove = move |_| {
        let done = Undoable {
            title: "Orientation retirée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Orientation rétablie",
        };
        edited.saver.save_undoable(write(None), done, go_on);
    };
    let choices = [Verdict::Keep, Verdict::Leave].map(|one| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=group.clone()
                    prop:checked=move || verdict.get() == one
                    on:change=move |_| verdict.set(one)
                />
                <span>{text::verdict(one)}</span>
            </label>
        }
    });
    view! {
        <li>
            <details class="disclosure">
                <summary>{title.clone()} "\u{a0}: " {stands}</summary>
                <form class="stack card card--flat" on:submit=submit novalidate>
                    <fieldset class="group stack stack--tight">
                        <legend>{title.clone()}</legend>
                        <div class="choices choices--inline">{choices.collect_view()}</div>
                    </fieldset>
                    <TextField id=argument label="Votre argument" takes=Takes::Text value=why faults />
                    <div class="row">
                        <button type="submit" class="button button--primary">
                            "Enregistrer l’orientation"
                        </button>
                        <button type="button" class="button button--plain" on:click=remove>
                            "Retirer"
                            <span class="visually-hidden">"\u{a0}: " {title}</span>
                        </button>
                    </div>
                </form>
            </details>
        </li>
    }
}
