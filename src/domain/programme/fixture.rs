//! A small cycle to test on, written as the screens write it. Everybody in it is fictional.

use super::attendance::{self, Attendee, Noted, Presence, Source};
use super::forms;
use super::hours::Half;
use super::id::{CYCLE_FIELD, CycleId, ProfessionalId, SessionId, StructureId, TrainerId};
use super::structure::StructureKind;
use super::whole::Programme;
use crate::domain::form::{Filled, Form, InputId};
use crate::records::{Author, ChangeSet, DeviceId, Key, ReplicaId, Tables};
use chrono::NaiveDate;

pub struct Fixture {
    pub tables: Tables,
    pub cycle: CycleId,
    at_ms: i64,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl Fixture {
    /// The cycle of the tender, without a session.
    #[allow(clippy::new_without_default, reason = "only tests make one")]
    pub fn new() -> Self {
        let cycle = CycleId::new("cycle").unwrap();
        let mut fixture = Self { tables: Tables::default(), cycle: cycle.clone(), at_ms: 1_640_000_000_000 };
        let typed = [
            ("title", "Numérique inclusif 2022"),
            ("window/from", "2022-01-01"),
            ("window/to", "2022-06-30"),
            ("sessions/least", "10"),
            ("sessions/most", "15"),
            ("group/least", "10"),
            ("group/most", "15"),
            ("people/least", "100"),
            ("people/most", "150"),
            ("hours", "7"),
            ("hired_since", "2021-07-01"),
        ];
        fixture.fill(&forms::CYCLE, &cycle.key().unwrap(), &typed);
        fixture
    }

    /// A session of seven hours.
    pub fn session(&mut self, id: &str, on: &str) -> SessionId {
        self.session_with(id, &[("held_on", on)])
    }

    /// A session of seven hours, with what is typed besides.
    pub fn session_with(&mut self, id: &str, typed: &[(&'static str, &str)]) -> SessionId {
        let session = SessionId::new(id).unwrap();
        let key = session.key().unwrap();
        let hours = [
            ("morning/from", "09:00"),
            ("morning/to", "12:30"),
            ("afternoon/from", "13:30"),
            ("afternoon/to", "17:00"),
        ];
        let all: Vec<_> = hours.into_iter().chain(typed.iter().copied()).collect();
        self.fill(&forms::SESSION, &key, &all);
        let cycle = self.cycle.clone();
        self.commit(&ChangeSet::one(&key, CYCLE_FIELD, Some(&cycle)));
        session
    }

    pub fn structure(&mut self, id: &str, kind: StructureKind) -> StructureId {
        self.structure_named(id, id, kind)
    }

    pub fn structure_named(&mut self, id: &str, name: &str, kind: StructureKind) -> StructureId {
        let structure = StructureId::new(id).unwrap();
        self.fill(&forms::STRUCTURE, &structure.key().unwrap(), &[("name", name), ("kind", kind.code())]);
        structure
    }

    /// Somebody hired in September 2021, who works in Bobigny.
    pub fn person(&mut self, id: &str, structure: Option<&StructureId>) -> ProfessionalId {
        self.person_named(id, id, structure)
    }

    pub fn person_named(&mut self, id: &str, name: &str, structure: Option<&StructureId>) -> ProfessionalId {
        let structure = structure.map_or("", StructureId::as_str);
        let typed = [
            ("family_name", name),
            ("given_name", "Camille"),
            ("structure", structure),
            ("hired_on", "2021-09-01"),
            ("commune", "93008"),
        ];
        self.person_with(id, &typed)
    }

    pub fn person_with(&mut self, id: &str, typed: &[(&'static str, &str)]) -> ProfessionalId {
        let person = ProfessionalId::new(id).unwrap();
        self.fill(&forms::PROFESSIONAL, &person.key().unwrap(), typed);
        person
    }

    pub fn trainer(&mut self, id: &str) -> TrainerId {
        let trainer = TrainerId::new(id).unwrap();
        let typed = [("family_name", id), ("given_name", "Sacha")];
        self.fill(&forms::TRAINER, &trainer.key().unwrap(), &typed);
        trainer
    }

    /// Gives people a place in a session, in this order.
    pub fn register<'a>(&mut self, session: &SessionId, people: impl IntoIterator<Item = &'a ProfessionalId>) {
        for person in people {
            let programme = self.programme();
            self.at_ms += 1_000;
            let (changes, _) = programme.register(programme.session(session).unwrap(), person, self.at_ms).unwrap();
            self.commit(&changes);
        }
    }

    /// Notes both halves of somebody's day.
    pub fn note(&mut self, session: &SessionId, person: &ProfessionalId, presences: [Presence; 2]) {
        for (half, presence) in Half::ALL.into_iter().zip(presences) {
            let noted = Noted { presence, from: Source::Screen };
            let who = Attendee::Professional(person.clone());
            self.commit(&attendance::note(session, &who, half, Some(&noted)).unwrap());
        }
    }

    pub fn programme(&self) -> Programme {
        Programme::read(&self.tables, &self.cycle).unwrap()
    }

    pub fn commit(&mut self, changes: &ChangeSet) {
        self.at_ms += 1;
        let author = Author {
            replica: ReplicaId::new("r").unwrap(),
            device: DeviceId::new("poste").unwrap(),
            at_ms: self.at_ms,
        };
        for (key, record) in changes.apply(&self.tables, &author) {
            self.tables.put(key, record);
        }
    }

    pub fn fill(&mut self, form: &Form, key: &Key, typed: &[(&'static str, &str)]) {
        let mut filled = Filled::default();
        for (name, text) in typed {
            let (field, part) = name.split_once('/').unwrap_or((name, ""));
            filled.set(InputId { field, part }, *text);
        }
        let changes = form.create(key, &filled).unwrap();
        self.commit(&changes);
    }
}
