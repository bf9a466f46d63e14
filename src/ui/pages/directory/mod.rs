//! The places: the list, a place's sheet, the import of a directory file.

mod adopt;
mod contact;
mod import;
mod list;
mod place;
mod report;
mod results;
mod sources;
mod week;

pub use import::ImportPage;
pub use list::DirectoryPage;
pub use place::PlacePage;
