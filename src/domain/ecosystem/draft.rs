//! What is typed of an actor, a link or an interlocutor, and the strict values it becomes, with every fault at once.

use super::contact::Contact;
use super::decode::ActorSheet;
use super::model::{ActorId, ActorKind, Link, LinkKind, Mission, Territory};
use super::when::When;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The most characters of a name, of a line, and of a text of several lines.
pub const MAX_NAME_CHARS: usize = 120;
pub const MAX_LINE_CHARS: usize = 200;
pub const MAX_TEXT_CHARS: usize = 1_000;

/// What keeps a field from being kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Missing,
    TooLong {
        chars: usize,
        max: usize,
    },
    NotADate,
    /// A day that has not come yet.
    Future,
    /// The link is there already.
    Repeated,
}

/// Something wrong, tied to its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault<F> {
    pub field: F,
    pub what: What,
}

/// The fields of an actor that may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorField {
    Name,
    Kind,
    Role,
    Missions,
    Territory,
    AskFor,
    Note,
}

/// An actor as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActorDraft {
    pub name: String,
    pub kind: Option<ActorKind>,
    pub role: String,
    pub missions: BTreeSet<Mission>,
    pub territory: Option<Territory>,
    pub ask_for: String,
    pub note: String,
}

impl From<&ActorSheet> for ActorDraft {
    fn from(sheet: &ActorSheet) -> Self {
        Self {
            name: sheet.name.clone(),
            kind: Some(sheet.kind),
            role: sheet.role.clone(),
            missions: sheet.missions.clone(),
            territory: Some(sheet.territory),
            ask_for: sheet.ask_for.clone(),
            note: sheet.note.clone(),
        }
    }
}

impl ActorDraft {
    /// The sheet, or every fault in the order of the fields.
    pub fn read(&self) -> Result<ActorSheet, Vec<Fault<ActorField>>> {
        let missions = if self.missions.is_empty() { Some(What::Missing) } else { None };
        let faults = [
            (ActorField::Name, needed(&self.name, MAX_NAME_CHARS)),
            (ActorField::Kind, self.kind.is_none().then_some(What::Missing)),
            (ActorField::Role, needed(&self.role, MAX_TEXT_CHARS)),
            (ActorField::Missions, missions),
            (ActorField::Territory, self.territory.is_none().then_some(What::Missing)),
            (ActorField::AskFor, too_long(&self.ask_for, MAX_LINE_CHARS)),
            (ActorField::Note, too_long(&self.note, MAX_TEXT_CHARS)),
        ];
        let faults = told(faults);
        match (self.kind, self.territory) {
            (Some(kind), Some(territory)) if faults.is_empty() => Ok(ActorSheet {
                name: kept(&self.name),
                kind,
                role: kept(&self.role),
                missions: self.missions.clone(),
                territory,
                ask_for: kept(&self.ask_for),
                note: kept(&self.note),
            }),
            _ => Err(faults),
        }
    }
}

/// The fields of an interlocutor that may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactField {
    Name,
    Function,
    Reach,
    Source,
    AsOf,
    InformedOn,
}

/// What is kept of an interlocutor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactSheet {
    pub name: String,
    pub function: String,
    pub reach: String,
    pub source: String,
    pub as_of: Option<NaiveDate>,
    pub informed_on: Option<NaiveDate>,
}

impl ContactSheet {
    pub fn of(contact: &Contact) -> Self {
        Self {
            name: contact.name.clone(),
            function: contact.function.clone(),
            reach: contact.reach.clone(),
            source: contact.source.clone(),
            as_of: contact.as_of,
            informed_on: contact.informed_on,
        }
    }
}

/// An interlocutor as typed; dates as the browser's field gives them (« 2027-03-01 »).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactDraft {
    pub name: String,
    pub function: String,
    pub reach: String,
    pub source: String,
    pub as_of: String,
    pub informed_on: String,
}

impl From<&Contact> for ContactDraft {
    fn from(contact: &Contact) -> Self {
        let date = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            name: contact.name.clone(),
            function: contact.function.clone(),
            reach: contact.reach.clone(),
            source: contact.source.clone(),
            as_of: date(contact.as_of),
            informed_on: date(contact.informed_on),
        }
    }
}

impl ContactDraft {
    /// What to keep, or every fault in the order of the fields. A function is needed and a name is not: functions last
    /// longer than those who hold them. So are a way to reach it, and who said so when.
    pub fn read(&self, today: NaiveDate) -> Result<ContactSheet, Vec<Fault<ContactField>>> {
        let (as_of, informed_on) = (past_day(&self.as_of, today), past_day(&self.informed_on, today));
        let no_day = (as_of == Ok(None)).then_some(What::Missing);
        let faults = told([
            (ContactField::Function, needed(&self.function, MAX_LINE_CHARS)),
            (ContactField::Name, too_long(&self.name, MAX_NAME_CHARS)),
            (ContactField::Reach, needed(&self.reach, MAX_LINE_CHARS)),
            (ContactField::Source, needed(&self.source, MAX_LINE_CHARS)),
            (ContactField::AsOf, as_of.err().or(no_day)),
            (ContactField::InformedOn, informed_on.err()),
        ]);
        match (as_of, informed_on) {
            (Ok(as_of), Ok(informed_on)) if faults.is_empty() => Ok(ContactSheet {
                name: kept(&self.name),
                function: kept(&self.function),
                reach: kept(&self.reach),
                source: kept(&self.source),
                as_of,
                informed_on,
            }),
            _ => Err(faults),
        }
    }
}

/// The fields of a link that may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkField {
    Kind,
    To,
    Since,
}

/// A link as typed, from an actor whose sheet is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkDraft {
    pub kind: Option<LinkKind>,
    pub to: Option<ActorId>,
    /// « 2022 », « 04/2022 », « 15/04/2022 », or empty.
    pub since: String,
}

impl LinkDraft {
    /// The link, or every fault in the order of the fields.
    pub fn read(&self, from: &ActorId, known: &[Link]) -> Result<Link, Vec<Fault<LinkField>>> {
        let since = match self.since.trim() {
            "" => Ok(None),
            text => When::typed(text).map(Some).map_err(|_| What::NotADate),
        };
        let link = self.kind.zip(self.to.clone()).map(|(kind, to)| Link {
            from: from.clone(),
            kind,
            to,
            since: since.unwrap_or_default(),
            until: None,
        });
        let is_repeated = link.as_ref().is_some_and(|link| known.iter().any(|one| one.says_as(link)));
        let no_other = (self.to.is_none() || self.to.as_ref() == Some(from)).then_some(What::Missing);
        let faults = told([
            (LinkField::Kind, self.kind.is_none().then_some(What::Missing)),
            (LinkField::To, no_other.or(is_repeated.then_some(What::Repeated))),
            (LinkField::Since, since.err()),
        ]);
        link.filter(|_| faults.is_empty()).ok_or(faults)
    }
}

fn told<F, const N: usize>(faults: [(F, Option<What>); N]) -> Vec<Fault<F>> {
    faults.into_iter().filter_map(|(field, what)| Some(Fault { field, what: what? })).collect()
}

fn kept(text: &str) -> String {
    text.trim().to_owned()
}

fn needed(text: &str, max: usize) -> Option<What> {
    if text.trim().is_empty() { Some(What::Missing) } else { too_long(text, max) }
}

fn too_long(text: &str, max: usize) -> Option<What> {
    let chars = text.trim().chars().count();
    (chars > max).then_some(What::TooLong { chars, max })
}

fn past_day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, What> {
    match text.trim() {
        "" => Ok(None),
        text => match text.parse::<NaiveDate>() {
            Ok(day) if day > today => Err(What::Future),
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(What::NotADate),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{id, link};
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-28".parse().unwrap()
    }

    #[test]
    fn an_actor_is_read_whole_or_with_every_fault() {
        let missing = |field| Fault { field, what: What::Missing };
        let faults =
            [ActorField::Name, ActorField::Kind, ActorField::Role, ActorField::Missions, ActorField::Territory];
        assert_eq!(ActorDraft::default().read(), Err(faults.map(missing).to_vec()));
        let mut draft = ActorDraft {
            name: " Relais ".to_owned(),
            kind: Some(ActorKind::Association),
            role: "Prête du matériel.\n".to_owned(),
            missions: [Mission::Equip].into(),
            territory: Some(Territory::Commune),
            ..ActorDraft::default()
        };
        let sheet = draft.read().unwrap();
        assert_eq!((sheet.name.as_str(), sheet.role.as_str()), ("Relais", "Prête du matériel."));
        assert_eq!(ActorDraft::from(&sheet).read(), Ok(sheet), "what is shown is read back");
        draft.ask_for = "é".repeat(MAX_LINE_CHARS + 1);
        let what = What::TooLong { chars: MAX_LINE_CHARS + 1, max: MAX_LINE_CHARS };
        assert_eq!(draft.read(), Err(vec![Fault { field: ActorField::AskFor, what }]));
    }

    #[test]
    fn an_interlocutor_needs_a_function_a_way_a_source_and_a_day_that_came() {
        let faults = ContactDraft::default().read(today()).unwrap_err();
        let fields: Vec<ContactField> = faults.iter().map(|fault| fault.field).collect();
        assert_eq!(fields, [ContactField::Function, ContactField::Reach, ContactField::Source, ContactField::AsOf]);
        let typed = |as_of: &str, informed_on: &str| ContactDraft {
            function: "Accueil".to_owned(),
            reach: "par le standard".to_owned(),
            source: "réunion".to_owned(),
            as_of: as_of.to_owned(),
            informed_on: informed_on.to_owned(),
            ..ContactDraft::default()
        };
        for (as_of, informed_on, expected) in [
            ("2026-11-28", "", vec![]),
            ("2026-11-29", "", vec![(ContactField::AsOf, What::Future)]),
            (
                "hier",
                "2026-02-30",
                vec![(ContactField::AsOf, What::NotADate), (ContactField::InformedOn, What::NotADate)],
            ),
        ] {
            let faults = typed(as_of, informed_on).read(today()).err().unwrap_or_default();
            let faults: Vec<_> = faults.into_iter().map(|fault| (fault.field, fault.what)).collect();
            assert_eq!(faults, expected, "{as_of} {informed_on}");
        }
    }

    #[test]
    fn a_link_goes_to_another_actor_and_is_new() {
        let known = [link("relay", "funds", "all")];
        let draft = |kind: &str, to: &str, since: &str| LinkDraft {
            kind: LinkKind::from_code(kind),
            to: ActorId::new(to).ok(),
            since: since.to_owned(),
        };
        let what = |draft: LinkDraft| draft.read(&id("relay"), &known).err().unwrap_or_default();
        assert_eq!(what(draft("funds", "target", "2022")), []);
        assert_eq!(what(draft("funds", "relay", "")), [Fault { field: LinkField::To, what: What::Missing }]);
        assert_eq!(what(draft("funds", "all", "")), [Fault { field: LinkField::To, what: What::Repeated }]);
        let faults = what(draft("", "", "jadis"));
        assert_eq!(
            faults.iter().map(|fault| fault.field).collect::<Vec<_>>(),
            [LinkField::Kind, LinkField::To, LinkField::Since]
        );
    }
}
