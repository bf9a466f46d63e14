//! The exercise in the training room: fictional cases, what participants hand in, where the room agreed.

pub mod case;
pub mod case_check;
pub mod code;
pub mod seat;
