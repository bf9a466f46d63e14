//! The base map of the map of places: a file of lines, read here, kept on this device, replaced or taken away.

pub mod current;
mod form;
mod page;

pub use page::BaseMapPage;
