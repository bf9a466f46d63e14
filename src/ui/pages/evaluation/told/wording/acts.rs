//! What becomes of a draft: sent to the commissioner, validated with it, or taken away.

use super::super::known::Known;
use super::version::Followed;
use crate::browser::dom;
use crate::ui::components::{Confirm, FieldFault, Takes, TextField};
use crate::ui::save::Undoable;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The acts.
#[component]
pub fn Acts(
    /// What is known.
    known: Known,
    /// The draft, followed.
    version: Followed,
) -> impl IntoView {
    let id = version.with_untracked(|one| one.as_ref().map(|one| one.id.as_str().to_owned())).unwrap_or_default();
    let (day, by) = (RwSignal::new(known.board.today.to_string()), RwSignal::new(String::new()));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let (day_id, by_id) = (format!("jour-{id}"), format!("par-{id}"));
    let field = StoredValue::new(day_id.clone());
    let asked = RwSignal::new(false);
    let read = move || -> Option<NaiveDate> {
        let on = day.with_untracked(|day| day.trim().parse().ok());
        let fault = || FieldFault { field: field.get_value(), sentence: "Indiquez une date.".to_owned() };
        faults.set(if on.is_some() { Vec::new() } else { vec![fault()] });
        on
    };
    let send = move |_| {
        let (Some(on), Some(one)) = (read(), version.get_untracked()) else { return };
        known.board.saver.save_then(one.send(on), move || known.messages.done("Envoi au Département noté", ""));
    };
    let ask = move |_| asked.set(read().is_some());
    let validate = Callback::new(move |()| {
        let (Some(on), Some(one)) = (read(), version.get_untracked()) else { return };
        let changes = by.with_untracked(|by| one.validate(on, by));
        known.board.saver.save_then(changes, move || {
            known.messages.done("Version validée", "C’est elle qui est posée désormais.");
            request_animation_frame(dom::focus_heading_if_lost);
        });
    });
    let remove = move |_| {
        let Some(one) = version.get_untracked() else { return };
        let done = Undoable {
            title: "Version retirée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Version rétablie",
        };
        known.board.saver.save_undoable(one.remove(), done, || request_animation_frame(dom::focus_heading_if_lost));
    };
    let name = move || version.with(|one| one.as_ref().map(|one| format!("\u{a0}: {}", one.name)));
    view! {
        <div class="stack stack--tight screen-only">
            <div class="inputs-row inputs-row--wide">
                <TextField id=day_id label="Date de l’envoi ou de la validation" takes=Takes::Date value=day faults />
                <TextField
                    id=by_id
                    label="Validée par"
                    hint="Une fonction ou un service, pas un nom."
                    is_optional=true
                    takes=Takes::Line
                    value=by
                    faults=Signal::derive(Vec::<FieldFault>::new)
                />
            </div>
            <p class="row">
                <button type="button" class="button" on:click=send>
                    "Noter l’envoi au Département"
                    <span class="visually-hidden">{name}</span>
                </button>
                <button type="button" class="button" on:click=ask>
                    "Valider cette version…"
                    <span class="visually-hidden">{name}</span>
                </button>
                <button type="button" class="button button--plain" on:click=remove>
                    "Retirer cette version"
                    <span class="visually-hidden">{name}</span>
                </button>
            </p>
        </div>
        <Confirm open=asked title="Valider cette version\u{202f}?" accept="Valider" on_accept=validate>
            <p>
                "Elle sera posée à la place des mots d’avant, et ne pourra plus changer\u{a0}: pour l’ajuster, préparez-en une autre. Enregistrez d’abord les questions modifiées."
            </p>
        </Confirm>
    }
}
