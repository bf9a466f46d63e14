//! What comes in and goes out as files.

pub mod backup;
pub mod csv;
pub mod file;
pub mod plan;
mod strict;
