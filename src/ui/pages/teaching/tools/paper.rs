//! The sheets on paper: one page each, the exercise and the questions on its back.

use super::exercise::items;
use super::facts::Facts;
use super::known::{Known, back_to_tool, back_to_tools};
use super::sheet::UnknownTool;
use crate::browser::clock;
use crate::domain::curriculum::question::{Choice, Question};
use crate::domain::curriculum::tool::{Exercise, Tool, ToolBook, ToolId};
use crate::text::teaching_tools as text;
use crate::ui::components::Page;
use crate::ui::pages::result::{Paper, PrintButton};
use leptos::prelude::*;

fn foot(book: &ToolBook) -> String {
    text::foot(book.as_of, clock::today(), env!("CARGO_PKG_VERSION"))
}

/// One sheet.
#[component]
pub fn ToolPaperPage(
    /// What is delivered.
    known: Known,
    /// The tool.
    id: ToolId,
) -> impl IntoView {
    let Some(tool) = known.book.tool(&id) else { return view! { <UnknownTool /> }.into_any() };
    view! {
        <Page
            title=format!("Imprimer\u{a0}: {}", tool.title)
            lead="La fiche sur une page, l’exercice et les questions au dos."
            back=back_to_tool(id, &tool.title)
        >
            <div class="row screen-only">
                <PrintButton />
                <p class="hint">"Format A4, recto verso."</p>
            </div>
            <Paper class="tool-paper" label="Aperçu de la fiche outil" foot=foot(known.book)>
                <ToolSheets book=known.book tool />
            </Paper>
        </Page>
    }
    .into_any()
}

/// Every sheet, in one job.
#[component]
pub fn ToolPapersPage(
    /// What is delivered.
    known: Known,
) -> impl IntoView {
    let book = known.book;
    let [asked, others] = book.by_origin();
    let tools: Vec<&'static Tool> = asked.into_iter().chain(others).collect();
    let number = tools.len();
    let sheets = tools.into_iter().map(|tool| view! { <ToolSheets book tool /> }).collect_view();
    view! {
        <Page
            title="Imprimer toutes les fiches"
            lead="Chaque fiche tient sur une feuille recto verso."
            back=back_to_tools()
        >
            <div class="row screen-only">
                <PrintButton label="Imprimer toutes les fiches" />
                <p class="hint">{text::papers(number)}</p>
            </div>
            <Paper class="tool-paper" label="Aperçu des fiches outils" foot=foot(book)>
                {sheets}
            </Paper>
        </Page>
    }
}

/// Both sides of a sheet.
#[component]
fn ToolSheets(
    /// Every sheet, with their sources.
    book: &'static ToolBook,
    /// The sheet.
    tool: &'static Tool,
) -> impl IntoView {
    let said = tool.say.iter().map(|words| view! { <li class="tool-said">{words.as_str()}</li> }).collect_view();
    view! {
        <section class="paper__sheet tool-paper__front">
            <header class="sheet-head">
                <h2 class="sheet-head__title">{tool.title.as_str()}</h2>
                <p class="sheet-head__date">"Fiche outil"</p>
            </header>
            <p class="tool-paper__what">{tool.what.as_str()}</p>
            <div class="tool-paper__columns">
                <h3>"Pour quoi faire"</h3>
                <ul>{items(&tool.what_for)}</ul>
                <h3>"Pour qui"</h3>
                <ul>{items(&tool.for_whom)}</ul>
                <h3>"Quand ne pas s’en servir"</h3>
                <ul>{items(&tool.when_not)}</ul>
                <h3>"Commencer en cinq étapes"</h3>
                <ol>{items(&tool.steps)}</ol>
                <h3>"Quoi dire à la personne"</h3>
                <ul role="list">{said}</ul>
                <h3>"Ce qui est connu, et depuis quand"</h3>
                <Facts book tool />
            </div>
        </section>
        <section class="paper__sheet tool-paper__back">
            <header class="sheet-head">
                <h2 class="sheet-head__title">{format!("{}\u{a0}: s’exercer", tool.title)}</h2>
                <p class="sheet-head__date">"Fiche outil, au dos"</p>
            </header>
            <PaperExercise exercise=&tool.exercise />
            <PaperQuiz questions=&tool.quiz />
        </section>
    }
}

/// The exercise, with what is expected.
#[component]
fn PaperExercise(
    /// The exercise.
    exercise: &'static Exercise,
) -> impl IntoView {
    view! {
        <h3>{format!("{}, {}", exercise.title, text::minutes(exercise.minutes))}</h3>
        <p>{exercise.situation.as_str()}</p>
        <div class="tool-paper__columns">
            <h4>"Avec le réseau"</h4>
            <ol>{items(&exercise.online)}</ol>
            <h4>"Sans réseau"</h4>
            <ol>{items(&exercise.offline)}</ol>
            <h4>"Ce que l’on attend"</h4>
            <ul>{items(&exercise.expected)}</ul>
        </div>
    }
}

/// The questions, then the right answers with their reasons.
#[component]
fn PaperQuiz(
    /// The questions.
    questions: &'static [Question],
) -> impl IntoView {
    let choice = |(rank, choice): (usize, &'static Choice)| {
        view! { <li>{format!("{}. {}", text::choice_letter(rank), choice.text)}</li> }
    };
    let question = |(rank, one): (usize, &'static Question)| {
        view! {
            <div class="tool-paper__question">
                <p>
                    <strong>{format!("{}. {}", rank + 1, one.text)}</strong>
                </p>
                <ul role="list">{one.choices.iter().enumerate().map(choice).collect_view()}</ul>
            </div>
        }
    };
    let answer = |(rank, one): (usize, &'static Question)| {
        let (letter, right) = one.choices.iter().enumerate().find(|(_, choice)| choice.is_right)?;
        Some(view! { <li>{text::paper_answer(rank, text::choice_letter(letter), &right.why)}</li> })
    };
    view! {
        <h3>"Vérifier ce que l’on retient"</h3>
        <div class="tool-paper__columns">{questions.iter().enumerate().map(question).collect_view()}</div>
        <h3>"Les réponses"</h3>
        <ul role="list" class="tool-paper__answers">
            {questions.iter().enumerate().map(answer).collect_view()}
        </ul>
    }
}
