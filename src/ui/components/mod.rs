//! What several screens share.

mod dialog;
mod file_pick;
mod icon;
mod notice;
mod page;
mod pager;

pub use dialog::Confirm;
pub use file_pick::FilePick;
pub use icon::{Icon, Mark, Pictogram};
pub use notice::{Action, Message, MessageList, Messages, Notice, Tone};
pub use page::{BackLink, BackTo, Page};
pub use pager::Pager;
