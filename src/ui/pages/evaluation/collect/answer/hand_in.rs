//! Handing answers in: stored on the tablet of the room, or carried from one's own device by a file, a code or a message.

use super::draft::Draft;
use super::focus_thanks;
use crate::browser::dom;
use crate::chart::qr;
use crate::domain::evaluation::response::{Arrival, Response, receive};
use crate::exchange::packed::PackFault;
use crate::exchange::packed_response::pack;
use crate::route::evaluation::Device;
use crate::text::evaluation::CONFIDENTIAL;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_mail::write_answered;
use crate::ui::components::{Action, CopyText, Fold, Icon, Message, Messages, Pictogram, QrCode, Tone};
use crate::ui::hand_over::hand_over_now;
use leptos::prelude::*;
use std::sync::Arc;

/// On a device of the room.
#[component]
pub fn HandIn(
    /// The answer.
    draft: Draft,
    /// Set once it is stored.
    is_done: RwSignal<bool>,
) -> impl IntoView {
    let messages = Messages::expect();
    let is_open = RwSignal::new(false);
    let hand_in = move |_| {
        let Some(response) = draft.make_ready() else { return };
        match draft.saver.state().with_tables_now(|tables| receive(tables, &response)) {
            // Pressed twice, it is the same answer.
            Arrival::New(changes) | Arrival::Later(changes) => draft.saver.save_then(changes, move || {
                if is_done.try_set(true).is_none() {
                    focus_thanks();
                }
            }),
            Arrival::Again => is_done.set(true),
            Arrival::Differs(_) | Arrival::Elsewhere(_) | Arrival::Gone | Arrival::Unwritable => messages
                .say(Message {
                tone: Tone::Fault,
                title: "Vos réponses n’ont pas pu être enregistrées".to_owned(),
                body:
                    "Elles sont toujours à l’écran. Prévenez la personne qui anime\u{a0}: un code les transmet aussi."
                        .to_owned(),
                actions: Vec::new(),
            }),
        }
    };
    view! {
        <p>{text::HAND_IN}</p>
        <p>
            <button type="button" class="button button--primary" on:click=hand_in>
                "Remettre mes réponses"
            </button>
        </p>
        // No file nor message leaves a device that goes from hand to hand: it would stay there for the next person.
        <Fold summary="Les remettre autrement\u{a0}: par un code" is_open>
            <div class="stack">
                <p>{text::ONLY_ON_SCREEN}</p>
                <MakeReady draft />
                {move || draft.ready_now().map(|response| view! { <Code draft response /> })}
            </div>
        </Fold>
    }
}

/// From one's own device, which keeps what is answered until it is erased.
#[component]
pub fn HandOver(
    /// The answer.
    draft: Draft,
) -> impl IntoView {
    let messages = Messages::expect();
    let has_answers = Memo::new(move |_| draft.progress().0 > 0);
    let erase = move |_| {
        let former = draft.erase();
        let run = move || {
            draft.saver.state().keep_unsent(former.clone());
            draft.leave();
        };
        messages.say(Message {
            tone: Tone::Info,
            title: "Vos réponses sont effacées".to_owned(),
            body: text::ERASED.to_owned(),
            actions: vec![Action::new("Annuler\u{a0}: retrouver mes réponses", run)],
        });
        request_animation_frame(dom::focus_heading);
    };
    view! {
        <p>{text::ONLY_HERE}</p>
        <MakeReady draft />
        {move || draft.ready_now().map(|response| view! { <WaysOut draft response /> })}
        <Show when=move || draft.is_kept() && has_answers.get()>
            <p>
                <button type="button" class="button button--plain" on:click=erase>
                    "Effacer mes réponses de cet appareil"
                </button>
            </p>
        </Show>
    }
}

/// Makes what is on the screen an answer that can leave.
#[component]
fn MakeReady(
    /// The answer.
    draft: Draft,
) -> impl IntoView {
    let is_ready = Memo::new(move |_| draft.ready_now().is_some());
    view! {
        <p>
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    draft.make_ready();
                }
            >
                "Préparer mes réponses"
            </button>
        </p>
        <p class="status-line" role="status">
            {move || is_ready.get().then_some("Vos réponses sont prêtes, mais pas encore remises\u{a0}: suivez ci-dessous.")}
        </p>
    }
}

/// The code of an answer.
#[component]
fn Code(
    /// Where it comes from.
    draft: Draft,
    /// The answer.
    response: Response,
) -> impl IntoView {
    let (survey, device) = draft.asked.with_value(|asked| (Arc::clone(&asked.survey), asked.device));
    match pack(&response, &survey).map(|packed| qr::draw(&packed)) {
        Ok(Some(drawing)) => view! {
            <QrCode
                drawing
                name="Code de mes réponses".to_owned()
                caption="À montrer à la caméra de la personne qui anime, l’écran bien éclairé."
                is_large=true
            />
        }
        .into_any(),
        Ok(None) | Err(PackFault::NoRoom) => {
            let instead = match device {
                Device::Own => "Ces réponses sont trop longues pour un code. Donnez le fichier.",
                Device::Room => "Ces réponses sont trop longues pour un code. Raccourcissez vos textes.",
            };
            view! { <p>{instead}</p> }.into_any()
        }
        Err(fault) => view! { <p>{text::pack_fault(fault)}</p> }.into_any(),
    }
}

/// The file, the code and the text of an answer.
#[component]
fn WaysOut(
    /// Where it comes from.
    draft: Draft,
    /// The answer.
    response: Response,
) -> impl IntoView {
    let messages = Messages::expect();
    let asked = draft.asked.get_value();
    let written = write_answered(&asked.survey, &response, &text::held(asked.held_on.get_untracked()));
    let name = text::file_name(response.number);
    let to_copy = written.clone();
    let hand_over = move |_| {
        hand_over_now(messages, &name, "text/plain", written.as_bytes());
    };
    view! {
        <div class="stack">
            <p>
                <button type="button" class="button" on:click=hand_over>
                    <Pictogram icon=Icon::Download />
                    "Préparer le fichier de mes réponses"
                </button>
            </p>
            <details class="disclosure">
                <summary>"Montrer le code de mes réponses"</summary>
                <Code draft response />
            </details>
            <details class="disclosure">
                <summary>"Envoyer mes réponses par message"</summary>
                <div class="stack">
                    <p>{CONFIDENTIAL}</p>
                    <CopyText
                        id="reponses-a-envoyer"
                        label="Texte à coller dans un message"
                        act="Copier le texte"
                        text=Signal::derive(move || to_copy.clone())
                    />
                </div>
            </details>
        </div>
    }
}
