//! What the programme is: pure Rust, no browser, no clock, no randomness, no French sentence.

pub mod commune;
pub mod curriculum;
pub mod directory;
pub mod dispute;
pub mod ecosystem;
pub mod exercise;
pub mod fold;
pub mod interview;
pub mod map;
pub mod paging;
pub mod retention;
pub mod retention_draft;
pub mod snapshot;
pub mod title;
