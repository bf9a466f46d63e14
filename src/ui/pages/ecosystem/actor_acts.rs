//! What may be done with an actor's sheet: corrected, put back as delivered, set aside.

use super::actor_form::{ActorForm, NAME};
use super::known::{Known, list};
use crate::browser::{dom, location};
use crate::domain::ecosystem::change;
use crate::domain::ecosystem::decode::ActorSheet;
use crate::domain::ecosystem::draft::ActorDraft;
use crate::domain::ecosystem::known::{KnownActor, Origin};
use crate::domain::ecosystem::model::ActorId;
use crate::records::{ChangeSet, Key};
use crate::state::AppState;
use crate::ui::components::{FieldFault, Messages};
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;

const CORRECT: &str = "corriger-acteur";

fn acting_on(id: &ActorId, act: impl FnOnce(&Key) -> ChangeSet) -> ChangeSet {
    id.key().map(|key| act(&key)).unwrap_or_default()
}

/// Shows a hidden actor in lists again.
#[component]
pub fn ShowAgain(
    /// The actor.
    id: ActorId,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let show_again = move |_| {
        saver.save_then(acting_on(&id, |key| change::hide_actor(key, false)), move || {
            messages.done("Cet acteur est à nouveau dans les listes", "");
            request_animation_frame(dom::focus_heading);
        });
    };
    view! {
        <button type="button" class="button" on:click=show_again>
            "Afficher à nouveau"
        </button>
    }
}

/// The acts, and the form in their place while one corrects.
#[component]
pub fn Acts(
    /// What is known.
    known: Known,
    /// The actor.
    id: ActorId,
    /// The same, as it is known.
    actor: Memo<Option<KnownActor>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let open = Callback::new(move |()| {
        is_open.set(true);
        request_animation_frame(|| dom::focus_in_place(NAME));
    });
    let close = Callback::new(move |()| {
        is_open.set(false);
        request_animation_frame(|| dom::focus_in_place(CORRECT));
    });
    let id = StoredValue::new(id);
    view! {
        <section class="stack screen-only" aria-labelledby="fiche">
            <h2 id="fiche">"Cette fiche"</h2>
            <Show
                when=move || is_open.get()
                fallback=move || view! { <Buttons id=id.get_value() actor open /> }
            >
                <Correction known id=id.get_value() actor close />
            </Show>
        </section>
    }
}

/// What may be done.
#[component]
fn Buttons(
    /// The actor.
    id: ActorId,
    /// The same, as it is known.
    actor: Memo<Option<KnownActor>>,
    /// Opens the form.
    open: Callback<()>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let state = AppState::expect();
    let origin = Memo::new(move |_| actor.with(|actor| actor.as_ref().map(|known| known.origin)));
    let is_hidden = Memo::new(move |_| actor.with(|actor| actor.as_ref().is_some_and(|known| known.is_hidden)));
    let id = StoredValue::new(id);
    let put_back = move |_| {
        let changes = acting_on(&id.get_value(), |key| {
            let record = state.with_tables_now(|tables| tables.get(key).cloned());
            record.map(|record| change::as_delivered(key, &record)).unwrap_or_default()
        });
        let done = Undoable {
            title: "La fiche est à nouveau celle d’origine".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Fiche corrigée rétablie",
        };
        saver.save_undoable(changes, done, || {
            request_animation_frame(dom::focus_heading);
        });
    };
    let set_aside = move |_| {
        let is_added = origin.get_untracked() == Some(Origin::Added);
        let act = |key: &Key| if is_added { change::delete(key) } else { change::hide_actor(key, true) };
        let asked_at = location::hash();
        saver.save_then(acting_on(&id.get_value(), act), move || {
            let title = if is_added { "Acteur retiré" } else { "Acteur masqué" };
            let body = "Il reste possible de l’afficher à nouveau, en bas de la page «\u{202f}Qui fait quoi\u{202f}».";
            messages.done_then_leave(&asked_at, title, body, &list().to_hash());
        });
    };
    let label = move || if origin.get() == Some(Origin::Added) { "Retirer cet acteur" } else { "Masquer cet acteur" };
    view! {
        <div class="row">
            <button type="button" class="button" id=CORRECT on:click=move |_| open.run(())>
                "Corriger la fiche"
            </button>
            <Show when=move || origin.get() == Some(Origin::Corrected)>
                <button type="button" class="button" on:click=put_back>
                    "Revenir à la fiche d’origine"
                </button>
            </Show>
            <Show when=move || !is_hidden.get()>
                <button type="button" class="button button--plain" on:click=set_aside>
                    {label}
                </button>
            </Show>
        </div>
    }
}

/// The sheet, being corrected. What changes elsewhere meanwhile stays, unless it is written here too.
#[component]
fn Correction(
    /// What is known.
    known: Known,
    /// The actor.
    id: ActorId,
    /// The same, as it is known.
    actor: Memo<Option<KnownActor>>,
    /// Shows the acts again.
    close: Callback<()>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let shown = actor.with_untracked(|actor| actor.as_ref().map(KnownActor::sheet));
    shown.map(|shown| {
        let draft = ActorDraft::from(&shown);
        let save = Callback::new(move |wanted: ActorSheet| {
            let delivered = known.catalogue.actor(&id).map(ActorSheet::of);
            let changes = acting_on(&id, |key| change::correct_actor(key, delivered.as_ref(), &shown, &wanted));
            saver.save_then(changes, move || {
                messages.done("Fiche enregistrée", "");
                close.run(());
            });
        });
        view! { <ActorForm known draft accept="Enregistrer la fiche" on_accept=save on_cancel=close faults /> }
    })
}
