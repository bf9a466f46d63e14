//! What the answers show, axis by axis: a sentence, bars, then the same data in tables.

use super::case::Case;
use crate::domain::interview::id::ItemId;
use crate::domain::interview::rulebook::Weight;
use crate::route::Route;
use crate::text::interview as words;
use crate::text::result::{AxisRow, Shown, level_name, rows};
use crate::ui::components::{CellBar, ChartPatterns, LevelMeter};
use leptos::prelude::*;

/// The rows of a case, followed.
pub fn rows_of(case: Case) -> Memo<Vec<AxisRow<'static>>> {
    Memo::new(move |_| case.assessment.with(|assessment| rows(case.rulebook, &assessment.axes)))
}

/// The section of the results.
#[component]
pub fn Axes(
    /// The case.
    case: Case,
) -> impl IntoView {
    let rows = rows_of(case);
    let rule = words::level_rule(&case.rulebook.levels);
    let needed = rule.first().cloned();
    view! {
        <section class="stack stack--wide" aria-labelledby="axes">
            <div class="stack stack--tight">
                <h2 id="axes" tabindex="-1">"Ce que montrent les réponses"</h2>
                <p>{needed}</p>
            </div>
            <ChartPatterns />
            <ul role="list" class="axes">
                {move || {
                    rows.get().into_iter().map(|row| view! { <li><AxisCard case row /></li> }).collect_view()
                }}
            </ul>
            {move || super::axis_tables::tables(&rows.get())}
            <p>
                <a href=Route::Rules.to_hash()>"Voir comment un niveau est donné, et toutes les règles"</a>
            </p>
        </section>
    }
}

/// One axis.
#[component]
fn AxisCard(
    /// The case.
    case: Case,
    /// What to show.
    row: AxisRow<'static>,
) -> impl IntoView {
    let drawings = match &row.shown {
        Shown::Skill { level, skills, .. } => view! {
            <LevelMeter level=*level name=level_name(*level) />
            {skills.has_answers().then(|| view! { <CellBar bar=skills.clone() /> })}
        }
        .into_any(),
        Shown::Situation { .. } => ().into_any(),
    };
    let said = said(&row.shown);
    view! {
        <article class="axis">
            <div class="axis__said stack stack--tight">
                <h3>{row.title}</h3>
                <p class="hint">{row.about}</p>
                {said}
                <Unknown case items=row.unknown />
            </div>
            <div class="axis__drawn">
                {drawings}
                <CellBar bar=row.answers title=row.completeness />
            </div>
        </article>
    }
}

/// The sentences of an axis.
pub fn said(shown: &Shown<'static>) -> AnyView {
    match shown {
        Shown::Skill { sentence, .. } => view! { <p>{sentence.clone()}</p> }.into_any(),
        Shown::Situation { findings, nothing } if findings.is_empty() => view! { <p>{*nothing}</p> }.into_any(),
        Shown::Situation { findings, .. } => {
            let found = findings
                .iter()
                .map(|(weight, sentences)| view! { <Findings weight=*weight sentences=sentences.clone() /> });
            view! { <ul role="list" class="findings">{found.collect_view()}</ul> }.into_any()
        }
    }
}

/// What the answers show, of one weight.
#[component]
fn Findings(
    /// What it means for what comes next.
    weight: Weight,
    /// The sentences.
    sentences: Vec<&'static str>,
) -> impl IntoView {
    let sentences = sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    let class = match weight {
        Weight::Obstacle => "finding finding--obstacle",
        Weight::Attention => "finding finding--attention",
        Weight::Asset => "finding finding--asset",
    };
    view! {
        <li class=class>
            <p class="finding__weight">{words::weight(weight)}</p>
            {sentences}
        </li>
    }
}

/// What is not known of an axis, with the way to each question.
#[component]
fn Unknown(
    /// The case.
    case: Case,
    /// The questions without a usable answer.
    items: Vec<ItemId>,
) -> impl IntoView {
    let links = items
        .iter()
        .filter_map(|id| {
            let short = case.questionnaire.item(id)?.short.as_str();
            Some(view! { <li><a href=case.question(id).to_hash()>{short}</a></li> })
        })
        .collect_view();
    (!items.is_empty()).then(|| {
        view! {
            <div class="unknown">
                <p class="unknown__title">"On ne sait pas encore"</p>
                <ul role="list" class="unknown__items">
                    {links}
                </ul>
            </div>
        }
    })
}
