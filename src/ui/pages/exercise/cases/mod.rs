//! The cases: those that are delivered, to read or copy; those written here, to change and share.

mod answers;
mod edit;
mod identity;
mod list;
mod orientations;
mod sheet;
mod topic_form;
mod topics;
mod written_rows;

use super::known::Known;
use crate::browser::{dom, identity as identities, location};
use crate::domain::exercise::case::Case;
use crate::domain::exercise::case_change;
use crate::domain::exercise::written_case::{WrittenCase, key, key_of};
use crate::domain::interview::id::CaseId;
use crate::records::Key;
use crate::route::exercise::ExerciseRoute;
use crate::state::AppState;
use crate::text::exercise_cases as text;
use crate::ui::components::{BackTo, Messages, Page};
use crate::ui::save::Saver;
use edit::EditPage;
use leptos::prelude::*;
use list::CasesPage;
use sheet::SheetPage;

/// A screen of this part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    List,
    New,
    Sheet(CaseId),
    Edit(CaseId),
}

/// The cases.
#[component]
pub fn CasesFamily(
    /// What is delivered, and the cases written here.
    known: Known,
    /// Which screen.
    on: Screen,
) -> impl IntoView {
    match on {
        Screen::List => view! { <CasesPage known /> }.into_any(),
        Screen::New => view! { <identity::NewPage /> }.into_any(),
        Screen::Sheet(id) => view! { <SheetPage known id /> }.into_any(),
        Screen::Edit(id) => view! { <EditPage known id /> }.into_any(),
    }
}

/// A case open in its editor, followed.
#[derive(Clone, Copy)]
struct Editing {
    known: Known,
    key: StoredValue<Key>,
    case: Memo<Option<WrittenCase>>,
    saver: Saver,
    messages: Messages,
}

impl Editing {
    fn open(known: Known, id: &CaseId) -> Option<Self> {
        let state = AppState::expect();
        let key = key_of(id).ok()?;
        let id = StoredValue::new(id.clone());
        let case = Memo::new(move |_| state.with_tables(|tables| id.with_value(|id| WrittenCase::find(tables, id))));
        Some(Self { known, key: StoredValue::new(key), case, saver: Saver::expect(), messages: Messages::expect() })
    }

    /// Something said of the case, followed; nothing once it is gone.
    fn say<T: Default>(self, read: impl FnOnce(&WrittenCase) -> T) -> T {
        self.case.with(|case| case.as_ref().map(read).unwrap_or_default())
    }

    /// The same, as it is now.
    fn say_now<T: Default>(self, read: impl FnOnce(&WrittenCase) -> T) -> T {
        self.case.with_untracked(|case| case.as_ref().map(read).unwrap_or_default())
    }
}

/// A name for a case that is about to be written, and where it will live.
fn new_case() -> Option<(CaseId, Key)> {
    let id = identities::new_record_id().ok()?;
    Some((CaseId::new(id.as_str()).ok()?, key(&id).ok()?))
}

/// Copies a case, then opens the copy.
fn copy(case: &Case, saver: Saver, messages: Messages) {
    let Some((id, key)) = new_case() else {
        return messages.done("Le cas n’a pas pu être copié", "Rechargez la page, puis réessayez.");
    };
    let changes = case_change::copy(case, &key, &text::copy_title(case));
    let (asked_at, to) = (location::hash(), ExerciseRoute::CaseEdit(id).to_hash());
    saver.save_then(changes, move || {
        messages.done_then_go(&asked_at, "Cas copié", "Adaptez-le\u{a0}: l’original n’a pas changé.", &to);
    });
}

/// Goes on when what held the focus has gone.
fn go_on() {
    request_animation_frame(dom::focus_heading_if_lost);
}

/// The way back to the list.
fn back() -> BackTo {
    BackTo::new(ExerciseRoute::Cases, "Cas")
}

/// No case has this name.
#[component]
fn Absent() -> impl IntoView {
    view! {
        <Page title="Ce cas n’est pas sur cet appareil" back=back()>
            <p>
                {text::ABSENT} " " <a href=ExerciseRoute::Cases.to_hash()>"Voir tous les cas"</a>
            </p>
        </Page>
    }
}
