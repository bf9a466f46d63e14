//! Asks before taking away what was imported: a directory, the base map.

use crate::browser::dom;
use crate::storage::StorageError;
use crate::ui::components::{Confirm, Messages};
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;

/// What comes of taking it away.
pub type Removal = Pin<Box<dyn Future<Output = Result<(), StorageError>>>>;

/// The question.
#[component]
pub fn RemoveDialog(
    /// What it is called.
    name: String,
    /// The button that goes ahead.
    act: &'static str,
    /// What will happen.
    means: &'static str,
    /// Whether the question is being asked.
    asked: RwSignal<bool>,
    /// Takes it away.
    #[prop(into)]
    remove: Callback<(), Removal>,
) -> impl IntoView {
    let messages = Messages::expect();
    let title = format!("Retirer «\u{202f}{name}\u{202f}»\u{202f}?");
    let accept = Callback::new(move |()| {
        let (name, removal) = (name.clone(), remove.run(()));
        spawn_local(async move {
            match removal.await {
                Ok(()) => {
                    messages.done(format!("«\u{202f}{name}\u{202f}» est retiré de cet appareil"), "");
                    // The card that held the focus has gone; the message is at the top.
                    request_animation_frame(dom::focus_heading);
                }
                Err(error) => messages.say(faults::storage_message(&error, Vec::new())),
            }
        });
    });
    view! {
        <Confirm open=asked title accept=act on_accept=accept>
            <p>{means}</p>
        </Confirm>
    }
}
