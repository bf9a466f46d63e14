//! The reference reading: the answer to each question that the person's replies inform.

use super::{Editing, go_on};
use crate::browser::dom;
use crate::domain::exercise::case_change::{AnswerFault, read_answer, write_answer, written_also};
use crate::domain::exercise::grid;
use crate::domain::exercise::written_case::WrittenCase;
use crate::domain::interview::id::ItemId;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::text::{exercise_cases as text, exercise_paper as paper, interview};
use crate::ui::components::{FieldError, FieldFault, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The answers of the reading.
#[component]
pub fn AnswersSection(
    /// The case.
    edited: Editing,
) -> impl IntoView {
    let questionnaire = edited.known.questionnaire;
    // What is said first; an answer that nothing leads to any more stays, to be taken away.
    let items = move || {
        edited.say(|case| {
            let said: BTreeSet<&ItemId> = case.items_said(questionnaire).map(|item| &item.id).collect();
            let shown = |item: &&Item| said.contains(&item.id) || case.reading.contains_key(&item.id);
            let known = questionnaire.items.iter().filter(shown).map(|item| &item.id);
            // So does what another version asks.
            let others = case.reading.keys().filter(|id| questionnaire.item(id).is_none());
            known.chain(others).cloned().collect::<Vec<_>>()
        })
    };
    let row = move |id: ItemId| match questionnaire.item(&id) {
        Some(item) => view! { <AnswerRow edited item /> }.into_any(),
        None => view! { <OtherVersionRow edited id /> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="cas-lecture">
            <h2 id="cas-lecture">"Lecture de référence"</h2>
            <p>{text::READING}</p>
            <ul role="list" class="stack stack--tight">
                <For each=items key=|id| id.clone() let(id)>
                    {row(id)}
                </For>
            </ul>
        </section>
    }
}

/// An item, and the answer that is expected.
#[component]
fn AnswerRow(
    /// The case.
    edited: Editing,
    /// The question.
    item: &'static Item,
) -> impl IntoView {
    let is_read = Memo::new(move |_| edited.say(|case| case.reading.contains_key(&item.id)));
    let answer = move || {
        let read = |case: &_| answer_of(case, item);
        edited.say(read)
    };
    let remove = move |_| take_away(edited, &item.id);
    view! {
        <li>
            <details class="disclosure">
                <summary>{item.short.as_str()} "\u{a0}: " {answer}</summary>
                <AnswerForm edited item />
                <Show when=move || is_read.get()>
                    <p>
                        <button type="button" class="button button--plain" on:click=remove>
                            "Retirer cette réponse attendue"
                            <span class="visually-hidden">"\u{a0}: " {item.short.as_str()}</span>
                        </button>
                    </p>
                </Show>
            </details>
        </li>
    }
}

/// The answer to a question that this version does not ask.
#[component]
fn OtherVersionRow(
    /// The case.
    edited: Editing,
    /// The question.
    id: ItemId,
) -> impl IntoView {
    let name = id.to_string();
    let of = format!("\u{a0}: {name}");
    view! {
        <li class="row">
            <span>{text::OTHER_VERSION} "\u{a0}: " {name}</span>
            <button type="button" class="button button--plain" on:click=move |_| take_away(edited, &id)>
                "Retirer cette réponse attendue"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}

/// Takes an expected answer away; it may be put back.
fn take_away(edited: Editing, item: &ItemId) {
    let changes = edited.key.with_value(|key| write_answer(key, item, None));
    let done = Undoable {
        title: "Réponse attendue retirée".to_owned(),
        body: String::new(),
        take_back: "Annuler",
        taken_back: "Réponse attendue rétablie",
    };
    edited.saver.save_undoable(changes, done, go_on);
}

fn answer_of(case: &WrittenCase, item: &Item) -> String {
    match case.reading.get(&item.id) {
        Some(read) => interview::answer(item, Some(&read.answer), Voice::Professional),
        None => "à compléter".to_owned(),
    }
}

/// The answer, those that can be argued for too, and the argument.
#[component]
fn AnswerForm(
    /// The case.
    edited: Editing,
    /// The question.
    item: &'static Item,
) -> impl IntoView {
    let stored = edited.case.with_untracked(|case| case.as_ref()?.reading.get(&item.id).cloned());
    let marks = stored.as_ref().map(|read| grid::written(item, Some(&read.answer))).unwrap_or_default();
    let marks = RwSignal::new(marks.chars().collect::<BTreeSet<char>>());
    let also = RwSignal::new(stored.as_ref().map(|read| written_also(item, &read.also)).unwrap_or_default());
    let why = RwSignal::new(stored.map(|read| read.why).unwrap_or_default());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let named = move |part: &str| format!("lecture-{}-{part}", item.id);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen: String = marks.with_untracked(|marks| marks.iter().collect());
        match read_answer(item, &chosen, &also.get_untracked(), &why.get_untracked()) {
            Ok(read) => {
                faults.set(Vec::new());
                let changes = edited.key.with_value(|key| write_answer(key, &item.id, Some(&read)));
                edited.saver.save_then(changes, move || edited.messages.done("Réponse attendue enregistrée", ""));
            }
            Err(found) => {
                let words = |fault| FieldFault { field: named(part(fault)), sentence: text::answer_fault(fault) };
                let found: Vec<FieldFault> = found.into_iter().map(words).collect();
                let first = found.first().map(|fault| fault.field.clone());
                faults.set(found);
                first.iter().for_each(|first| dom::focus(first));
            }
        }
    };
    let several = paper::takes_several(item);
    let group = named("reponse");
    let rows = paper::choices(item).into_iter().enumerate().map(|(nth, choice)| {
        let mark = choice.mark;
        let choose = move |event| {
            let is_ticked = event_target_checked(&event);
            marks.update(|marks| {
                if !several {
                    marks.clear();
                }
                match is_ticked {
                    true => drop(marks.insert(mark)),
                    false => drop(marks.remove(&mark)),
                }
            });
        };
        view! {
            <label class="choice">
                <input
                    type=if several { "checkbox" } else { "radio" }
                    name=group.clone()
                    id=(nth == 0).then(|| group.clone())
                    prop:checked=move || marks.with(|marks| marks.contains(&mark))
                    on:change=choose
                />
                <span>{format!("{mark}. {}", choice.words)}</span>
            </label>
        }
    });
    let rows = rows.collect_view();
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <fieldset class="group stack stack--tight">
                <legend>{item.text(Voice::Professional)}</legend>
                <FieldError field=named("reponse") faults />
                <div class="choices">{rows}</div>
            </fieldset>
            <TextField
                id=named("aussi")
                label="Autres réponses défendables"
                is_optional=true
                hint=text::ALSO_HINT
                takes=Takes::Line
                value=also
                faults
            />
            <TextField id=named("argument") label="Votre argument" takes=Takes::Text value=why faults />
            <p>
                <button type="submit" class="button button--primary">
                    "Enregistrer la réponse attendue"
                </button>
            </p>
        </form>
    }
}

fn part(fault: AnswerFault) -> &'static str {
    match fault {
        AnswerFault::Missing | AnswerFault::Answer(_) => "reponse",
        AnswerFault::Also(_) => "aussi",
        AnswerFault::Text(_) => "argument",
    }
}
