//! Giving a place up, with its reason, or taking one in another session instead.

use super::Room;
use crate::browser::{clock, dom};
use crate::domain::programme::id::SessionId;
use crate::domain::programme::registration::{self, Registration, Status, Why};
use crate::text::{programme as words, programme_people as of_people};
use crate::ui::components::{ChoiceField, FieldFault, Takes, TextField, follow_dialog};
use crate::ui::save::Undoable;
use leptos::html;
use leptos::prelude::*;

const WHY: &str = "annulation-raison";
const NOTE: &str = "annulation-note";
const TO: &str = "annulation-vers";

/// The longest note, in characters.
const LONGEST: usize = 200;

/// The place that is being given up.
#[derive(Clone, Copy)]
pub struct Leaving {
    place: RwSignal<Option<Registration>>,
    why: RwSignal<String>,
    note: RwSignal<String>,
    to: RwSignal<String>,
    faults: RwSignal<Vec<FieldFault>>,
}

impl Leaving {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { place: RwSignal::new(None), why: empty(), note: empty(), to: empty(), faults: RwSignal::new(Vec::new()) }
    }

    /// Asks why this place is given up.
    pub fn ask(self, place: Registration) {
        self.why.set(String::new());
        self.note.set(String::new());
        self.to.set(String::new());
        self.faults.set(Vec::new());
        self.place.set(Some(place));
    }
}

/// The reasons that one gives; a session that is cancelled, and a move, say it themselves.
const REASONS: [Why; 4] = [Why::ByPerson, Why::ByEmployer, Why::Ineligible, Why::Other];

/// The dialog that asks.
#[component]
pub fn LeavingDialog(
    /// The session.
    room: Room,
) -> impl IntoView {
    let Leaving { place, .. } = room.leaving;
    let dialog = NodeRef::<html::Dialog>::new();
    follow_dialog(dialog, move || place.with(Option::is_some));
    let name = Memo::new(move |_| {
        let person = place.with(|place| place.as_ref().map(|place| place.person.clone()));
        let name =
            |person| room.board.programme.with(|programme| programme.person(&person).map(|it| of_people::name(it)));
        person.and_then(name).unwrap_or_default()
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="annulation" on:close=move |_| place.set(None)>
            <div class="stack">
                <h2 id="annulation">{move || format!("La place de {}", name.get())}</h2>
                <CancelForm room />
                <MoveForm room />
                <button type="button" class="button button--plain" on:click=move |_| place.set(None)>
                    "Ne rien changer"
                </button>
            </div>
        </dialog>
    }
}

/// Giving the place up.
#[component]
fn CancelForm(
    /// The session.
    room: Room,
) -> impl IntoView {
    let Leaving { place, why, note, faults, .. } = room.leaving;
    let options = REASONS.iter().enumerate();
    let options =
        options.map(|(nth, why)| (nth.to_string(), crate::text::format::capitalised(words::why_cancelled(*why))));
    let options: Vec<(String, String)> = options.collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(given_up) = place.get_untracked() else { return };
        let reason = why.with_untracked(|why| why.parse::<usize>().ok()).and_then(|nth| REASONS.get(nth).copied());
        let fault = |field: &'static str, sentence: String| {
            faults.set(vec![FieldFault { field: field.to_owned(), sentence }]);
            dom::focus(field);
        };
        let Some(why) = reason else { return fault(WHY, "Choisissez la raison.".to_owned()) };
        let note = note.with_untracked(|note| note.trim().to_owned());
        let length = note.chars().count();
        if length > LONGEST {
            let sentence =
                format!("Raccourcissez cette précision\u{a0}: {LONGEST}\u{a0}caractères au plus, {length} écrits.");
            return fault(NOTE, sentence);
        }
        let changes = registration::set_status(&given_up, &Status::Cancelled { why, note });
        let done = Undoable {
            title: "Inscription annulée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Inscription rétablie",
        };
        place.set(None);
        room.board.saver.save_undoable(changes, done, || request_animation_frame(|| dom::focus("inscrits")));
    };
    view! {
        <form class="stack stack--tight" on:submit=submit novalidate>
            <ChoiceField id=WHY label="Annuler, parce que" options value=why faults />
            <TextField id=NOTE label="Précision" is_optional=true takes=Takes::Line value=note faults />
            <p>
                <button type="submit" class="button button--primary">
                    "Annuler l’inscription"
                </button>
            </p>
        </form>
    }
}

/// Taking a place in another session instead.
#[component]
fn MoveForm(
    /// The session.
    room: Room,
) -> impl IntoView {
    let board = room.board;
    let Leaving { place, to, faults, .. } = room.leaving;
    let options = move || {
        board.programme.with(|programme| {
            let id = room.id();
            let option = |one: &crate::domain::programme::session::Session| {
                let name = words::session(programme.number(&one.id), one.held_on);
                (one.id.as_str().to_owned(), format!("{name}, {}", of_people::left(programme.group(one))))
            };
            programme.others_to_come(&id).map(option).collect::<Vec<_>>()
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(given_up) = place.get_untracked() else { return };
        let programme = board.now();
        let fault = |sentence: String| {
            faults.set(vec![FieldFault { field: TO.to_owned(), sentence }]);
            dom::focus(TO);
        };
        let chosen = to.with_untracked(|to| SessionId::new(to).ok());
        let Some(session) = chosen.and_then(|id| programme.session(&id).cloned()) else {
            return fault("Choisissez la session.".to_owned());
        };
        match programme.move_to(&given_up, &session, clock::now_ms()) {
            Err(refusal) => fault(of_people::refusal(&programme, &refusal)),
            Ok((changes, given)) => {
                let done = Undoable {
                    title: "Personne déplacée vers une autre session".to_owned(),
                    body: format!("{}.", of_people::given(given)),
                    take_back: "Annuler",
                    taken_back: "Inscription rétablie ici",
                };
                place.set(None);
                board.save_places(changes, done, || request_animation_frame(|| dom::focus("inscrits")));
            }
        }
    };
    let has_others = Memo::new(move |_| !options().is_empty());
    view! {
        <Show when=move || has_others.get()>
            <form class="stack stack--tight" on:submit=submit novalidate>
                // Made anew with the dialog: sessions and their places may have changed.
                {move || {
                    place.track();
                    view! { <ChoiceField id=TO label="Déplacer vers" options=options() value=to faults /> }
                }}
                <p>
                    <button type="submit" class="button">
                        "Déplacer vers cette session"
                    </button>
                </p>
            </form>
        </Show>
    }
}
