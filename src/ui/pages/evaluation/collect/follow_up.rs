//! The three-month survey: whom to ask and when, the messages ready to send, what is said by telephone.

use super::sending::Attachments;
use super::{home, with_survey};
use crate::browser::{dom, location};
use crate::content::surveys::survey;
use crate::domain::evaluation::follow_up::{Dates, FollowUp, due};
use crate::domain::evaluation::participation::Participation;
use crate::domain::evaluation::survey::{Survey, SurveyKind};
use crate::domain::evaluation::synthesis::Part;
use crate::domain::evaluation::wording::Wording;
use crate::domain::programme::id::SessionId;
use crate::route::evaluation::EvaluationRoute;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::evaluation as words;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_reminder::{Message, letter, on_the_telephone};
use crate::text::format;
use crate::ui::components::{CopyText, Notice, Page, Tone};
use crate::ui::pages::programme::Board;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

const LETTER: &str = "message-a-envoyer";

/// Which message of which session is shown.
#[derive(Clone, PartialEq)]
struct Chosen {
    follow_up: FollowUp,
    dates: Dates,
    message: Message,
}

/// The list, and the message that was asked for.
#[component]
pub fn FollowUpPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    with_survey(SurveyKind::ThreeMonths, |survey| view! { <List board survey /> }.into_any())
}

#[component]
fn List(
    /// The cycle.
    board: Board,
    /// The questionnaire in use.
    survey: Arc<Survey>,
) -> impl IntoView {
    let list = Memo::new(move |_| {
        let received = board.received(NaiveDate::MAX);
        board.programme.with(|programme| due(programme, &received, board.today))
    });
    let chosen = RwSignal::new(None::<Chosen>);
    let is_empty = Memo::new(move |_| list.with(Vec::is_empty));
    let survey = StoredValue::new(survey);
    view! {
        <Page
            title="Trois mois après"
            lead="Le questionnaire part trois mois après chaque session, puis deux rappels. Personne n’a besoin de Repères pour répondre."
            back=home()
        >
            <Show
                when=move || !is_empty.get()
                fallback=|| {
                    view! {
                        <p>
                            "Aucune session n’a encore eu lieu\u{a0}: les dates d’envoi apparaîtront ici dès la première."
                        </p>
                    }
                }
            >
                <ul role="list" class="cases">
                    <For each=move || list.get() key=FollowUp::clone let(follow_up)>
                        <Due board follow_up chosen />
                    </For>
                </ul>
            </Show>
            {move || {
                chosen.get().map(|chosen| view! { <Letter board survey=survey.get_value() chosen /> })
            }}
        </Page>
    }
}

/// One session: when, where it stands, what may be sent.
#[component]
fn Due(
    /// The cycle.
    board: Board,
    /// The session.
    follow_up: FollowUp,
    /// The message that is shown.
    chosen: RwSignal<Option<Chosen>>,
) -> impl IntoView {
    let (id, named) = (follow_up.session.clone(), follow_up.session.clone());
    let name = untrack(|| board.session_name(&named));
    let of = format!("\u{a0}: {name}");
    let counted = Participation {
        session: id.clone(),
        part: Part::ThreeMonths,
        received: follow_up.received,
        asked: follow_up.asked,
    };
    let dates = follow_up.dates.map(|Dates { due_on, reminders: [first, second], closes_on, .. }| {
        view! {
            <dl class="facts">
                <dt>"Envoi"</dt>
                <dd>{format::date(due_on)}</dd>
                <dt>"Rappels"</dt>
                <dd>{format!("{} et {}", format::date(first), format::date(second))}</dd>
                <dt>"Dernier jour des retours"</dt>
                <dd>{format::date(closes_on)}</dd>
            </dl>
        }
    });
    let window = follow_up.is_after_window.then(|| {
        view! {
            <Notice tone=Tone::Caution title="Après la période commandée">
                <p>{words::AFTER_WINDOW}</p>
            </Notice>
        }
    });
    let stand = words::stand(&follow_up);
    let ways = match follow_up.dates {
        Some(dates) => view! { <MessageButtons follow_up dates of chosen /> }.into_any(),
        None => view! {
            <a class="button" href=ProgrammeRoute::Session(id.clone(), SessionPart::Edit).to_hash()>
                "Indiquer la date"
                <span class="visually-hidden">{of}</span>
            </a>
        }
        .into_any(),
    };
    view! {
        <li class="card card--flat case">
            <div class="case__body stack stack--tight">
                <h2 class="case__name">
                    <a href=EvaluationRoute::Session(id).to_hash()>{name.clone()}</a>
                </h2>
                <p>{stand}</p>
                <p class="card__meta">{text::participation(&counted)}</p>
                {dates}
                {window}
            </div>
            <div class="case__ways">{ways}</div>
        </li>
    }
}

/// The messages of a session, ready to send.
#[component]
fn MessageButtons(
    /// The session.
    follow_up: FollowUp,
    /// Its dates.
    dates: Dates,
    /// Names the session, for who hears the button alone.
    of: String,
    /// The message that is shown.
    chosen: RwSignal<Option<Chosen>>,
) -> impl IntoView {
    let buttons = [Message::First, Message::Reminder(1), Message::Reminder(2)].map(|message| {
        let one = Chosen { follow_up: follow_up.clone(), dates, message };
        let show = move |_| {
            chosen.set(Some(one.clone()));
            request_animation_frame(|| dom::focus(LETTER));
        };
        view! {
            <button type="button" class="button" on:click=show>
                {text::message(message)}
                <span class="visually-hidden">{of.clone()}</span>
            </button>
        }
    });
    buttons.into_iter().collect_view()
}

/// Who signs: whoever was said to send or remind, in the words in use.
fn signed(board: Board, used: &Survey, message: Message) -> String {
    let Ok(delivered) = survey(SurveyKind::ThreeMonths) else { return String::new() };
    let all = board.saver.state().with_tables_now(|tables| Wording::all(delivered, tables));
    let wording = all.into_iter().find(|one| one.survey.version == used.version);
    let by = wording.map(|one| if message == Message::First { one.sender } else { one.reminder });
    by.filter(|by| !by.is_empty()).unwrap_or_else(|| "L’équipe de formation".to_owned())
}

/// The message, the questionnaires to attach, what is said by telephone.
#[component]
fn Letter(
    /// The cycle.
    board: Board,
    /// The questionnaire in use.
    survey: Arc<Survey>,
    /// What was asked for.
    chosen: Chosen,
) -> impl IntoView {
    let Chosen { follow_up, dates, message } = chosen;
    let Dates { held_on, closes_on, .. } = dates;
    let named: SessionId = follow_up.session.clone();
    let title = move || format!("{}, {}", text::message(message), format::uncapitalised(&board.session_name(&named)));
    let written = letter(message, held_on, closes_on, &signed(board, &survey, message));
    let mail = location::mail_link(&written.subject, &written.body);
    let whole = format!("{}\n\n{}", written.subject, written.body);
    let entry = EvaluationRoute::Entry(follow_up.session.clone(), SurveyKind::ThreeMonths).to_hash();
    view! {
        <section class="stack" aria-labelledby=LETTER>
            <h2 id=LETTER tabindex="-1">
                {title}
            </h2>
            <p>{text::TO_SEND}</p>
            <CopyText
                id="lettre"
                label="Objet et texte du message"
                act="Copier le message"
                text=Signal::derive(move || whole.clone())
            />
            <p>
                <a class="button" href=mail>
                    "Ouvrir dans ma messagerie"
                </a>
            </p>
            <Attachments survey follow_up dates message />
            <h3>"Par téléphone"</h3>
            <p>{on_the_telephone(held_on)}</p>
            <p>
                <a class="button" href=entry>
                    "Saisir les réponses données par téléphone"
                </a>
            </p>
        </section>
    }
}
