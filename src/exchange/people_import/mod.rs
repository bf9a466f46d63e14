//! Lists of people brought from a spreadsheet: a table, what each column holds, what would be done with each row, and one
//! set of changes. Nothing is guessed in silence: what is not taken is named, row by row, and whoever may be known already
//! is left alone until a person says who they are.

pub mod cells;
pub mod column;
pub mod commit;
pub mod rows;
pub mod trial;

pub use column::{Column, Mapping};
pub use commit::{Choice, Choices, Done, Outcome};
pub use rows::{Row, Rows};
pub use trial::{Issue, Rejection, Trial, Tried, Twin};

#[cfg(test)]
mod tests;
