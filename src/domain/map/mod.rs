//! The map of places, drawn without any network: where each one is, what a view shows, the marks, the names of communes,
//! and the base map that somebody imported. Lengths on the drawing are in its pixels.

pub mod atlas;
pub mod base_map;
#[cfg(test)]
mod fixture;
mod frame;
pub mod labels;
pub mod marks;
pub mod outline;
pub mod plane;
pub mod view;
