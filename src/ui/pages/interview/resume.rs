//! The address of an interview: leads to where it was left, or to its result.

use super::gate::Gate;
use super::held::Held;
use crate::browser::location;
use crate::domain::interview::model::Status;
use crate::records::RecordId;
use crate::route::Route;
use leptos::prelude::*;

/// Leads to the page where the interview resumes, in place of this address.
#[component]
pub fn ResumePage(
    /// The interview.
    id: RecordId,
) -> impl IntoView {
    let page = Callback::new(|held: Held| view! { <Resume held /> }.into_any());
    view! { <Gate id page /> }
}

/// Goes where the interview stands.
#[component]
fn Resume(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let to = untrack(|| match held.interview.with(|interview| interview.status) {
        Status::ConcludedOn(_) => Route::Result(held.id()),
        Status::Ongoing => {
            let at = held.interview.with(|interview| interview.at.clone());
            held.route(held.view.with(|view| held.flow().resume(at.as_ref(), view)))
        }
    });
    let href = to.to_hash();
    let address = href.clone();
    Effect::new(move |_| location::replace(&address));
    view! {
        <p>
            <a href=href>"Reprendre l’entretien"</a>
        </p>
    }
}
