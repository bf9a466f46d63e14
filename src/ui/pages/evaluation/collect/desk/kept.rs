//! The answers by their numbers, without what they say: one that came by error is set aside, or counts again.

use super::Desk;
use crate::browser::dom;
use crate::domain::evaluation::intake::Kept;
use crate::domain::evaluation::moderation::set_aside;
use crate::text::evaluation_collect as text;
use crate::ui::components::Fold;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// Those that count, and those that do not.
#[component]
pub fn KeptSection(
    /// The session.
    desk: Desk,
) -> impl IntoView {
    let own = Memo::new(move |_| desk.own());
    let of = move |is_aside: bool| {
        move || own.with(|own| own.iter().filter(|one| one.is_aside == is_aside).cloned().collect::<Vec<_>>())
    };
    let number = move |is_aside: bool| own.with(|own| own.iter().filter(|one| one.is_aside == is_aside).count());
    let (counted_open, aside_open) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <Show when=move || own.with(|own| !own.is_empty())>
            <section class="stack" aria-labelledby="une-par-une">
                <h2 id="une-par-une">"Une par une"</h2>
                <p>{text::ONE_BY_ONE}</p>
                <Fold summary=Signal::derive(move || text::one_by_one(number(false))) is_open=counted_open>
                    <ul role="list" class="picks">
                        <For each=of(false) key=Kept::clone let(one)>
                            <KeptRow desk one />
                        </For>
                    </ul>
                </Fold>
                <Show when=move || { number(true) > 0 }>
                    <Fold summary=Signal::derive(move || text::aside(number(true))) is_open=aside_open>
                        <ul role="list" class="picks">
                            <For each=of(true) key=Kept::clone let(one)>
                                <KeptRow desk one />
                            </For>
                        </ul>
                    </Fold>
                </Show>
            </section>
        </Show>
    }
}

/// One answer.
#[component]
fn KeptRow(
    /// The session.
    desk: Desk,
    /// The answer.
    one: Kept,
) -> impl IntoView {
    let what = text::kept(&one);
    let of = format!("\u{a0}: {}", one.number);
    let (act, class, title, taken_back) = match one.is_aside {
        true => ("Compter à nouveau", "button", "Cette réponse compte à nouveau", "Réponse mise de côté"),
        false => ("Mettre de côté", "button button--plain", "Réponse mise de côté", "Cette réponse compte à nouveau"),
    };
    let (number, is_aside) = (one.number, one.is_aside);
    let change = move |_| {
        let done = Undoable { title: title.to_owned(), body: String::new(), take_back: "Annuler", taken_back };
        let then = || request_animation_frame(dom::focus_heading_if_lost);
        desk.saver.save_undoable(set_aside(number, !is_aside), done, then);
    };
    view! {
        <li class="pick">
            <div>
                <p>{what}</p>
            </div>
            <button type="button" class=class on:click=change>
                {act}
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}
