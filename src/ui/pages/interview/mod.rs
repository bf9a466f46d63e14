//! The interview: the list, the start, the questions, the review.

mod about;
mod answer_list;
mod block;
mod blocks_aside;
mod check;
mod check_end;
mod checkpoint;
mod fields;
mod gate;
mod held;
mod item;
mod list;
mod list_row;
mod manner;
mod note;
mod question;
mod question_bounds;
mod removed;
mod resume;
mod rows;
mod shortcuts;
mod start;
mod start_choices;
mod step;
mod unasked;

pub use gate::{Gate, Unreadable};
pub use held::Held;
pub use list::InterviewsPage;
pub use resume::ResumePage;
pub use start::NewInterviewPage;
pub use step::StepPage;
