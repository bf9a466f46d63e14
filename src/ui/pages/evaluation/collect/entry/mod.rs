//! Questionnaires filled on paper or told by telephone, typed one after the other without leaving the keyboard.

mod sheet;

use super::desk as back_to_desk;
use super::home;
use super::kept_row::KeptRow;
use crate::domain::evaluation::intake::{Kept, kept};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Question, Section, Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use crate::text::evaluation_collect as words;
use crate::text::evaluation_entry as text;
use crate::text::{evaluation_reminder, format};
use crate::ui::components::{ErrorSummary, Page};
use crate::ui::pages::exercise::Cell;
use crate::ui::pages::programme::{Board, NotHere};
use leptos::prelude::*;
use sheet::{NUMBER, STORE, Sheet, cell_id};
use std::sync::Arc;

const BEFORE: &str = "feuilles-enregistrees";

/// The sheet.
#[component]
pub fn EntryPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
    /// What was asked.
    survey: Arc<Survey>,
) -> impl IntoView {
    let is_by_telephone = survey.kind == SurveyKind::ThreeMonths;
    let title = format!("Saisir les feuilles\u{a0}: {}", format::uncapitalised(words::kind(survey.kind)));
    let back = back_to_desk(id.clone());
    let of = id.clone();
    // Followed: it may go, or get another day, while one types.
    let session = Memo::new(move |_| board.session(&of));
    let is_here = Memo::new(move |_| session.with(Option::is_some));
    let held_on = Memo::new(move |_| session.with(|session| session.as_ref()?.held_on));
    let script = move || {
        held_on.get().filter(|_| is_by_telephone).map(|held_on| {
            view! {
                <details class="disclosure">
                    <summary>"Ce que l’on dit au téléphone"</summary>
                    <p>{evaluation_reminder::on_the_telephone(held_on)}</p>
                </details>
            }
        })
    };
    let sheet = Sheet::new(board, survey, id);
    let faulty = Signal::derive(move || sheet.faults.with(|faults| !faults.is_empty()));
    view! {
        <Show when=move || is_here.get() fallback=|| view! { <NotHere what="Cette session" back=home() /> }>
            <Page title=title.clone() lead=text::LEAD back=back.clone() faulty>
                <p class="card__meta">{move || words::held(held_on.get())}</p>
                {script}
                <p class="status-line" role="status">
                    {sheet.stored}
                </p>
                <SheetForm sheet />
                <TypedHere sheet />
            </Page>
        </Show>
    }
}

/// The sheets that this page stored: one of them may be a trial, or typed twice.
#[component]
fn TypedHere(
    /// The sheet.
    sheet: Sheet,
) -> impl IntoView {
    let before = Memo::new(move |_| {
        let numbers = sheet.before.get();
        let kept = if numbers.is_empty() { Vec::new() } else { sheet.saver.state().with_tables(kept) };
        let of = |number: &SecretNumber| kept.iter().find(|one| one.number == *number).cloned();
        numbers.iter().filter_map(of).collect::<Vec<Kept>>()
    });
    view! {
        <Show when=move || before.with(|before| !before.is_empty())>
            <section class="stack" aria-labelledby=BEFORE>
                <h2 id=BEFORE>"Feuilles enregistrées depuis cette page"</h2>
                <p>{text::TYPED_HERE}</p>
                <ul role="list" class="picks">
                    <For each=move || before.get() key=Kept::clone let(one)>
                        <KeptRow saver=sheet.saver one />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// A question of the sheet.
struct Row {
    question: Question,
    label: String,
    value: RwSignal<String>,
    /// The cell that comes after it.
    next: String,
}

/// The cells in the order of the paper, and what stores them.
#[component]
fn SheetForm(
    /// The sheet.
    sheet: Sheet,
) -> impl IntoView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sheet.store();
    };
    let survey = sheet.survey.get_value();
    let cells = sheet.cells.get_value();
    let nexts = cells.iter().skip(1).map(|(id, _)| cell_id(id)).chain([STORE.to_owned()]);
    let rows = (1..).zip(survey.questions()).zip(&cells).zip(nexts);
    let mut rows = rows.map(|(((rank, question), (_, value)), next): (((usize, &Question), _), _)| Row {
        question: question.clone(),
        label: format!("{rank}. {}", question.title),
        value: *value,
        next,
    });
    let part = |section: &Section| {
        let cells = rows.by_ref().take(section.questions.len()).map(|Row { question, label, value, next }| {
            let hint = text::hint(&question);
            view! { <Cell id=cell_id(&question.id) label hint value next faults=sheet.faults is_text=question.is_text() /> }
        });
        view! {
            <fieldset class="group entry__theme">
                <legend>{section.title.clone()}</legend>
                {cells.collect_view()}
            </fieldset>
        }
    };
    let parts = survey.sections.iter().map(part).collect_view();
    view! {
        <form class="stack entry survey-entry" on:submit=submit novalidate>
            <ErrorSummary faults=sheet.faults />
            <Cell
                id=NUMBER
                label=text::NUMBER
                hint=text::NUMBER_HINT.to_owned()
                value=sheet.number
                next=sheet.first()
                faults=sheet.faults
            />
            {parts}
            <p>
                <button type="submit" id=STORE class="button button--primary">
                    {text::STORE}
                </button>
            </p>
        </form>
    }
}
