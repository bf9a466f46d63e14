//! The interview: what is asked, what was answered, what it shows and where it leads.
//!
//! `Questionnaire` and `Rulebook` are content, read elsewhere. An `Interview` is decoded from a record; `view` says what
//! is asked and what counts; `assess` reads levels, findings and proposed orientations from it; every act is a function
//! of `change` returning a change set. « Not discussed », « does not know » and « prefers not to say » never count as
//! zero.

pub mod answer;
pub mod assessment;
pub mod change;
pub mod condition;
pub mod decision;
pub mod decode;
pub mod discretion;
pub mod draft;
pub mod flow;
pub mod framing;
pub mod grouped;
pub mod id;
pub mod label;
pub mod level;
pub mod model;
pub mod orientation;
pub mod pick;
pub mod questionnaire;
pub mod questionnaire_check;
pub mod referral;
pub mod rulebook;
pub mod rulebook_check;
pub mod set_aside;
pub mod sheet;
pub mod unasked;
pub mod visibility;
pub mod worklist;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod record_laws;
