//! The sheets of a case on paper: the person's, for whoever plays them, and the answers', for whoever holds the interview.

use super::known::{Known, back_to};
use crate::domain::exercise::case::{Case, Topic};
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::typed::items;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::text::exercise_paper as text;
use crate::ui::components::Page;
use crate::ui::pages::interview::Story;
use crate::ui::pages::result::{BlankLine, Paper, PrintButton};
use leptos::prelude::*;
use std::sync::Arc;

/// Both sheets, one after the other.
#[component]
pub fn CasePaperPage(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let foot = format!("Exercice {code} – Repères {}", env!("CARGO_PKG_VERSION"));
    view! {
        <Page
            title=format!("Fiches à imprimer\u{a0}: {}", case.name)
            lead="Une fiche pour qui joue la personne, une feuille de réponses pour qui mène l’entretien."
            back=back_to(code)
        >
            <div class="row screen-only">
                <PrintButton label="Imprimer les fiches" />
                <p class="hint">"Format A4. Imprimez autant d’exemplaires que de numéros."</p>
            </div>
            <Paper class="paper--exercise" label="Aperçu des fiches du cas" foot>
                <PersonSheet case=Arc::clone(&case) />
                <AnswerSheet known code case />
            </Paper>
        </Page>
    }
}

/// What is known of the person, and what they reply.
#[component]
pub fn PersonSheet(
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let told = case.says.len();
    let reply = |(rank, topic): (usize, &Topic)| {
        view! {
            <li value=rank.to_string()>
                <strong>{topic.question.clone()}</strong>
                <br />
                {topic.reply.clone()}
            </li>
        }
    };
    let all = || (1..).zip(case.topics());
    view! {
        <section class="paper__sheet">
            <header class="sheet-head">
                <h2 class="sheet-head__title">{format!("Vous êtes {}", case.name)}</h2>
                <p class="sheet-head__date">{case.title.clone()}</p>
            </header>
            <Story case=Arc::clone(&case) />
            <h3>"Vous le dites quand on en parle"</h3>
            <ol>{all().take(told).map(reply).collect_view()}</ol>
            <h3>"Vous ne le dites que si on vous le demande"</h3>
            <ol>{all().skip(told).map(reply).collect_view()}</ol>
            <p class="hint">
                "À la fin, donnez les numéros de ce qu’on vous a demandé à la personne qui a mené l’entretien."
            </p>
        </section>
    }
}

/// The questions with their marks, the orientations with their numbers.
#[component]
pub fn AnswerSheet(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let asked: Vec<(usize, &'static Item)> = (1..).zip(items(known.questionnaire, code)).collect();
    let blocks = known.questionnaire.blocks.iter().filter_map(|block| {
        let of_block = asked.iter().filter(|(_, item)| item.block == block.id);
        let questions = of_block.map(|(number, item)| view! { <Question number=*number item /> }).collect::<Vec<_>>();
        (!questions.is_empty()).then(|| {
            view! {
                <h3>{block.title.as_str()}</h3>
                {questions}
            }
        })
    });
    let orientations = (1..).zip(&known.rulebook.orientations).map(|(rank, one): (usize, _)| {
        view! { <li value=rank.to_string()>{one.title.as_str()}</li> }
    });
    view! {
        <section class="paper__sheet paper__sheet--answers">
            <header class="sheet-head">
                <h2 class="sheet-head__title">{format!("Feuille de réponses\u{a0}: {}", case.name)}</h2>
                <p class="sheet-head__date">{format!("Exercice {code}")}</p>
            </header>
            <BlankLine label="Numéro du ticket" />
            <p class="hint">
                "Cochez ce que la personne vous dit. Une question qui n’est pas abordée reste vide. N’écrivez aucun nom."
            </p>
            <p>{text::unknown_marks()}</p>
            {blocks.collect_view()}
            <h3>"Orientations"</h3>
            <BlankLine label="Numéros retenus" />
            <BlankLine label="Numéros écartés" />
            <ol class="paper__columns">{orientations.collect_view()}</ol>
            <BlankLine label="Numéros des questions posées (donnés à la fin)" />
        </section>
    }
}

/// A question, and the marks to tick.
#[component]
fn Question(
    /// Its number on the sheet.
    number: usize,
    /// The question.
    item: &'static Item,
) -> impl IntoView {
    let mark = |mark: char| view! { <span class="mark">{mark}</span> };
    let (unknown, known): (Vec<_>, Vec<_>) =
        text::choices(item).into_iter().partition(|one| text::is_unknown(one.mark));
    let known = known.into_iter().map(|one| view! { <li>{mark(one.mark)} " " {one.words}</li> });
    let unknown = unknown.into_iter().map(|one| mark(one.mark));
    let several = text::takes_several(item).then_some(" (plusieurs réponses)");
    view! {
        <div class="paper__question">
            <p>
                <strong>{format!("{number}. {}", item.text(Voice::Professional))}</strong>
                {several}
            </p>
            <ul role="list" class="marks">
                {known.collect_view()}
                <li class="marks__unknown">{unknown.collect_view()}</li>
            </ul>
        </div>
    }
}
