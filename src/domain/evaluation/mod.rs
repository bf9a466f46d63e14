//! The evaluation of the training, in two stages: at the end of the day, and three months later.
//!
//! What is answered is kept apart from who answered, on what machine and at what hour (`response`). What is published of it
//! is kept as it was published (`ledger`), because a figure that moves by one tells what one person said.

pub mod closing;
pub mod commitment;
pub mod erasing;
pub mod follow_up;
pub mod intake;
pub mod ledger;
pub mod measure;
pub mod moderation;
pub mod participation;
pub mod population;
pub mod published;
pub mod reading;
pub mod response;
pub mod secret;
pub mod sending;
pub mod sources;
pub mod survey;
pub mod synthesis;
pub mod unsent;
pub mod wording;

#[cfg(test)]
pub mod fixture;
