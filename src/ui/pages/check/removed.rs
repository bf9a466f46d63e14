//! A record removed on one machine and changed on another.

use super::desk::Desk;
use super::words;
use crate::domain::dispute::{Dispute, Proposal, Settlement, What};
use crate::text::dispute as text;
use leptos::prelude::*;
use std::sync::Arc;

/// Who removed it, who changed it, and the choice.
#[component]
pub fn RemovedCard(
    /// The disputes of the page.
    desk: Desk,
    /// This one.
    dispute: Arc<Dispute>,
) -> impl IntoView {
    let words = text::removal(dispute.key.kind.as_str());
    let id = words::id(&dispute);
    let title = format!("{id}-titre");
    let writes = match &dispute.what {
        What::Removed { removed, changed } => vec![write("Supprimé", removed), write("Modifié", changed)],
        What::Values(_) | What::Unreadable { .. } => Vec::new(),
    };
    let act = move |settlement: fn(&Dispute) -> Settlement, sentence: &'static str| {
        let dispute = Arc::clone(&dispute);
        move |_| desk.settle(&dispute, settlement(&dispute), sentence.to_owned())
    };
    let keep = act(Dispute::settle_empty, words.kept);
    let leave = act(Dispute::settle_removed, words.left);
    view! {
        <div class="card card--flat dispute" role="group" id=id tabindex="-1" aria-labelledby=title.clone()>
            <h3 id=title.clone()>"Supprimé sur un poste, modifié sur un autre"</h3>
            <p>{words.explanation}</p>
            <ul>{writes}</ul>
            <div class="row">
                <button type="button" class="button" on:click=keep>
                    {words.keep}
                </button>
                <button type="button" class="button" on:click=leave>
                    {words.leave}
                </button>
            </div>
        </div>
    }
}

fn write(act: &'static str, proposal: &Proposal) -> impl IntoView + use<> {
    let clock = words::wrong_clock(proposal).map(|clock| view! { <span class="dispute__clock">{clock}</span> });
    view! { <li>{words::written(act, proposal)} " " {clock}</li> }
}
