//! What texts are read with: the questionnaires, the sessions and the numbers that are known here.

use super::super::draw;
use super::Desk;
use super::come::Come;
use crate::browser::clock;
use crate::browser::files::{self, ChosenFile};
use crate::domain::evaluation::commitment::look_back_on;
use crate::domain::evaluation::intake::Kept;
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::whole::Programme;
use crate::exchange::text_file::{self, MAX_TEXT_BYTES, Refused};
use crate::text::evaluation_desk::refused;
use crate::text::programme as words;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// As things are when texts are given: one may leave the page while they are read.
pub struct Reading {
    pub surveys: Vec<Survey>,
    /// The session of the desk.
    pub desk: SessionId,
    /// Which questionnaire a text without a title is: the one that is asked about this time.
    pub guess: SurveyKind,
    pub today: NaiveDate,
    programme: Arc<Programme>,
    kept: Arc<Vec<Kept>>,
}

impl Reading {
    /// What is known at a desk now.
    pub fn of(desk: Desk) -> Self {
        let (session, today, programme) = (desk.id.get_value(), clock::today(), desk.board.now());
        let held_on = programme.session(&session).and_then(|session| session.held_on);
        let is_later = held_on.and_then(look_back_on).is_some_and(|due_on| due_on <= today);
        let guess = if is_later { SurveyKind::ThreeMonths } else { SurveyKind::EndOfDay };
        let (surveys, kept) = (desk.surveys(), desk.kept.get_untracked());
        Self { surveys, desk: session, guess, today, programme, kept }
    }

    /// A file; what is too long to be a questionnaire is not even opened.
    pub async fn file(&self, file: &ChosenFile) -> Come {
        let name = file.name();
        let text = match file.size() as u64 {
            bytes if bytes > MAX_TEXT_BYTES => Err(Refused::TooLarge),
            _ => match files::read(file).await {
                Ok(file) => text_file::read(&file.bytes),
                Err(_) => Err(Refused::Unreadable),
            },
        };
        match text {
            Ok(text) => Come::read(name, &text, self),
            Err(why) => Come::refused(name, refused(why)),
        }
    }

    /// A text that was pasted.
    pub fn text(&self, source: String, text: &str) -> Come {
        Come::read(source, text, self)
    }

    /// A new number, for a text that bears none.
    pub fn draw(&self) -> SecretNumber {
        draw()
    }

    /// The session that a number answered about, in the same questionnaire.
    pub fn known(&self, number: SecretNumber, kind: SurveyKind) -> Option<SessionId> {
        let known = self.kept.iter().find(|one| one.number == number && one.survey == kind);
        known.map(|one| one.session.clone())
    }

    /// Whether a session is in the cycle.
    pub fn is_in_cycle(&self, id: &SessionId) -> bool {
        self.programme.session(id).is_some()
    }

    /// A session by its number and its day.
    pub fn name(&self, id: &SessionId) -> String {
        let held_on = self.programme.session(id).and_then(|session| session.held_on);
        words::session(self.programme.number(id), held_on)
    }
}
