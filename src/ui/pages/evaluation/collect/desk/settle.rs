//! An answer that came twice under one number and says two things, here or on two devices: somebody decides which stays.

use super::Desk;
use crate::browser::dom;
use crate::domain::evaluation::response::{Response, preferred, replace};
use crate::text::{evaluation_collect as text, evaluation_desk};
use crate::ui::components::{Message, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

const HEADING: &str = "a-departager";

/// What waits; nothing when nothing does.
#[component]
pub fn SettleSection(
    /// The session.
    desk: Desk,
) -> impl IntoView {
    let has_waiting = Memo::new(move |_| desk.to_settle.with(|waiting| !waiting.is_empty()));
    let has_conflict = Memo::new(move |_| desk.in_conflict.with(|all| !all.is_empty()));
    view! {
        <Show when=move || has_waiting.get() || has_conflict.get()>
            <section class="stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">
                    "À départager"
                </h2>
                <Show when=move || has_waiting.get()>
                    <p>{evaluation_desk::TO_SETTLE}</p>
                    <ul role="list" class="picks">
                        <For
                            each=move || desk.to_settle.get()
                            key=|one| (one.number, format!("{:?}", one.answers))
                            let(one)
                        >
                            <Waiting desk one />
                        </For>
                    </ul>
                </Show>
                <Show when=move || has_conflict.get()>
                    <p>{evaluation_desk::IN_CONFLICT}</p>
                    <ul role="list" class="cases">
                        <For
                            each=move || desk.in_conflict.get()
                            key=|versions| format!("{versions:?}")
                            let(versions)
                        >
                            <Conflict desk versions />
                        </For>
                    </ul>
                </Show>
            </section>
        </Show>
    }
}

/// An answer that two devices hold in two versions.
#[component]
fn Conflict(
    /// The session.
    desk: Desk,
    /// What each one says.
    versions: Vec<Response>,
) -> impl IntoView {
    let number = versions.first().map(|one| one.number.to_string()).unwrap_or_default();
    let rows = (1..).zip(versions).map(|(nth, one)| view! { <Version desk nth one /> });
    let rows = rows.collect_view();
    view! {
        <li class="card card--flat stack stack--tight">
            <h3>{format!("Réponse {number}")}</h3>
            {rows}
        </li>
    }
}

/// One version of it.
#[component]
fn Version(
    /// The session.
    desk: Desk,
    /// Its rank, from 1.
    nth: usize,
    /// What it says.
    one: Response,
) -> impl IntoView {
    let name = evaluation_desk::version(nth);
    let of = format!("\u{a0}: réponse {}, {}", one.number, name.to_lowercase());
    let survey = desk.survey_of(&one);
    let lines = survey.as_ref().map(|survey| text::read_back(survey, &one.answers)).unwrap_or_default();
    let count = survey.map(|survey| text::read_count(lines.len(), survey.questions().count()));
    let what = format!("{name}, {}", desk.named(&one));
    let rows = lines.into_iter().map(|(question, said)| {
        view! {
            <dt>{question}</dt>
            <dd class="breakable">{said}</dd>
        }
    });
    let rows = rows.collect_view();
    let keep = move |_| {
        let changes = desk.saver.state().with_tables_now(|tables| replace(tables, &one));
        desk.saver.save_then(changes, move || {
            desk.messages.done("Cette version est gardée", "");
            request_animation_frame(|| {
                dom::focus_if_lost(HEADING);
                dom::focus_heading_if_lost();
            });
        });
    };
    view! {
        <p>{what}</p>
        <p class="card__meta">{count}</p>
        <details class="disclosure">
            <summary>
                "Voir ce qu’elle dit" <span class="visually-hidden">{of.clone()}</span>
            </summary>
            <dl class="facts">{rows}</dl>
        </details>
        <p>
            <button type="button" class="button" on:click=keep>
                "Garder cette version"
                <span class="visually-hidden">{of}</span>
            </button>
        </p>
    }
}

/// One that waits.
#[component]
fn Waiting(
    /// The session.
    desk: Desk,
    /// What came last.
    one: Response,
) -> impl IntoView {
    let number = one.number;
    let what = desk.named(&one);
    let of = format!("\u{a0}: réponse {number}");
    let leave = move || {
        let _ = desk.to_settle.try_update(|waiting| waiting.retain(|other| other.number != number));
        request_animation_frame(|| {
            dom::focus_if_lost(HEADING);
            dom::focus_heading_if_lost();
        });
    };
    let keep_last = move |_| {
        let one = one.clone();
        spawn_local(async move {
            // Another edition may have come meanwhile: what is chosen goes after it.
            let one = desk.saver.state().with_tables_now(|tables| preferred(tables, &one));
            let Some(came) = desk.take(vec![one]).await else { return };
            if came.iter().all(|one| one.fate.is_here()) {
                desk.messages.done("La dernière arrivée est gardée", text::summary(&came));
            } else {
                desk.messages.say(Message {
                    tone: Tone::Fault,
                    title: "La dernière arrivée n’a pas été gardée".to_owned(),
                    body: text::summary(&came),
                    actions: Vec::new(),
                });
            }
            leave();
        });
    };
    let keep_first = move |_| {
        desk.messages.done("La première arrivée est gardée", "");
        leave();
    };
    view! {
        <li class="pick">
            <div>
                <p>{what}</p>
            </div>
            <button type="button" class="button" on:click=keep_last>
                "Garder la dernière arrivée"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
            <button type="button" class="button button--plain" on:click=keep_first>
                "Garder la première"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}
