//! Where professionals work, and how each structure is brought to send some.

use super::id::{STRUCTURE_KIND, StructureId, all, read, text};
use crate::domain::commune::InseeCode;
use crate::records::{ChangeSet, Key, Record, RecordId, Tables};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Names of the fields. They are stored: never rename one.
pub mod field {
    pub const NAME: &str = "name";
    pub const KIND: &str = "kind";
    pub const COMMUNE: &str = "commune";
    pub const CONTACT: &str = "contact";
    pub const EMAIL: &str = "email";
    pub const PHONE: &str = "phone";
    pub const CONTACTED_ON: &str = "contacted_on";
    pub const INVITED_ON: &str = "invited_on";
    pub const SEATS: &str = "seats";
    pub const NOTE: &str = "note";
    /// Followed by a day.
    pub const REMINDER: &str = "reminder/";
    /// Followed by what is asked.
    pub const ASKED: &str = "asked/";
}

/// The ten kinds of structure of the tender, and all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StructureKind {
    Pie,
    RsaAssociation,
    SocialService,
    Siae,
    MissionLocale,
    Ase,
    Mde,
    PoleEmploi,
    DigitalMediation,
    SocialCentre,
    Other,
}

impl StructureKind {
    /// Those that were ordered, in the order of the tender.
    pub const ORDERED: [Self; 10] = [
        Self::Pie,
        Self::RsaAssociation,
        Self::SocialService,
        Self::Siae,
        Self::MissionLocale,
        Self::Ase,
        Self::Mde,
        Self::PoleEmploi,
        Self::DigitalMediation,
        Self::SocialCentre,
    ];
    /// All of them, in the same order.
    pub const CODES: [&'static str; 11] = [
        "pie",
        "rsa_association",
        "social_service",
        "siae",
        "mission_locale",
        "ase",
        "mde",
        "pole_emploi",
        "digital_mediation",
        "social_centre",
        "other",
    ];

    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ORDERED.into_iter().chain([Self::Other])
    }

    /// As stored.
    pub fn code(self) -> &'static str {
        Self::CODES.get(self as usize).copied().unwrap_or("other")
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|kind| kind.code() == code)
    }
}

/// How long a structure is left alone before it is reminded.
pub const REMIND_AFTER_DAYS: u64 = 14;

/// What may be asked from the commissioner about a structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// To help it send people.
    Help,
    /// A place to train in.
    Venue,
}

impl Asked {
    pub const ALL: [Self; 2] = [Self::Help, Self::Venue];

    pub fn code(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Venue => "venue",
        }
    }
}

/// A structure, as read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Structure {
    pub id: StructureId,
    pub name: String,
    /// None: not said.
    pub kind: Option<StructureKind>,
    pub commune: Option<InseeCode>,
    /// Who to speak with.
    pub contact: String,
    pub email: String,
    pub phone: String,
    pub contacted_on: Option<NaiveDate>,
    pub invited_on: Option<NaiveDate>,
    pub reminders: BTreeSet<NaiveDate>,
    /// How many seats it was offered.
    pub seats: Option<u32>,
    pub asked: Vec<(Asked, NaiveDate)>,
    pub note: String,
}

/// How far the mobilisation of a structure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mobilised {
    NotYet,
    Contacted,
    Invited,
    Reminded,
    /// Somebody of it is registered.
    Taking,
}

/// What is done to bring a structure to send people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Contact,
    Invite,
    Remind,
}

impl Step {
    pub const ALL: [Self; 3] = [Self::Contact, Self::Invite, Self::Remind];
}

impl Structure {
    /// Reads a record. Total.
    pub fn from_record(id: &RecordId, record: &Record) -> Self {
        let reminders = record.family(field::REMINDER).filter(|(_, value)| value.as_bool() == Some(true));
        let asked = Asked::ALL.into_iter();
        let asked = asked.filter_map(|what| Some((what, read(record, &format!("{}{}", field::ASKED, what.code()))?)));
        Self {
            id: StructureId(id.clone()),
            name: text(record, field::NAME),
            kind: read(record, field::KIND),
            commune: read(record, field::COMMUNE),
            contact: text(record, field::CONTACT),
            email: text(record, field::EMAIL),
            phone: text(record, field::PHONE),
            contacted_on: read(record, field::CONTACTED_ON),
            invited_on: read(record, field::INVITED_ON),
            reminders: reminders.filter_map(|(day, _)| day.parse().ok()).collect(),
            seats: read(record, field::SEATS),
            asked: asked.collect(),
            note: text(record, field::NOTE),
        }
    }

    /// Every structure, by name.
    pub fn all(tables: &Tables) -> Vec<Self> {
        let mut structures = all(tables, STRUCTURE_KIND, Self::from_record);
        structures.sort_by_cached_key(|structure| crate::domain::fold::fold(&structure.name));
        structures
    }

    /// How far its mobilisation is, when so many of its people are registered.
    pub fn mobilised(&self, taken: usize) -> Mobilised {
        match () {
            () if taken > 0 => Mobilised::Taking,
            () if !self.reminders.is_empty() => Mobilised::Reminded,
            () if self.invited_on.is_some() => Mobilised::Invited,
            () if self.contacted_on.is_some() => Mobilised::Contacted,
            () => Mobilised::NotYet,
        }
    }

    /// The day from which it is to be reminded, when so many of its people are registered; none: there is no need.
    pub fn remind_from(&self, taken: usize) -> Option<NaiveDate> {
        self.last_asked().filter(|_| taken == 0)?.checked_add_days(Days::new(REMIND_AFTER_DAYS))
    }

    /// The next step towards it, when so many of its people are registered, and whether it is the one of today, already
    /// done; none: it sends people.
    pub fn next_step(&self, taken: usize, today: NaiveDate) -> Option<(Step, bool)> {
        let done_today = match () {
            () if self.reminders.contains(&today) => Some(Step::Remind),
            () if self.invited_on == Some(today) => Some(Step::Invite),
            () if self.contacted_on == Some(today) => Some(Step::Contact),
            () => None,
        };
        let next = match self.mobilised(taken) {
            Mobilised::Taking => return None,
            Mobilised::NotYet => Step::Contact,
            Mobilised::Contacted => Step::Invite,
            Mobilised::Invited | Mobilised::Reminded => Step::Remind,
        };
        Some(done_today.map_or((next, false), |done| (done, true)))
    }

    /// The last day something was asked of it: its invitation or a reminder.
    pub fn last_asked(&self) -> Option<NaiveDate> {
        self.reminders.last().copied().into_iter().chain(self.invited_on).max()
    }
}

/// Notes that it was contacted or invited on a day.
pub fn note_day(key: &Key, field: &str, on: NaiveDate) -> ChangeSet {
    ChangeSet::one(key, field, Some(&on))
}

/// Notes that a step was done on a day.
pub fn note_step(key: &Key, step: Step, on: NaiveDate) -> ChangeSet {
    match step {
        Step::Contact => note_day(key, field::CONTACTED_ON, on),
        Step::Invite => note_day(key, field::INVITED_ON, on),
        Step::Remind => remind(key, on, true),
    }
}

/// Notes how many seats it is offered.
pub fn offer(key: &Key, seats: Option<u32>) -> ChangeSet {
    ChangeSet::one(key, field::SEATS, seats.as_ref())
}

/// Notes a reminder, or takes it back.
pub fn remind(key: &Key, on: NaiveDate, is_done: bool) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{on}", field::REMINDER), is_done.then_some(&true))
}

/// Notes what was asked from the commissioner, or takes it back.
pub fn ask(key: &Key, what: Asked, on: Option<NaiveDate>) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{}", field::ASKED, what.code()), on.as_ref())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{Fixture, day};
    use super::*;

    #[test]
    fn one_step_leads_to_the_next_and_each_is_done_once_a_day() {
        let mut fixture = Fixture::new();
        let id = fixture.structure("m", StructureKind::MissionLocale);
        let key = id.key().unwrap();
        let next =
            |fixture: &Fixture, taken, on: &str| fixture.programme().structure(&id).unwrap().next_step(taken, day(on));
        for (step, on, before) in [
            (Step::Contact, "2022-01-03", "2022-01-03"),
            (Step::Invite, "2022-01-04", "2022-01-04"),
            (Step::Remind, "2022-01-20", "2022-01-20"),
            (Step::Remind, "2022-02-10", "2022-02-10"),
        ] {
            assert_eq!(next(&fixture, 0, before), Some((step, false)), "{on}");
            fixture.commit(&note_step(&key, step, day(on)));
            assert_eq!(next(&fixture, 0, on), Some((step, true)), "{on}");
        }
        assert_eq!(next(&fixture, 1, "2022-02-10"), None, "it sends people");
    }
}
