//! The words of a questionnaire: as delivered, or drafted here for the commissioner's comments and then validated with it.
//!
//! A draft changes words and leaves questions out; it adds none, so that answers in any words count together. Once it is
//! validated it is kept whole, and copied to be changed.

use super::survey::{Question, QuestionId, Survey, SurveyKind, SurveyVersion};
use crate::domain::programme::id::{all, identity, read, text};
use crate::records::{ChangeSet, DELETED, Entry, Record, RecordId, Tables, clean_text};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

identity! {
    /// A version that was written here.
    WordingId, SURVEY_KIND = "survey"
}

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const KIND: &str = "survey";
    pub const NAME: &str = "name";
    /// Followed by a question.
    pub const TITLE: &str = "title/";
    /// Followed by a question.
    pub const LEFT_OUT: &str = "left_out/";
    pub const COMMENTS: &str = "comments";
    pub const SENDER: &str = "sender";
    pub const REMINDER: &str = "reminder";
    pub const STATE: &str = "state";
    pub const FROZEN: &str = "frozen";
}

/// Where a version stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum State {
    #[default]
    Draft,
    /// Sent to the commissioner, whose comments are awaited.
    Sent { on: NaiveDate },
    /// By whom: a function or a service.
    Validated { on: NaiveDate, by: String },
}

/// A version that was written here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub id: WordingId,
    pub kind: SurveyKind,
    pub name: String,
    pub state: State,
    /// What the commissioner says of it.
    pub comments: String,
    /// Who sends the questionnaire, and who reminds: functions.
    pub sender: String,
    pub reminder: String,
    /// The questionnaire in these words.
    pub survey: Survey,
}

impl Wording {
    /// The versions of a questionnaire, by name.
    pub fn all(delivered: &Survey, tables: &Tables) -> Vec<Self> {
        let read = all(tables, SURVEY_KIND, |id, record| Self::read(id, record, delivered));
        let mut of_it: Vec<Self> = read.into_iter().flatten().collect();
        of_it.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        of_it
    }

    fn read(id: &RecordId, record: &Record, delivered: &Survey) -> Option<Self> {
        let kind: SurveyKind = read(record, field::KIND)?;
        let state: State = read(record, field::STATE).unwrap_or_default();
        let frozen: Option<Survey> = read(record, field::FROZEN);
        let frozen = frozen.filter(|_| matches!(state, State::Validated { .. }));
        let survey = frozen.unwrap_or_else(|| reworded(id, record, delivered));
        (kind == delivered.kind).then(|| Self {
            id: WordingId(id.clone()),
            kind,
            name: text(record, field::NAME),
            state,
            comments: text(record, field::COMMENTS),
            sender: text(record, field::SENDER),
            reminder: text(record, field::REMINDER),
            survey,
        })
    }

    /// Whether its words may still change.
    pub fn is_writable(&self) -> bool {
        !matches!(self.state, State::Validated { .. })
    }

    /// The words to ask in: those that were validated last, or those that are delivered.
    pub fn in_use(delivered: &Survey, tables: &Tables) -> Survey {
        let validated = Self::all(delivered, tables).into_iter().filter_map(|one| match one.state {
            State::Validated { on, .. } => Some((on, one.id, one.survey)),
            State::Draft | State::Sent { .. } => None,
        });
        let last = validated.max_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        last.map_or_else(|| delivered.clone(), |(_, _, survey)| survey)
    }

    /// What this version changes of the delivered words: each question, with its words here; none: it is left out.
    pub fn changes<'a>(&'a self, delivered: &'a Survey) -> Vec<(&'a Question, Option<&'a str>)> {
        let changed = delivered.questions().filter_map(|question| match self.survey.question(&question.id) {
            None => Some((question, None)),
            Some(here) if here.title != question.title => Some((question, Some(here.title.as_str()))),
            Some(_) => None,
        });
        changed.collect()
    }

    /// Takes a version away, unless it was validated: answers were given in its words.
    pub fn remove(&self) -> ChangeSet {
        self.write(DELETED, Some(&true))
    }

    /// Keeps it whole: from then on its words do not change.
    pub fn validate(&self, on: NaiveDate, by: &str) -> ChangeSet {
        let mut changes = ChangeSet::new();
        if let Ok(key) = self.id.key().map_err(drop).and_then(|key| self.is_writable().then_some(key).ok_or(())) {
            changes.write(&key, field::FROZEN, Some(&self.survey));
            changes.write(&key, field::STATE, Some(&State::Validated { on, by: clean_text(by).trim().to_owned() }));
        }
        changes
    }

    /// Says that it was sent to the commissioner.
    pub fn send(&self, on: NaiveDate) -> ChangeSet {
        self.write(field::STATE, Some(&State::Sent { on }))
    }

    /// Changes the words of a question; blank: those that are delivered.
    pub fn reword(&self, question: &QuestionId, words: &str) -> ChangeSet {
        let words = clean_text(words).trim().to_owned();
        self.write(&format!("{}{question}", field::TITLE), (!words.is_empty()).then_some(&words))
    }

    /// Leaves a question out, or asks it again.
    pub fn leave_out(&self, question: &QuestionId, is_out: bool) -> ChangeSet {
        self.write(&format!("{}{question}", field::LEFT_OUT), is_out.then_some(&true))
    }

    /// Writes one of its texts: [`field::NAME`], [`field::COMMENTS`], [`field::SENDER`], [`field::REMINDER`].
    pub fn note(&self, name: &str, words: &str) -> ChangeSet {
        let words = clean_text(words).trim().to_owned();
        let value = (!words.is_empty()).then_some(&words);
        self.id.key().map(|key| ChangeSet::one(&key, name, value)).unwrap_or_default()
    }

    fn write<T: Serialize + ?Sized>(&self, name: &str, value: Option<&T>) -> ChangeSet {
        let key = self.id.key().ok().filter(|_| self.is_writable());
        key.map(|key| ChangeSet::one(&key, name, value)).unwrap_or_default()
    }
}

/// Whether a version was validated, on some machine at least: it is then what is asked, and goes where it is asked.
pub fn is_validated(record: &Record) -> bool {
    let says_so = |entry: &Entry| matches!(State::deserialize(&entry.value), Ok(State::Validated { .. }));
    record.fields.get(field::STATE).is_some_and(|entries| entries.iter().any(says_so))
}

/// Whether a field lies between who trains and the commissioner: nobody who answers needs it.
pub fn is_between_them(field: &str) -> bool {
    [field::COMMENTS, field::SENDER, field::REMINDER].contains(&field)
}

/// The versions of a questionnaire that were taken away, each with its name and what puts it back.
pub fn removed(kind: SurveyKind, tables: &Tables) -> Vec<(WordingId, String, ChangeSet)> {
    let gone =
        tables.iter().filter(|(of, _, record)| of.as_str() == SURVEY_KIND && record.is_deleted() && !record.erased);
    let of_it = gone.filter(|(_, _, record)| read::<SurveyKind>(record, field::KIND) == Some(kind));
    let restorable = of_it.filter_map(|(_, id, record)| {
        let id = WordingId(id.clone());
        let back = ChangeSet::one::<bool>(&id.key().ok()?, DELETED, None);
        Some((id, text(record, field::NAME), back))
    });
    restorable.collect()
}

/// The delivered questionnaire in the words of another version of it: everything that was ever asked keeps a name.
pub fn named(delivered: &Survey, in_use: &Survey) -> Survey {
    let mut named = delivered.clone();
    for question in named.sections.iter_mut().flat_map(|section| &mut section.questions) {
        if let Some(one) = in_use.question(&question.id) {
            question.title.clone_from(&one.title);
        }
    }
    named
}

/// A draft to write, in the words of a questionnaire.
pub fn draft(id: &WordingId, from: &Survey, delivered: &Survey, name: &str) -> ChangeSet {
    let Ok(key) = id.key() else { return ChangeSet::new() };
    let mut changes = ChangeSet::one(&key, field::KIND, Some(&from.kind));
    changes.write(&key, field::NAME, Some(clean_text(name).trim()));
    for question in delivered.questions() {
        match from.question(&question.id) {
            None => changes.write(&key, &format!("{}{}", field::LEFT_OUT, question.id), Some(&true)),
            Some(one) if one.title != question.title => {
                changes.write(&key, &format!("{}{}", field::TITLE, question.id), Some(&one.title));
            }
            Some(_) => {}
        }
    }
    changes
}

fn reworded(id: &RecordId, record: &Record, delivered: &Survey) -> Survey {
    let titles: BTreeMap<&str, &str> =
        record.family(field::TITLE).filter_map(|(of, value)| Some((of, value.as_str()?))).collect();
    let out: BTreeSet<&str> =
        record.family(field::LEFT_OUT).filter(|(_, value)| value.as_bool() == Some(true)).map(|(of, _)| of).collect();
    let mut survey = delivered.clone();
    survey.version = SurveyVersion::new(id.as_str()).unwrap_or(survey.version);
    for section in &mut survey.sections {
        section.questions.retain(|question| !out.contains(question.id.as_str()));
        for question in &mut section.questions {
            if let Some(title) = titles.get(question.id.as_str()) {
                question.title = (*title).to_owned();
            }
        }
    }
    survey.sections.retain(|section| !section.questions.is_empty());
    survey
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{store, survey};
    use super::*;

    #[test]
    fn a_draft_is_reworded_then_validated_and_no_longer_moves() {
        let delivered = survey(SurveyKind::EndOfDay);
        let mut tables = Tables::default();
        let (id, question) = (WordingId::new("w1").unwrap(), |id: &str| QuestionId::new(id).unwrap());
        store(&mut tables, &draft(&id, &delivered, &delivered, " Avec le Département "), "r1");
        let read = |tables: &Tables| Wording::all(&delivered, tables).remove(0);
        let changes = [
            read(&tables).reword(&question("content"), "Reworded"),
            read(&tables).leave_out(&question("pace"), true),
            read(&tables).note(field::COMMENTS, "Shorter"),
            read(&tables).send("2022-02-01".parse().unwrap()),
        ];
        changes.iter().for_each(|changes| store(&mut tables, changes, "r1"));
        let one = read(&tables);
        assert_eq!(
            (one.name.as_str(), one.comments.as_str(), one.is_writable()),
            ("Avec le Département", "Shorter", true)
        );
        assert_eq!(one.survey.question(&question("content")).unwrap().title, "Reworded");
        assert_eq!((one.survey.question(&question("pace")), one.survey.version.as_str()), (None, "w1"));
        assert_eq!(Wording::in_use(&delivered, &tables), delivered);
        let changes: Vec<_> = one
            .changes(&delivered)
            .into_iter()
            .map(|(of, words)| (of.id.to_string(), words.map(str::to_owned)))
            .collect();
        assert_eq!(changes, [("content".to_owned(), Some("Reworded".to_owned())), ("pace".to_owned(), None)]);
        let known = named(&delivered, &one.survey);
        let title = |id: &str| known.question(&question(id)).unwrap().title.as_str();
        assert_eq!([title("content"), title("pace")], ["Reworded", "About pace"]);

        store(&mut tables, &one.validate("2022-02-10".parse().unwrap(), "Service insertion"), "r1");
        let kept = read(&tables);
        assert!(!kept.is_writable());
        assert_eq!(Wording::in_use(&delivered, &tables), one.survey);
        for changes in [
            kept.reword(&question("content"), "Again"),
            kept.leave_out(&question("free"), true),
            kept.send("2022-03-01".parse().unwrap()),
            kept.remove(),
        ] {
            assert!(changes.is_empty());
        }
        // A draft is taken away, and put back.
        store(&mut tables, &one.remove(), "r1");
        let gone = removed(SurveyKind::EndOfDay, &tables);
        assert_eq!((gone.len(), gone[0].1.as_str()), (1, "Avec le Département"));
        assert_eq!(removed(SurveyKind::ThreeMonths, &tables).len(), 0);
        store(&mut tables, &gone[0].2, "r1");
        assert_eq!((removed(SurveyKind::EndOfDay, &tables).len(), Wording::all(&delivered, &tables).len()), (0, 1));
        // A copy starts from these words.
        let copy = WordingId::new("w2").unwrap();
        store(&mut tables, &draft(&copy, &kept.survey, &delivered, "Copie"), "r1");
        let copied = Wording::all(&delivered, &tables).into_iter().find(|one| one.id == copy).unwrap();
        assert_eq!(copied.survey.sections, kept.survey.sections);
    }

    #[test]
    fn another_questionnaire_has_its_own_versions() {
        let mut tables = Tables::default();
        let delivered = survey(SurveyKind::ThreeMonths);
        store(&mut tables, &draft(&WordingId::new("w1").unwrap(), &delivered, &delivered, "x"), "r1");
        assert_eq!(Wording::all(&survey(SurveyKind::EndOfDay), &tables), []);
        assert_eq!(Wording::all(&delivered, &tables).len(), 1);
    }
}
