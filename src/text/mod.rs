//! French: formats, and the sentences for errors and notices.

pub mod backup;
pub mod directory;
pub mod directory_export;
pub mod directory_import;
pub mod directory_query;
pub mod dispute;
pub mod ecosystem;
pub mod ecosystem_form;
pub mod exchange;
pub mod format;
pub mod framing_rules;
pub mod grouped;
pub mod import;
pub mod import_files;
pub mod interview;
pub mod local;
pub mod nearby;
pub mod place_filter;
pub mod place_sheet;
pub mod places;
pub mod result;
pub mod retention;
pub mod scope;
pub mod sheet;
pub mod wipe;
