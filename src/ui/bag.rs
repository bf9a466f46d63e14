//! What this copy of the application carries: the bag of a training room, or nothing.

use crate::browser::files::{self, ChosenFile};
use crate::browser::single_file;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::model::Exercise;
use crate::exchange::bag::{self, BLOCK, EXERCISE};
use crate::state::AppState;

/// The exercise of the bag.
pub fn exercise() -> Option<ExerciseCode> {
    single_file::block_attribute(BLOCK, EXERCISE)?.parse().ok()
}

/// Whether an exercise is on this device, followed.
pub fn is_here(state: AppState, code: ExerciseCode) -> bool {
    state.with_tables(|tables| Exercise::is_here(tables, code))
}

/// The file that the bag carries, to be read like any file that one chooses.
pub fn file() -> Option<ChosenFile> {
    files::made("mallette.json", &bag::read(&single_file::block(BLOCK)?))
}
