//! Spreadsheets: reading `.xlsx` and `.ods`, writing `.xlsx`. A package and a worker of their own: nothing else carries
//! the crates that this takes. Reading and writing are pure; the messages are the library's (`jobs/spreadsheets.rs`).

mod container;
mod grid;
mod open_document;
pub mod read;
mod value;
mod workbook;
pub mod write;

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod samples;
