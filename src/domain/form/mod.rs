//! Forms as data: the fields of a record, what may be typed in each, and every fault at once.
//!
//! A record whose fields are filled by hand is described by one [`Form`]. The screen that fills it, the check of what is
//! typed and the search for stored values that cannot be read all follow that description.

mod input;

pub use input::{Input, Shape, Wrong};

use crate::records::{ChangeSet, FieldName, Key, Record};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What is typed for one kind of record, field by field, in the order of the screen.
#[derive(Debug)]
pub struct Form {
    pub fields: &'static [Field],
}

/// A field of a record. Its inputs must agree: they are stored together, and written at once.
#[derive(Debug)]
pub struct Field {
    /// As stored: never rename one.
    pub name: &'static str,
    /// One alone is stored as it is; several, as members of an object.
    pub inputs: &'static [Input],
    /// It must be filled.
    pub is_required: bool,
    /// What is wrong between inputs that are each right.
    pub agreement: Agreement,
}

/// What several inputs of a field must respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    None,
    /// The second does not come before the first.
    InOrder,
    /// The second comes after the first.
    StrictlyInOrder,
}

/// One input of a form: its field, and its part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InputId {
    pub field: &'static str,
    /// Empty: the field has this input alone.
    pub part: &'static str,
}

/// What is wrong with an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fault {
    pub input: InputId,
    pub wrong: Wrong,
}

/// What is typed, input by input; what is missing was left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled(BTreeMap<InputId, String>);

impl Filled {
    pub fn get(&self, input: InputId) -> &str {
        self.0.get(&input).map_or("", String::as_str)
    }

    pub fn set(&mut self, input: InputId, typed: impl Into<String>) {
        self.0.insert(input, typed.into());
    }
}

impl InputId {
    /// The only input of a field.
    pub const fn alone(field: &'static str) -> Self {
        Self { field, part: "" }
    }

    pub const fn part(field: &'static str, part: &'static str) -> Self {
        Self { field, part }
    }
}

impl Field {
    /// A field that may stay empty.
    pub const fn optional(name: &'static str, inputs: &'static [Input]) -> Self {
        Self { name, inputs, is_required: false, agreement: Agreement::None }
    }

    /// A field that must be filled.
    pub const fn required(name: &'static str, inputs: &'static [Input]) -> Self {
        Self { name, inputs, is_required: true, agreement: Agreement::None }
    }

    /// The same, whose first two inputs must agree.
    pub const fn agreeing(self, agreement: Agreement) -> Self {
        Self { agreement, ..self }
    }

    /// Each input, named.
    pub fn ids(&'static self) -> impl Iterator<Item = (InputId, &'static Input)> {
        self.inputs.iter().map(|input| (InputId { field: self.name, part: input.part }, input))
    }

    /// What a stored value shows in the inputs; none when it cannot be read.
    fn shown(&'static self, value: &Value) -> Option<Vec<(InputId, String)>> {
        let member = |input: &Input| match input.part {
            "" => Some(value),
            part => value.as_object()?.get(part).or(Some(&Value::Null)),
        };
        self.ids()
            .map(|(id, input)| match member(input)? {
                Value::Null => input.is_optional.then(|| (id, String::new())),
                value => Some((id, input.shape.shown(value)?)),
            })
            .collect()
    }

    /// What is typed as it is stored (`null`: nothing), or what is wrong with it.
    fn read(&'static self, filled: &Filled) -> Result<Value, Vec<Fault>> {
        let read = self.ids().map(|(id, input)| (id, input, input.shape.read(filled.get(id))));
        let read: Vec<_> = read.collect();
        let is_blank = read.iter().all(|(_, _, value)| *value == Ok(None));
        if is_blank && !self.is_required {
            return Ok(Value::Null);
        }
        let mut faults = Vec::new();
        let mut members = Map::new();
        for (id, input, value) in read {
            match value {
                Err(wrong) => faults.push(Fault { input: id, wrong }),
                Ok(None) if !input.is_optional => faults.push(Fault { input: id, wrong: Wrong::Missing }),
                Ok(None) => {}
                Ok(Some(value)) => drop(members.insert(input.part.to_owned(), value)),
            }
        }
        // Where each may be left out, one of them is needed all the same.
        if is_blank && faults.is_empty() {
            faults.extend(self.ids().next().map(|(id, _)| Fault { input: id, wrong: Wrong::Missing }));
        }
        if faults.is_empty() && !self.agreement.holds(self.inputs, &members) {
            let second = self.ids().nth(1).map(|(id, _)| Fault { input: id, wrong: Wrong::NotInOrder });
            faults.extend(second);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(match self.inputs {
            [Input { part: "", .. }] => members.remove("").unwrap_or(Value::Null),
            _ => Value::Object(members),
        })
    }
}

impl Agreement {
    fn holds(self, inputs: &[Input], members: &Map<String, Value>) -> bool {
        let [first, second, ..] = inputs else { return true };
        let (Some(first), Some(second)) = (members.get(first.part), members.get(second.part)) else { return true };
        // Days and times are stored so that their texts are in their order.
        let order = match (first, second) {
            (Value::Number(first), Value::Number(second)) => first.as_i64().cmp(&second.as_i64()),
            _ => first.as_str().cmp(&second.as_str()),
        };
        match self {
            Self::None => true,
            Self::InOrder => order.is_le(),
            Self::StrictlyInOrder => order.is_lt(),
        }
    }
}

/// The codes of what is chosen, as they are stored: those that a form names must be these.
#[cfg(test)]
pub fn codes<T: serde::Serialize>(all: impl IntoIterator<Item = T>) -> Vec<String> {
    let code = |one| serde_json::to_value(one).unwrap().as_str().unwrap().to_owned();
    all.into_iter().map(code).collect()
}

impl Form {
    /// Every input, in the order of the screen.
    pub fn inputs(&self) -> impl Iterator<Item = (InputId, &'static Input)> {
        self.fields.iter().flat_map(Field::ids)
    }

    /// What a record shows in the inputs; what cannot be read shows nothing.
    pub fn filled(&self, record: &Record) -> Filled {
        let shown = self.fields.iter().filter_map(|field| field.shown(record.value(field.name)?));
        Filled(shown.flatten().filter(|(_, text)| !text.is_empty()).collect())
    }

    /// The fields of a record whose value cannot be read.
    pub fn unreadable<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'a FieldName> {
        let faulty = self.fields.iter().filter(|field| {
            record.value(field.name).is_some_and(|value| {
                let shown = field.shown(value).map(|shown| Filled(shown.into_iter().collect()));
                shown.is_none_or(|filled| field.read(&filled).is_err())
            })
        });
        faulty.filter_map(|field| record.fields.get_key_value(field.name).map(|(name, _)| name))
    }

    /// What is typed in one field, read as once it is stored: none when nothing is typed. Faults: it cannot be stored.
    pub fn typed<T: DeserializeOwned>(&self, filled: &Filled, name: &str) -> Result<Option<T>, Vec<Fault>> {
        let Some(field) = self.fields.iter().find(|field| field.name == name) else { return Ok(None) };
        field.read(filled).map(|value| T::deserialize(value).ok())
    }

    /// The writes of a new record, or every fault in the order of the screen.
    pub fn create(&self, key: &Key, filled: &Filled) -> Result<ChangeSet, Vec<Fault>> {
        self.write(key, filled, |_| true)
    }

    /// The writes of what was typed over what was `shown`, or every fault. What was left alone is neither read nor
    /// written: it may have changed elsewhere, or be a value that this version cannot read.
    pub fn change(&self, key: &Key, shown: &Filled, filled: &Filled) -> Result<ChangeSet, Vec<Fault>> {
        self.write(key, filled, |field| field.ids().any(|(id, _)| shown.get(id).trim() != filled.get(id).trim()))
    }

    fn write(
        &self,
        key: &Key,
        filled: &Filled,
        is_written: impl Fn(&'static Field) -> bool,
    ) -> Result<ChangeSet, Vec<Fault>> {
        let (mut changes, mut faults) = (ChangeSet::new(), Vec::new());
        for field in self.fields.iter().filter(|field| is_written(field)) {
            match field.read(filled) {
                Ok(value) => changes.write(key, field.name, Some(&value)),
                Err(found) => faults.extend(found),
            }
        }
        if faults.is_empty() { Ok(changes) } else { Err(faults) }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
