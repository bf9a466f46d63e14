//! A question put to the person, their reply, and what it informs.

use super::Editing;
use crate::browser::dom;
use crate::domain::exercise::case_change::{Fault, Part, kept, too_long, write_topic};
use crate::domain::exercise::written_case::WrittenTopic;
use crate::domain::interview::id::{ItemId, TopicId};
use crate::domain::interview::questionnaire::Item;
use crate::text::exercise_cases as text;
use crate::ui::components::{FieldFault, Takes, TextField};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The form of a topic, stored on its own.
#[component]
pub fn TopicForm(
    /// The case.
    edited: Editing,
    /// Which topic.
    id: TopicId,
    /// What it shows at first.
    draft: WrittenTopic,
    /// What the identifiers of its fields begin with.
    #[prop(into)]
    field: String,
    /// Called once it is stored.
    close: Callback<()>,
) -> impl IntoView {
    let (rank, id, field) = (draft.rank, StoredValue::new(id), StoredValue::new(field));
    let (question, reply) = (RwSignal::new(draft.question), RwSignal::new(draft.reply));
    let is_hidden = RwSignal::new(draft.hidden.is_some());
    let why = RwSignal::new(draft.hidden.unwrap_or_default());
    let about = RwSignal::new(draft.about);
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let named = move |part: &str| field.with_value(|field| format!("{field}-{part}"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let texts = [(Part::Question, question), (Part::Reply, reply), (Part::Why, why)];
        let typed = texts.map(|(part, text)| (part, text.get_untracked()));
        let found = too_long(typed.iter().map(|(part, text)| (*part, text.as_str())));
        faults.set(
            found
                .into_iter()
                .map(|fault| FieldFault { field: named(part(fault)), sentence: text::fault(fault) })
                .collect(),
        );
        if let Some(first) = faults.with_untracked(|faults| faults.first().map(|fault| fault.field.clone())) {
            return dom::focus(&first);
        }
        let topic = WrittenTopic {
            rank,
            about: about.get_untracked(),
            question: kept(&question.get_untracked()),
            reply: kept(&reply.get_untracked()),
            hidden: is_hidden.get_untracked().then(|| kept(&why.get_untracked())),
        };
        let changes = edited.key.with_value(|key| id.with_value(|id| write_topic(key, id, Some(&topic))));
        edited.saver.save_then(changes, move || {
            edited.messages.done("Question enregistrée", "");
            close.run(());
        });
    };
    let count = move || about.with(BTreeSet::len);
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <TextField id=named("texte") label="Question posée" takes=Takes::Text rows=2 value=question faults />
            <TextField id=named("reponse") label="Ce que la personne répond" takes=Takes::Text value=reply faults />
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=is_hidden
                    on:change=move |event| is_hidden.set(event_target_checked(&event))
                />
                <span>"La personne ne le dit que si on le lui demande"</span>
            </label>
            <Show when=move || is_hidden.get()>
                <TextField id=named("argument") label="Pourquoi cela compte" takes=Takes::Text value=why faults />
            </Show>
            <details class="disclosure">
                <summary>"Ce que cette réponse éclaire (" {count} ")"</summary>
                <AboutField edited about />
            </details>
            <p>
                <button type="submit" class="button button--primary">
                    "Enregistrer la question"
                </button>
            </p>
        </form>
    }
}

fn part(fault: Fault) -> &'static str {
    match fault {
        Fault::TooLong { part: Part::Reply, .. } => "reponse",
        Fault::TooLong { part: Part::Why, .. } => "argument",
        _ => "texte",
    }
}

/// The items that the reply informs, theme by theme.
#[component]
fn AboutField(
    /// The case.
    edited: Editing,
    /// What is ticked.
    about: RwSignal<BTreeSet<ItemId>>,
) -> impl IntoView {
    let questionnaire = edited.known.questionnaire;
    let tick = move |item: &'static Item| {
        let toggle = move |event| {
            about.update(|about| match event_target_checked(&event) {
                true => drop(about.insert(item.id.clone())),
                false => drop(about.remove(&item.id)),
            });
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || about.with(|about| about.contains(&item.id))
                    on:change=toggle
                />
                <span>{item.short.as_str()}</span>
            </label>
        }
    };
    let themes = questionnaire.blocks.iter().map(|block| {
        let items = questionnaire.items.iter().filter(|item| item.block == block.id);
        view! {
            <fieldset class="group stack stack--tight">
                <legend>{block.title.as_str()}</legend>
                <div class="choices choices--inline">{items.map(tick).collect_view()}</div>
            </fieldset>
        }
    });
    themes.collect_view()
}
