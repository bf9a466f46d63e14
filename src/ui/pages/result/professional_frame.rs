//! The frame and the notes, on the professional's sheet.

use super::case::Case;
use crate::domain::interview::framing::{AidantsConnect, Framing};
use crate::domain::interview::sheet::notes;
use crate::text::interview::framing as said;
use leptos::prelude::*;

/// In which frame to act.
#[component]
pub fn FrameView(
    /// The case.
    case: Case,
) -> impl IntoView {
    let lines = move || {
        case.assessment.with(|assessment| {
            frame_lines(&assessment.framing).into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
        })
    };
    view! {
        <section class="sheet-part">
            <h3>"Faire, faire avec, faire à la place"</h3>
            {lines}
            <p class="sheet-small">{said::NO_CREDENTIALS}</p>
        </section>
    }
}

fn frame_lines(framing: &Framing) -> Vec<String> {
    let mut lines = match framing.settled() {
        Some(frame) => {
            let text = said::frame(frame);
            let document = [Some(text.document), text.producer].into_iter().flatten().collect::<Vec<_>>().join(" ");
            vec![format!("{}. {}", text.title, text.explanation), format!("Document\u{a0}: {document}")]
        }
        None => {
            let possible: Vec<&str> = framing.frames.iter().map(|frame| said::frame(*frame).title).collect();
            let asked: Vec<&str> = framing.to_ask.iter().map(|input| said::question(*input)).collect();
            vec![
                format!("Cadre à préciser. Selon ce que l’on apprendra\u{a0}: {}.", possible.join("\u{202f}; ")),
                format!("À demander\u{a0}: {}", asked.join(" ")),
            ]
        }
    };
    let why: Vec<&str> = match &framing.aidants_connect {
        AidantsConnect::Possible => Vec::new(),
        AidantsConnect::Impossible(blockers) => blockers.iter().map(|blocker| said::blocker(*blocker)).collect(),
        AidantsConnect::ToAsk(inputs) => inputs.iter().map(|input| said::question(*input)).collect(),
    };
    lines.push(format!("{} {}", said::aidants_connect(&framing.aidants_connect), why.join(" ")));
    lines
}

/// The notes, block by block, when they are wanted.
#[component]
pub fn NotesView(
    /// The case.
    case: Case,
    /// Whether they are wanted.
    with_notes: RwSignal<bool>,
) -> impl IntoView {
    let lines = move || {
        case.interview.with(|interview| {
            let notes = notes(case.questionnaire, interview);
            let is_empty = notes.is_empty();
            let lines = notes
                .into_iter()
                .map(|(block, note)| {
                    let title = block.map_or("Autre version du questionnaire", |block| block.title.as_str()).to_owned();
                    view! {
                        <dt>{title}</dt>
                        <dd>{note.to_owned()}</dd>
                    }
                })
                .collect_view();
            if is_empty {
                view! { <p>"Aucune note."</p> }.into_any()
            } else {
                view! { <dl class="facts sheet-notes">{lines}</dl> }.into_any()
            }
        })
    };
    view! {
        <Show when=move || with_notes.get()>
            <section class="sheet-part">
                <h3>"Notes"</h3>
                {lines}
            </section>
        </Show>
    }
}
