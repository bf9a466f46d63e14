//! A sheet being typed: what it reads as, and what becomes of it when its number is known.

use super::super::draw;
use crate::browser::{clock, dom};
use crate::domain::evaluation::intake::{Entered, enter};
use crate::domain::evaluation::response::{Response, replace};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{QuestionId, Survey};
use crate::domain::evaluation::synthesis::Part;
use crate::domain::programme::id::SessionId;
use crate::text::evaluation_collect as words;
use crate::text::evaluation_entry::{self as text, Place, TypedAnswers};
use crate::ui::components::{Action, FieldFault, Message, Messages, Tone};
use crate::ui::pages::programme::Board;
use crate::ui::save::Saver;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The identifiers of the first cell and of the button.
pub const NUMBER: &str = "saisie-numero";
pub const STORE: &str = "saisie-enregistrer";

/// The identifier of the cell of a question.
pub fn cell_id(id: &QuestionId) -> String {
    format!("saisie-{id}")
}

/// A sheet being typed.
#[derive(Clone, Copy)]
pub struct Sheet {
    board: Board,
    pub survey: StoredValue<Arc<Survey>>,
    session: StoredValue<SessionId>,
    pub number: RwSignal<String>,
    pub cells: StoredValue<Vec<(QuestionId, RwSignal<String>)>>,
    pub faults: RwSignal<Vec<FieldFault>>,
    /// Drawn once for a sheet: sent twice, it is the same answer.
    drawn: StoredValue<SecretNumber>,
    pub stored: RwSignal<String>,
    /// The numbers of the sheets that this page stored, the last one first.
    pub before: RwSignal<Vec<SecretNumber>>,
    pub saver: Saver,
    messages: Messages,
}

impl Sheet {
    /// A blank one.
    pub fn new(board: Board, survey: Arc<Survey>, session: SessionId) -> Self {
        let cells = survey.questions().map(|question| (question.id.clone(), RwSignal::new(String::new()))).collect();
        Self {
            board,
            survey: StoredValue::new(survey),
            session: StoredValue::new(session),
            number: RwSignal::new(String::new()),
            cells: StoredValue::new(cells),
            faults: RwSignal::new(Vec::new()),
            drawn: StoredValue::new(draw()),
            stored: RwSignal::new(String::new()),
            before: RwSignal::new(Vec::new()),
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

    /// Stores what was typed, or asks what to do with it.
    pub fn store(self) {
        let Some(sheet) = self.read() else { return };
        let number = sheet.number;
        match self.saver.state().with_tables_now(|tables| enter(tables, &sheet)) {
            Entered::New(changes) => self.saver.save_then(changes, move || self.stored(number)),
            Entered::Again => self.messages.done("Cette réponse est déjà là", "Rien n’a été ajouté."),
            Entered::Replaces => {
                let question = ("Ce numéro a déjà répondu autrement", text::REPLACES.to_owned());
                self.ask(question, "Remplacer par cette feuille", sheet);
            }
            Entered::Elsewhere(session, kind) => {
                let there = untrack(|| self.board.session_name(&session));
                let question = ("Ce numéro a répondu ailleurs", text::elsewhere(&there, words::kind(kind)));
                self.ask(question, "Remplacer, et compter ici", sheet);
            }
            Entered::Gone => self.refuse(text::GONE),
            Entered::Unwritable => self.refuse(text::NOT_STORED),
        }
    }

    fn refuse(self, why: &str) {
        self.messages.say(Message {
            tone: Tone::Fault,
            title: "La feuille n’a pas pu être enregistrée".to_owned(),
            body: why.to_owned(),
            actions: Vec::new(),
        });
    }

    /// The number is known, with something else. What replaces it is what is on the screen then, which may have been corrected
    /// since; once the page was left, what was asked about.
    fn ask(self, (title, body): (&str, String), label: &str, asked: Response) {
        let run = move || {
            let is_open = self.number.try_get_untracked().is_some();
            let shown = if is_open { self.read() } else { Some(asked.clone()) };
            let Some(sheet) = shown else { return };
            // Another number was typed meanwhile: it is another question.
            if sheet.number != asked.number {
                return self.store();
            }
            let number = sheet.number;
            let changes = self.saver.state().with_tables_now(|tables| replace(tables, &sheet));
            if changes.is_empty() {
                return self.refuse(text::GONE);
            }
            self.saver.save_then(changes, move || self.stored(number));
        };
        self.messages.say(Message {
            tone: Tone::Caution,
            title: title.to_owned(),
            body,
            actions: vec![Action::new(label, run)],
        });
    }

    /// Makes room for the next sheet; stored twice, a sheet makes room once. One may have left the page.
    fn stored(self, number: SecretNumber) {
        let is_typed = |drawn: &SecretNumber| *drawn == number || self.typed().number.parse() == Ok(number);
        if !self.drawn.try_with_value(is_typed).unwrap_or_default() {
            return;
        }
        let (session, kind) = (self.session.get_value(), self.survey.with_value(|survey| survey.kind));
        let received = untrack(|| self.board.received(NaiveDate::MAX)).at(Part::of(kind), &session);
        self.number.set(String::new());
        self.cells.with_value(|cells| cells.iter().for_each(|(_, cell)| cell.set(String::new())));
        self.drawn.set_value(draw());
        self.before.update(|before| {
            before.retain(|one| *one != number);
            before.insert(0, number);
        });
        self.stored.set(words::sheet_stored(number, received));
        dom::focus_in_place(&self.first());
    }

    /// The first question: the number before it is rarely typed.
    pub fn first(self) -> String {
        self.cells.with_value(|cells| cells.first().map_or_else(|| STORE.to_owned(), |(id, _)| cell_id(id)))
    }
}
