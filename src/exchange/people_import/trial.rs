//! What would be done with each row of a list. Nothing is written here.

use super::cells::{NoCommune, commune, day, full_name, yes};
use super::column::{Column, Mapping};
use super::rows::{Row, Rows};
use crate::domain::commune::Communes;
use crate::domain::directory::local::model::one_line;
use crate::domain::fold::fold;
use crate::domain::form::{Filled, InputId, Wrong};
use crate::domain::programme::forms::PROFESSIONAL;
use crate::domain::programme::id::ProfessionalId;
use crate::domain::programme::person::{Professional, field};
use crate::domain::programme::structure::StructureKind;
use crate::domain::programme::whole::Programme;
use std::collections::HashMap;
use std::sync::Arc;

/// The longest name of a structure.
const MAX_STRUCTURE_CHARS: usize = 120;

/// What is already here, and how to read the kind of a structure.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub programme: &'a Programme,
    pub communes: &'a Communes,
    pub kind_named: fn(&str) -> Option<StructureKind>,
}

/// Why a row is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejection {
    NoFamilyName,
    NoGivenName,
    /// One cell holds both, and nothing says which is which.
    NameUnclear,
    Name {
        column: Column,
        wrong: Wrong,
    },
    UnclosedQuote,
    /// Their use is restricted: they come back in no list.
    Restricted,
}

/// What is left out of a row that is taken, or missing from it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Issue {
    /// Left out, as it was typed.
    Day(String),
    Commune(String, NoCommune),
    Kind(String),
    YesOrNo(String),
    Wrong {
        column: Column,
        text: String,
        wrong: Wrong,
    },
    /// To ask: whether they come first depends on it.
    Missing(Column),
}

/// Who a row may be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TwinOf {
    /// Somebody who is here.
    Known(ProfessionalId),
    /// An earlier row, by its place.
    Row(usize),
}

/// Why they may be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    NameAndStructure,
    /// The same name, and one of the two says no structure.
    Name,
    Email,
}

/// Somebody whom a row may be, for a person to say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Twin {
    pub of: TwinOf,
    pub because: Because,
    /// What they are called.
    pub name: String,
}

/// What a row says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// All but the structure, which may not be here yet.
    pub filled: Filled,
    pub structure: String,
    pub kind: Option<StructureKind>,
}

/// A row, as it would be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    pub line: usize,
    /// As typed; empty when there is none.
    pub name: String,
    pub structure: String,
    pub draft: Result<Draft, Rejection>,
    pub issues: Vec<Issue>,
    pub twin: Option<Twin>,
}

/// Every row, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    pub rows: Vec<Tried>,
}

impl Trial {
    pub fn of(rows: &Rows, mapping: &Mapping, context: Context<'_>) -> Self {
        let Programme { people, restricted, .. } = context.programme;
        let mut twins = Twins::of(people, context.programme);
        let restricted = Twins::of(restricted, context.programme);
        let mut trial = Self::default();
        for row in &rows.rows {
            let mut tried = tried(row, mapping, context);
            if let Ok(draft) = &tried.draft {
                let sought = Sought::of(draft);
                // They would be made anew, and what is kept of them is told to nobody.
                if restricted.find(&sought).is_some() {
                    tried.draft = Err(Rejection::Restricted);
                } else {
                    tried.twin = twins.find(&sought);
                    twins.add(sought, TwinOf::Row(trial.rows.len()), tried.name.clone());
                }
            }
            trial.rows.push(tried);
        }
        trial
    }
}

const fn alone(name: &'static str) -> InputId {
    InputId::alone(name)
}

fn tried(row: &Row, mapping: &Mapping, context: Context<'_>) -> Tried {
    let cell = |column| mapping.position(column).and_then(|nth| row.cells.get(nth)).map_or("", |cell| cell.trim());
    let both = full_name(cell(Column::FullName));
    let named = |column, of_both: fn((String, String)) -> String| match cell(column) {
        "" => both.clone().map(of_both).unwrap_or_default(),
        said => said.to_owned(),
    };
    let family = named(Column::FamilyName, |(family, _)| family);
    let given = named(Column::GivenName, |(_, given)| given);
    let shown = format!("{family} {given}").trim().to_owned();
    let name = if shown.is_empty() { cell(Column::FullName).to_owned() } else { shown };
    let mut filled = Filled::default();
    let mut issues = Vec::new();
    filled.set(alone(field::FAMILY_NAME), family.as_str());
    filled.set(alone(field::GIVEN_NAME), given.as_str());
    for (column, name) in [
        (Column::Function, field::FUNCTION),
        (Column::Email, field::EMAIL),
        (Column::Phone, field::PHONE),
        (Column::Needs, field::NEEDS),
    ] {
        filled.set(alone(name), cell(column));
    }
    read_values(&cell, context, &mut filled, &mut issues);
    let rejected = match () {
        () if row.is_open => Some(Rejection::UnclosedQuote),
        () if !family.is_empty() && !given.is_empty() => None,
        () if family.is_empty() && given.is_empty() && !cell(Column::FullName).is_empty() => {
            Some(Rejection::NameUnclear)
        }
        () if family.is_empty() => Some(Rejection::NoFamilyName),
        () => Some(Rejection::NoGivenName),
    };
    let rejected = rejected.or_else(|| mend(&mut filled, &mut issues));
    let structure = cell(Column::Structure).to_owned();
    let (taken, kind) = structure_of(&structure, cell(Column::StructureKind), context, &mut issues);
    let is_blank = |name| filled.get(alone(name)).is_empty();
    issues.extend(is_blank(field::HIRED_ON).then_some(Issue::Missing(Column::HiredOn)));
    issues.extend(taken.is_empty().then_some(Issue::Missing(Column::Structure)));
    let draft = rejected.map_or(Ok(Draft { filled, structure: taken, kind }), Err);
    Tried { line: row.line, name, structure, draft, issues, twin: None }
}

/// Reads what is stored otherwise than it is typed.
fn read_values<'a>(
    cell: &impl Fn(Column) -> &'a str,
    context: Context<'_>,
    filled: &mut Filled,
    issues: &mut Vec<Issue>,
) {
    match (cell(Column::HiredOn), day(cell(Column::HiredOn))) {
        ("", _) => {}
        (_, Some(on)) => filled.set(alone(field::HIRED_ON), on.to_string()),
        (typed, None) => issues.push(Issue::Day(typed.to_owned())),
    }
    match (cell(Column::Commune), commune(cell(Column::Commune), context.communes)) {
        ("", _) => {}
        (_, Ok(found)) => filled.set(alone(field::COMMUNE), found.code.as_str()),
        (typed, Err(why)) => issues.push(Issue::Commune(typed.to_owned(), why)),
    }
    match yes(cell(Column::DigitalAdviser)) {
        Some(true) => filled.set(alone(field::DIGITAL_ADVISER), "true"),
        Some(false) => {}
        None => issues.push(Issue::YesOrNo(cell(Column::DigitalAdviser).to_owned())),
    }
}

/// Leaves out what the form of a person would refuse; or why the row is not taken.
fn mend(filled: &mut Filled, issues: &mut Vec<Issue>) -> Option<Rejection> {
    let key = ProfessionalId::new("x").ok()?.key().ok()?;
    let faults = PROFESSIONAL.create(&key, filled).err()?;
    let mut rejected = None;
    for fault in faults {
        let column = match fault.input.field {
            field::FAMILY_NAME => Column::FamilyName,
            field::GIVEN_NAME => Column::GivenName,
            field::FUNCTION => Column::Function,
            field::EMAIL => Column::Email,
            field::PHONE => Column::Phone,
            field::HIRED_ON => Column::HiredOn,
            field::COMMUNE => Column::Commune,
            field::DIGITAL_ADVISER => Column::DigitalAdviser,
            _ => Column::Needs,
        };
        if matches!(column, Column::FamilyName | Column::GivenName) {
            rejected = rejected.or(Some(Rejection::Name { column, wrong: fault.wrong }));
        } else {
            let text = filled.get(fault.input).to_owned();
            issues.push(Issue::Wrong { column, text, wrong: fault.wrong });
            filled.set(fault.input, "");
        }
    }
    rejected
}

/// The structure's name and kind, as they would be kept.
fn structure_of(
    name: &str,
    kind: &str,
    context: Context<'_>,
    issues: &mut Vec<Issue>,
) -> (String, Option<StructureKind>) {
    let read = (context.kind_named)(kind);
    if read.is_none() && !kind.is_empty() {
        issues.push(Issue::Kind(kind.to_owned()));
    }
    // A name of signs alone could not be told from another.
    let is_named = !fold(name).is_empty();
    match one_line(name, MAX_STRUCTURE_CHARS) {
        Ok(line) if is_named => (line, read),
        Ok(_) => (String::new(), read),
        Err(fault) => {
            let wrong = Wrong::from(fault);
            if wrong != Wrong::Missing {
                issues.push(Issue::Wrong { column: Column::Structure, text: name.to_owned(), wrong });
            }
            (String::new(), read)
        }
    }
}

/// What somebody is looked for by.
struct Sought {
    name: String,
    /// Empty: not said.
    structure: String,
    email: String,
}

impl Sought {
    fn of(draft: &Draft) -> Self {
        let said = |name| draft.filled.get(alone(name));
        Self {
            name: name_key(said(field::FAMILY_NAME), said(field::GIVEN_NAME)),
            structure: fold(&draft.structure),
            email: said(field::EMAIL).to_lowercase(),
        }
    }

    fn of_known(person: &Professional, programme: &Programme) -> Self {
        let structure = programme.structure_of(person);
        Self {
            name: name_key(&person.family_name, &person.given_name),
            structure: structure.map(|structure| fold(&structure.name)).unwrap_or_default(),
            email: person.email.trim().to_lowercase(),
        }
    }
}

fn name_key(family: &str, given: &str) -> String {
    format!("{}/{}", fold(family), fold(given))
}

/// Whoever a row may be: who is here, and the rows before it.
struct Twins {
    named: HashMap<String, Vec<(String, TwinOf, String)>>,
    reached: HashMap<String, (TwinOf, String)>,
}

impl Twins {
    fn of(people: &[Arc<Professional>], programme: &Programme) -> Self {
        let mut twins = Self { named: HashMap::new(), reached: HashMap::new() };
        for person in people {
            twins.add(Sought::of_known(person, programme), TwinOf::Known(person.id.clone()), person.listed_name());
        }
        twins
    }

    fn add(&mut self, sought: Sought, of: TwinOf, shown: String) {
        if !sought.email.is_empty() {
            self.reached.entry(sought.email).or_insert_with(|| (of.clone(), shown.clone()));
        }
        let namesakes = self.named.entry(sought.name).or_default();
        // One of each structure is enough, however long the file is.
        if namesakes.iter().all(|(structure, _, _)| *structure != sought.structure) {
            namesakes.push((sought.structure, of, shown));
        }
    }

    fn find(&self, sought: &Sought) -> Option<Twin> {
        let twin =
            |(_, of, name): &(String, TwinOf, String), because| Twin { of: of.clone(), because, name: name.clone() };
        let namesakes = self.named.get(&sought.name).map_or(&[][..], Vec::as_slice);
        let same = namesakes.iter().find(|(structure, _, _)| *structure == sought.structure && !structure.is_empty());
        let reached = || self.reached.get(&sought.email).filter(|_| !sought.email.is_empty());
        let by_email =
            || reached().map(|(of, name)| Twin { of: of.clone(), because: Because::Email, name: name.clone() });
        let unsaid = || namesakes.iter().find(|(structure, _, _)| structure.is_empty() || sought.structure.is_empty());
        same.map(|it| twin(it, Because::NameAndStructure))
            .or_else(by_email)
            .or_else(|| unsaid().map(|it| twin(it, Because::Name)))
    }
}
