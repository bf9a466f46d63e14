//! The mission log: what was said, what is to do, what may go wrong, what was complained of.

use super::super::board::{Board, back};
use super::log_rows::{ActionRow, ComplaintRow, MeetingRow, RiskRow};
use crate::domain::programme::log::{self, Action, Complaint, Meeting, Risk};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme_mission as text;
use crate::ui::components::{Icon, Page, Pictogram};
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;

/// The log of the cycle.
#[component]
pub fn LogPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    view! {
        <Page
            title="Suivi de mission"
            lead="Les échanges avec le commanditaire, ce qui a été décidé, ce qui reste à faire, les risques et les réclamations."
            back=back()
        >
            <p>
                <a class="button" href=ProgrammeRoute::LogPaper.to_hash()>
                    <Pictogram icon=Icon::Print />
                    "Préparer le dossier de suivi"
                </a>
            </p>
            <Actions board />
            <Meetings board />
            <Risks board />
            <Complaints board />
            <RemovedOfLog board />
            <p>
                <a href=ProgrammeRoute::Gauge.to_hash()>"Exporter les actions et les autres tableaux"</a>
            </p>
        </Page>
    }
}

/// A part of the log: what it holds, or what it will, and the way to add to it.
#[component]
fn Part(
    /// The identifier of its heading.
    id: &'static str,
    /// Its heading.
    heading: &'static str,
    /// Whether it holds something, followed.
    is_empty: Memo<bool>,
    /// What is said when it does not.
    none: &'static str,
    /// Where one adds to it, and what that is called.
    add: (ProgrammeRoute, &'static str),
    /// What it holds.
    children: ChildrenFn,
) -> impl IntoView {
    let (to, act) = add;
    let children = StoredValue::new(children);
    view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            <Show when=move || !is_empty.get() fallback=move || view! { <p>{none}</p> }>
                {children.with_value(|children| children())}
            </Show>
            <p>
                <a class="button" href=to.to_hash()>
                    <Pictogram icon=Icon::Plus />
                    {act}
                </a>
            </p>
        </section>
    }
}

/// What is to do, the late first; what is done is folded.
#[component]
fn Actions(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let of = move |is_done: bool| {
        Memo::new(move |_| {
            board.programme.with(|programme| {
                let actions = programme.log.actions.iter().filter(|action| action.done_on.is_some() == is_done);
                actions.cloned().collect::<Vec<Action>>()
            })
        })
    };
    let (to_do, done) = (of(false), of(true));
    let is_empty = Memo::new(move |_| to_do.with(Vec::is_empty) && done.with(Vec::is_empty));
    let has_none_to_do = move || to_do.with(Vec::is_empty);
    view! {
        <Part
            id="actions"
            heading="Actions"
            is_empty
            none="Aucune action pour l’instant\u{a0}: notez ce qui a été décidé, qui s’en charge et pour quand."
            add=(ProgrammeRoute::NewAction, "Ajouter une action")
        >
            <Show when=has_none_to_do>
                <p>"Tout ce qui a été décidé est fait."</p>
            </Show>
            <ul role="list" class="tasks">
                <For each=move || to_do.get() key=Action::clone let(action)>
                    <ActionRow board action />
                </For>
            </ul>
            <Show when=move || done.with(|done| !done.is_empty())>
                <details class="disclosure">
                    <summary>{move || text::done(done.with(Vec::len))}</summary>
                    <ul role="list" class="tasks">
                        <For each=move || done.get() key=Action::clone let(action)>
                            <ActionRow board action />
                        </For>
                    </ul>
                </details>
            </Show>
        </Part>
    }
}

/// Meetings and calls, the latest first.
#[component]
fn Meetings(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let meetings = Memo::new(move |_| board.programme.with(|programme| programme.log.meetings.clone()));
    let is_empty = Memo::new(move |_| meetings.with(Vec::is_empty));
    view! {
        <Part
            id="echanges"
            heading="Réunions et échanges"
            is_empty
            none="Aucun échange pour l’instant\u{a0}: la réunion de cadrage, les points téléphoniques, les comités de suivi et la réunion de bilan viendront ici."
            add=(ProgrammeRoute::NewMeeting, "Noter un échange")
        >
            <ul role="list" class="tasks">
                <For each=move || meetings.get().into_iter().rev() key=Meeting::clone let(meeting)>
                    <MeetingRow meeting />
                </For>
            </ul>
        </Part>
    }
}

/// What may go wrong, what is open first.
#[component]
fn Risks(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let risks = Memo::new(move |_| board.programme.with(|programme| programme.log.risks.clone()));
    let is_empty = Memo::new(move |_| risks.with(Vec::is_empty));
    view! {
        <Part
            id="risques"
            heading="Risques"
            is_empty
            none="Aucun risque noté\u{a0}: ce qui pourrait empêcher une session ou l’ensemble, et la réponse prévue."
            add=(ProgrammeRoute::NewRisk, "Noter un risque")
        >
            <ul role="list" class="tasks">
                <For each=move || risks.get() key=Risk::clone let(risk)>
                    <RiskRow risk />
                </For>
            </ul>
        </Part>
    }
}

/// What was complained of, the latest first.
#[component]
fn Complaints(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let complaints = Memo::new(move |_| board.programme.with(|programme| programme.log.complaints.clone()));
    let is_empty = Memo::new(move |_| complaints.with(Vec::is_empty));
    view! {
        <Part
            id="reclamations"
            heading="Réclamations et améliorations"
            is_empty
            none="Aucune réclamation reçue. Quand il en vient une, notez-la ici avec la réponse donnée, et ajoutez-lui les actions d’amélioration qui en viennent."
            add=(ProgrammeRoute::NewComplaint, "Noter une réclamation")
        >
            <ul role="list" class="tasks">
                <For each=move || complaints.get().into_iter().rev() key=Complaint::clone let(complaint)>
                    <ComplaintRow board complaint />
                </For>
            </ul>
        </Part>
    }
}

/// What was removed of the log may be put back.
#[component]
fn RemovedOfLog(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let state = board.saver.state();
    let removed = Memo::new(move |_| {
        let cycle = board.programme.with(|programme| programme.cycle.id.clone());
        let removed = state.with_tables(|tables| log::removed(tables, &cycle));
        let restorable = removed.into_iter().map(|(key, name)| {
            let (name, restored) = text::removed_one(&key, name.as_deref());
            Restorable {
                id: key.to_string(),
                mention: name.clone(),
                name,
                restored: restored.to_owned(),
                changes: log::put_back(&key),
            }
        });
        restorable.collect::<Vec<_>>()
    });
    view! { <Removed removed summary=text::removed pages="Éléments supprimés du suivi" /> }
}
