//! Erasing somebody: what keeps them today, or that nothing does.

use crate::browser::{clock, dom};
use crate::content::communes::communes;
use crate::domain::programme::erasure::{self, Held};
use crate::domain::programme::id::ProfessionalId;
use crate::domain::programme::person::Professional;
use crate::domain::retention::Rule;
use crate::records::Tables;
use crate::state::AppState;
use crate::text::programme_people as text;
use crate::ui::components::{Confirm, Messages};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// Whom one asks to erase, and which question is being asked.
#[derive(Clone, Copy)]
pub struct Erasing {
    target: RwSignal<Option<ProfessionalId>>,
    held: RwSignal<Option<Held>>,
    asks_to_keep: RwSignal<bool>,
    asks_to_erase: RwSignal<bool>,
    state: AppState,
}

impl Erasing {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self {
            target: RwSignal::new(None),
            held: RwSignal::new(None),
            asks_to_keep: RwSignal::new(false),
            asks_to_erase: RwSignal::new(false),
            state: AppState::expect(),
        }
    }

    /// Asks what can be done today.
    pub fn ask(self, person: ProfessionalId) {
        let today = clock::today();
        let held = self.state.with_tables_now(|tables| erasure::held(tables, &person, &Rule::of(tables), today));
        let is_held = held.is_some();
        self.held.set(held);
        self.target.set(Some(person));
        if is_held { self.asks_to_keep.set(true) } else { self.asks_to_erase.set(true) }
    }

    fn name(self) -> String {
        self.target.with(|target| {
            let target = target.as_ref();
            self.state
                .with_tables(|tables| target.and_then(|id| known(tables, id)))
                .map_or_else(String::new, |it| text::name(&it))
        })
    }
}

/// What was done: its title, and more.
pub type Said = (&'static str, &'static str);

/// Says what was done, as the page wants, or plainly when it is gone.
fn finish(messages: Messages, then: Callback<Said>, said: Said) {
    if then.try_run(said).is_none() {
        messages.done(said.0, said.1);
    }
}

fn known(tables: &Tables, id: &ProfessionalId) -> Option<Professional> {
    let record = tables.get(&id.key().ok()?).filter(|record| !record.erased)?;
    Some(Professional::from_record(&id.0, record))
}

/// The two questions. Once one goes ahead and it is stored, `then` follows.
#[component]
pub fn EraseDialogs(
    /// Whom one asks to erase.
    erasing: Erasing,
    /// What follows.
    then: Callback<Said>,
) -> impl IntoView {
    let (saver, messages, state) = (Saver::expect(), Messages::expect(), erasing.state);
    let keep = Callback::new(move |()| {
        let asked = erasing.target.get_untracked().zip(erasing.held.get_untracked());
        let Some((person, held)) = asked else { return };
        let restriction = text::restriction_for(&held);
        let today = clock::today();
        let changes = state.with_tables_now(|tables| erasure::restrict_from(tables, &person, &restriction, today));
        saver.save_then(changes, move || {
            finish(messages, then, ("Usage limité", text::RESTRICTION_MEANS));
        });
    });
    let erase = Callback::new(move |()| {
        let (Some(person), Ok(content)) = (erasing.target.get_untracked(), communes()) else { return };
        let today = clock::today();
        let changes = state.with_tables_now(|tables| erasure::erase(tables, &person, &content.communes, today));
        saver.save_then(changes, move || {
            finish(messages, then, ("Personne effacée", "Il n’en reste rien sur cet appareil, sauf les comptes."));
        });
    });
    let why = move || erasing.held.with(|held| held.as_ref().map(text::held));
    let until = move || erasing.held.with(|held| held.as_ref().map(|held| text::restrict_until(held.until())));
    view! {
        <Confirm
            open=erasing.asks_to_keep
            title="Cette fiche est à garder pour l’instant"
            accept="Garder seulement comme preuve"
            on_accept=keep
        >
            <p>
                <strong>{move || erasing.name()}</strong>
            </p>
            <p>{why}</p>
            <p>{until} "."</p>
            <p>{text::RESTRICTION_MEANS}</p>
        </Confirm>
        <Confirm
            open=erasing.asks_to_erase
            title="Effacer cette personne pour toujours\u{202f}?"
            accept="Effacer pour toujours"
            on_accept=erase
        >
            <p>
                <strong>{move || erasing.name()}</strong>
            </p>
            <p>{text::ERASING_MEANS}</p>
        </Confirm>
    }
}

/// What follows on a page that stays: what is said, and the focus at its beginning.
pub fn stay(messages: Messages) -> Callback<Said> {
    Callback::new(move |said: Said| {
        messages.done(said.0, said.1);
        request_animation_frame(dom::focus_heading);
    })
}
