//! The data of this device: kept in a file, taken from a file, wiped.

mod backup;
mod page;
mod restore;
mod review;
mod unreadable;
mod wipe;

pub use page::DataPage;
