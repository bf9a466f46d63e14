//! French content as data files, and the code that reads and checks them.

pub mod cases;
pub mod communes;
pub mod ecosystem;
pub mod error;
pub mod objectives;
pub mod questionnaire;
pub mod rules;
pub mod service_words;
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
