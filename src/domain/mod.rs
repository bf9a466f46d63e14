//! What the programme is: pure Rust, no browser, no clock, no randomness, no French sentence.

pub mod book;
pub mod curriculum;
pub mod dispute;
pub mod ecosystem;
pub mod evaluation;
pub mod exercise;
pub mod form;
pub mod interview;
pub mod network;
pub mod programme;
pub mod retention;
pub mod retention_draft;
pub mod title;

pub use reperes_core::domain::{aside, commune, directory, fold, map, paging, snapshot};
