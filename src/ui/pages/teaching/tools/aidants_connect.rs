//! Whether Aidants Connect is possible, question by question; nothing is stored.

use super::known::{AIDANTS_CONNECT, Known, back_to_tool, back_to_tools};
use crate::browser::dom;
use crate::domain::curriculum::aidants_connect::{Answers, QUESTIONS};
use crate::domain::curriculum::tool::ToolId;
use crate::domain::directory::standard::Programme;
use crate::domain::ecosystem::places::PlaceSearch;
use crate::domain::interview::framing::{AidantsConnect, Frame, Input};
use crate::route::Route;
use crate::text::interview::framing as said;
use crate::text::teaching_tools as text;
use crate::ui::components::Page;
use leptos::prelude::*;

/// The questions, and what follows.
#[component]
pub fn AidantsConnectPage(
    /// What is delivered.
    known: Known,
) -> impl IntoView {
    let answers = RwSignal::new(Answers::default());
    let id = ToolId::new(AIDANTS_CONNECT).ok();
    let sheet = id.and_then(|id| known.book.tool(&id)).map(|tool| back_to_tool(tool.id.clone(), &tool.title));
    let start_again = move |_| {
        answers.set(Answers::default());
        request_animation_frame(|| dom::focus_in_place(&row_id(QUESTIONS[0], Some(true))));
    };
    // Said once, though other answers follow.
    let told = Memo::new(move |_| answers.with(|answers| (answers.verdict(), answers.instead())));
    let is_begun = Memo::new(move |_| answers.with(|answers| *answers != Answers::default()));
    view! {
        <Page
            title="Aidants Connect est-il possible\u{202f}?"
            lead="Cinq questions au plus, sur vous puis sur la personne. Rien n’est gardé."
            back=sheet.unwrap_or_else(back_to_tools)
        >
            <div class="stack stack--wide questions">
                <For each=move || answers.with(Answers::shown) key=|question| *question let(question)>
                    <Ask question answers />
                </For>
            </div>
            <section class="card card--flat" aria-labelledby="reponse-aidants-connect">
                <h2 id="reponse-aidants-connect">"La réponse"</h2>
                <div class="stack" role="status">
                    {move || told.with(|(said, instead)| verdict(said.as_ref(), instead))}
                </div>
                <Show when=move || is_begun.get()>
                    <p>
                        <button type="button" class="button" on:click=start_again>
                            "Recommencer"
                        </button>
                    </p>
                </Show>
            </section>
            <p class="hint">{said::HABILITATION}</p>
        </Page>
    }
}

fn row_id(question: Input, answer: Option<bool>) -> String {
    let answer = match answer {
        Some(true) => "oui",
        Some(false) => "non",
        None => "ne-sait-pas",
    };
    format!("aidants-connect-{}-{answer}", question as u8)
}

/// A question, with why it matters.
#[component]
fn Ask(
    /// Which one.
    question: Input,
    /// What was answered so far.
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let hint = format!("aidants-connect-{}-aide", question as u8);
    let described = hint.clone();
    let choice = |answer: Option<bool>, label: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=format!("aidants-connect-{}", question as u8)
                    id=row_id(question, answer)
                    prop:checked=move || answers.with(|answers| answers.get(question) == Some(answer))
                    on:change=move |_| answers.update(|answers| answers.give(question, answer))
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="group stack stack--tight" aria-describedby=described>
            <legend>{said::question(question)}</legend>
            <p class="hint" id=hint>
                {text::why_asked(question)}
            </p>
            <div class="choices choices--inline">
                {choice(Some(true), "Oui")} {choice(Some(false), "Non")} {choice(None, "Je ne sais pas")}
            </div>
        </fieldset>
    }
}

fn verdict(verdict: Option<&AidantsConnect>, instead: &[Frame]) -> AnyView {
    let Some(verdict) = verdict else { return view! { <p>{text::NOT_YET}</p> }.into_any() };
    let title = view! {
        <p class="tool-verdict">
            <strong>{said::aidants_connect(verdict)}</strong>
        </p>
    };
    let rest = match verdict {
        AidantsConnect::Possible => view! { <FrameView frame=Frame::InPlaceUnderAidantsConnect /> }.into_any(),
        AidantsConnect::Impossible(blockers) => {
            let why = blockers.iter().map(|one| view! { <li>{said::blocker(*one)}</li> }).collect_view();
            let instead = instead.iter().map(|frame| view! { <FrameView frame=*frame /> }).collect_view();
            view! {
                <ul>{why}</ul>
                <h3>"Ce que vous pouvez faire"</h3>
                {instead}
            }
            .into_any()
        }
        AidantsConnect::ToAsk(questions) => {
            let ask = questions.iter().map(|question| {
                view! {
                    <li>
                        <strong>{said::question(*question)}</strong>
                        " "
                        {text::where_to_ask(*question)}
                    </li>
                }
            });
            view! {
                <ul>{ask.collect_view()}</ul>
                <p>{said::MEANWHILE}</p>
            }
            .into_any()
        }
    };
    view! {
        {title}
        {rest}
        <p>{said::NO_CREDENTIALS}</p>
    }
    .into_any()
}

/// A frame: what to do, with which document; where to find who can act.
#[component]
fn FrameView(
    /// The frame.
    frame: Frame,
) -> impl IntoView {
    let words = said::frame(frame);
    let document = [Some(words.document), words.producer].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let reminders = words.reminders.iter().map(|reminder| view! { <li>{*reminder}</li> }).collect_view();
    let places = (frame == Frame::Refer).then(|| {
        let programmes = vec![Programme::FranceServices, Programme::AidantsConnect];
        let search = PlaceSearch { programmes, ..PlaceSearch::default() };
        view! {
            <p>
                <a class="tool-way" href=Route::Directory(search.query()).to_hash()>
                    "Voir les lieux France services ou Aidants Connect"
                </a>
            </p>
        }
    });
    view! {
        <div class="stack stack--tight">
            <p>
                <strong>{words.title}</strong>
            </p>
            <p>{words.explanation}</p>
            <p>"Document\u{a0}: " {document}</p>
            <ul>{reminders}</ul>
            {places}
        </div>
    }
}
