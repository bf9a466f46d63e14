//! What was handed in and does not count.

use super::Desk;
use super::hand_ins::HandIns;
use crate::browser::dom;
use crate::domain::exercise::hand_in::{HandIn, set_aside};
use crate::text::exercise_desk as text;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// What was set aside, and the way to count it again.
#[component]
pub fn AsideSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let aside = Memo::new(move |_| {
        desk.hand_ins.with(|all| all.iter().filter(|one| one.is_set_aside).cloned().collect::<Vec<_>>())
    });
    let row = |desk, one| view! { <AsideRow desk one /> }.into_any();
    view! { <HandIns desk hand_ins=aside summary=text::set_aside hint=text::ASIDE row /> }
}

/// One that does not count.
#[component]
fn AsideRow(
    /// The exercise.
    desk: Desk,
    /// What was handed in.
    one: HandIn,
) -> impl IntoView {
    let what = text::hand_in(&one.work, &desk.known.cases_now());
    let of = format!("\u{a0}: {what}");
    let key = one.key;
    let count_again = move |_| {
        let done = Undoable {
            title: "Cet envoi compte à nouveau".to_owned(),
            body: "Si son numéro a remis autre chose, il est à départager.".to_owned(),
            take_back: "Annuler",
            taken_back: "Envoi remis de côté",
        };
        desk.saver.save_undoable(set_aside(&key, false), done, || request_animation_frame(dom::focus_heading_if_lost));
    };
    view! {
        <li class="pick">
            <div>
                <p>{what}</p>
            </div>
            <button type="button" class="button" on:click=count_again>
                "Compter à nouveau"
                <span class="visually-hidden">{of}</span>
            </button>
        </li>
    }
}
