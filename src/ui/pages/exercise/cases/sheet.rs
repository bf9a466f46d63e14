//! A case as it is used: the story, what the person says, the reference reading.

use super::super::known::Known;
use super::{Absent, Editing, back, copy};
use crate::domain::exercise::case::{Case, CaseNumber, ReadOrientation};
use crate::domain::interview::id::CaseId;
use crate::domain::interview::questionnaire::Voice;
use crate::route::exercise::ExerciseRoute;
use crate::text::{exercise_cases as text, interview};
use crate::ui::components::{Messages, Page};
use crate::ui::pages::interview::Story;
use crate::ui::save::Saver;
use leptos::prelude::*;
use std::sync::Arc;

/// The sheet of a whole case; for a draft, that it is not whole yet.
#[component]
pub fn SheetPage(
    /// What is delivered, and the cases written here.
    known: Known,
    /// Which case.
    id: CaseId,
) -> impl IntoView {
    let draft = Editing::open(known, &id);
    let is_draft = Memo::new(move |_| draft.is_some_and(|draft| draft.case.with(Option::is_some)));
    let id = StoredValue::new(id);
    let case = Memo::new(move |_| known.cases.with(|cases| id.with_value(|id| cases.case(id).cloned())));
    move || {
        match case.get() {
        Some(case) => view! { <Whole known case /> }.into_any(),
        None if is_draft.get() => {
            view! { <Draft title=draft.map(|draft| draft.say_now(text::title)).unwrap_or_default() id=id.get_value() /> }
                .into_any()
        }
        None => view! { <Absent /> }.into_any(),
    }
    }
}

/// A case that is not whole yet.
#[component]
fn Draft(
    /// What it is called.
    title: String,
    /// Which one.
    id: CaseId,
) -> impl IntoView {
    view! {
        <Page title back=back()>
            <p>"Ce cas est un brouillon\u{a0}: sa fiche se lit une fois complet."</p>
            <p>
                <a class="button button--primary" href=ExerciseRoute::CaseEdit(id).to_hash()>
                    "Compléter ce cas"
                </a>
            </p>
        </Page>
    }
}

/// The sheet.
#[component]
fn Whole(
    /// The questions and the orientations.
    known: Known,
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let title = format!("{}\u{a0}: {}", case.name, case.title);
    let edit = (case.number == CaseNumber::WRITTEN).then(|| {
        view! {
            <a class="button" href=ExerciseRoute::CaseEdit(case.id.clone()).to_hash()>
                "Modifier ce cas"
            </a>
        }
    });
    let reply = |question: &str, reply: &str, why: Option<&str>| {
        view! {
            <li>
                <strong>{question.to_owned()}</strong>
                <br />
                {reply.to_owned()}
                {why.map(|why| view! { <p class="hint">{why.to_owned()}</p> })}
            </li>
        }
    };
    let says = case.says.iter().map(|topic| reply(&topic.question, &topic.reply, None)).collect_view();
    let hidden = case.hidden.iter().map(|one| reply(&one.topic.question, &one.topic.reply, Some(&one.why)));
    let hidden = hidden.collect_view();
    let discuss = case.reading.discuss.iter().map(|one| view! { <li>{one.clone()}</li> }).collect_view();
    let has_discuss = !case.reading.discuss.is_empty();
    let copied = Arc::clone(&case);
    view! {
        <Page title lead=interview::age_band(case.age_band) back=back()>
            <div class="row screen-only">
                {edit}
                <button type="button" class="button" on:click=move |_| copy(&copied, saver, messages)>
                    "Copier pour l’adapter"
                </button>
            </div>
            <section class="stack" aria-labelledby="fiche-recit">
                <h2 id="fiche-recit">"Récit"</h2>
                <Story case=Arc::clone(&case) />
            </section>
            <section class="stack" aria-labelledby="fiche-dit">
                <h2 id="fiche-dit">"Ce que la personne dit"</h2>
                <ul>{says}</ul>
                <h3>"Seulement si on le lui demande"</h3>
                <ul>{hidden}</ul>
            </section>
            <Reading known case />
            {has_discuss
                .then(|| {
                    view! {
                        <section class="stack" aria-labelledby="fiche-salle">
                            <h2 id="fiche-salle">"Questions pour la salle"</h2>
                            <ul>{discuss}</ul>
                        </section>
                    }
                })}
        </Page>
    }
}

/// How the trainer reads the case.
#[component]
fn Reading(
    /// The questions and the orientations.
    known: Known,
    /// The case.
    case: Arc<Case>,
) -> impl IntoView {
    let items = known.questionnaire.items.iter().filter_map(|item| Some((item, case.reading.answer(&item.id)?)));
    let answers = items.map(|(item, read)| {
        let says = |answer| interview::answer(item, Some(answer), Voice::Professional);
        let said = read.answers().map(says).collect::<Vec<_>>().join(" / ");
        view! {
            <li>
                <strong>{item.short.as_str()} "\u{a0}: " {said}</strong>
                <br />
                {read.why.clone()}
            </li>
        }
    });
    let orientation = |read: &ReadOrientation| {
        let title = known.rulebook.orientation(&read.orientation).map_or("", |one| one.title.as_str());
        view! {
            <li>
                <strong>{title}</strong>
                <br />
                {read.why.clone()}
            </li>
        }
    };
    let kept = case.reading.keep.iter().map(orientation).collect_view();
    let left = case.reading.leave.iter().map(orientation).collect_view();
    view! {
        <section class="stack" aria-labelledby="fiche-lecture">
            <h2 id="fiche-lecture">"Lecture de référence"</h2>
            <ul>{answers.collect_view()}</ul>
            <h3>"Orientations à retenir"</h3>
            <ul>{kept}</ul>
            <h3>"Orientations à écarter"</h3>
            <ul>{left}</ul>
        </section>
    }
}
