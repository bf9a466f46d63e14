//! The programme: cycles, sessions, the people who come, their structures, registrations and attendance, the gauge, the
//! mission log, the documents. Each kind of record has its form in [`forms`] and is read by one type; [`whole`] reads a
//! whole cycle at once, and everything shown is computed from it.

pub mod attendance;
pub mod besides;
pub mod cycle;
pub mod day_end;
pub mod document;
pub mod eligibility;
pub mod enrol;
pub mod erasure;
pub mod forms;
pub mod gauge;
pub mod hours;
pub mod id;
pub mod log;
pub mod mobilisation;
pub mod month;
pub mod person;
pub mod provider;
pub mod queue;
pub mod reach;
pub mod registration;
pub mod roll;
pub mod roster;
pub mod session;
pub mod standing;
pub mod structure;
pub mod task;
pub mod whole;

#[cfg(test)]
pub mod fixture;
