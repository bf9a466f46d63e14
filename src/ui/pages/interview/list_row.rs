//! One interview in the list.

use crate::content::questionnaire::questionnaire;
use crate::domain::interview::assessment::view_of;
use crate::domain::interview::flow::{Step, progress};
use crate::domain::interview::model::{Interview, Status};
use crate::route::{Return, Route};
use crate::text::{format, interview as text};
use leptos::prelude::*;

/// An interview: what it is called, where it stands, and what may be done with it.
#[component]
pub fn InterviewRow(
    /// The interview.
    interview: Interview,
    /// Removes it; that may be undone.
    on_delete: Callback<Interview>,
    /// Asks to erase it for good.
    on_erase: Callback<Interview>,
) -> impl IntoView {
    let name = text::case_title(interview.label.as_ref());
    let status = match interview.status {
        Status::Ongoing => "en cours",
        Status::ConcludedOn(_) => "terminé",
    };
    let dates = dates(&interview);
    let answered = answered(&interview);
    let (main, other) = ways(&interview);
    let act = move |label: &'static str, callback: Callback<Interview>, interview: Interview| {
        let of = name_of(&interview);
        view! {
            <button type="button" class="button button--plain" on:click=move |_| callback.run(interview.clone())>
                {label}
                <span class="visually-hidden">{of}</span>
            </button>
        }
    };
    let way = |(label, route): (&'static str, Route), id: Option<String>| {
        let of = name_of(&interview);
        view! {
            <a class="button" id=id href=route.to_hash()>
                {label}
                <span class="visually-hidden">{of}</span>
            </a>
        }
    };
    view! {
        <li class="card card--flat case">
            <div class="case__body">
                <h3 class="case__name">
                    {name} " " <span class="chip" class:chip--plain=status == "terminé">{status}</span>
                </h3>
                <p class="card__meta">{dates}</p>
                <p class="card__meta">{answered}</p>
            </div>
            <div class="case__ways">{way(main, Some(way_id(&interview)))} {way(other, None)}</div>
            <div class="case__acts">
                {act("Supprimer", on_delete, interview.clone())} {act("Effacer", on_erase, interview.clone())}
            </div>
        </li>
    }
}

fn name_of(interview: &Interview) -> String {
    format!(" : {}", text::case_mention(interview.label.as_ref()))
}

/// Identifies the first way of an interview, for the focus.
pub fn way_id(interview: &Interview) -> String {
    format!("entretien-{}", interview.id)
}

/// When it began and ended, and how long it is.
fn dates(interview: &Interview) -> String {
    let length = text::length(interview.length);
    match (interview.started_on, interview.status) {
        (Some(start), Status::ConcludedOn(end)) if start != end => {
            format!("{length}, commencé le {}, terminé le {}", format::date(start), format::date(end))
        }
        (_, Status::ConcludedOn(end)) => format!("{length}, terminé le {}", format::date(end)),
        (Some(start), Status::Ongoing) => format!("{length}, commencé le {}", format::date(start)),
        (None, Status::Ongoing) => length.to_owned(),
    }
}

/// « 12 questions abordées sur 30 ».
fn answered(interview: &Interview) -> Option<String> {
    let questionnaire = questionnaire().ok()?;
    let progress = progress(questionnaire, &view_of(questionnaire, interview));
    let discussed = progress.iter().map(|block| block.discussed as u64).sum();
    let asked: usize = progress.iter().map(|block| block.visible).sum();
    Some(format!("{} sur {asked}", format::count(discussed, "question abordée", "questions abordées")))
}

/// Where one goes from here: what one most likely wants first.
fn ways(interview: &Interview) -> ((&'static str, Route), (&'static str, Route)) {
    let id = interview.id.clone();
    match interview.status {
        Status::Ongoing => (("Reprendre", Route::Interview(id.clone())), ("Résultat", Route::Result(id))),
        Status::ConcludedOn(_) => {
            (("Résultat", Route::Result(id.clone())), ("Réponses", Route::Step(id, Step::Check, Return::Flow)))
        }
    }
}
