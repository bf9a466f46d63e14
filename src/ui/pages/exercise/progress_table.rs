//! The figures of the group's way: how many gave each answer in the morning and in the evening.

use crate::domain::exercise::blocks::Block;
use crate::text::exercise_progress::{GroupWords, MARKS, Moved, ObjectiveWords, Stood, Told, grades};
use leptos::prelude::*;
use std::sync::Arc;

/// The objectives, group by group, two lines each.
#[component]
pub fn ProgressTable(
    /// What the group said.
    told: Arc<Told>,
) -> impl IntoView {
    let head = grades().map(|grade| {
        view! {
            <th scope="col" class="number">
                {grade}
            </th>
        }
    });
    let groups = told.groups.iter().cloned().map(|group| view! { <Group group /> }).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau des objectifs">
            <table class="table progress-table">
                <caption>{told.caption.clone()}</caption>
                <thead>
                    <tr>
                        <th scope="col">"Objectif"</th>
                        <th scope="col">"Moment"</th>
                        {head.into_iter().collect_view()}
                        <th scope="col" class="number">
                            "Moyenne"
                        </th>
                        <th scope="col">"Du matin au soir"</th>
                    </tr>
                </thead>
                {groups}
            </table>
        </div>
    }
}

/// The objectives of a group.
#[component]
fn Group(
    /// The group.
    group: GroupWords,
) -> impl IntoView {
    let rows = group.objectives.into_iter().map(|objective| view! { <Objective objective /> }).collect_view();
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="8" class="progress-table__block">
                    <span>{group.title}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
}

/// One objective, or why its figures are withheld.
#[component]
fn Objective(
    /// The objective.
    objective: ObjectiveWords,
) -> impl IntoView {
    let ObjectiveWords { title, who, moved } = objective;
    let who = who.map(|who| view! { <span class="hint progress-table__who">{who}</span> });
    match moved {
        Ok(Moved { before, after, way }) => {
            let [morning, evening] = MARKS;
            view! {
                <tr>
                    <th scope="row" rowspan="2">
                        {title}
                        {who}
                    </th>
                    {cells(morning, before)}
                    <td rowspan="2">{way}</td>
                </tr>
                <tr>{cells(evening, after)}</tr>
            }
            .into_any()
        }
        Err(why) => view! {
            <tr>
                <th scope="row">{title}</th>
                <td colspan="7" class="quiet-cell">
                    {why}
                </td>
            </tr>
        }
        .into_any(),
    }
}

/// A moment and its figures.
fn cells(at: &'static str, stood: Stood) -> impl IntoView {
    let count = |block: &Block| {
        let wide = (!block.is_apart()).then(|| block.width().to_string());
        view! {
            <td class="number" class:progress-table__together=!block.is_apart() colspan=wide>
                {block.count}
            </td>
        }
    };
    let counts = stood.blocks.iter().map(count);
    view! {
        <th scope="row" class="progress-table__moment">
            {at}
        </th>
        {counts.collect_view()}
        <td class="number">
            <strong>{stood.middle_words()}</strong>
        </td>
    }
}
