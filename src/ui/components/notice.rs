//! What the application has to say: a notice in its place on the page, and the notices that follow an act.

use super::icon::{Icon, Pictogram};
use crate::browser::{dom, location};
use leptos::prelude::*;
use std::sync::Arc;

/// How much a notice weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Caution,
    Fault,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "notice",
            Self::Caution => "notice notice--caution",
            Self::Fault => "notice notice--fault",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Caution | Self::Fault => Icon::Caution,
        }
    }
}

/// A notice in its place, first in the content it concerns.
#[component]
pub fn Notice(
    /// How much it weighs.
    tone: Tone,
    /// What happened, in a few words.
    #[prop(into)]
    title: String,
    /// What is safe and what to do next.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=tone.class()>
            <Pictogram icon=tone.icon() />
            <div class="stack stack--tight">
                <p class="notice__title">{title}</p>
                {children()}
            </div>
        </div>
    }
}

/// What follows an act: said once by screen readers, and shown until dismissed.
#[derive(Clone)]
pub struct Message {
    pub tone: Tone,
    pub title: String,
    pub body: String,
    pub actions: Vec<Action>,
}

/// What may be done about a message. It belongs to no page: the one that said it may be gone.
#[derive(Clone)]
pub struct Action {
    label: String,
    run: Arc<dyn Fn() + Send + Sync>,
}

impl Action {
    pub fn new(label: impl Into<String>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self { label: label.into(), run: Arc::new(run) }
    }
}

/// The messages being shown.
#[derive(Clone, Copy)]
pub struct Messages {
    shown: RwSignal<Vec<(u32, Message)>>,
    /// Waiting for the next screen.
    next: StoredValue<Vec<Message>>,
    last: StoredValue<u32>,
}

impl Messages {
    pub fn new() -> Self {
        Self { shown: RwSignal::new(Vec::new()), next: StoredValue::new(Vec::new()), last: StoredValue::new(0) }
    }

    /// The messages of this page.
    pub fn expect() -> Self {
        use_context().unwrap_or_default()
    }

    /// Shows and announces a message.
    pub fn say(self, message: Message) {
        self.last.update_value(|last| *last = last.wrapping_add(1));
        self.shown.update(|shown| {
            // One message at a time of each tone: what was said before is no longer news.
            shown.retain(|(_, before)| before.tone != message.tone);
            shown.push((self.last.get_value(), message));
        });
    }

    /// Shows and announces that something was done.
    pub fn done(self, title: impl Into<String>, body: impl Into<String>) {
        self.say(Message { tone: Tone::Info, title: title.into(), body: body.into(), actions: Vec::new() });
    }

    /// Shows and announces, on the next screen, that something was done: for acts that end by going elsewhere.
    pub fn done_on_arrival(self, title: impl Into<String>, body: impl Into<String>) {
        let message = Message { tone: Tone::Info, title: title.into(), body: body.into(), actions: Vec::new() };
        self.next.update_value(|next| next.push(message));
    }

    /// Says that an act asked at `asked_at` is done, and goes where it leads; one who went elsewhere meanwhile stays there.
    pub fn done_then_go(self, asked_at: &str, title: impl Into<String>, body: &str, to: &str) {
        self.done_then(asked_at, title, body, || location::go(to));
    }

    /// The same, from a page that has nothing more to show: Back does not return to it.
    pub fn done_then_leave(self, asked_at: &str, title: impl Into<String>, body: &str, to: &str) {
        self.done_then(asked_at, title, body, || location::replace(to));
    }

    fn done_then(self, asked_at: &str, title: impl Into<String>, body: &str, go: impl FnOnce()) {
        if location::hash() == asked_at {
            self.done_on_arrival(title, body);
            go();
        } else {
            self.done(title, body);
        }
    }

    /// Takes a message away.
    pub fn dismiss(self, id: u32) {
        self.shown.update(|shown| shown.retain(|(shown_id, _)| *shown_id != id));
    }

    /// Takes away the faults, once what they told of is settled.
    pub fn clear_faults(self) {
        self.shown.update(|shown| shown.retain(|(_, message)| message.tone != Tone::Fault));
    }

    /// Takes away what is no longer news once one has gone elsewhere, and says what waited for it; faults stay.
    pub fn clear_news(self) {
        self.shown
            .update(|shown| shown.retain(|(_, message)| message.tone == Tone::Fault || !message.actions.is_empty()));
        self.next
            .try_update_value(std::mem::take)
            .unwrap_or_default()
            .into_iter()
            .for_each(|message| self.say(message));
    }
}

impl Default for Messages {
    fn default() -> Self {
        Self::new()
    }
}

/// Where messages appear. The two live regions exist before any message, so that each is announced.
#[component]
pub fn MessageList() -> impl IntoView {
    let messages = Messages::expect();
    let of = move |faults: bool| {
        move || {
            messages
                .shown
                .get()
                .into_iter()
                .filter(|(_, message)| (message.tone == Tone::Fault) == faults)
                .collect::<Vec<_>>()
        }
    };
    view! {
        <div class="notices" role="status" aria-live="polite">
            <For each=of(false) key=|(id, _)| *id let((id, message))>
                <MessageCard id message />
            </For>
        </div>
        <div class="notices" role="alert">
            <For each=of(true) key=|(id, _)| *id let((id, message))>
                <MessageCard id message />
            </For>
        </div>
    }
}

/// One message, with what may be done about it.
#[component]
fn MessageCard(
    /// Its place in the list.
    id: u32,
    /// What to say.
    message: Message,
) -> impl IntoView {
    let messages = Messages::expect();
    // The button goes away with its message.
    let hide = move || {
        messages.dismiss(id);
        request_animation_frame(dom::focus_heading_if_lost);
    };
    view! {
        <Notice tone=message.tone title=message.title>
            {(!message.body.is_empty()).then(|| view! { <p>{message.body}</p> })}
            <div class="row">
                {message
                    .actions
                    .into_iter()
                    .map(|action| {
                        let run = move |_| {
                            hide();
                            (action.run)();
                        };
                        view! { <button type="button" class="button" on:click=run>{action.label}</button> }
                    })
                    .collect_view()}
            </div>
            <button type="button" class="notice__close" on:click=move |_| hide()>
                <Pictogram icon=Icon::Close />
                <span class="visually-hidden">"Masquer ce message"</span>
            </button>
        </Notice>
    }
}
