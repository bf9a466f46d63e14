//! What comes in and goes out as files.

pub mod backup;
pub mod bag;
pub mod calendar;
pub mod collect;
mod content_lines;
pub mod file;
pub mod geojson;
pub mod html;
mod html_chart;
pub mod migration;
pub mod packed;
pub mod packed_response;
pub mod passphrase;
pub mod people_import;
pub mod plan;
pub mod qr_read;
pub mod raw;
pub mod restore_point;
pub mod scope;
pub mod sealed;
pub mod spreadsheet;
mod strict;
pub mod text_file;
pub mod transfer;
pub mod undo;
pub mod vcard;

pub use reperes_core::exchange::csv;
