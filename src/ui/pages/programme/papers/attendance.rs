//! Who was there, half-day by half-day, noted as the room fills or from the sheet that was signed.

use super::super::board::Board;
use super::back_to_session;
use super::hours::HoursTable;
use super::mark::MarkRow;
use super::newcomer::Newcomer;
use crate::domain::programme::attendance::{self, Attendee, Noted, Presence, Source};
use crate::domain::programme::document::Paper;
use crate::domain::programme::hours::{Half, HalfDay};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::records::{ChangeSet, Undo};
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::{format, programme_attendance as text};
use crate::ui::components::{AfterPaint, Icon, Notice, Page, Pictogram, Tone, first_rows};
use leptos::prelude::*;

/// The last act, and how to take it back.
#[derive(Clone)]
struct Last {
    said: String,
    undo: Option<Undo>,
}

/// What the page notes, and where from.
#[derive(Clone, Copy)]
pub struct Desk {
    pub board: Board,
    id: StoredValue<SessionId>,
    pub from: RwSignal<Source>,
    last: RwSignal<Option<Last>>,
}

impl Desk {
    /// Reads the session, followed.
    pub fn with<T: Default>(self, read: impl FnOnce(&Programme, &Session) -> T) -> T {
        self.board.programme.with(|programme| {
            let session = self.id.with_value(|id| programme.session(id));
            session.map(|session| read(programme, session)).unwrap_or_default()
        })
    }

    /// The same, now.
    pub fn with_now<T: Default>(self, read: impl FnOnce(&Programme, &Session) -> T) -> T {
        untrack(|| self.with(read))
    }

    /// What an act on everybody writes: never over what was noted just before.
    fn of_everybody(self, write: impl FnOnce(&Programme, &Session) -> ChangeSet) -> ChangeSet {
        let programme = self.board.as_written();
        let session = self.id.with_value(|id| programme.session(id).cloned());
        session.map(|session| write(&programme, &session)).unwrap_or_default()
    }

    /// Notes somebody's presence, or that it is still to note, then calls `then` once it is stored.
    pub fn note(self, who: &Attendee, half: Half, presence: Option<Presence>, then: impl FnOnce() + 'static) {
        let noted = presence.map(|presence| Noted { presence, from: self.from.get_untracked() });
        let name = self.with_now(|programme, _| text::name(programme, who));
        let changes = self.id.with_value(|id| attendance::note(id, who, half, noted.as_ref()));
        if let Ok(changes) = changes {
            self.store(changes, text::said(&name, half, noted), then);
        }
    }

    /// Stores an act, shown at once, says it with a way to take it back, then calls `then`.
    pub fn store(self, changes: ChangeSet, said: String, then: impl FnOnce() + 'static) {
        let Self { board, last, .. } = self;
        let undo = board.saver.state().with_tables_as_written(|tables| attendance::undo(&changes, tables));
        board.saver.save_ahead_then(changes, move || {
            // One may have left the page.
            let _ = last.try_set(Some(Last { said, undo: Some(undo) }));
            then();
        });
    }

    /// Says why nothing was done.
    pub fn refuse(self, said: String) {
        self.last.set(Some(Last { said, undo: None }));
    }

    fn take_back(self) {
        let Self { board, last, .. } = self;
        let Some(undo) = last.with_untracked(|last| last.as_ref().and_then(|last| last.undo.clone())) else { return };
        let back = board.saver.state().with_tables_as_written(|tables| undo.changes(tables));
        if back.is_empty() {
            return self.refuse("Rien n’a été annulé\u{a0}: cela a changé depuis.".to_owned());
        }
        board.saver.save_ahead_then(back, move || {
            let said = "La dernière saisie est annulée.".to_owned();
            let _ = last.try_set(Some(Last { said, undo: None }));
        });
    }
}

/// The presences of a session.
#[component]
pub fn AttendancePage(
    /// The cycle.
    board: Board,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let (named, back) = (id.clone(), back_to_session(board, &id));
    let title =
        Signal::derive(move || format!("Présences\u{a0}: {}", format::uncapitalised(&board.session_name(&named))));
    let edit = ProgrammeRoute::Session(id.clone(), SessionPart::Edit).to_hash();
    let desk = Desk { board, id: StoredValue::new(id), from: RwSignal::new(Source::Screen), last: RwSignal::new(None) };
    let halves = Memo::new(move |_| desk.with(|_, session| session.hours.halves().collect::<Vec<_>>()));
    let is_cancelled = Memo::new(move |_| desk.with(|_, session| session.is_cancelled()));
    view! {
        <Page title lead="Notez qui est là, demi-journée par demi-journée. Chaque choix est enregistré aussitôt." back>
            <Show when=move || is_cancelled.get()>
                <Notice tone=Tone::Caution title="Cette session est annulée">
                    <p>"Ce qui est noté ici ne compte dans aucun total."</p>
                </Notice>
            </Show>
            <SourceChoice desk />
            <LastAct desk />
            <Show
                when=move || halves.with(|halves| !halves.is_empty())
                fallback=move || {
                    view! {
                        <p>"Cette session n’a pas encore d’horaires\u{a0}: les présences se notent par demi-journée."</p>
                        <p>
                            <a class="button" href=edit.clone()>
                                "Indiquer les horaires"
                            </a>
                        </p>
                    }
                }
            >
                <For each=move || halves.get() key=|half| *half let((half, hours))>
                    {match half {
                        Half::Morning => view! { <HalfSection desk half hours /> }.into_any(),
                        Half::Afternoon => {
                            view! {
                                <AfterPaint>
                                    <HalfSection desk half hours />
                                </AfterPaint>
                            }
                                .into_any()
                        }
                    }}
                </For>
                <AfterPaint>
                    <HoursTable desk />
                </AfterPaint>
            </Show>
            <AfterPaint>
                <Newcomer desk />
            </AfterPaint>
        </Page>
    }
}

/// Where what is noted comes from.
#[component]
fn SourceChoice(
    /// What the page notes.
    desk: Desk,
) -> impl IntoView {
    let from = desk.from;
    let choice = move |source: Source| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="source"
                    prop:checked=move || from.get() == source
                    on:change=move |_| from.set(source)
                />
                <span>{text::source(source)}</span>
            </label>
        }
    };
    let sheet = move |half| {
        let to = desk.id.with_value(|id| {
            ProgrammeRoute::Session(id.clone(), SessionPart::Paper(Paper::Attendance(half))).to_hash()
        });
        let words = match half {
            Half::Morning => "Imprimer la feuille du matin",
            Half::Afternoon => "Imprimer la feuille de l’après-midi",
        };
        view! {
            <a href=to>{words}</a>
        }
    };
    view! {
        <fieldset class="group stack stack--tight screen-only">
            <legend>"D’où viennent les présences que vous notez"</legend>
            <div class="choices choices--flow">{[Source::Screen, Source::Sheet].map(choice).collect_view()}</div>
            <p class="hint">{text::WORTH}</p>
            <p class="row">{Half::ALL.map(sheet).collect_view()}</p>
        </fieldset>
    }
}

/// What was just noted, and the way to take it back.
#[component]
fn LastAct(
    /// What the page notes.
    desk: Desk,
) -> impl IntoView {
    let last = desk.last;
    let said = move || last.with(|last| last.as_ref().map(|last| last.said.clone()).unwrap_or_default());
    let may = move || last.with(|last| last.as_ref().is_some_and(|last| last.undo.is_some()));
    view! {
        <div class="row last-act screen-only">
            <p class="status-line" role="status">
                {said}
            </p>
            <button
                type="button"
                class="button button--plain"
                aria-disabled=move || (!may()).to_string()
                on:click=move |_| desk.take_back()
            >
                "Annuler la dernière saisie"
            </button>
        </div>
    }
}

/// How many people are drawn before the page is first painted.
const FIRST: usize = 6;

/// Everybody, on half a day.
#[component]
fn HalfSection(
    /// What the page notes.
    desk: Desk,
    /// Which half.
    half: Half,
    /// Its hours.
    hours: HalfDay,
) -> impl IntoView {
    let title = text::half_title(half, hours);
    let id = format!("presences-{}", half.code());
    let label = format!("Présences\u{a0}: {title}");
    let roll = Memo::new(move |_| desk.with(|programme, session| programme.roll(session)));
    let rows = first_rows(roll.into(), FIRST);
    let missing = Memo::new(move |_| desk.with(|programme, session| programme.unnoted(session, half).len()));
    let unproved = Memo::new(move |_| desk.with(|programme, session| programme.unproved(session, half).len()));
    let everybody = move |_| {
        let from = desk.from.get_untracked();
        let changes = desk.of_everybody(|programme, session| programme.note_everybody(session, half, from));
        if !changes.is_empty() {
            desk.store(changes, format!("Enregistré\u{a0}: {}.", text::everybody(half, from)), || {});
        }
    };
    let prove = move |_| {
        let changes = desk.of_everybody(|programme, session| programme.prove(session, half));
        desk.store(changes, format!("Enregistré\u{a0}: {}.", text::prove(half)), || {});
    };
    view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=id.clone()>{title.clone()}</h2>
            <div class="row">
                <button
                    type="button"
                    class="button button--primary"
                    aria-disabled=move || (missing.get() == 0).to_string()
                    on:click=everybody
                >
                    <Pictogram icon=Icon::Check />
                    {move || text::everybody(half, desk.from.get())}
                </button>
                <Show when=move || desk.from.get() == Source::Sheet && { unproved.get() > 0 }>
                    <button type="button" class="button" on:click=prove>
                        {text::prove(half)}
                    </button>
                </Show>
                <p class="status-line">{move || text::to_note(missing.get())}</p>
            </div>
            <p class="hint screen-only">"Le premier bouton ne change rien à ce qui est déjà noté. Corrigez ensuite les exceptions."</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                <table class="table listed presences">
                    <caption class="visually-hidden">{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Personne"</th>
                            <th scope="col">"Présence"</th>
                            <th scope="col" class="number">
                                "Durée"
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|who| who.clone() let(who)>
                            <MarkRow desk who half whole=hours.minutes() />
                        </For>
                    </tbody>
                </table>
            </div>
        </section>
    }
}
