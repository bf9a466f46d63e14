//! A question put to the person, their reply, and what it informs.

use super::Editing;
use crate::browser::dom;
use crate::domain::exercise::case_change::{Fault, Part, kept, too_long, write_topic};
use crate::domain::exercise::written_case::WrittenTopic;
use crate::domain::interview::id::{ItemId, TopicId};
use crate::text::exercise_cases as text;
use crate::ui::components::{FieldFault, Rewrite, Takes, TextField};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The form of a topic, stored on its own.
#[component]
pub fn TopicForm(
    /// The case.
    edited: Editing,
    /// Which topic.
    id: TopicId,
    /// What it shows until it is stored.
    draft: WrittenTopic,
    /// What the identifiers of its fields begin with.
    #[prop(into)]
    field: String,
    /// Called once it is stored.
    close: Callback<()>,
) -> impl IntoView {
    let (id, field) = (StoredValue::new(id), StoredValue::new(field));
    // What is stored may change elsewhere while the form is open: what one did not touch follows it.
    let stored = Memo::new(move |_| {
        edited.say(|case| id.with_value(|id| case.topic(id).cloned())).unwrap_or_else(|| draft.clone())
    });
    let question = Rewrite::of(move || stored.with(|topic| topic.question.clone()));
    let reply = Rewrite::of(move || stored.with(|topic| topic.reply.clone()));
    let why = Rewrite::of(move || stored.with(|topic| topic.hidden.clone().unwrap_or_default()));
    let ticked_hidden = RwSignal::new(None::<bool>);
    let ticked_about = RwSignal::new(None::<BTreeSet<ItemId>>);
    let is_hidden =
        Signal::derive(move || ticked_hidden.get().unwrap_or_else(|| stored.with(|topic| topic.hidden.is_some())));
    let about = Signal::derive(move || ticked_about.get().unwrap_or_else(|| stored.with(|topic| topic.about.clone())));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let named = move |part: &str| field.with_value(|field| format!("{field}-{part}"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let texts = [(Part::Question, question), (Part::Reply, reply), (Part::Why, why)];
        let typed = texts.map(|(part, text)| (part, text.now()));
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
            rank: stored.with_untracked(|topic| topic.rank),
            about: about.get_untracked(),
            question: kept(&question.now()),
            reply: kept(&reply.now()),
            hidden: is_hidden.get_untracked().then(|| kept(&why.now())),
        };
        let sent = (ticked_hidden.get_untracked(), ticked_about.get_untracked());
        let changes = edited.key.with_value(|key| id.with_value(|id| write_topic(key, id, Some(&topic))));
        edited.saver.save_then(changes, move || {
            // What was typed meanwhile stays.
            typed.iter().zip(texts).for_each(|((_, sent), (_, text))| text.settle(sent));
            if ticked_hidden.try_get_untracked() == Some(sent.0) {
                let _ = ticked_hidden.try_set(None);
            }
            if ticked_about.try_get_untracked() == Some(sent.1) {
                let _ = ticked_about.try_set(None);
            }
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
                    on:change=move |event| ticked_hidden.set(Some(event_target_checked(&event)))
                />
                <span>"La personne ne le dit que si on le lui demande"</span>
            </label>
            <Show when=move || is_hidden.get()>
                <TextField id=named("argument") label="Pourquoi cela compte" takes=Takes::Text value=why faults />
            </Show>
            <details class="disclosure">
                <summary>"Ce que cette réponse éclaire (" {count} ")"</summary>
                <AboutField edited about on_change=Callback::new(move |about| ticked_about.set(Some(about))) />
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
    about: Signal<BTreeSet<ItemId>>,
    /// Receives what is ticked from then on.
    on_change: Callback<BTreeSet<ItemId>>,
) -> impl IntoView {
    let questionnaire = edited.known.questionnaire;
    let tick = move |id: ItemId, name: String| {
        let id = StoredValue::new(id);
        let toggle = move |event| {
            let mut about = about.get_untracked();
            match event_target_checked(&event) {
                true => drop(about.insert(id.get_value())),
                false => drop(id.with_value(|id| about.remove(id))),
            }
            on_change.run(about);
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || id.with_value(|id| about.with(|about| about.contains(id)))
                    on:change=toggle
                />
                <span>{name}</span>
            </label>
        }
    };
    let themes = questionnaire.blocks.iter().map(|block| {
        let items = questionnaire.items.iter().filter(|item| item.block == block.id);
        let items = items.map(|item| tick(item.id.clone(), item.short.clone()));
        view! {
            <fieldset class="group stack stack--tight">
                <legend>{block.title.as_str()}</legend>
                <div class="choices choices--inline">{items.collect_view()}</div>
            </fieldset>
        }
    });
    // What another version asks is shown too, to be taken away.
    let unknown = about.with_untracked(|about| {
        about.iter().filter(|id| questionnaire.item(id).is_none()).cloned().collect::<Vec<_>>()
    });
    let others = (!unknown.is_empty()).then(|| {
        let items = unknown.into_iter().map(|id| tick(id.clone(), id.to_string()));
        view! {
            <fieldset class="group stack stack--tight">
                <legend>{text::OTHER_VERSION}</legend>
                <div class="choices choices--inline">{items.collect_view()}</div>
            </fieldset>
        }
    });
    (themes.collect_view(), others)
}
