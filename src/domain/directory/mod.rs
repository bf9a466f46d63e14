//! Places of digital mediation, as the national standard describes them, and what is asked of them.

pub mod filter;
pub mod holidays;
pub mod hours;
pub mod opening;
pub mod place;
pub mod standard;
