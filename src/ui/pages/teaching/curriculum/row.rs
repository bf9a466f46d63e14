//! A sequence in its day: when, how, and the acts that change its place.

use super::super::known::Known;
use crate::browser::{dom, identity};
use crate::domain::curriculum::edit::Shift;
use crate::domain::curriculum::sequence::SequenceId;
use crate::domain::curriculum::version::{Curriculum, CurriculumId};
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::format;
use crate::text::programme::minutes;
use crate::text::teaching as text;
use crate::text::teaching_curriculum as told;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Line {
    title: String,
    from: String,
    to: String,
    duration: String,
    method: &'static str,
    aim: String,
    active: String,
    is_break: bool,
    is_first: bool,
    is_last: bool,
}

fn line(version: &Curriculum, id: &SequenceId) -> Option<Line> {
    let timeline = version.day.timeline(version.day.starts_at);
    let place = timeline.iter().position(|(sequence, ..)| sequence.id == *id)?;
    let (sequence, from, to) = timeline.get(place)?;
    Some(Line {
        title: sequence.title.clone(),
        from: format::time(*from),
        to: format::time(*to),
        duration: minutes(u32::from(sequence.minutes)),
        method: told::method(sequence.method),
        aim: sequence.aim.clone(),
        active: text::active(sequence),
        is_break: !sequence.is_work(),
        is_first: place == 0,
        is_last: place + 1 == timeline.len(),
    })
}

/// A sequence of a day.
#[component]
pub fn SequenceRow(
    /// What is known.
    known: Known,
    /// Its version.
    version: CurriculumId,
    /// Which sequence.
    id: SequenceId,
    /// What is said of the one that was just moved.
    moved: RwSignal<String>,
) -> impl IntoView {
    let followed = known.version(&version);
    let of = id.clone();
    let shown = Memo::new(move |_| {
        followed.with(|version| version.as_deref().and_then(|version| line(version, &of)).unwrap_or_default())
    });
    let is_writable =
        Memo::new(move |_| followed.with(|version| version.as_ref().is_some_and(|one| one.is_writable())));
    let say = move |read: fn(&Line) -> String| move || shown.with(read);
    let way = TeachingRoute::Version(version.clone(), VersionPart::Sequence(id.clone())).to_hash();
    let active = move || {
        let active = shown.with(|line| line.active.clone());
        (!active.is_empty()).then(|| view! { <p class="card__meta">{format!("Minutes actives\u{a0}: {active}.")}</p> })
    };
    let aim = move || {
        let aim = shown.with(|line| line.aim.clone());
        (!aim.is_empty()).then(|| view! { <p>{aim}</p> })
    };
    view! {
        <li class="timeline__row" class:timeline__row--break=move || shown.with(|line| line.is_break)>
            <p class="timeline__time">
                {say(|line| line.from.clone())} <span class="timeline__until">{say(|line| format!("à {}", line.to))}</span>
            </p>
            <div class="timeline__body stack stack--tight">
                <h3 class="timeline__title">
                    <a href=way>{say(|line| line.title.clone())}</a>
                </h3>
                <p class="timeline__how">
                    <span class="chip chip--plain">{say(|line| line.method.to_owned())}</span>
                    " " {say(|line| line.duration.clone())}
                </p>
                {aim}
                {active}
                <Show when=move || is_writable.get()>
                    <Acts known version=version.clone() id=id.clone() shown moved />
                </Show>
            </div>
        </li>
    }
}

/// Up, down, once more, away.
#[component]
fn Acts(
    /// What is known.
    known: Known,
    /// Its version.
    version: CurriculumId,
    /// Which sequence.
    id: SequenceId,
    /// What the row shows.
    shown: Memo<Line>,
    /// What is said of the one that was just moved.
    moved: RwSignal<String>,
) -> impl IntoView {
    let [up, down] = ["monter", "descendre"].map(|act| format!("{act}-{}", id.as_str()));
    let edit = TeachingRoute::Version(version.clone(), VersionPart::SequenceEdit(id.clone())).to_hash();
    let of = StoredValue::new((version, id));
    let shift = move |shift: Shift, button: &str| {
        let changes = of.with_value(|(version, id)| known.changes(version, |version| version.shift(id, shift)));
        let Some(changes) = changes.filter(|changes| !changes.is_empty()) else { return };
        let said = of.with_value(|(version, id)| {
            let version = known.version_now(version)?;
            let place = version.place_after(id, shift)?;
            Some(text::moved(&version.day.sequence(id)?.title, place, version.day.sequences.len()))
        });
        let button = button.to_owned();
        known.saver.save_then(changes, move || {
            // One may have left the page.
            let _ = moved.try_set(said.unwrap_or_default());
            // The row that moves lets the focus go.
            request_animation_frame(move || dom::focus_in_place(&button));
        });
    };
    let copy = move |_| {
        let Ok(new) = identity::new_record_id() else { return };
        let title = shown.with_untracked(|line| text::copy_title(&line.title));
        let made = |version: &Curriculum| of.with_value(|(_, id)| version.duplicate(id, new, &title));
        let Some(changes) = of.with_value(|(version, _)| known.changes(version, made)) else { return };
        let messages = known.messages;
        known.saver.save_then(changes, move || messages.done("Séquence copiée", "La copie est placée juste après."));
    };
    let remove = move |_| {
        let changes = of.with_value(|(version, id)| known.changes(version, |version| version.remove(id)));
        let Some(changes) = changes else { return };
        let done = Undoable {
            title: "Séquence retirée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Séquence rétablie",
        };
        known.saver.save_undoable(changes, done, || request_animation_frame(dom::focus_heading_if_lost));
    };
    let name = move || format!("\u{a0}: {}", shown.with(|line| line.title.clone()));
    let way = move |words: &'static str, id: String, is_end: fn(&Line) -> bool, to: Shift| {
        let button = id.clone();
        view! {
            <button
                type="button"
                class="button button--plain"
                id=id
                aria-disabled=move || shown.with(is_end).to_string()
                on:click=move |_| shift(to, &button)
            >
                {words}
                <span class="visually-hidden">{name}</span>
            </button>
        }
    };
    view! {
        <p class="row timeline__acts screen-only">
            {way("Monter", up, |line| line.is_first, Shift::Earlier)}
            {way("Descendre", down, |line| line.is_last, Shift::Later)}
            <a class="button button--plain" href=edit>
                "Modifier"
                <span class="visually-hidden">{name}</span>
            </a>
            <button type="button" class="button button--plain" on:click=copy>
                "Dupliquer"
                <span class="visually-hidden">{name}</span>
            </button>
            <button type="button" class="button button--plain" on:click=remove>
                "Retirer"
                <span class="visually-hidden">{name}</span>
            </button>
        </p>
    }
}
