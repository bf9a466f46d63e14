//! The questions, section by section, on one page: what is left unanswered is seen at a glance.

use super::draft::Draft;
use super::hand_in::{HandIn, HandOver};
use super::question::QuestionField;
use super::take_away::TakeAway;
use crate::domain::evaluation::survey::{Section, SurveyKind};
use crate::route::evaluation::Device;
use crate::text::evaluation_collect as text;
use crate::ui::components::ErrorSummary;
use leptos::prelude::*;
use std::sync::Arc;

/// The form of one person.
#[component]
pub fn AnswerForm(
    /// The answer.
    draft: Draft,
    /// Set once it is stored.
    is_done: RwSignal<bool>,
) -> impl IntoView {
    let asked = draft.asked.get_value();
    let sections = asked.survey.sections.iter().enumerate();
    let sections = sections.map(|(nth, section)| view! { <SectionPart draft nth section=section.clone() /> });
    let sections = sections.collect_view();
    let is_end_of_day = asked.survey.kind == SurveyKind::EndOfDay;
    let progress = move || {
        let (answered, all) = draft.progress();
        text::answered(answered, all)
    };
    // Enter in a field hands nothing in.
    let submit = |event: leptos::ev::SubmitEvent| event.prevent_default();
    view! {
        <form class="stack stack--wide survey screen-only" on:submit=submit novalidate autocomplete="off">
            <ErrorSummary faults=draft.faults />
            {sections}
        </form>
        {is_end_of_day.then(|| view! { <TakeAway draft /> })}
        <section class="stack screen-only" aria-labelledby="remettre">
            <h2 id="remettre">"Remettre mes réponses"</h2>
            <p class="card__meta">{progress}</p>
            {match asked.device {
                Device::Room => view! { <HandIn draft is_done /> }.into_any(),
                Device::Own => view! { <HandOver draft /> }.into_any(),
            }}
        </section>
    }
}

/// Questions that go together.
#[component]
fn SectionPart(
    /// The answer.
    draft: Draft,
    /// Its place among the sections, from 0.
    nth: usize,
    /// The questions.
    section: Section,
) -> impl IntoView {
    let heading = format!("partie-{}", nth + 1);
    let labelled = heading.clone();
    let fields = section.questions.into_iter().map(|question| {
        view! { <QuestionField draft question=Arc::new(question) /> }
    });
    view! {
        <section class="stack" aria-labelledby=labelled>
            <h2 id=heading>{section.title}</h2>
            {fields.collect_view()}
        </section>
    }
}
