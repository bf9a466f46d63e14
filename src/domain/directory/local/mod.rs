//! The local life of places: what people here know of them, beside what the imported files say.
//!
//! A `place` record holds the notes, the checks, the corrections of one place; it never changes the snapshot. `Lives` puts
//! the records of a place together; `change` says every act as a change set; `correction` puts corrections over the
//! imported description; `review` says what a new edition does to them. A `place_list` record is a named list of places.
//!
//! These records are about places, and go along with the directory's file, which is not a personal one: a note never
//! names the people who are accompanied, and is signed by initials or a function.

pub mod change;
pub mod choices;
pub mod correction;
pub mod decode;
pub mod identity;
pub mod list;
pub mod list_change;
pub mod list_places;
pub mod lives;
pub mod model;
pub mod review;

#[cfg(any(test, feature = "fixtures"))]
pub mod fixture;
#[cfg(test)]
mod record_laws;
