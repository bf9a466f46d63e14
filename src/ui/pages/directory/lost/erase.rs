//! Asks before erasing what is known of a place, which cannot be taken back.

use crate::browser::dom;
use crate::domain::directory::local::change;
use crate::domain::directory::local::model::PlaceLife;
use crate::text::local as text;
use crate::ui::components::{Confirm, Message, Messages, Tone};
use crate::ui::directory::Places;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The place of which one asks to erase what is known, and whether the question is being asked.
#[derive(Clone, Copy)]
pub struct Erasing {
    target: RwSignal<Option<PlaceLife>>,
    open: RwSignal<bool>,
}

impl Erasing {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self { target: RwSignal::new(None), open: RwSignal::new(false) }
    }

    /// Asks.
    pub fn ask(self, life: PlaceLife) {
        self.target.set(Some(life));
        self.open.set(true);
    }
}

/// The question.
#[component]
pub fn EraseDialog(
    /// What to erase.
    erasing: Erasing,
) -> impl IntoView {
    let (known, saver, messages) = (Places::expect(), Saver::expect(), Messages::expect());
    let name = move || erasing.target.with(|life| life.as_ref()?.place.as_ref().map(text::place));
    let accept = Callback::new(move |()| {
        let Some(life) = erasing.target.get_untracked() else { return };
        let Some(changes) = change::erase(&untrack(|| known.lives()), &life) else {
            return messages.say(changed_since());
        };
        saver.save_then(changes, move || {
            messages.done("Ce qui était noté de ce lieu est effacé", "");
            request_animation_frame(dom::focus_heading);
        });
    });
    view! {
        <Confirm
            open=erasing.open
            title="Effacer pour toujours ce qui est noté de ce lieu\u{202f}?"
            accept="Effacer pour toujours"
            on_accept=accept
        >
            <p>
                <strong>{name}</strong>
            </p>
            <p>"Les notes, les corrections et les vérifications de ce lieu seront effacées de cet appareil et de ses points de retour. Les autres lieux ne changent pas."</p>
        </Confirm>
    }
}

/// Another tab noted something meanwhile, which one has not read.
fn changed_since() -> Message {
    let title = "Rien n’a été effacé\u{a0}: ce qui est noté de ce lieu vient de changer".to_owned();
    let body = "Relisez-le, puis effacez-le si c’est toujours voulu.".to_owned();
    Message { tone: Tone::Fault, title, body, actions: Vec::new() }
}
