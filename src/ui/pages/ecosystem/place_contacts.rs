//! Whom to ask for in a place of the directory, on its sheet.

use super::contacts::Contacts;
use super::known::Known;
use crate::content::ecosystem::ecosystem;
use crate::domain::directory::place::PlaceId;
use crate::domain::ecosystem::contact::About;
use leptos::prelude::*;

/// The interlocutors of a place. They are personal data: the sheet is given away, and is printed without them.
#[component]
pub fn PlaceContacts(
    /// The place.
    id: PlaceId,
) -> impl IntoView {
    ecosystem().ok().map(|catalogue| {
        view! {
            <div class="screen-only">
                <Contacts known=Known::of(catalogue) about=About::Place(id) />
            </div>
        }
    })
}
