//! The network of those who were trained: the cards that they agreed to share, the pairs of the call at three months, and who
//! oriented to whom, as counts. A card is here by consent alone: without it, or once its last day is past, it is in no list.

pub mod card;
pub mod forms;
pub mod oriented;
pub mod pairs;
