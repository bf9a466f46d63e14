//! The data of the bars in tables.

use crate::text::result::{AxisRow, Part, Shown, level_name};
use leptos::prelude::*;

/// Two tables: the skills by axis, and the questions by axis. Made from the rows that the bars are made from.
pub fn tables(rows: &[AxisRow<'static>]) -> impl IntoView + use<> {
    let skill_parts = rows.iter().find_map(|row| match &row.shown {
        Shown::Skill { skills, .. } => Some(heads(&skills.parts)),
        Shown::Situation { .. } => None,
    });
    let answer_parts = rows.first().map(|row| heads(&row.answers.parts));
    let skills = rows.iter().filter_map(skill_row).collect_view();
    let answers = rows.iter().map(answer_row).collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Gestes par axe">
            <table class="table">
                <caption>"Gestes par axe\u{a0}: ce que la personne fait, en nombre de gestes"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Axe"</th>
                        <th scope="col">"Niveau"</th>
                        {skill_parts}
                    </tr>
                </thead>
                <tbody>{skills}</tbody>
            </table>
        </div>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Questions par axe">
            <table class="table">
                <caption>"Questions par axe\u{a0}: ce qui est connu, en nombre de questions posées"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Axe"</th>
                        {answer_parts}
                        <th scope="col" class="number">
                            "Posées"
                        </th>
                    </tr>
                </thead>
                <tbody>{answers}</tbody>
            </table>
        </div>
    }
}

fn heads(parts: &[Part]) -> impl IntoView + use<> {
    parts
        .iter()
        .map(|part| {
            let label = part.label;
            view! {
                <th scope="col" class="number">
                    {label}
                </th>
            }
        })
        .collect_view()
}

fn counts(parts: &[Part]) -> impl IntoView + use<> {
    parts
        .iter()
        .map(|part| {
            let count = part.count;
            view! { <td class="number">{count}</td> }
        })
        .collect_view()
}

fn skill_row(row: &AxisRow<'static>) -> Option<impl IntoView + use<>> {
    let Shown::Skill { level, skills, .. } = &row.shown else { return None };
    let (title, level, counts) = (row.title, level_name(*level), counts(&skills.parts));
    Some(view! {
        <tr>
            <th scope="row">{title}</th>
            <td>{level}</td>
            {counts}
        </tr>
    })
}

fn answer_row(row: &AxisRow<'static>) -> impl IntoView + use<> {
    let asked: usize = row.answers.counts().iter().sum();
    let (title, counts) = (row.title, counts(&row.answers.parts));
    view! {
        <tr>
            <th scope="row">{title}</th>
            {counts}
            <td class="number">{asked}</td>
        </tr>
    }
}
