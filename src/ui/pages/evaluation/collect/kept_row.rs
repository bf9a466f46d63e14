//! An answer that is here, without what it says: one that came by error is set aside, or counts again.

use crate::browser::dom;
use crate::domain::evaluation::intake::Kept;
use crate::domain::evaluation::moderation::set_aside;
use crate::text::evaluation_collect as text;
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;

/// One answer.
#[component]
pub fn KeptRow(
    /// The way to the store.
    saver: Saver,
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
        saver.save_undoable(set_aside(number, !is_aside), done, then);
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
