//! French: formats, and the sentences for errors and notices.

pub mod backup;
pub mod directory;
pub mod directory_import;
pub mod exchange;
pub mod format;
pub mod framing_rules;
pub mod interview;
pub mod nearby;
pub mod place_filter;
pub mod places;
pub mod result;
pub mod sheet;
