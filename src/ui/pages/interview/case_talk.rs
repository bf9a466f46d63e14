//! What the person of a case says on a theme, once they are asked.

use super::held::Held;
use crate::browser::dom;
use crate::content::cases::cases;
use crate::content::rules::rulebook;
use crate::domain::exercise::case::{Case, Topic};
use crate::domain::exercise::code::Manner;
use crate::domain::exercise::practice;
use crate::domain::exercise::written_case::WrittenCase;
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Block;
use crate::state::AppState;
use crate::text::exercise_seat as text;
use leptos::prelude::*;
use std::sync::Arc;

/// The story again, and what may be asked on this theme; nothing for the interview of a person.
#[component]
pub fn CaseTalk(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
) -> impl IntoView {
    // Neither the case nor the manner changes while one is on the page.
    let assignment = untrack(|| held.practice.with(|practice| practice.as_ref().map(|one| one.assignment.clone())))?;
    let case = case_now(held, &assignment.case)?;
    let is_played = assignment.exercise.manner == Manner::RolePlay;
    let topics = case.topics_on(&block.id, held.questionnaire);
    let advice = text::asking(&case.name, is_played, topics.is_empty());
    let rows = topics.into_iter().map(|topic| view! { <TopicRow held topic=topic.clone() is_played /> }).collect_view();
    Some(view! {
        <section class="case-talk stack stack--tight" aria-labelledby="interroger">
            <h2 id="interroger">{text::asking_title(&case.name)}</h2>
            <p class="hint">{advice}</p>
            <ul role="list" class="stack stack--tight">
                {rows}
            </ul>
            <details class="disclosure">
                <summary>"Relire la situation"</summary>
                <Story case />
            </details>
        </section>
    })
}

/// A case, delivered or written here, as it is now.
fn case_now(held: Held, id: &CaseId) -> Option<Arc<Case>> {
    if let Some(case) = cases().ok()?.case(id) {
        return Some(Arc::clone(case));
    }
    let written = AppState::expect().with_tables_now(|tables| WrittenCase::find(tables, id))?;
    written.whole(held.questionnaire, rulebook().ok()?).map(Arc::new)
}

/// Who it is, and what is read aloud.
#[component]
pub fn Story(
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <p>{case.context.clone()}</p>
            {case.story.iter().map(|part| view! { <p>{part.clone()}</p> }).collect_view()}
        </div>
    }
}

/// A question, then what the person replies. Whoever plays the person replies themselves.
#[component]
fn TopicRow(
    /// The interview.
    held: Held,
    /// The question and its reply.
    topic: Topic,
    /// Somebody plays the person.
    is_played: bool,
) -> impl IntoView {
    let reply = format!("reponse-{}", topic.id);
    let topic = StoredValue::new(topic);
    let is_asked = Memo::new(move |_| {
        let holds = |id: &_| held.practice.with(|one| one.as_ref().is_some_and(|one| one.asked.contains(id)));
        topic.with_value(|topic| holds(&topic.id))
    });
    let id = reply.clone();
    let ask = move |_| {
        let changes = untrack(|| {
            held.practice.with(|one| one.as_ref().map(|one| topic.with_value(|topic| practice::ask(one, &topic.id))))
        });
        held.save_ahead(changes.unwrap_or_default());
        // The button goes away: the focus goes on to what is said.
        let id = id.clone();
        request_animation_frame(move || dom::focus_in_place(&id));
    };
    view! {
        <li class="case-talk__topic">
            <Show
                when=move || is_asked.get()
                fallback=move || {
                    view! {
                        <button type="button" class="button case-talk__ask" on:click=ask.clone()>
                            {topic.with_value(|topic| topic.question.clone())}
                        </button>
                    }
                }
            >
                <p class="case-talk__asked">{topic.with_value(|topic| topic.question.clone())}</p>
                <p class="case-talk__reply" id=reply.clone() tabindex="-1">
                    {if is_played { text::ASKED.to_owned() } else { topic.with_value(|topic| topic.reply.clone()) }}
                </p>
            </Show>
        </li>
    }
}
