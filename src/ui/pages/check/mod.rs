//! « À vérifier »: what people disagree on without knowing it, and what this version cannot read.

mod desk;
mod notice;
mod page;
mod pick;
mod removed;
mod scan;
mod unreadable;
mod values;
mod words;

pub use notice::{DisagreementsNotice, ToCheckNotice};
pub use page::ToCheckPage;
