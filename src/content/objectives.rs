//! The objectives of the training.

use super::error::{ContentError, parse};
use crate::domain::curriculum::objective::Objectives;
use std::sync::OnceLock;

const FILE: &str = "objectives.json";
const TEXT: &str = include_str!("objectives.json");

/// The objectives, read once.
pub fn objectives() -> Result<&'static Objectives, &'static ContentError> {
    static READ: OnceLock<Result<Objectives, ContentError>> = OnceLock::new();
    READ.get_or_init(|| parse(FILE, TEXT)).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Those of the tender, under the names that are stored.
    #[test]
    fn the_objectives_of_the_tender_are_there() {
        let objectives = objectives().unwrap();
        let groups: Vec<_> =
            objectives.groups.iter().map(|group| (group.id.as_str(), group.objectives.len())).collect();
        assert_eq!(groups, [("stakes", 2), ("ecosystem", 3), ("tools", 4)]);
        let ids: Vec<&str> = objectives.iter().map(|objective| objective.id.as_str()).collect();
        let expected =
            ["define", "needs", "actors", "contacts", "network", "map", "pix", "aidants-connect", "digital-safe"];
        assert_eq!(ids, expected);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}
