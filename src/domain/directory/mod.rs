//! Places of digital mediation, as the national standard describes them, and what is asked of them.

pub mod adoption;
pub mod alternatives;
pub mod collection;
pub mod compare;
pub mod completeness;
pub mod contact;
pub mod distance;
pub mod edition;
pub mod field;
pub mod filter;
pub mod holidays;
pub mod hours;
pub mod imported;
pub mod local;
pub mod nearest;
pub mod opening;
mod ordinary_hours;
pub mod place;
pub mod position;
pub mod query;
pub mod resemblance;
pub mod schedules;
pub mod search;
pub mod selection;
pub mod standard;
pub mod typology;
pub mod value;
