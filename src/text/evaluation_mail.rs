//! A questionnaire as plain text: a file to fill in, or the body of an e-mail, written for people who have no app, and read
//! back however mail programs have quoted, cut or decorated it.
//!
//! An answer is a line « 12) 3 »: the number of the question, then that of what is chosen, several numbers, or a text, which
//! may go on until the next question. What the app writes itself marks each line that goes on, so that none is taken for
//! another answer. Nothing is read past the last line: a signature is no answer.

use super::evaluation::{CONFIDENTIAL, NO_NAMES};
use super::format;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::secret::{SecretFault, SecretNumber};
use crate::domain::evaluation::survey::{
    Answer, AnswerFault, Answers, MAX_ANSWER_CHARS, Question, QuestionKind, Survey, SurveyVersion,
};
use crate::domain::fold::fold;
use crate::domain::programme::id::SessionId;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What a text is about, as its second line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub number: SecretNumber,
    pub session: SessionId,
    pub version: SurveyVersion,
    pub edition: u16,
}

/// What is wrong in a text that came back; the rest of it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailFault {
    /// The line of the number is gone: whoever reads it says which it is, or draws a new one.
    NoNumber,
    Number(SecretFault),
    /// The line of the reference is gone: whoever reads it says which session.
    NoReference,
    /// It was written in other words than those in use.
    OtherVersion(SurveyVersion),
    /// No question bears this number.
    UnknownQuestion(usize),
    /// What follows a number cannot be read.
    Unclear {
        question: usize,
        said: String,
    },
    /// A question was answered twice, otherwise: the first answer is kept.
    Twice(usize),
    /// A text is longer than what is kept.
    TooLong(usize),
}

/// What was read of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub number: Option<SecretNumber>,
    pub session: Option<SessionId>,
    pub edition: u16,
    pub answers: Answers,
    pub faults: Vec<MailFault>,
}

impl Read {
    /// The answer to store, on the day it came back; none without a number or a session.
    pub fn response(&self, survey: &Survey, on: NaiveDate) -> Option<Response> {
        Some(Response {
            number: self.number?,
            survey: survey.kind,
            version: survey.version.clone(),
            session: self.session.clone()?,
            on,
            edition: self.edition,
            answers: self.answers.clone(),
        })
    }
}

const NUMBER: &str = "Numéro";
const REFERENCE: &str = "Référence";
const QUESTION: &str = "Question";
/// What every line that is no answer begins with.
const RULE: &str = "==";
/// The last line: what follows it is not read.
const END: &str = "== Fin du questionnaire ==";
/// What a line that goes on begins with, where the app wrote it.
const GOES_ON: &str = "+ ";

/// The text to fill in. `held` names the day: « Session du 3 mars 2022 ».
pub fn write(survey: &Survey, reference: &Reference, held: &str) -> String {
    let Reference { number, session, version, edition } = reference;
    let mut text = format!(
        "{}\n{held}\n\n{NUMBER}\u{a0}: {number}\n{REFERENCE}\u{a0}: {session} {version} {edition}\n\n{}\n\n{CONFIDENTIAL}\n\n{NO_NAMES}\n\n\
         Comment répondre\u{a0}: après chaque numéro, écrivez celui de votre réponse, par exemple «\u{202f}1) 2\u{202f}», ou votre texte. \
         Laissez vide ce à quoi vous ne répondez pas. Gardez la ligne «\u{202f}{NUMBER}\u{202f}»\u{a0}: si vous renvoyez ce texte, \
         elle évite de vous compter deux fois.\n",
        survey.title,
        survey.intro,
        session = session.as_str(),
    );
    let mut rank = 0;
    for section in &survey.sections {
        let _ = write!(text, "\n{RULE} {} {RULE}\n", section.title);
        for question in &section.questions {
            rank += 1;
            let _ = write!(text, "\n{QUESTION} {rank}. {}\n", question.title);
            for (nth, choice) in (1..).zip(question.choices()) {
                let _ = writeln!(text, "    {nth} = {}", choice.title);
            }
            let _ = writeln!(text, "{rank}) ");
        }
    }
    let _ = writeln!(text, "\n{END}");
    text
}

/// The same text, with what was answered: what a participant's own device hands over.
pub fn write_answered(survey: &Survey, response: &Response, held: &str) -> String {
    let Response { number, session, version, edition, .. } = response.clone();
    let blank = write(survey, &Reference { number, session, version, edition }, held);
    let mut text = String::with_capacity(blank.len());
    for line in blank.lines() {
        let question = answered_line(line).and_then(|(rank, _)| survey.numbered(rank));
        let said = question.and_then(|question| Some(said(question, response.answers.get(&question.id)?)));
        let _ = writeln!(text, "{line}{}", said.unwrap_or_default());
    }
    text
}

fn said(question: &Question, answer: &Answer) -> String {
    let ranks = |is_chosen: &dyn Fn(&crate::domain::evaluation::survey::ChoiceId) -> bool| {
        let chosen = (1..).zip(question.choices()).filter(|(_, choice)| is_chosen(&choice.id));
        chosen.map(|(rank, _): (usize, _)| rank.to_string()).collect::<Vec<_>>().join(", ")
    };
    match answer {
        Answer::One(id) => ranks(&|one| one == id),
        Answer::Many(ids) => ranks(&|one| ids.contains(one)),
        Answer::Text(text) => text.replace('\n', &format!("\n{GOES_ON}")),
    }
}

/// Reads what came back.
pub fn read(text: &str, survey: &Survey) -> Read {
    let mut read = Read { number: None, session: None, edition: 1, answers: Answers::new(), faults: Vec::new() };
    let (mut has_number, mut has_reference) = (false, false);
    // The question that is being answered, and what was said of it so far.
    let mut open: Option<(usize, String)> = None;
    for raw in text.lines() {
        let line = bare(raw);
        if let (Some((_, said)), Some(rest)) = (&mut open, going_on(raw)) {
            said.push('\n');
            said.push_str(rest);
        } else if fold(line) == fold(END) {
            break;
        } else if let Some(rest) = labelled(line, NUMBER).filter(|_| !has_number) {
            has_number = true;
            match rest.parse() {
                Ok(number) => read.number = Some(number),
                Err(fault) => read.faults.push(MailFault::Number(fault)),
            }
        } else if let Some(rest) = labelled(line, REFERENCE).filter(|_| !has_reference) {
            has_reference = true;
            read_reference(&mut read, rest, survey);
        } else if let Some((rank, rest)) = answered_line(line) {
            close(&mut read, open.replace((rank, rest.to_owned())), survey);
        } else if line.starts_with(RULE) || is_question(line) || begins_something_else(line) {
            close(&mut read, open.take(), survey);
        } else if line.is_empty() && open.as_ref().is_some_and(|(_, said)| said.trim().is_empty()) {
            // Left blank: what comes further is a signature, or another message.
            open = None;
        } else if let Some((_, said)) = &mut open {
            said.push('\n');
            said.push_str(line);
        }
    }
    close(&mut read, open, survey);
    if !has_number {
        read.faults.insert(0, MailFault::NoNumber);
    }
    if !has_reference {
        read.faults.push(MailFault::NoReference);
    }
    read
}

/// The questionnaire that a text comes from, by the line of its title, and in the words that its reference names where they are
/// known; none when the title is gone.
pub fn asked<'a>(text: &str, surveys: &'a [Survey]) -> Option<&'a Survey> {
    let has = |survey: &&Survey| text.lines().any(|line| fold(bare(line)) == fold(&survey.title));
    let first = surveys.iter().find(has)?;
    let reference = text.lines().map(bare).find_map(|line| labelled(line, REFERENCE));
    let version = reference.and_then(|rest| rest.split_whitespace().nth(1));
    let named = surveys.iter().find(|one| one.kind == first.kind && Some(one.version.as_str()) == version);
    named.or(Some(first))
}

/// A line without the marks of a quoted text.
fn bare(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '*' | '\u{feff}')).trim_end()
}

/// What a line of the app's own goes on with, as it was written.
fn going_on(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
    line.strip_prefix(GOES_ON).or_else(|| (line.trim_end() == GOES_ON.trim_end()).then_some(""))
}

/// A signature, or the message that this one answers.
fn begins_something_else(line: &str) -> bool {
    let is_quoted = line.strip_suffix(':').is_some_and(|line| line.trim_end().ends_with(" a écrit"));
    line == "--"
        || line.starts_with("-----")
        || line.starts_with("_____")
        || is_quoted
        || labelled(line, "De").is_some()
}

/// What follows a label and a colon, however it is accented and spaced.
fn labelled<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let (before, after) = line.split_once(':')?;
    (fold(before.trim()) == fold(label)).then(|| after.trim())
}

fn is_question(line: &str) -> bool {
    let rest = line.strip_prefix(QUESTION).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// « 12) 3 », « 12 ) 3 », « 12 - 3 », « 12. 3 », « 12: 3 ».
fn answered_line(line: &str) -> Option<(usize, &str)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = line.split_at_checked(digits).filter(|_| (1..=2).contains(&digits))?;
    let rest = rest.trim_start().strip_prefix([')', '.', ':', '-', '–'])?;
    Some((number.parse().ok()?, rest.trim()))
}

fn read_reference(read: &mut Read, rest: &str, survey: &Survey) {
    let mut parts = rest.split_whitespace();
    read.session = parts.next().and_then(|part| SessionId::new(part).ok());
    match parts.next().and_then(|part| SurveyVersion::new(part).ok()) {
        Some(version) if version != survey.version => read.faults.push(MailFault::OtherVersion(version)),
        _ => {}
    }
    read.edition = parts.next().and_then(|part| part.parse().ok()).unwrap_or(1).max(1);
}

/// How much of what cannot be read is shown.
const QUOTED_CHARS: usize = 80;

fn close(read: &mut Read, open: Option<(usize, String)>, survey: &Survey) {
    let Some((rank, said)) = open else { return };
    let said = said.trim();
    if said.is_empty() {
        return;
    }
    let Some(question) = survey.numbered(rank) else {
        read.faults.push(MailFault::UnknownQuestion(rank));
        return;
    };
    let unclear = || MailFault::Unclear { question: rank, said: said.chars().take(QUOTED_CHARS).collect() };
    match typed(question, said) {
        Some(Ok(answer)) => match read.answers.get(&question.id) {
            Some(known) if *known != answer => read.faults.push(MailFault::Twice(rank)),
            Some(_) => {}
            None => drop(read.answers.insert(question.id.clone(), answer)),
        },
        Some(Err(AnswerFault::TooLong(_))) => read.faults.push(MailFault::TooLong(rank)),
        Some(Err(_)) | None => read.faults.push(unclear()),
    }
}

/// What was written after the number of a question, as its answer; none when it is no answer to it.
pub fn typed(question: &Question, said: &str) -> Option<Result<Answer, AnswerFault>> {
    let choices = question.choices();
    let numbered = |part: &str| choices.get(part.parse::<usize>().ok()?.checked_sub(1)?);
    let named = |part: &str| choices.iter().find(|choice| fold(&choice.title) == fold(part));
    let line = said.lines().next().unwrap_or_default().trim().trim_end_matches('.');
    let answer = match &question.kind {
        QuestionKind::Text => Answer::Text(said.to_owned()),
        QuestionKind::One { .. } => {
            // « 2 = Plutôt oui » is read as « 2 ».
            let number = line.split(['=', '(']).next().unwrap_or_default().trim();
            Answer::One(numbered(number).or_else(|| named(line))?.id.clone())
        }
        QuestionKind::Many { .. } => {
            let parts = line.split(|c: char| c == ',' || c == ';' || c == '+' || c == '/' || c.is_whitespace());
            let parts = parts.map(str::trim).filter(|part| !part.is_empty() && *part != "et");
            let ids: Option<BTreeSet<_>> = parts.map(|part| Some(numbered(part)?.id.clone())).collect();
            Answer::Many(ids.or_else(|| Some([named(line)?.id.clone()].into()))?)
        }
    };
    question.accept(answer).transpose()
}

/// What is wrong, and what to do about it.
pub fn fault(fault: &MailFault) -> String {
    match fault {
        MailFault::NoNumber => {
            "La ligne du numéro manque\u{a0}: cette réponse recevra un nouveau numéro. Vérifiez qu’elle n’est pas déjà là.".to_owned()
        }
        MailFault::Number(fault) => format!("{} {}", "Le numéro ne se lit pas.", super::evaluation::secret_fault(*fault)),
        MailFault::NoReference => "La ligne de la référence manque\u{a0}: choisissez la session.".to_owned(),
        MailFault::OtherVersion(version) => {
            format!("Ce texte suit une autre version du questionnaire ({version})\u{a0}: relisez chaque réponse.")
        }
        MailFault::UnknownQuestion(rank) => format!("Aucune question ne porte le numéro {rank}."),
        MailFault::Unclear { question, said } => {
            format!("Question {question}\u{a0}: «\u{202f}{said}\u{202f}» ne correspond à aucune réponse proposée.")
        }
        MailFault::Twice(rank) => format!("Question {rank}\u{a0}: deux réponses différentes, la première est gardée."),
        MailFault::TooLong(rank) => {
            format!("Question {rank}\u{a0}: le texte dépasse {}\u{a0}signes, et n’est pas gardé.", format::integer(MAX_ANSWER_CHARS as u64))
        }
    }
}

#[cfg(test)]
#[path = "evaluation_mail_tests.rs"]
mod tests;
