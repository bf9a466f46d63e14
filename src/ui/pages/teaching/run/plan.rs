//! The whole day: what was planned, what happened.

use super::desk::{note, start};
use super::live::Day;
use crate::domain::curriculum::sequence::SequenceId;
use crate::text::teaching_live::{Kind, Told};
use leptos::prelude::*;

/// Every sequence, with its hours.
#[component]
pub fn PlanTable(
    /// The day.
    day: Day,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        day.live.with(|live| live.lines.iter().map(|line| line.id.clone()).collect::<Vec<SequenceId>>())
    });
    let row = move |id: SequenceId| {
        let told = Memo::new(move |_| day.live.with(|live| live.lines.iter().find(|line| line.id == id).cloned()));
        view! { <Row day told /> }
    };
    view! {
        <section class="stack stack--tight">
            <h2>"La journée"</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label="La journée, séquence par séquence">
                <table class="table run__plan">
                    <caption class="visually-hidden">"La journée, séquence par séquence"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Prévu"</th>
                            <th scope="col">"Séquence"</th>
                            <th scope="col">"Ce jour-là"</th>
                            <th scope="col">"Noter"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || ids.get() key=Clone::clone children=row />
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn Row(
    /// The day.
    day: Day,
    /// The sequence, followed.
    told: Memo<Option<Told>>,
) -> impl IntoView {
    let of = move |part: fn(&Told) -> String| move || told.with(|told| told.as_ref().map(part));
    let stage = Memo::new(move |_| told.with(|told| told.as_ref().map(|told| told.stage)));
    let is_now = move || (stage.get() == Some(Kind::Now)).then_some("true");
    view! {
        <tr aria-current=is_now>
            <td>{of(|told| told.planned.clone())}</td>
            <th scope="row">
                {of(|told| told.title.clone())}
                <span class="hint run__how">{of(|told| told.how.clone())}</span>
            </th>
            <td>{of(|told| told.said.clone())}</td>
            <td>
                <Act day told stage />
            </td>
        </tr>
    }
}

/// What may be noted of a sequence today.
#[component]
fn Act(
    /// The day.
    day: Day,
    /// The sequence, followed.
    told: Memo<Option<Told>>,
    /// Where it is.
    stage: Memo<Option<Kind>>,
) -> impl IntoView {
    let named = move |act: &str| told.with(|told| told.as_ref().map(|told| format!("{act}\u{a0}: {}", told.title)));
    let begin = move |_| {
        if let Some(told) = told.get_untracked() {
            start(day, &told.id, &told.title);
        }
    };
    let back = move |_| {
        let Some(told) = told.get_untracked() else { return };
        let changes =
            day.session.with_value(|session| day.noted.with_untracked(|noted| noted.back_to(session, &told.id)));
        note(day, changes, format!("Reprise\u{a0}: {}", told.title));
    };
    move || match stage.get().filter(|_| day.is_today())? {
        Kind::ToCome | Kind::Skipped => Some(
            view! {
                <button type="button" class="button button--plain" aria-label=named("Commencer") on:click=begin>
                    "Commencer"
                </button>
            }
            .into_any(),
        ),
        Kind::Done => Some(
            view! {
                <button type="button" class="button button--plain" aria-label=named("Reprendre") on:click=back>
                    "Reprendre"
                </button>
            }
            .into_any(),
        ),
        Kind::Now => None,
    }
}
