//! French content as data files, and the code that reads and checks them.

pub mod cases;
pub mod communes;
pub mod curriculum;
pub mod cycle_model;
pub mod ecosystem;
pub mod error;
pub mod glossary;
pub mod objectives;
pub mod questionnaire;
pub mod rules;
pub mod service_words;
pub mod surveys;
pub mod tools;
pub mod typologies;
pub mod words;

#[cfg(test)]
mod interview_cases;
#[cfg(test)]
mod interview_checks;
#[cfg(test)]
mod interview_frames;
#[cfg(test)]
mod interview_laws;
#[cfg(test)]
mod interview_situations;
