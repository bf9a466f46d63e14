//! Who comes, and who trains.

use super::id::{PROFESSIONAL_KIND, ProfessionalId, StructureId, TRAINER_KIND, TrainerId, all, read, text};
use crate::domain::commune::InseeCode;
use crate::domain::fold::fold;
use crate::records::{ChangeSet, Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const FAMILY_NAME: &str = "family_name";
    pub const GIVEN_NAME: &str = "given_name";
    pub const STRUCTURE: &str = "structure";
    pub const FUNCTION: &str = "function";
    pub const HIRED_ON: &str = "hired_on";
    pub const COMMUNE: &str = "commune";
    pub const EMAIL: &str = "email";
    pub const PHONE: &str = "phone";
    pub const NEEDS: &str = "needs";
    pub const DIGITAL_ADVISER: &str = "digital_adviser";
    pub const ELIGIBILITY: &str = "eligibility";
    pub const RESTRICTED: &str = "restricted";
    pub const ORGANISATION: &str = "organisation";
}

/// What was decided on somebody's priority, whatever the criteria say.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Override {
    pub is_accepted: bool,
    pub reason: String,
}

/// Kept for a reason until a day, and shown in no list meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Restriction {
    /// The last day.
    pub until: NaiveDate,
    pub reason: String,
}

/// A professional, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Professional {
    pub id: ProfessionalId,
    pub family_name: String,
    pub given_name: String,
    pub structure: Option<StructureId>,
    pub function: String,
    pub hired_on: Option<NaiveDate>,
    /// Where they work.
    pub commune: Option<InseeCode>,
    pub email: String,
    pub phone: String,
    /// What the room or the day must provide for them.
    pub needs: String,
    pub is_digital_adviser: bool,
    pub override_: Option<Override>,
    pub restricted: Option<Restriction>,
}

impl Professional {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        Self {
            id: ProfessionalId(id.clone()),
            family_name: text(record, field::FAMILY_NAME),
            given_name: text(record, field::GIVEN_NAME),
            structure: read(record, field::STRUCTURE),
            function: text(record, field::FUNCTION),
            hired_on: read(record, field::HIRED_ON),
            commune: read(record, field::COMMUNE),
            email: text(record, field::EMAIL),
            phone: text(record, field::PHONE),
            needs: text(record, field::NEEDS),
            is_digital_adviser: read(record, field::DIGITAL_ADVISER).unwrap_or_default(),
            override_: read(record, field::ELIGIBILITY),
            restricted: read(record, field::RESTRICTED),
        }
    }

    /// Everybody, in the order of names.
    pub fn all(tables: &Tables) -> Vec<Self> {
        let mut people = all(tables, PROFESSIONAL_KIND, Self::from_record);
        people.sort_by_cached_key(Self::order);
        people
    }

    /// What a list of people is sorted by.
    pub fn order(&self) -> (String, String) {
        (fold(&self.family_name), fold(&self.given_name))
    }

    /// « Camille MARTIN ».
    pub fn name(&self) -> String {
        full_name(&self.given_name, &self.family_name)
    }

    /// « MARTIN Camille », as lists are sorted.
    pub fn listed_name(&self) -> String {
        listed_name(&self.given_name, &self.family_name)
    }
}

/// A trainer, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trainer {
    pub id: TrainerId,
    pub family_name: String,
    pub given_name: String,
    pub organisation: String,
    pub email: String,
    pub phone: String,
}

impl Trainer {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        Self {
            id: TrainerId(id.clone()),
            family_name: text(record, field::FAMILY_NAME),
            given_name: text(record, field::GIVEN_NAME),
            organisation: text(record, field::ORGANISATION),
            email: text(record, field::EMAIL),
            phone: text(record, field::PHONE),
        }
    }

    /// Every trainer, in the order of names.
    pub fn all(tables: &Tables) -> Vec<Self> {
        let mut trainers = all(tables, TRAINER_KIND, Self::from_record);
        trainers.sort_by_cached_key(|trainer| (fold(&trainer.family_name), fold(&trainer.given_name)));
        trainers
    }

    /// « Camille MARTIN ».
    pub fn name(&self) -> String {
        full_name(&self.given_name, &self.family_name)
    }
}

/// Whether a professional's record may be handed to somebody: their use is not restricted.
pub fn is_in_use(record: &Record) -> bool {
    read::<Restriction>(record, field::RESTRICTED).is_none()
}

/// The name of a professional or of a trainer, when their record has one.
pub fn name_of(record: &Record) -> Option<String> {
    let name = full_name(&text(record, field::GIVEN_NAME), &text(record, field::FAMILY_NAME));
    (!name.is_empty()).then_some(name)
}

fn full_name(given: &str, family: &str) -> String {
    format!("{given} {}", family.to_uppercase()).trim().to_owned()
}

fn listed_name(given: &str, family: &str) -> String {
    format!("{} {given}", family.to_uppercase()).trim().to_owned()
}

/// Decides on somebody's priority, whatever the criteria say; or leaves it to them.
pub fn override_eligibility(id: &ProfessionalId, decided: Option<&Override>) -> ChangeSet {
    id.key().map_or_else(|_| ChangeSet::new(), |key| ChangeSet::one(&key, field::ELIGIBILITY, decided))
}
