//! Where a session stands, and what may be said of it.

use super::super::board::Board;
use super::Followed;
use super::cancel::CancelDialog;
use crate::browser::dom;
use crate::domain::curriculum::edit::kept_by;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::{Status, set_status};
use crate::domain::programme::standing::Step;
use crate::records::ChangeSet;
use crate::text::programme_sessions as text;
use crate::ui::pages::teaching::known::versions_in;
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The identifier of the heading.
pub const STANDING: &str = "etat";

/// Where a session stands.
#[component]
pub fn Standing(
    /// The cycle.
    board: Board,
    /// The session, followed.
    session: Followed,
    /// Which one.
    id: SessionId,
) -> impl IntoView {
    let cancelling = RwSignal::new(false);
    let status =
        move || session.with(|session| session.as_ref().map(|it| text::status(&it.status)).unwrap_or_default());
    let steps = Memo::new(move |_| {
        session.with(|session| session.as_ref().map(|it| it.steps(board.today)).unwrap_or_default())
    });
    let needs_day =
        move || session.with(|session| session.as_ref().is_some_and(|it| it.held_on.is_none() && !it.is_cancelled()));
    let take = {
        let id = id.clone();
        Callback::new(move |step: Step| {
            let Some(status) = step.status() else { return cancelling.set(true) };
            // What was cancelled with the session does not come back with it.
            let programme = board.now();
            let was_cancelled = programme.session(&id).is_some_and(|session| session.is_cancelled());
            let gone = if was_cancelled { programme.places_gone(&id) } else { 0 };
            let done = Undoable {
                title: text::step_done(step).to_owned(),
                body: text::staying_cancelled(gone).unwrap_or_default(),
                take_back: "Annuler ce changement",
                taken_back: "Changement annulé",
            };
            // The buttons change places.
            let focus = || request_animation_frame(|| dom::focus_if_lost(STANDING));
            let mut changes = set_status(&id, &status);
            if status == Status::Held {
                changes.changes.extend(kept(board, &id).changes);
            }
            board.saver.save_undoable(changes, done, focus);
        })
    };
    view! {
        <section class="card stack stack--tight" aria-labelledby=STANDING>
            <h2 id=STANDING class="session__label" tabindex="-1">
                "État de la session"
            </h2>
            <p class="session__state">{status}</p>
            <Show when=needs_day>
                <p class="hint">"Fixez le jour pour pouvoir la confirmer."</p>
            </Show>
            <div class="row screen-only">
                <For each=move || steps.get() key=|step| *step let(step)>
                    <button
                        type="button"
                        class="button"
                        class:button--primary=move || steps.with(|steps| is_main(step, steps))
                        on:click=move |_| take.run(step)
                    >
                        {text::step(step)}
                    </button>
                </For>
            </div>
            <CancelDialog board id open=cancelling />
        </section>
    }
}

/// The version that a session follows, kept as it was when it is held.
fn kept(board: Board, id: &SessionId) -> ChangeSet {
    let versions = board.saver.state().with_tables_now(versions_in);
    let programme = board.now();
    programme.session(id).map(|session| kept_by(session, &versions, board.today)).unwrap_or_default()
}

/// What is most likely done next, if it goes forward.
fn is_main(step: Step, steps: &[Step]) -> bool {
    steps.first() == Some(&step) && matches!(step, Step::Confirm | Step::SayHeld)
}
