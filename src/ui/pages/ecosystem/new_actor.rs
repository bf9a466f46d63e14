//! A structure that was not delivered with the product.

use super::actor_form::ActorForm;
use super::known::{Known, back, list};
use crate::browser::{identity, location};
use crate::domain::ecosystem::change;
use crate::domain::ecosystem::decode::ActorSheet;
use crate::domain::ecosystem::draft::ActorDraft;
use crate::domain::ecosystem::model::ActorId;
use crate::route::Route;
use crate::ui::components::{FieldFault, Messages, Page};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The form of a new actor.
#[component]
pub fn NewActorPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    // Drawn once: sent twice, it is the same actor.
    let id = StoredValue::new(identity::new_record_id().ok().map(ActorId::from));
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let faulty = Signal::derive(move || faults.with(|faults| !faults.is_empty()));
    let add = Callback::new(move |sheet: ActorSheet| {
        let key = id.get_value().and_then(|id| id.key().ok().map(|key| (id, key)));
        let Some((id, key)) = key else {
            return messages.done("L’acteur n’a pas pu être ajouté", "Rechargez la page, puis réessayez.");
        };
        let done = format!("« {} » est ajouté", sheet.name);
        let asked_at = location::hash();
        saver.save_then(change::add_actor(&key, &sheet), move || {
            messages.done_then_leave(&asked_at, done, "", &Route::Actor(id).to_hash());
        });
    });
    view! {
        <Page
            title="Ajouter un acteur"
            lead="Une structure, pas une personne. Vous noterez ensuite qui y appeler."
            back=back()
            faulty
        >
            <ActorForm
                known
                draft=ActorDraft::default()
                accept="Ajouter l’acteur"
                on_accept=add
                on_cancel=move |()| location::go(&list().to_hash())
                faults
            />
        </Page>
    }
}
