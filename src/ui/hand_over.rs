//! Files made at once by a page, for the person to keep.

use super::components::Messages;
use super::faults;
use crate::browser::files::{self, BytesArray};
use crate::text::backup;

/// Hands over a file, and says so; whether the browser took it.
pub fn hand_over_now(messages: Messages, name: &str, media_type: &str, bytes: &[u8]) -> bool {
    hand_over_array_now(messages, name, media_type, &files::array(bytes))
}

/// The same, of bytes that a worker made.
pub fn hand_over_array_now(messages: Messages, name: &str, media_type: &str, bytes: &BytesArray) -> bool {
    let outcome = files::hand_over_array(name, media_type, bytes);
    match &outcome {
        Ok(()) => messages.done("Fichier préparé", backup::handed_over(name)),
        Err(_) => messages.say(faults::download_refused(Vec::new())),
    }
    outcome.is_ok()
}
