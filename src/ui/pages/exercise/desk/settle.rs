//! One number that handed in the same thing several times: the trainer asks in the room, then keeps one or renumbers one.

use super::Desk;
use crate::browser::dom;
use crate::domain::exercise::desk::{are_alike, keep, renumber_as_typed};
use crate::domain::exercise::hand_in::HandIn;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::Asked;
use crate::records::RecordId;
use crate::text::exercise_desk as text;
use crate::ui::components::{FieldFault, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::sync::Arc;

const HEADING: &str = "a-departager";

/// What a group is made of: another arrival makes another group.
type GroupKey = (Option<(Asked, Seat)>, Vec<(RecordId, u16)>);

fn key_of(group: &[HandIn]) -> GroupKey {
    let first = group.first().map(|one| (one.work.asked(), one.work.seat));
    (first, group.iter().map(|one| (one.key.id.clone(), one.work.edition)).collect())
}

/// Everything that waits.
#[component]
pub fn SettleSection(
    /// The exercise.
    desk: Desk,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| desk.collected.with(|collected| collected.to_settle.is_empty()));
    let groups = move || desk.collected.with(|collected| collected.to_settle.clone());
    view! {
        <Show when=move || !is_empty.get()>
            <section class="stack" aria-labelledby=HEADING>
                <h2 id=HEADING tabindex="-1">
                    "À départager"
                </h2>
                <p>{text::TO_SETTLE}</p>
                <ul role="list" class="cases">
                    <For each=groups key=|group| key_of(group) let(group)>
                        <Group desk group=Arc::new(group) />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// Several from one number.
#[component]
fn Group(
    /// The exercise.
    desk: Desk,
    /// What it handed in.
    group: Arc<Vec<HandIn>>,
) -> impl IntoView {
    let first = group.first()?;
    let title = text::several(first.work.seat, group.len());
    let asked = text::asked(&first.work.asked(), &desk.known.cases_now());
    let alike = if are_alike(&group) { text::ALIKE } else { text::UNLIKE };
    let rows = (0..group.len()).map(|nth| view! { <One desk group=Arc::clone(&group) nth /> }).collect_view();
    Some(view! {
        <li class="card card--flat">
            <h3>{title}</h3>
            <p class="card__meta">{asked}</p>
            <p>{alike}</p>
            <ul role="list" class="picks">
                {rows}
            </ul>
        </li>
    })
}

/// One of them, and what may be done with it.
#[component]
fn One(
    /// The exercise.
    desk: Desk,
    /// All of them.
    group: Arc<Vec<HandIn>>,
    /// Its place among them, from 0.
    nth: usize,
) -> impl IntoView {
    let one = group.get(nth)?.clone();
    let seat = one.work.seat;
    let asked = text::asked(&one.work.asked(), &desk.known.cases_now());
    let of = format!("\u{a0}: {}, numéro\u{a0}{seat}, {asked}", text::sending(nth));
    let what = text::what(&one.work);
    let kept = one.key.clone();
    let keep_it = move |_| {
        let done = Undoable {
            title: text::kept(nth, seat),
            body: text::others_aside(group.len().saturating_sub(1)).to_owned(),
            take_back: "Annuler",
            taken_back: "Ce numéro est à nouveau à départager",
        };
        desk.saver.save_undoable(keep(&group, &kept), done, go_on);
    };
    Some(view! {
        <li class="pick">
            <div>
                <strong>{text::sending(nth)}</strong>
                <p>{what}</p>
            </div>
            <button type="button" class="button" on:click=keep_it>
                "Garder celui-ci"
                <span class="visually-hidden">{of.clone()}</span>
            </button>
            <Renumber desk one nth of />
        </li>
    })
}

/// Gives it another number.
#[component]
fn Renumber(
    /// The exercise.
    desk: Desk,
    /// What was handed in.
    one: HandIn,
    /// Its place among those of its number, from 0.
    nth: usize,
    /// Which one, for those who do not see the row.
    of: String,
) -> impl IntoView {
    let label = text::other_number(nth, one.work.seat, &text::asked(&one.work.asked(), &desk.known.cases_now()));
    let id = format!("numero-{}", one.key.id);
    let field = id.clone();
    let typed = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = desk.hand_ins.with_untracked(|all| renumber_as_typed(&typed.get_untracked(), &one, all));
        match read {
            Ok((seat, changes)) => {
                faults.set(Vec::new());
                let done = Undoable {
                    title: text::renumbered(nth, seat),
                    body: String::new(),
                    take_back: "Annuler",
                    taken_back: "L’ancien numéro est rétabli",
                };
                desk.saver.save_undoable(changes, done, go_on);
            }
            Err(fault) => {
                faults.set(vec![FieldFault { field: field.clone(), sentence: text::renumber_fault(fault) }]);
                dom::focus_in_place(&field);
            }
        }
    };
    view! {
        <form class="renumber" on:submit=submit novalidate>
            <TextField id label takes=Takes::Number value=typed faults />
            <button type="submit" class="button button--plain">
                "Donner un autre numéro"
                <span class="visually-hidden">{of}</span>
            </button>
        </form>
    }
}

/// What was acted on has left: reading goes on from what is still to settle, or from the top.
fn go_on() {
    request_animation_frame(|| {
        dom::focus_if_lost(HEADING);
        dom::focus_heading_if_lost();
    });
}
