//! How many answered each questionnaire, and the ways to answer it: participation, nothing of what was said.

use super::super::asks_as_delivered;
use super::Desk;
use crate::browser::location;
use crate::chart::qr;
use crate::domain::evaluation::follow_up::trained;
use crate::domain::evaluation::participation::Participation;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::synthesis::Part;
use crate::route::evaluation::{Device, EvaluationRoute};
use crate::text::format::uncapitalised;
use crate::text::{evaluation_collect as text, evaluation_desk};
use crate::ui::components::{Fold, Notice, QrCode, Tone};
use leptos::prelude::*;

/// Both questionnaires.
#[component]
pub fn ReceivedSection(
    /// The session.
    desk: Desk,
) -> impl IntoView {
    let cards = SurveyKind::ALL.map(|kind| view! { <KindCard desk kind /> }).into_iter().collect_view();
    view! {
        <section class="stack" aria-labelledby="recu">
            <h2 id="recu">"Réponses reçues"</h2>
            <ul role="list" class="grid">
                {cards}
            </ul>
        </section>
    }
}

/// One questionnaire.
#[component]
fn KindCard(
    /// The session.
    desk: Desk,
    /// When it is asked.
    kind: SurveyKind,
) -> impl IntoView {
    let id = desk.id.get_value();
    let of = format!("\u{a0}: {}", text::kind(kind));
    let way = |route: EvaluationRoute, words: &'static str, is_main: bool| {
        view! {
            <a class=if is_main { "button button--primary" } else { "button" } href=route.to_hash()>
                {words}
                <span class="visually-hidden">{of.clone()}</span>
            </a>
        }
    };
    let is_end_of_day = kind == SurveyKind::EndOfDay;
    let more = match kind {
        SurveyKind::EndOfDay => way(EvaluationRoute::Commitments(id.clone()), "Feuille d’engagements", false),
        SurveyKind::ThreeMonths => way(EvaluationRoute::FollowUp, "Envois et rappels", false),
    };
    let ways = view! {
        {way(EvaluationRoute::Answer(id.clone(), kind, Device::Room), "Répondre sur cet appareil", is_end_of_day)}
        {way(EvaluationRoute::Entry(id.clone(), kind), "Saisir des feuilles", false)}
        {way(EvaluationRoute::Paper(kind, Some(id.clone())), "Questionnaire à imprimer", false)}
        {more}
    };
    let session = id.clone();
    let counted = move || {
        desk.board.programme.with(|programme| {
            let asked = programme.session(&session).map_or(0, |session| trained(programme, session));
            let part = Part::of(kind);
            let received = desk.received.with(|received| received.at(part, &session));
            text::participation(&Participation { session: session.clone(), part, received, asked })
        })
    };
    view! {
        <li class="card card--flat stack stack--tight">
            <h3>{text::kind(kind)}</h3>
            <p class="card__meta" role="status">
                {counted}
            </p>
            <div class="row">{ways}</div>
            <OtherDevices
                desk
                kind
                route=EvaluationRoute::Tablet(id.clone(), kind)
                whose="Sur une tablette de la salle"
                caption=evaluation_desk::ROOM_TABLET
            />
            <OtherDevices
                desk
                kind
                route=EvaluationRoute::Answer(id, kind, Device::Own)
                whose="Sur l’appareil de la personne"
                caption=evaluation_desk::OWN_DEVICE
            />
        </li>
    }
}

/// An address for another device, as a code to photograph: whose device it is, is said here.
#[component]
fn OtherDevices(
    /// The session.
    desk: Desk,
    /// When it is asked.
    kind: SurveyKind,
    /// What the address opens.
    route: EvaluationRoute,
    /// Whose device it is.
    whose: &'static str,
    /// What happens there.
    caption: &'static str,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let code = location::shared(&route.to_hash()).and_then(|address| Some((qr::draw(&address)?, address)));
    let has_other_words = Memo::new(move |_| !desk.saver.state().with_tables(|tables| asks_as_delivered(tables, kind)));
    let shown = match code {
        Some((drawing, address)) => view! {
            <Show when=move || has_other_words.get()>
                <Notice tone=Tone::Caution title="Le questionnaire validé n’est pas dans cette adresse">
                    <p>{evaluation_desk::OTHER_WORDS}</p>
                </Notice>
            </Show>
            <QrCode
                drawing
                name=format!("Adresse du questionnaire, {}\u{a0}: {}", uncapitalised(whose), text::kind(kind))
                caption
                is_large=true
            />
            <p class="breakable">{address}</p>
        }
        .into_any(),
        None => view! {
            <p>
                "Cette copie de Repères est un fichier\u{a0}: elle n’a pas d’adresse à partager. Donnez-la sur une clé, ou servez-vous de la tablette ou du papier."
            </p>
        }
        .into_any(),
    };
    view! {
        <Fold summary=format!("{whose}\u{a0}: {}", text::kind(kind)) is_open>
            <div class="stack stack--tight">{shown}</div>
        </Fold>
    }
}
