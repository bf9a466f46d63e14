//! An answer that came twice under one number and says two things: somebody decides which stays.

use super::Desk;
use crate::browser::dom;
use crate::domain::evaluation::response::{Response, preferred};
use crate::text::{evaluation_collect as text, format};
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
    let is_empty = Memo::new(move |_| desk.to_settle.with(Vec::is_empty));
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">
                    "À départager"
                </h2>
                <p>{text::TO_SETTLE}</p>
                <ul role="list" class="picks">
                    <For
                        each=move || desk.to_settle.get()
                        key=|one| (one.number, format!("{:?}", one.answers))
                        let(one)
                    >
                        <Waiting desk one />
                    </For>
                </ul>
            </section>
        </Show>
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
    let what = format!("Réponse {number}, {}", format::uncapitalised(text::kind(one.survey)));
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
