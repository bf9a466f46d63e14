//! An answer that came twice under one number and says two things, here or on two devices: somebody decides which stays.

use super::Desk;
use crate::browser::dom;
use crate::domain::evaluation::response::{Response, preferred, replace};
use crate::domain::evaluation::secret::SecretNumber;
use crate::text::{evaluation_collect as text, evaluation_desk};
use crate::ui::components::{Confirm, Message, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

const HEADING: &str = "a-departager";

/// Which one somebody keeps: what the other says is lost.
#[derive(Clone)]
enum Choice {
    /// A version that a device holds.
    Version(Response),
    /// What came last, and waits.
    Last(Response),
    /// What was here first, and not what waits.
    First(SecretNumber),
}

impl Choice {
    fn keep(self, desk: Desk) {
        match self {
            Self::Version(one) => keep_version(desk, &one),
            Self::Last(one) => keep_last(desk, one),
            Self::First(number) => {
                desk.messages.done("La première arrivée est gardée", "");
                leave(desk, number);
            }
        }
    }
}

/// Asks before one is kept: which, and how it is named.
type Ask = Callback<(Choice, String)>;

/// What waits; nothing when nothing does.
#[component]
pub fn SettleSection(
    /// The session.
    desk: Desk,
) -> impl IntoView {
    let has_waiting = Memo::new(move |_| desk.to_settle.with(|waiting| !waiting.is_empty()));
    let has_conflict = Memo::new(move |_| desk.in_conflict.with(|all| !all.is_empty()));
    let (asked, target) = (RwSignal::new(false), RwSignal::new(None::<(Choice, String)>));
    let ask = Callback::new(move |choice| {
        target.set(Some(choice));
        asked.set(true);
    });
    let accept = Callback::new(move |()| {
        if let Some((choice, _)) = target.get_untracked() {
            choice.keep(desk);
        }
    });
    let name = move || target.with(|target| target.as_ref().map(|(_, name)| name.clone()));
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
                            <Waiting desk one ask />
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
                            <Conflict desk versions ask />
                        </For>
                    </ul>
                </Show>
            </section>
        </Show>
        // Beside what goes away with the last of them.
        <Confirm
            open=asked
            title="Garder cette version\u{202f}?"
            accept="Garder cette version, effacer l’autre"
            on_accept=accept
        >
            <p>
                <strong>{name}</strong>
            </p>
            <p>{evaluation_desk::LOSES_THE_OTHER}</p>
        </Confirm>
    }
}

/// An answer that two devices hold in two versions.
#[component]
fn Conflict(
    /// The session.
    desk: Desk,
    /// What each one says.
    versions: Vec<Response>,
    /// Asks before one is kept.
    ask: Ask,
) -> impl IntoView {
    let number = versions.first().map(|one| one.number.to_string()).unwrap_or_default();
    let rows = (1..).zip(versions).map(|(nth, one)| view! { <Version desk nth one ask /> });
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
    /// Asks before it is kept.
    ask: Ask,
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
    let asked = format!("Réponse {}, {}, {}", one.number, name.to_lowercase(), desk.named(&one));
    let keep = move |_| ask.run((Choice::Version(one.clone()), asked.clone()));
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
    /// Asks before one is kept.
    ask: Ask,
) -> impl IntoView {
    let number = one.number;
    let what = desk.named(&one);
    let of = format!("\u{a0}: réponse {number}");
    let last = move |_| ask.run((Choice::Last(one.clone()), format!("Réponse {number}, la dernière arrivée")));
    let first = move |_| ask.run((Choice::First(number), format!("Réponse {number}, la première arrivée")));
    view! {
        <li class="pick">
            <div>
                <p>{what}</p>
            </div>
            <button type="button" class="button" on:click=last>
                "Garder la dernière arrivée"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
            <button type="button" class="button button--plain" on:click=first>
                "Garder la première arrivée"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}

fn keep_version(desk: Desk, one: &Response) {
    let changes = desk.saver.state().with_tables_now(|tables| replace(tables, one));
    desk.saver.save_then(changes, move || {
        desk.messages.done("Cette version est gardée", "");
        focus_what_is_left();
    });
}

fn keep_last(desk: Desk, one: Response) {
    spawn_local(async move {
        // Another edition may have come meanwhile: what is chosen goes after it.
        let number = one.number;
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
        leave(desk, number);
    });
}

/// What waited under a number waits no more.
fn leave(desk: Desk, number: SecretNumber) {
    let _ = desk.to_settle.try_update(|waiting| waiting.retain(|other| other.number != number));
    focus_what_is_left();
}

fn focus_what_is_left() {
    request_animation_frame(|| {
        dom::focus_if_lost(HEADING);
        dom::focus_heading_if_lost();
    });
}
