//! Fields of a record that cannot be used: kept, exported again, and told under what is to check.

use crate::records::FieldName;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A field of the record that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAside {
    pub field: FieldName,
    pub reason: AsideReason,
}

/// Why a field is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AsideReason {
    /// A newer version of the program may know it.
    UnknownField,
    /// The value is not of the expected shape.
    InvalidValue,
}

/// The value of a field, when it is of the expected shape.
pub fn parse<T: DeserializeOwned>(value: &Value) -> Result<T, AsideReason> {
    T::deserialize(value).map_err(|_| AsideReason::InvalidValue)
}
