//! What comes in and goes out as files.

pub mod csv;
pub mod file;
pub mod plan;
mod strict;
