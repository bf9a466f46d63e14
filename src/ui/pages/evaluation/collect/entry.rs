//! Questionnaires filled on paper or told by telephone, typed one after the other without leaving the keyboard.

use super::desk as back_to_desk;
use super::{draw, home};
use crate::browser::{clock, dom};
use crate::domain::evaluation::intake::{kept, received};
use crate::domain::evaluation::response::{Arrival, Response, receive};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Question, QuestionId, Section, Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use crate::text::evaluation_collect as words;
use crate::text::evaluation_entry::{self as text, Place, TypedAnswers};
use crate::text::{evaluation_reminder, format};
use crate::ui::components::{Action, ErrorSummary, FieldFault, Message, Messages, Page, Tone};
use crate::ui::pages::exercise::Cell;
use crate::ui::pages::programme::{Board, NotHere};
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

const NUMBER: &str = "saisie-numero";
const STORE: &str = "saisie-enregistrer";

fn cell_id(id: &QuestionId) -> String {
    format!("saisie-{id}")
}

/// A sheet being typed.
#[derive(Clone, Copy)]
struct Sheet {
    survey: StoredValue<Arc<Survey>>,
    session: StoredValue<SessionId>,
    number: RwSignal<String>,
    cells: StoredValue<Vec<(QuestionId, RwSignal<String>)>>,
    faults: RwSignal<Vec<FieldFault>>,
    /// Drawn once for a sheet: sent twice, it is the same answer.
    drawn: StoredValue<SecretNumber>,
    stored: RwSignal<String>,
    saver: Saver,
    messages: Messages,
}

impl Sheet {
    fn new(survey: Arc<Survey>, session: SessionId) -> Self {
        let cells = survey.questions().map(|question| (question.id.clone(), RwSignal::new(String::new()))).collect();
        Self {
            survey: StoredValue::new(survey),
            session: StoredValue::new(session),
            number: RwSignal::new(String::new()),
            cells: StoredValue::new(cells),
            faults: RwSignal::new(Vec::new()),
            drawn: StoredValue::new(draw()),
            stored: RwSignal::new(String::new()),
            saver: Saver::expect(),
            messages: Messages::expect(),
        }
    }

    fn typed(self) -> TypedAnswers {
        let cells = self.cells.get_value().into_iter().map(|(id, cell)| (id, cell.get_untracked())).collect();
        TypedAnswers { number: self.number.get_untracked(), cells }
    }

    /// What it answers; none, and everything that is wrong shown, while something is.
    fn read(self) -> Option<Response> {
        let survey = self.survey.get_value();
        let rank = |id: &QuestionId| survey.questions().position(|question| question.id == *id).map(|at| at + 1);
        match self.typed().read(&survey) {
            Ok((number, answers)) => {
                self.faults.set(Vec::new());
                Some(Response {
                    number: number.unwrap_or_else(|| self.drawn.get_value()),
                    survey: survey.kind,
                    version: survey.version.clone(),
                    session: self.session.get_value(),
                    on: clock::today(),
                    edition: 1,
                    answers,
                })
            }
            Err(found) => {
                let fault = |(place, fault): (Place, text::EntryFault)| match place {
                    Place::Number => FieldFault { field: NUMBER.to_owned(), sentence: text::fault(None, &fault) },
                    Place::Question(id) => FieldFault { field: cell_id(&id), sentence: text::fault(rank(&id), &fault) },
                };
                self.faults.set(found.into_iter().map(fault).collect());
                None
            }
        }
    }

    fn store(self) {
        let Some(response) = self.read() else { return };
        let number = response.number;
        match self.saver.state().with_tables_now(|tables| receive(tables, &response)) {
            Arrival::New(changes) | Arrival::Later(changes) => {
                self.saver.save_then(changes, move || self.stored(number));
            }
            Arrival::Again => self.messages.done("Cette réponse est déjà là", "Rien n’a été ajouté."),
            Arrival::Differs(later) => self.ask(later),
            Arrival::Gone | Arrival::Unwritable => self.messages.say(Message {
                tone: Tone::Fault,
                title: "La feuille n’a pas pu être enregistrée".to_owned(),
                body: "Ce qui est tapé est toujours à l’écran. Si un numéro est tapé, sa réponse a été effacée d’ici\u{a0}: laissez-le vide.".to_owned(),
                actions: Vec::new(),
            }),
        }
    }

    /// The number is known, with other answers.
    fn ask(self, later: Response) {
        let number = later.number;
        let run = Callback::new(move |()| {
            let arrival = self.saver.state().with_tables_now(|tables| receive(tables, &later));
            if let Arrival::New(changes) | Arrival::Later(changes) = arrival {
                self.saver.save_then(changes, move || self.stored(number));
            }
        });
        self.messages.say(Message {
            tone: Tone::Caution,
            title: "Ce numéro a déjà répondu autrement".to_owned(),
            body: "Vérifiez le numéro. Si la personne a changé d’avis, cette feuille remplace ce qui est là."
                .to_owned(),
            actions: vec![Action { label: "Remplacer par cette feuille".to_owned(), run }],
        });
    }

    /// Makes room for the next sheet; stored twice, a sheet makes room once. One may have left the page.
    fn stored(self, number: SecretNumber) {
        let is_typed = |drawn: &SecretNumber| *drawn == number || self.typed().number.parse() == Ok(number);
        if !self.drawn.try_with_value(is_typed).unwrap_or_default() {
            return;
        }
        let (session, kind) = (self.session.get_value(), self.survey.with_value(|survey| survey.kind));
        let received = self.saver.state().with_tables_now(|tables| received(&kept(tables), &session, kind));
        self.number.set(String::new());
        self.cells.with_value(|cells| cells.iter().for_each(|(_, cell)| cell.set(String::new())));
        self.drawn.set_value(draw());
        self.stored.set(words::sheet_stored(received));
        dom::focus_in_place(&self.first());
    }

    /// The first question: the number before it is rarely typed.
    fn first(self) -> String {
        self.cells.with_value(|cells| cells.first().map_or_else(|| STORE.to_owned(), |(id, _)| cell_id(id)))
    }
}

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
    let Some(session) = untrack(|| board.session(&id)) else {
        return view! { <NotHere what="Cette session" back=home() /> }.into_any();
    };
    let title = format!("Saisir les feuilles\u{a0}: {}", format::uncapitalised(words::kind(survey.kind)));
    let back = back_to_desk(id.clone());
    let script = session.held_on.filter(|_| survey.kind == SurveyKind::ThreeMonths);
    let script = script.map(|held_on| {
        view! {
            <details class="disclosure">
                <summary>"Ce que l’on dit au téléphone"</summary>
                <p>{evaluation_reminder::on_the_telephone(held_on)}</p>
            </details>
        }
    });
    let sheet = Sheet::new(survey, id);
    let faulty = Signal::derive(move || sheet.faults.with(|faults| !faults.is_empty()));
    view! {
        <Page title lead=text::LEAD back faulty>
            <p class="card__meta">{words::held(session.held_on)}</p>
            {script}
            <p class="status-line" role="status">
                {sheet.stored}
            </p>
            <SheetForm sheet />
        </Page>
    }
    .into_any()
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
