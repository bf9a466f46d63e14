//! What comes in and goes out as files.

pub mod backup;
pub mod bag;
pub mod collect;
pub mod file;
pub mod geojson;
pub mod migration;
pub mod packed;
pub mod passphrase;
pub mod plan;
pub mod qr_read;
pub mod raw;
pub mod restore_point;
pub mod scope;
pub mod sealed;
mod strict;
pub mod transfer;
pub mod undo;

pub use reperes_core::exchange::csv;
