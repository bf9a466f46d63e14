//! What somebody answers to a questionnaire on their own device, until the tab is closed: in sessionStorage, which no other tab
//! reads and which nothing backs up.

use super::schema;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::unsent::{Unsent, put, without};
use crate::domain::programme::id::SessionId;
use gloo_storage::{SessionStorage, Storage};

/// Whether sessionStorage answers: `gloo-storage` panics where the browser refuses it.
fn is_available() -> bool {
    web_sys::window().and_then(|window| window.session_storage().ok().flatten()).is_some()
}

fn all() -> Vec<Unsent> {
    SessionStorage::get(schema::UNSENT).unwrap_or_default()
}

fn write(all: &[Unsent]) {
    if all.is_empty() {
        SessionStorage::delete(schema::UNSENT);
    } else {
        let _ = SessionStorage::set(schema::UNSENT, all);
    }
}

/// What was being answered to a questionnaire.
pub fn read_unsent(session: &SessionId, survey: SurveyKind) -> Option<Unsent> {
    let all = if is_available() { all() } else { Vec::new() };
    all.into_iter().find(|one| one.is_of(session, survey))
}

/// Keeps what is being answered, where the browser permits it.
pub fn keep_unsent(one: Unsent) {
    if is_available() {
        write(&put(all(), one));
    }
}

/// Forgets what was answered to a questionnaire.
pub fn drop_unsent(session: &SessionId, survey: SurveyKind) {
    if is_available() {
        write(&without(all(), session, survey));
    }
}

/// Forgets everything that was being answered.
pub fn forget_unsent() {
    if is_available() {
        SessionStorage::delete(schema::UNSENT);
    }
}
