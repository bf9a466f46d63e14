//! The day that is delivered.

use super::error::{ContentError, parse};
use crate::domain::curriculum::version::DeliveredCurriculum;
use std::sync::OnceLock;

const FILE: &str = "curriculum.json";
const TEXT: &str = include_str!("curriculum.json");

/// The delivered version, read once.
pub fn delivered() -> Result<&'static DeliveredCurriculum, &'static ContentError> {
    static READ: OnceLock<Result<DeliveredCurriculum, ContentError>> = OnceLock::new();
    READ.get_or_init(|| parse(FILE, TEXT)).as_ref()
}

#[cfg(test)]
#[path = "curriculum_tests.rs"]
mod tests;
