//! Places of digital mediation, as the national standard describes them, and what is asked of them.

pub mod adoption;
pub mod alternatives;
pub mod collection;
pub mod completeness;
pub mod distance;
pub mod edition;
pub mod filter;
pub mod holidays;
pub mod hours;
pub mod nearest;
pub mod opening;
pub mod place;
pub mod query;
pub mod search;
pub mod selection;
pub mod standard;
