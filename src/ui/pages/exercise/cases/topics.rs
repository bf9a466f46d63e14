//! What one may ask the person, and what they reply.

use super::topic_form::TopicForm;
use super::{Editing, go_on};
use crate::browser::{dom, identity};
use crate::domain::exercise::case_change::{last_rank, move_topic, write_topic};
use crate::domain::exercise::written_case::{WrittenCase, WrittenTopic};
use crate::domain::interview::id::TopicId;
use crate::text::exercise_cases as text;
use crate::ui::components::{Icon, Pictogram};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const HEADING: &str = "cas-questions";

/// The topics of a case.
#[component]
pub fn TopicsSection(
    /// The case.
    edited: Editing,
) -> impl IntoView {
    let ids = move || edited.say(|case| case.topics.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    let adding = RwSignal::new(None::<TopicId>);
    let add = move |_| {
        let id = identity::new_record_id().ok().and_then(|id| TopicId::new(id.as_str()).ok());
        adding.set(id);
        request_animation_frame(|| dom::focus("nouvelle-question-texte"));
    };
    let close = Callback::new(move |()| {
        let _ = adding.try_set(None);
        request_animation_frame(|| dom::focus_in_place(HEADING));
    });
    // What is said of the one that was just moved.
    let moved = RwSignal::new(String::new());
    let form = move || {
        adding.get().map(|id| {
            let draft = WrittenTopic { rank: edited.say_now(last_rank), ..WrittenTopic::default() };
            view! { <TopicForm edited id draft field="nouvelle-question" close /> }
        })
    };
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Ce que la personne dit"
            </h2>
            <p>{text::TOPICS}</p>
            <p class="visually-hidden" role="status">
                {moved}
            </p>
            <ul role="list" class="stack stack--tight">
                <For each=ids key=|id| id.clone() let(id)>
                    <TopicRow edited id moved />
                </For>
            </ul>
            {form}
            <Show when=move || adding.with(Option::is_none)>
                <p>
                    <button type="button" class="button" on:click=add>
                        <Pictogram icon=Icon::Plus />
                        "Ajouter une question"
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// A topic, closed until one changes it.
#[component]
fn TopicRow(
    /// The case.
    edited: Editing,
    /// Which topic.
    id: TopicId,
    /// What is said of the one that was just moved.
    moved: RwSignal<String>,
) -> impl IntoView {
    let field = format!("question-{id}");
    let draft = edited.say_now(|case| case.topic(&id).cloned().unwrap_or_default());
    let id = StoredValue::new(id);
    let of = move |read: fn(&WrittenTopic) -> String| {
        move || edited.say(|case| id.with_value(|id| case.topic(id).map(read).unwrap_or_default()))
    };
    let question = of(|topic| topic.question.clone());
    let is_hidden = Memo::new(move |_| {
        edited.say(|case| id.with_value(|id| case.topic(id).is_some_and(|topic| topic.hidden.is_some())))
    });
    let remove = move |_| {
        let changes = edited.key.with_value(|key| id.with_value(|id| write_topic(key, id, None)));
        let done = Undoable {
            title: "Question retirée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Question rétablie",
        };
        edited.saver.save_undoable(changes, done, go_on);
    };
    let close = Callback::new(|()| {});
    view! {
        <li>
            <details class="disclosure">
                <summary>
                    {question} " " <Show when=move || is_hidden.get()>
                        <span class="chip chip--plain">"cachée"</span>
                    </Show>
                </summary>
                <TopicForm edited id=id.get_value() draft field close />
                <p>
                    <button type="button" class="button button--plain" on:click=remove>
                        "Retirer cette question"
                        <span class="visually-hidden">"\u{a0}: " {question}</span>
                    </button>
                </p>
            </details>
            <Moves edited id=id.get_value() moved />
        </li>
    }
}

/// Up and down.
#[component]
fn Moves(
    /// The case.
    edited: Editing,
    /// Which topic.
    id: TopicId,
    /// What is said of the one that was just moved.
    moved: RwSignal<String>,
) -> impl IntoView {
    let [up, down] = ["monter", "descendre"].map(|act| format!("{act}-{id}"));
    let id = StoredValue::new(id);
    let place = move |case: &WrittenCase| id.with_value(|id| case.topics.iter().position(|(one, _)| one == id));
    let question = move |case: &WrittenCase| id.with_value(|id| case.topic(id).map(|topic| topic.question.clone()));
    let is_first = Memo::new(move |_| edited.say(place) == Some(0));
    let is_last = Memo::new(move |_| edited.say(|case| place(case).map(|at| at + 1) == Some(case.topics.len())));
    let shift = move |to: fn(usize) -> Option<usize>, button: &str| {
        let (from, total) = edited.say_now(|case| (place(case), case.topics.len()));
        let Some((from, to)) = from.and_then(|from| Some((from, to(from).filter(|to| *to < total)?))) else { return };
        let changes = edited.say_now(|case| move_topic(case, from, to));
        let said = text::moved(&edited.say_now(question).unwrap_or_default(), to, total);
        let button = button.to_owned();
        edited.saver.save_then(changes, move || {
            // One may have left the page.
            let _ = moved.try_set(said);
            // The row that moves lets the focus go.
            request_animation_frame(move || dom::focus_in_place(&button));
        });
    };
    let of = move || format!("\u{a0}: {}", edited.say(question).unwrap_or_default());
    let way = |words: &'static str, id: String, is_end: Memo<bool>, to: fn(usize) -> Option<usize>| {
        let button = id.clone();
        view! {
            <button
                type="button"
                class="button button--plain"
                id=id
                aria-disabled=move || is_end.get().to_string()
                on:click=move |_| shift(to, &button)
            >
                {words}
                <span class="visually-hidden">{of}</span>
            </button>
        }
    };
    view! {
        <p class="row">
            {way("Monter", up, is_first, |from| from.checked_sub(1))}
            {way("Descendre", down, is_last, |from| from.checked_add(1))}
        </p>
    }
}
