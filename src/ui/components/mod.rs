//! What several screens share.

mod chart;
mod curtain;
mod dialog;
mod drop_frame;
mod errors;
mod field;
mod file_pick;
mod files_pick;
mod fold;
mod icon;
mod notice;
mod page;
mod pager;
mod qr_code;
mod sheet_pictogram;

pub use chart::{CellBar, ChartPatterns, LevelMeter};
pub use curtain::{Curtain, Veil};
pub use dialog::Confirm;
pub use drop_frame::DropFrame;
pub use errors::{ErrorSummary, FieldError, FieldFault};
pub use field::{ChoiceField, Rewrite, Takes, TextField, Typed};
pub use file_pick::FilePick;
pub use files_pick::FilesPick;
pub use fold::Fold;
pub use icon::{Icon, Mark, Pictogram};
pub use notice::{Action, Message, MessageList, Messages, Notice, Tone};
pub use page::{BackLink, BackTo, Page, name_tab};
pub use pager::Pager;
pub use qr_code::QrCode;
pub use sheet_pictogram::SheetPictogram;
