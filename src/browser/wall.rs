//! The wall: another window, what it and the trainer's page tell each other, and the whole screen where there is one window.

use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::wall::{Note, Says};
use crate::domain::interview::id::CaseId;
use js_sys::{Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, Event, MessageEvent};

/// The channel on which a debrief and its wall speak.
const CHANNEL: &str = "reperes-mur";
/// One window for the wall: asked for again, it is the same one that comes.
const WINDOW: &str = "reperes-mur";
/// Without these a browser would open a tab, which cannot be moved to the other screen beside this one.
const FEATURES: &str = "popup,width=1280,height=720";

/// Opens an address of ours in the window of the wall; whether the browser let it.
pub fn open_window(hash: &str) -> bool {
    let opened = web_sys::window().map(|window| {
        let opened = window.open_with_url_and_target_and_features(hash, WINDOW, FEATURES);
        // Open already, it may be behind this one.
        opened.inspect(|other| other.iter().for_each(|other| drop(other.focus())))
    });
    matches!(opened, Some(Ok(Some(_))))
}

/// A case of an exercise, in whichever window it is shown.
#[derive(Clone, Debug)]
struct About {
    exercise: ExerciseCode,
    case: CaseId,
}

/// What the other window hears and says; nobody answers where the browser has no channel. Closed when it goes away.
#[derive(Debug)]
pub struct WallChannel {
    about: About,
    channel: Option<BroadcastChannel>,
    farewell: Option<Says>,
    _listener: Closure<dyn Fn(MessageEvent)>,
    _leaving: Option<Leaving>,
}

impl WallChannel {
    /// Listens to what is said of one case of one exercise; `listener` may answer. The farewell is said on closing.
    pub fn open(
        exercise: ExerciseCode,
        case: CaseId,
        farewell: Option<Says>,
        listener: impl Fn(Says) -> Option<Says> + 'static,
    ) -> Self {
        let about = About { exercise, case };
        let channel = BroadcastChannel::new(CHANNEL).ok();
        let heard = Rc::new(listener);
        let (here, answering, listener) = (about.clone(), channel.clone(), Rc::clone(&heard));
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let note = event.data().as_string().and_then(|text| serde_json::from_str::<Note>(&text).ok());
            let note = note.filter(|note| note.exercise == here.exercise && note.case == here.case);
            if let Some(answer) = note.and_then(|note| listener(note.says)) {
                post(answering.as_ref(), &here, answer);
            }
        });
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        let leaving = farewell.map(|farewell| {
            let (here, speaking) = (about.clone(), channel.clone());
            Leaving::watch(move |is_left| {
                // Come back as it was, the page answers as if the other window asked.
                if let Some(says) = if is_left { Some(farewell) } else { heard(Says::Opened) } {
                    post(speaking.as_ref(), &here, says);
                }
            })
        });
        Self { about, channel, farewell, _listener: listener, _leaving: leaving }
    }

    /// Tells the other window.
    pub fn tell(&self, says: Says) {
        post(self.channel.as_ref(), &self.about, says);
    }
}

impl Drop for WallChannel {
    fn drop(&mut self) {
        if let Some(farewell) = self.farewell {
            self.tell(farewell);
        }
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

/// Hears that the window is closed or goes elsewhere, when nothing of the page is dropped, and that it comes back.
#[derive(Debug)]
struct Leaving {
    listener: Closure<dyn Fn(Event)>,
}

impl Leaving {
    const LEFT: &str = "pagehide";
    const EVENTS: [&str; 2] = [Self::LEFT, "pageshow"];

    /// Tells whether the window is left, each time it is or comes back.
    fn watch(told: impl Fn(bool) + 'static) -> Self {
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| told(event.type_() == Self::LEFT));
        if let Some(window) = web_sys::window() {
            for event in Self::EVENTS {
                let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
            }
        }
        Self { listener }
    }
}

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            for event in Self::EVENTS {
                let _ = window.remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
            }
        }
    }
}

fn post(channel: Option<&BroadcastChannel>, about: &About, says: Says) {
    let note = Note { exercise: about.exercise, case: about.case.clone(), says };
    if let (Some(channel), Ok(text)) = (channel, serde_json::to_string(&note)) {
        // Nobody else listens: nothing is lost.
        let _ = channel.post_message(&JsValue::from_str(&text));
    }
}

/// Asks for the whole screen, and resumes once the browser has given or refused it; a refusal is no fault.
pub async fn fill_screen() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    let Some(root) = root else { return };
    // web-sys gives no promise here, and one that is refused would be said to be a fault of the page.
    let ask = Reflect::get(&root, &JsValue::from_str("requestFullscreen")).ok();
    let asked = ask.and_then(|ask| ask.dyn_into::<Function>().ok()).and_then(|ask| ask.call0(&root).ok());
    if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        let _ = JsFuture::from(asked).await;
    }
}

/// Gives the screen back, when this page has it whole.
pub fn free_screen() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(document) = document.filter(|document| document.fullscreen_element().is_some()) {
        document.exit_fullscreen();
    }
}
