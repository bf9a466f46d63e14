//! The exercise in the training room: fictional cases, what participants hand in, where the room agreed.

pub mod blocks;
pub mod case;
pub mod case_change;
pub mod case_check;
pub mod closing;
pub mod code;
pub mod debrief;
pub mod debrief_since;
pub mod desk;
pub mod draft;
pub mod grid;
pub mod hand_in;
pub mod handing_in;
pub mod kiosk;
pub mod model;
pub mod positioning;
pub mod practice;
pub mod progress;
pub mod seat;
pub mod sets;
pub mod typed;
pub mod typed_positioning;
pub mod wall;
pub mod work;
pub mod written_case;
