//! The blank questionnaire on paper, where each choice bears the number that is typed back.

use crate::domain::evaluation::survey::{Question, QuestionKind, Section, Survey, SurveyKind};
use crate::text::evaluation::NO_NAMES;
use crate::text::evaluation_collect as text;
use crate::ui::components::{BackTo, Page};
use crate::ui::pages::result::{Paper, PrintButton};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet.
#[component]
pub fn PaperPage(
    /// What is asked.
    survey: Arc<Survey>,
    /// The day of the training; none: it is written by hand.
    held_on: Option<NaiveDate>,
    /// Where one comes from.
    back: BackTo,
) -> impl IntoView {
    let title = format!("Questionnaire à imprimer\u{a0}: {}", text::uncapitalised_kind(survey.kind));
    let foot = format!("{}, version {} – Repères {}", survey.title, survey.version, env!("CARGO_PKG_VERSION"));
    view! {
        <Page title lead="Un exemplaire par personne, sans nom. Il se saisit ensuite au clavier, numéro par numéro." back>
            <div class="row screen-only">
                <PrintButton label="Imprimer le questionnaire" />
                <p class="hint">"Format A4, recto verso de préférence."</p>
            </div>
            <Paper class="paper--exercise survey-paper" label="Aperçu du questionnaire" foot>
                <BlankSurvey survey held_on />
            </Paper>
        </Page>
    }
}

/// The questions, numbered as they are typed back.
#[component]
fn BlankSurvey(
    /// What is asked.
    survey: Arc<Survey>,
    /// The day of the training.
    held_on: Option<NaiveDate>,
) -> impl IntoView {
    let mut first = 1;
    let parts = survey.sections.iter().map(|section| {
        let from = first;
        first += section.questions.len();
        view! { <Part section=section.clone() from /> }
    });
    let parts = parts.collect_view();
    let how = match survey.kind {
        SurveyKind::EndOfDay => "Cochez une case par question, ou plusieurs là où c’est écrit.",
        SurveyKind::ThreeMonths => {
            "Cochez une case par question, ou plusieurs là où c’est écrit. Reprenez la feuille de vos engagements."
        }
    };
    view! {
        <section class="paper__sheet paper__sheet--answers">
            <header class="sheet-head">
                <h2 class="sheet-head__title">{survey.title.clone()}</h2>
                <p class="sheet-head__date">{text::held(held_on)}</p>
            </header>
            <p>{survey.intro.clone()}</p>
            <p>{how} " " {NO_NAMES}</p>
            {parts}
        </section>
    }
}

/// Questions that go together.
#[component]
fn Part(
    /// The questions.
    section: Section,
    /// The number of the first one.
    from: usize,
) -> impl IntoView {
    let questions = (from..).zip(section.questions).map(|(rank, question)| view! { <Asked rank question /> });
    view! {
        <h3>{section.title}</h3>
        {questions.collect_view()}
    }
}

/// One question, with a box for each choice or lines to write on.
#[component]
fn Asked(
    /// Its number.
    rank: usize,
    /// What is asked.
    question: Question,
) -> impl IntoView {
    let marks = (1..).zip(question.choices()).map(|(mark, choice): (usize, _)| {
        view! {
            <li>
                <span class="mark">{mark}</span>
                " "
                {choice.title.clone()}
            </li>
        }
    });
    let marks = marks.collect_view();
    let answer = match question.kind {
        QuestionKind::Text => view! { <p class="survey-paper__lines"></p> }.into_any(),
        QuestionKind::One { .. } | QuestionKind::Many { .. } => view! {
            <ul role="list" class="marks">
                {marks}
            </ul>
        }
        .into_any(),
    };
    view! {
        <div class="paper__question">
            <p>
                <strong>{format!("{rank}. {}", question.title)}</strong>
            </p>
            {answer}
        </div>
    }
}
