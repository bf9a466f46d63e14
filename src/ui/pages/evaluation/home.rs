//! The evaluation at a glance: what came in for each session, what is to do next.

use crate::domain::evaluation::follow_up::{FollowUp, due, trained};
use crate::domain::evaluation::participation::Received;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::synthesis::Part;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::route::evaluation::EvaluationRoute;
use crate::route::programme::ProgrammeRoute;
use crate::text::evaluation_collect as text;
use crate::ui::components::{BackTo, Icon, Page, WayCard};
use crate::ui::pages::programme::Board;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// What came in, and when each session is asked again.
type Returns = (Received, Vec<FollowUp>);

/// Every session, and what is to do.
#[component]
pub fn HomePage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let back = BackTo::new(ProgrammeRoute::Home, "Formation");
    view! {
        <Page
            title="Évaluation"
            lead="Deux questionnaires par session, en fin de journée et trois mois après, et ce que l’on en transmet au Département."
            back
        >
            <Sessions board />
            <Ways />
        </Page>
    }
}

/// The sessions that were not cancelled.
#[component]
fn Sessions(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let came: Memo<Returns> = Memo::new(move |_| {
        let received = board.received(NaiveDate::MAX);
        let due = board.programme.with(|programme| due(programme, &received, board.today));
        (received, due)
    });
    let sessions = Memo::new(move |_| board.programme.with(|programme| sessions(programme)));
    let is_empty = Memo::new(move |_| sessions.with(Vec::is_empty));
    view! {
        <section class="stack" aria-labelledby="sessions">
            <h2 id="sessions">"Réponses par session"</h2>
            <Show when=move || !is_empty.get() fallback=|| view! { <NoSession /> }>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Réponses de chaque session">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Session"</th>
                                <th scope="col" class="number">
                                    "Fin de journée"
                                </th>
                                <th scope="col" class="number">
                                    "Trois mois après"
                                </th>
                                <th scope="col">"À faire"</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || sessions.get() key=Arc::clone let(session)>
                                <SessionRow board session came />
                            </For>
                        </tbody>
                    </table>
                </div>
            </Show>
        </section>
    }
}

fn sessions(programme: &Programme) -> Vec<Arc<Session>> {
    programme.sessions.iter().filter(|session| !session.is_cancelled()).cloned().collect()
}

/// No session is planned yet.
#[component]
fn NoSession() -> impl IntoView {
    view! {
        <p>
            "Aucune session pour l’instant\u{a0}: "
            <a href=ProgrammeRoute::Sessions.to_hash()>"planifier les sessions"</a> "."
        </p>
    }
}

/// One session.
#[component]
fn SessionRow(
    /// The cycle.
    board: Board,
    /// The session.
    session: Arc<Session>,
    /// What came in.
    came: Memo<Returns>,
) -> impl IntoView {
    let asked = {
        let session = Arc::clone(&session);
        Memo::new(move |_| board.programme.with(|programme| trained(programme, &session)))
    };
    let id = session.id.clone();
    let of = move |kind: SurveyKind| came.with(|(received, _)| received.at(Part::of(kind), &id));
    let share = {
        let of = of.clone();
        move |kind| {
            let of = of.clone();
            move || text::share(of(kind), asked.get())
        }
    };
    let has_come = session.has_come_by(board.today);
    let named = session.id.clone();
    let next = {
        let id = session.id.clone();
        move || {
            let received = of(SurveyKind::EndOfDay);
            came.with(|(_, due)| text::next(has_come, received, due.iter().find(|one| one.session == id)))
        }
    };
    view! {
        <tr>
            <th scope="row">
                <a href=EvaluationRoute::Session(session.id.clone())
                    .to_hash()>{move || board.session_name(&named)}</a>
            </th>
            <td class="number">{share(SurveyKind::EndOfDay)}</td>
            <td class="number">{share(SurveyKind::ThreeMonths)}</td>
            <td>{next}</td>
        </tr>
    }
}

/// What is done with the answers, and the questionnaires themselves.
#[component]
fn Ways() -> impl IntoView {
    let ways = [
        (
            EvaluationRoute::FollowUp,
            Icon::Calendar,
            "Trois mois après",
            "Dates d’envoi, messages prêts, rappels, téléphone.",
        ),
        (EvaluationRoute::Texts, Icon::Interview, "Textes libres", "Les lire, les classer, dire ce qui peut paraître."),
        (EvaluationRoute::Synthesis, Icon::Check, "Synthèse", "Les résultats regroupés, par session et pour le cycle."),
        (EvaluationRoute::Closing, Icon::Download, "Clôture", "Tout ce qui clôt le cycle, en une fois."),
    ];
    let way = |(to, icon, name, what): (EvaluationRoute, Icon, &'static str, &'static str)| {
        view! {
            <WayCard to=to.to_hash() icon name>
                {what}
            </WayCard>
        }
    };
    let surveys = SurveyKind::ALL.map(|kind| {
        let name = text::uncapitalised_kind(kind);
        view! {
            <li>
                <a href=EvaluationRoute::Wording(kind)
                    .to_hash()>{format!("Les questions\u{a0}: {name}, avis du Département, version validée")}</a>
            </li>
            <li>
                <a href=EvaluationRoute::Paper(kind, None)
                    .to_hash()>{format!("Le questionnaire à imprimer\u{a0}: {name}, sans session")}</a>
            </li>
        }
    });
    view! {
        <section class="stack screen-only" aria-labelledby="suites">
            <h2 id="suites">"Exploiter et transmettre"</h2>
            <ul role="list" class="grid">
                {ways.into_iter().map(way).collect_view()}
            </ul>
        </section>
        <section class="stack stack--tight screen-only" aria-labelledby="questionnaires">
            <h2 id="questionnaires">"Les questionnaires"</h2>
            <ul class="stack stack--tight">{surveys.into_iter().collect_view()}</ul>
        </section>
    }
}
