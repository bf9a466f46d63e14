//! The cycle that the tender orders, as it is typed: a model whose dates each new cycle gives.

use super::error::{ContentError, parse};
use crate::domain::form::{Filled, InputId};
use crate::domain::programme::forms;
use serde::Deserialize;
use std::collections::BTreeMap;

const FILE: &str = "cycle_model.json";
const TEXT: &str = include_str!("cycle_model.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Model {
    /// Where it comes from, for whoever reads the file.
    #[serde(rename = "source")]
    _source: String,
    /// « field », or « field/part », and what is typed there.
    typed: BTreeMap<String, String>,
}

/// What the form of a new cycle proposes.
pub fn cycle_model() -> Result<Filled, ContentError> {
    let model: Model = parse(FILE, TEXT)?;
    let mut filled = Filled::default();
    for (id, _) in forms::CYCLE.inputs() {
        if let Some(typed) = model.typed.get(&name(id)) {
            filled.set(id, typed.as_str());
        }
    }
    Ok(filled)
}

fn name(id: InputId) -> String {
    if id.part.is_empty() { id.field.to_owned() } else { format!("{}/{}", id.field, id.part) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::form::{Fault, Wrong};
    use crate::domain::programme::id::CycleId;

    #[test]
    fn the_model_lacks_only_the_dates() {
        let model: Model = parse(FILE, TEXT).unwrap();
        let known: Vec<String> = forms::CYCLE.inputs().map(|(id, _)| name(id)).collect();
        assert!(model.typed.keys().all(|name| known.contains(name)), "every name is an input of the form");
        let key = CycleId::new("c").unwrap().key().unwrap();
        let faults = forms::CYCLE.create(&key, &cycle_model().unwrap()).unwrap_err();
        let missing = |part| Fault { input: InputId::part("window", part), wrong: Wrong::Missing };
        assert_eq!(faults, [missing("from"), missing("to")]);
    }
}
