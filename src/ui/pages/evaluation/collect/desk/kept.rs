//! The answers by their numbers, without what they say: one that came by error is set aside, or counts again.

use super::super::kept_row::KeptRow;
use super::Desk;
use crate::domain::evaluation::intake::Kept;
use crate::text::{evaluation_collect as text, evaluation_desk};
use crate::ui::components::Fold;
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
                <p>{evaluation_desk::ONE_BY_ONE}</p>
                <Fold summary=Signal::derive(move || text::one_by_one(number(false))) is_open=counted_open>
                    <ul role="list" class="picks">
                        <For each=of(false) key=Kept::clone let(one)>
                            <KeptRow saver=desk.saver one />
                        </For>
                    </ul>
                </Fold>
                <Show when=move || { number(true) > 0 }>
                    <Fold summary=Signal::derive(move || text::aside(number(true))) is_open=aside_open>
                        <ul role="list" class="picks">
                            <For each=of(true) key=Kept::clone let(one)>
                                <KeptRow saver=desk.saver one />
                            </For>
                        </ul>
                    </Fold>
                </Show>
            </section>
        </Show>
    }
}
