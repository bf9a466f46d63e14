//! The browser's interfaces behind plain functions: everything a page needs that is not storage.

pub mod ahead;
pub mod camera;
pub mod clipboard;
pub mod clock;
pub mod digest;
pub mod dom;
pub mod files;
pub mod identity;
pub mod idle;
pub mod lifecycle;
pub mod location;
pub mod offline;
pub mod pause;
pub mod picture;
pub mod single_file;
pub mod wall;
pub mod worker;
