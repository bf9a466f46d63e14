//! One session as a file for a colleague.

use crate::domain::programme::id::SessionId;
use crate::exchange::scope::Scope;
use crate::ui::pages::data::PersonalExport;
use leptos::prelude::*;

/// The file of a session, with who comes: it holds personal data, and says so.
#[component]
pub fn SessionFile(
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    view! {
        <PersonalExport
            section="fichier-session"
            heading="Transmettre cette session"
            does="Un fichier à ouvrir dans Repères sur un autre poste\u{a0}: il complète ce qui s’y trouve."
            advice="Remettez-le seulement à une personne qui prépare ou anime cette session."
            scope=Scope::Session(id.0)
        />
    }
}
