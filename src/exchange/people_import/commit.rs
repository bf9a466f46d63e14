//! From a list that was looked at to one set of changes, and how it is taken back.

use super::trial::{Draft, Trial, Tried, TwinOf};
use crate::domain::fold::fold;
use crate::domain::form::{Filled, InputId};
use crate::domain::programme::attendance::{Attendance, Attendee};
use crate::domain::programme::forms::{PROFESSIONAL, STRUCTURE};
use crate::domain::programme::id::{PROFESSIONAL_KIND, ProfessionalId, StructureId};
use crate::domain::programme::person::field as person;
use crate::domain::programme::registration::Registration;
use crate::domain::programme::structure::{StructureKind, field as structure};
use crate::domain::programme::whole::Programme;
use crate::records::{Change, ChangeSet, DELETED, Key, Record, RecordId, Tables, Undo};
use std::collections::{BTreeMap, BTreeSet};

/// What a person says of a row that may be somebody known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// The same person: what is not known of them is filled.
    Same,
    /// Another one.
    Another,
    Leave,
}

impl Choice {
    pub const ALL: [Self; 3] = [Self::Same, Self::Another, Self::Leave];

    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Another => "another",
            Self::Leave => "leave",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

/// What was said of the rows that may be somebody known, each of whom it was said. A row that may be another one now, or
/// nobody, is to decide anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    by_row: BTreeMap<usize, (TwinOf, Choice)>,
}

impl Choices {
    /// What was said of a row, by its place.
    pub fn of(&self, nth: usize, row: &Tried) -> Option<Choice> {
        let twin = &row.twin.as_ref()?.of;
        self.by_row.get(&nth).filter(|(of, _)| of == twin).map(|(_, choice)| *choice)
    }

    /// Says it, or nothing any more. Nothing is to say of a row that may be nobody known.
    pub fn say(&mut self, nth: usize, row: &Tried, choice: Option<Choice>) {
        match (&row.twin, choice) {
            (Some(twin), Some(choice)) => self.by_row.insert(nth, (twin.of.clone(), choice)),
            _ => self.by_row.remove(&nth),
        };
    }
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Done {
    Created(ProfessionalId),
    /// Whoever was here, or is made by an earlier row, got what was not known of them.
    Completed(ProfessionalId),
    Left,
    Rejected,
}

/// What a list would write.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    pub changes: ChangeSet,
    /// Row by row.
    pub done: Vec<Done>,
    /// The records that are made: people and structures.
    pub created: Vec<Key>,
}

impl Outcome {
    /// How many people are made, and how many are completed.
    pub fn people(&self) -> (usize, usize) {
        let completed: BTreeSet<_> = self
            .done
            .iter()
            .filter_map(|done| match done {
                Done::Completed(id) => Some(id),
                _ => None,
            })
            .collect();
        let made = self.done.iter().filter(|done| matches!(done, Done::Created(_))).count();
        (made, completed.len())
    }

    /// How many structures are made.
    pub fn structures(&self) -> usize {
        self.created.iter().filter(|key| key.kind.as_str() != PROFESSIONAL_KIND).count()
    }
}

/// Somebody being written.
struct Target {
    key: Key,
    /// What they hold; none: they are made here.
    shown: Option<Filled>,
    filled: Filled,
}

/// A structure being written.
struct Place {
    key: Key,
    is_new: bool,
    filled: Filled,
}

struct Writing<'a, F> {
    tables: &'a Tables,
    new_id: F,
    targets: BTreeMap<ProfessionalId, Target>,
    structures: BTreeMap<String, StructureId>,
    places: BTreeMap<StructureId, Place>,
}

impl Trial {
    /// What is written with these choices; a row that may be somebody known and that nobody decided on is left.
    pub fn outcome<F: FnMut() -> Option<RecordId>>(
        &self,
        tables: &Tables,
        programme: &Programme,
        choices: &Choices,
        new_id: F,
    ) -> Outcome {
        let structures = programme.structures.iter().rev();
        let mut writing = Writing {
            tables,
            new_id,
            targets: BTreeMap::new(),
            structures: structures.map(|one| (fold(&one.name), one.id.clone())).collect(),
            places: BTreeMap::new(),
        };
        let mut done: Vec<Done> = Vec::new();
        for (nth, row) in self.rows.iter().enumerate() {
            let next = writing.take(row, choices.of(nth, row), &done);
            done.push(next);
        }
        writing.finish(done)
    }
}

impl<F: FnMut() -> Option<RecordId>> Writing<'_, F> {
    fn take(&mut self, row: &Tried, choice: Option<Choice>, done: &[Done]) -> Done {
        let Ok(draft) = &row.draft else { return Done::Rejected };
        let twin = match (&row.twin, choice) {
            (Some(_), None | Some(Choice::Leave)) => return Done::Left,
            (Some(twin), Some(Choice::Same)) => match &twin.of {
                TwinOf::Known(id) => Some(id.clone()),
                TwinOf::Row(before) => done.get(*before).and_then(|done| match done {
                    Done::Created(id) | Done::Completed(id) => Some(id.clone()),
                    Done::Left | Done::Rejected => None,
                }),
            },
            (_, Some(Choice::Another)) | (None, _) => None,
        };
        let (id, is_new) = match twin {
            Some(id) => (id, false),
            None => match (self.new_id)() {
                Some(id) => (ProfessionalId(id), true),
                None => return Done::Left,
            },
        };
        let Some(target) = self.target(&id) else { return Done::Left };
        // Whoever has a structure keeps it: another one is not made for nobody.
        let has_one = !target.filled.get(InputId::alone(person::STRUCTURE)).is_empty();
        let structure = if has_one && !self.knows(draft) { None } else { self.structure(draft) };
        let Some(target) = self.target(&id) else { return Done::Left };
        let mut filled = draft.filled.clone();
        filled.set(InputId::alone(person::STRUCTURE), structure.as_ref().map_or("", StructureId::as_str));
        fill(&mut target.filled, &filled);
        if is_new { Done::Created(id) } else { Done::Completed(id) }
    }

    /// Somebody being written; none when they left meanwhile.
    fn target(&mut self, id: &ProfessionalId) -> Option<&mut Target> {
        if !self.targets.contains_key(id) {
            let key = id.key().ok()?;
            let record = self.tables.get(&key);
            if record.is_some_and(|record| record.erased || record.is_deleted()) {
                return None;
            }
            let shown = record.map(|record| PROFESSIONAL.filled(record));
            let filled = shown.clone().unwrap_or_default();
            self.targets.insert(id.clone(), Target { key, shown, filled });
        }
        self.targets.get_mut(id)
    }

    fn knows(&self, draft: &Draft) -> bool {
        self.structures.contains_key(&fold(&draft.structure))
    }

    /// The structure that a row names, which is made when nobody knows it; its kind is filled when nobody said it.
    fn structure(&mut self, draft: &Draft) -> Option<StructureId> {
        if draft.structure.is_empty() {
            return None;
        }
        let folded = fold(&draft.structure);
        let known = self.structures.get(&folded).cloned();
        let is_new = known.is_none();
        let id = match known {
            Some(id) => id,
            None => StructureId((self.new_id)()?),
        };
        self.structures.insert(folded, id.clone());
        if !self.places.contains_key(&id) {
            let key = id.key().ok()?;
            let mut filled = self.tables.get(&key).map(|record| STRUCTURE.filled(record)).unwrap_or_default();
            if is_new {
                filled.set(InputId::alone(structure::NAME), draft.structure.as_str());
            }
            self.places.insert(id.clone(), Place { key, is_new, filled });
        }
        let place = self.places.get_mut(&id)?;
        let kind = InputId::alone(structure::KIND);
        if let Some(said) = draft.kind.filter(|_| place.filled.get(kind).is_empty()) {
            place.filled.set(kind, StructureKind::code(said));
        }
        Some(id)
    }

    fn finish(self, mut done: Vec<Done>) -> Outcome {
        let mut outcome = Outcome::default();
        for place in self.places.into_values() {
            let shown = self.tables.get(&place.key).map(|record| STRUCTURE.filled(record)).unwrap_or_default();
            // Its kind may stay to be said: what is not typed is not written.
            if let Ok(changes) = STRUCTURE.change(&place.key, &shown, &place.filled) {
                outcome.changes.changes.extend(changes.changes);
                outcome.created.extend(place.is_new.then_some(place.key));
            }
        }
        for (id, target) in self.targets {
            let changes = match &target.shown {
                None => PROFESSIONAL.create(&target.key, &target.filled).map(without_blanks),
                Some(shown) => PROFESSIONAL.change(&target.key, shown, &target.filled),
            };
            match changes {
                Ok(changes) => {
                    outcome.changes.changes.extend(changes.changes);
                    outcome.created.extend(target.shown.is_none().then_some(target.key));
                }
                Err(_) => done.iter_mut().for_each(|done| {
                    if matches!(done, Done::Created(of) | Done::Completed(of) if *of == id) {
                        *done = Done::Rejected;
                    }
                }),
            }
        }
        Outcome { done, ..outcome }
    }
}

/// What was not typed is not written.
fn without_blanks(mut changes: ChangeSet) -> ChangeSet {
    changes.changes.retain(|change| !matches!(change, Change::Set { value, .. } if value.is_null()));
    changes
}

/// Fills what is blank, and nothing else.
fn fill(filled: &mut Filled, with: &Filled) {
    for (input, _) in PROFESSIONAL.inputs() {
        if filled.get(input).is_empty() && !with.get(input).is_empty() {
            filled.set(input, with.get(input));
        }
    }
}

/// Takes an import back: whoever was made leaves the lists, unless something was written of them since or names them; what
/// was filled is blank again where it still holds what was written.
pub fn take_back(now: &Tables, made: &Outcome, undo: &Undo) -> ChangeSet {
    let created: BTreeSet<&Key> = made.created.iter().collect();
    let mut written: BTreeMap<&Key, BTreeSet<&str>> = BTreeMap::new();
    for change in &made.changes.changes {
        if let Change::Set { key, field, .. } = change {
            written.entry(key).or_default().insert(field.as_str());
        }
    }
    let mut back = undo.changes(now);
    // A field that the undo would still give back is one that nobody wrote in since.
    let mut untouched: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
    for change in &back.changes {
        if let Change::Set { key, field, .. } = change {
            untouched.entry(key.clone()).or_default().insert(field.as_str().to_owned());
        }
    }
    back.changes.retain(|change| !created.contains(change.key()));
    let is_as_made = |key: &Key, record: &Record| {
        let Some(untouched) = untouched.get(key) else { return false };
        let written = written.get(key).map_or(0, BTreeSet::len);
        let others = record.fields.keys().filter(|name| name.as_str() != DELETED);
        untouched.len() == written && others.clone().all(|name| untouched.contains(name.as_str()))
    };
    let placed = placed(now);
    let leaves = |key: &&Key| {
        let record = now.live_at(key);
        record.is_some_and(|record| is_as_made(key, record)) && !placed.contains(&key.id)
    };
    let people = |key: &&&Key| key.kind.as_str() == PROFESSIONAL_KIND;
    let gone: BTreeSet<&Key> = created.iter().filter(people).copied().filter(leaves).collect();
    let is_named = |key: &Key| {
        let staff = now.live(PROFESSIONAL_KIND).filter(|(_, record)| names(record, &key.id));
        staff.into_iter().any(|(id, _)| gone.iter().all(|gone| gone.id != *id))
    };
    let structures = created.iter().filter(|key| !people(key)).copied().filter(leaves).filter(|key| !is_named(key));
    let all: Vec<&Key> = gone.iter().copied().chain(structures).collect();
    for key in all {
        back.write(key, DELETED, Some(&true));
    }
    back
}

fn names(record: &Record, structure: &RecordId) -> bool {
    record.value(person::STRUCTURE).and_then(serde_json::Value::as_str) == Some(structure.as_str())
}

/// Those who have a place, or whose presence was noted.
fn placed(tables: &Tables) -> BTreeSet<RecordId> {
    let noted = Attendance::all(tables).filter_map(|one| match one.who {
        Attendee::Professional(id) => Some(id.0),
        Attendee::Trainer(_) => None,
    });
    Registration::all(tables).map(|place| place.person.0).chain(noted).collect()
}
