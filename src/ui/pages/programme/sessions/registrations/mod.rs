//! Who has a place in a session, who waits, who may come; what the group is made of.

mod add;
mod balance;
mod cancel;
mod lists;

use super::super::board::{Board, NotHere};
use crate::browser::clock;
use crate::domain::programme::cycle::Fit;
use crate::domain::programme::id::SessionId;
use crate::domain::programme::registration;
use crate::domain::programme::session::Session;
use crate::records::ChangeSet;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::programme_registrations as text;
use crate::text::programme_sessions as of_sessions;
use crate::text::programme_wording::Wording;
use crate::ui::components::{AfterPaint, BackTo, CopyText, Notice, Page, Tone};
use crate::ui::save::Undoable;
use add::AddPeople;
use balance::BalanceTables;
use cancel::Leaving;
use leptos::prelude::*;
use lists::{Cancelled, Registered, Waiting};
use std::sync::Arc;

/// A session whose places are shown.
#[derive(Clone, Copy)]
pub struct Room {
    pub board: Board,
    id: StoredValue<SessionId>,
    /// Followed.
    pub session: Memo<Arc<Session>>,
    /// The place that is being given up, once asked.
    pub leaving: Leaving,
}

impl Room {
    pub fn id(self) -> SessionId {
        self.id.get_value()
    }
}

/// The places of a session.
#[component]
pub fn RegistrationsPage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let Some(first) = board.now().session(&id).cloned() else {
        let back = BackTo::new(ProgrammeRoute::Sessions, "Sessions");
        return view! { <NotHere what="Cette session" back /> }.into_any();
    };
    let followed = id.clone();
    // Taken away while it is shown: what was shown stays until one leaves.
    let session = Memo::new(move |before: Option<&Arc<Session>>| {
        let now = board.session(&followed);
        now.or_else(|| before.cloned()).unwrap_or_else(|| Arc::clone(&first))
    });
    let name = {
        let id = id.clone();
        Signal::derive(move || {
            format!("Inscriptions\u{a0}: {}", crate::text::format::uncapitalised(&board.session_name(&id)))
        })
    };
    let back = BackTo::new(ProgrammeRoute::Session(id.clone(), SessionPart::Summary), board.session_name(&id));
    let room = Room { board, id: StoredValue::new(id), session, leaving: Leaving::new() };
    let group = Memo::new(move |_| board.programme.with(|programme| programme.group(&session.get())));
    let lead = Signal::derive(move || text::group(group.get()));
    let fit = Memo::new(move |_| {
        board.programme.with(|programme| {
            of_sessions::fit(programme, &session.get(), group.get()).filter(|_| group.get().fit != Some(Fit::Within))
        })
    });
    let is_cancelled = Memo::new(move |_| session.with(|session| session.is_cancelled()));
    view! {
        <Page title=name lead back>
            <Show when=move || is_cancelled.get()>
                <Notice tone=Tone::Caution title="Cette session est annulée">
                    <p>"Personne ne peut plus y être inscrit. Les personnes concernées peuvent l’être dans une autre session."</p>
                </Notice>
            </Show>
            {move || fit.get().map(|fit| view! { <p class="flag">{fit}</p> })}
            <Waiting room />
            <Registered room />
            <AfterPaint>
                <AddPeople room />
                <AfterPaint>
                    <BalanceTables room />
                    <Invitation room />
                    <Cancelled room />
                </AfterPaint>
            </AfterPaint>
            <cancel::LeavingDialog room />
        </Page>
    }
    .into_any()
}

/// The message to send, and who it was sent to.
#[component]
fn Invitation(
    /// The session.
    room: Room,
) -> impl IntoView {
    let board = room.board;
    let wording = Memo::new(move |_| board.saver.state().with_tables(Wording::read));
    let message = Signal::derive(move || {
        board.programme.with(|programme| {
            wording.with(|wording| text::invitation(programme, board.communes, wording, &room.session.get()))
        })
    });
    let registered = Memo::new(move |_| {
        board.programme.with(|programme| programme.places(&room.id()).iter().filter(|it| it.is_registered()).count())
    });
    let to_invite = Memo::new(move |_| {
        board.programme.with(|programme| {
            let places = programme.places(&room.id()).iter();
            places.filter(|place| place.is_registered() && place.invited_on.is_none()).cloned().collect::<Vec<_>>()
        })
    });
    let note = move |_| {
        let places = to_invite.get_untracked();
        let changes = places.iter().flat_map(|place| registration::invited(place, Some(clock::today())).changes);
        let done = Undoable {
            title: "Convocations notées comme envoyées".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Convocations de nouveau à envoyer",
        };
        board.saver.save_undoable(ChangeSet { changes: changes.collect() }, done, || {});
    };
    let state = move || text::to_invite(to_invite.with(Vec::len), registered.get());
    view! {
        <section class="stack screen-only" aria-labelledby="message">
            <h2 id="message">"Prévenir les personnes inscrites"</h2>
            <CopyText id="message-texte" label="Message à envoyer" act="Copier le message" text=message />
            <p role="status">{state}</p>
            <Show when=move || to_invite.with(|places| !places.is_empty())>
                <p>
                    <button type="button" class="button" on:click=note>
                        "Noter les convocations comme envoyées"
                    </button>
                </p>
            </Show>
            <p>
                <a href=move || {
                    ProgrammeRoute::Session(room.id(), SessionPart::Papers).to_hash()
                }>"Imprimer les convocations"</a>
            </p>
        </section>
    }
}
