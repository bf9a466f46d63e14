//! What is taught: the objectives, the day sequence by sequence, the tool sheets, the questions, the words.

pub mod aidants_connect;
pub mod compare;
pub mod coverage;
pub mod edit;
pub mod finding;
#[cfg(test)]
pub mod fixture;
pub mod forms;
pub mod glossary;
pub mod lookup;
pub mod objective;
pub mod question;
pub mod quiz;
pub mod run;
pub mod sequence;
pub mod tool;
pub mod version;
