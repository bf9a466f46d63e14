//! Who does what around digital inclusion: the actors delivered with the product, what people add to them or correct,
//! whom to ask for, and how all of them are linked.

pub mod catalogue;
mod catalogue_check;
pub mod change;
pub mod contact;
pub mod decode;
pub mod draft;
#[cfg(test)]
mod fixture;
pub mod known;
pub mod matrix;
pub mod model;
pub mod network;
pub mod passages;
pub mod places;
#[cfg(test)]
mod record_laws;
pub mod search;
pub mod when;
