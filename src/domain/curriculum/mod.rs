//! What is taught: the objectives of the programme.

pub mod objective;
