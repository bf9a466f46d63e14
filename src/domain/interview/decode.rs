//! Reads an interview from its record. Total: whatever a file holds, something comes out, and the rest is listed.

use super::framing::Professional;
use super::label::CaseLabel;
use super::model::{Interview, KIND, Presentation, Restriction, Status};
use super::questionnaire::Length;
use crate::domain::aside::{AsideReason, KeptAside, parse};
use crate::records::{DELETED, FieldName, InvalidId, Key, Kind, Record, RecordId, SUBJECT_PREFIX};
use serde_json::Value;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const LABEL: &str = "label";
    pub const COMMUNE: &str = "commune";
    pub const STARTING_COMMUNE: &str = "starting_commune";
    pub const AGE_BAND: &str = "age_band";
    pub const LENGTH: &str = "length";
    pub const PRESENTATION: &str = "presentation";
    pub const QUESTIONNAIRE: &str = "questionnaire";
    pub const STARTED_ON: &str = "started_on";
    pub const CONCLUDED_ON: &str = "concluded_on";
    pub const AT: &str = "at";
    pub const PERSON_INFORMED: &str = "person_informed";
    pub const EMPLOYEE: &str = "professional/employee";
    pub const HABILITATED: &str = "professional/habilitated";
    pub const KEEP_UNTIL: &str = "keep_until";
    pub const RESTRICTED: &str = "restricted";
    pub const ANSWER: &str = "answer/";
    pub const ASK_ANYWAY: &str = "ask_anyway/";
    pub const NOTE: &str = "note/";
    pub const ORIENTATION: &str = "orientation/";
    pub const REFERRAL: &str = "referral/";
}

/// Where an interview's record lives.
pub fn key(id: &RecordId) -> Result<Key, InvalidId> {
    Ok(Key { kind: Kind::new(KIND)?, id: id.clone() })
}

/// Whether people can disagree on a field: where each of them stopped reading is no disagreement.
pub fn is_disputable(field: &FieldName) -> bool {
    field.as_str() != field::AT
}

/// The label of a record, without reading the rest.
pub fn label(record: &Record) -> Option<CaseLabel> {
    parse(record.value(field::LABEL)?).ok()
}

/// What [`Interview::is_in_use`] says, without reading the rest.
pub fn is_in_use(record: &Record) -> bool {
    record.value(field::RESTRICTED).is_none_or(|value| parse::<Restriction>(value).is_err())
}

impl Interview {
    /// Reads a record.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        let mut interview = Self::empty(id);
        for name in record.fields.keys() {
            let Some(value) = record.value(name.as_str()) else { continue };
            if let Err(reason) = interview.read(name.as_str(), value) {
                interview.kept_aside.push(KeptAside { field: name.clone(), reason });
            }
        }
        let disputed = record.conflicts().map(|(name, _)| name).filter(|name| is_disputable(name));
        interview.disputed = disputed.cloned().collect();
        interview
    }

    fn empty(id: &RecordId) -> Self {
        Self {
            id: id.clone(),
            label: None,
            commune: None,
            starting_commune: None,
            age_band: None,
            length: Length::Full,
            presentation: Presentation::Conversation,
            questionnaire: None,
            started_on: None,
            status: Status::Ongoing,
            answers: Default::default(),
            ask_anyway: Default::default(),
            notes: Default::default(),
            at: None,
            decisions: Default::default(),
            referrals: Default::default(),
            informed: None,
            professional: Professional::default(),
            keep_until: None,
            restricted: None,
            kept_aside: Vec::new(),
            disputed: Vec::new(),
        }
    }

    fn read(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        match name {
            field::LABEL => self.label = Some(parse(value)?),
            field::COMMUNE => self.commune = Some(parse(value)?),
            field::STARTING_COMMUNE => self.starting_commune = Some(parse(value)?),
            field::AGE_BAND => self.age_band = Some(parse(value)?),
            field::LENGTH => self.length = parse(value)?,
            field::PRESENTATION => self.presentation = parse(value)?,
            field::QUESTIONNAIRE => self.questionnaire = Some(parse(value)?),
            field::STARTED_ON => self.started_on = Some(parse(value)?),
            field::CONCLUDED_ON => self.status = Status::ConcludedOn(parse(value)?),
            field::AT => self.at = Some(parse(value)?),
            field::PERSON_INFORMED => self.informed = Some(parse(value)?),
            field::EMPLOYEE => self.professional.employee = Some(parse(value)?),
            field::HABILITATED => self.professional.habilitated = Some(parse(value)?),
            field::KEEP_UNTIL => self.keep_until = Some(parse(value)?),
            field::RESTRICTED => self.restricted = Some(parse(value)?),
            DELETED => {}
            _ if name.starts_with(SUBJECT_PREFIX) => {}
            _ => return self.read_member(name, value),
        }
        Ok(())
    }

    fn read_member(&mut self, name: &str, value: &Value) -> Result<(), AsideReason> {
        if let Some(item) = name.strip_prefix(field::ANSWER) {
            self.answers.insert(slug(item)?, parse(value)?);
        } else if let Some(block) = name.strip_prefix(field::ASK_ANYWAY) {
            let block = slug(block)?;
            if parse(value)? {
                self.ask_anyway.insert(block);
            }
        } else if let Some(block) = name.strip_prefix(field::NOTE) {
            self.notes.insert(slug(block)?, parse(value)?);
        } else if let Some(orientation) = name.strip_prefix(field::ORIENTATION) {
            self.decisions.insert(slug(orientation)?, parse(value)?);
        } else if let Some(orientation) = name.strip_prefix(field::REFERRAL) {
            self.referrals.insert(slug(orientation)?, parse(value)?);
        } else {
            return Err(AsideReason::UnknownField);
        }
        Ok(())
    }
}

fn slug<T: TryFrom<String>>(text: &str) -> Result<T, AsideReason> {
    T::try_from(text.to_owned()).map_err(|_| AsideReason::UnknownField)
}
