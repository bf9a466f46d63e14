//! What people here know of a place: whether it was checked, its notes, what is corrected, whether it is closed.

mod checked;
mod closed;
mod corrections;
mod favourite;
mod notes;
mod sign;

use super::lists::InLists;
use crate::domain::directory::local::model::PlaceLife;
use crate::domain::directory::place::Place;
use crate::records::ChangeSet;
use crate::text::local as text;
use crate::ui::components::Messages;
use crate::ui::save::Saver;
use checked::Checked;
use closed::Closed;
use corrections::Corrections;
use favourite::Favourite;
use leptos::prelude::*;
use notes::Notes;

/// A place open on its sheet, with what is known of it here, and the way to note more.
#[derive(Clone, Copy)]
pub struct Known {
    /// As the file describes it.
    pub imported: StoredValue<Place>,
    pub life: Memo<PlaceLife>,
    saver: Saver,
    messages: Messages,
}

impl Known {
    pub fn new(imported: Place, life: Memo<PlaceLife>) -> Self {
        let (saver, messages) = (Saver::expect(), Messages::expect());
        Self { imported: StoredValue::new(imported), life, saver, messages }
    }

    /// Stores an act, then says that it is done.
    fn act(self, act: impl FnOnce(&PlaceLife) -> ChangeSet, done: &'static str, then: impl FnOnce() + 'static) {
        let changes = self.life.with_untracked(act);
        self.saver.save_then(changes, move || {
            self.messages.done(done, "");
            then();
        });
    }
}

/// All of it. The sheet that is printed may be handed to somebody: what colleagues tell one another is not on it.
#[component]
pub fn LocalLife(
    /// The place.
    known: Known,
) -> impl IntoView {
    view! {
        <section class="card local screen-only" aria-labelledby="local">
            <div class="row row--between">
                <h2 id="local">"Ce que nous savons de ce lieu"</h2>
                <Favourite known />
            </div>
            <InLists known />
            <p class="hint">{text::NAME_NOBODY}</p>
            <Closed known />
            <Checked known />
            <Notes known />
            <Corrections known />
        </section>
    }
}
