//! A link from an actor to another, as one adds it.

use super::known::Known;
use crate::browser::identity;
use crate::domain::ecosystem::draft::{Fault, LinkDraft, LinkField};
use crate::domain::ecosystem::model::{ActorId, Link, LinkKind};
use crate::domain::ecosystem::{change, decode};
use crate::text::{ecosystem as text, ecosystem_form as words};
use crate::ui::components::{ChoiceField, ErrorSummary, FieldFault, Messages, Takes, TextField};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// Identifiers of the fields, which errors lead to.
pub const KIND: &str = "lien-nature";
const TO: &str = "lien-acteur";
const SINCE: &str = "lien-date";

/// The form of a link.
#[component]
pub fn LinkForm(
    /// What is known.
    known: Known,
    /// The actor whose sheet is open.
    from: ActorId,
    /// Closes the form.
    close: Callback<()>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    // Drawn once: sent twice, it is the same link.
    let key = identity::new_record_id().and_then(|id| decode::link_key(&id)).ok();
    let [kind, to, since] = [(); 3].map(|()| RwSignal::new(String::new()));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let kinds = LinkKind::ALL.map(|kind| (kind.code().to_owned(), text::does(kind).to_owned()));
    let others: Vec<(String, String)> = known.with_now(|ecosystem| {
        let others = ecosystem.shown().filter(|known| *known.id() != from);
        others.map(|known| (known.id().to_string(), known.actor.name.clone())).collect()
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = LinkDraft {
            kind: kind.with_untracked(|code| LinkKind::from_code(code)),
            to: to.with_untracked(|id| ActorId::new(id).ok()),
            since: since.get_untracked(),
        };
        let present: Vec<Link> =
            known.with_now(|ecosystem| ecosystem.links.iter().map(|known| known.link.clone()).collect());
        match draft.read(&from, &present) {
            Ok(link) => {
                faults.set(Vec::new());
                let changes = key.as_ref().map(|key| change::add_link(key, &link)).unwrap_or_default();
                saver.save_then(changes, move || {
                    messages.done("Lien ajouté", "");
                    close.run(());
                });
            }
            Err(found) => faults.set(found.into_iter().map(in_words).collect()),
        }
    };
    view! {
        <form class="stack card card--flat" on:submit=submit novalidate>
            <ErrorSummary faults />
            <ChoiceField id=KIND label="Cet acteur…" options=kinds.to_vec() value=kind faults />
            <ChoiceField id=TO label="Autre acteur" options=others value=to faults />
            <TextField
                id=SINCE
                label="Depuis"
                is_optional=true
                hint=words::SINCE_HINT
                takes=Takes::Line
                value=since
                faults
            />
            <div class="row">
                <button type="submit" class="button button--primary">
                    "Ajouter le lien"
                </button>
                <button type="button" class="button button--plain" on:click=move |_| close.run(())>
                    "Annuler"
                </button>
            </div>
        </form>
    }
}

fn in_words(fault: Fault<LinkField>) -> FieldFault {
    let field = match fault.field {
        LinkField::Kind => KIND,
        LinkField::To => TO,
        LinkField::Since => SINCE,
    };
    FieldFault { field: field.to_owned(), sentence: words::link_fault(fault) }
}
