//! One question per page, for the person, or to change one answer.

use super::gate::Gate;
use super::held::Held;
use super::item::BasisRows;
use super::question_bounds::{Beside, NotAsked, Onward, UnknownQuestion};
use super::rows::{AnswerRows, first_row};
use super::shortcuts;
use crate::browser::dom;
use crate::domain::interview::answer::Answer;
use crate::domain::interview::change;
use crate::domain::interview::flow::{Flow, Step};
use crate::domain::interview::id::ItemId;
use crate::domain::interview::model::Presentation;
use crate::domain::interview::pick::Pick;
use crate::domain::interview::questionnaire::{Item, Voice};
use crate::records::{ChangeSet, RecordId};
use crate::route::Return;
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::components::{BackLink, BackTo, ErrorSummary, FieldError, FieldFault, name_tab};
use leptos::prelude::*;

/// The page of a question.
#[component]
pub fn QuestionPage(
    /// The interview.
    id: RecordId,
    /// The question.
    item: ItemId,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    let page = Callback::new(move |held: Held| {
        let is_asked = |item: &Item| {
            untrack(|| {
                held.view.with(|view| view.shows(&item.id) || view.beyond.iter().any(|other| other.id == item.id))
            })
        };
        match held.questionnaire.item(&item) {
            Some(item) if is_asked(item) => view! { <Question held item back /> }.into_any(),
            Some(item) => view! { <NotAsked held item back /> }.into_any(),
            None => view! { <UnknownQuestion held /> }.into_any(),
        }
    });
    view! { <Gate id page /> }
}

/// « Question 3 sur 24 – Équipement ».
fn caption(held: Held, item: &Item) -> (String, Option<(usize, usize)>) {
    let block = held.questionnaire.block(&item.block).map_or("", |block| block.title.as_str());
    let numbering = untrack(|| {
        held.view.with(|view| Flow::new(held.questionnaire, view, Presentation::OnePerPage).numbering(&item.id))
    });
    let number = numbering.map_or_else(|| "Question".to_owned(), text::numbering);
    (format!("{number} – {block}"), numbering.map(|numbering| (numbering.number, numbering.total)))
}

/// Where one comes from.
fn back_to(held: Held, item: &Item, back: Return) -> BackTo {
    let before = untrack(|| held.flow().previous(&Step::Item(item.id.clone())).cloned());
    match (surroundings(held, item, back), before) {
        (Some(Step::Check), _) => BackTo::new(held.route(Step::Check), "Vérifier les réponses"),
        (Some(step), _) | (None, Some(step)) => BackTo::new(held.route(step), "Retour"),
        (None, None) => held.home(),
    }
}

/// The page that one left to answer this question alone, and comes back to.
fn surroundings(held: Held, item: &Item, back: Return) -> Option<Step> {
    let presentation = untrack(|| held.interview.with(|interview| interview.presentation));
    match (back, presentation) {
        (Return::Review, _) => Some(Step::Check),
        (Return::Flow, Presentation::Conversation) => Some(Step::Block(item.block.clone())),
        (Return::Flow, Presentation::OnePerPage) => None,
    }
}

/// A question: what is chosen is stored at once.
#[component]
fn Question(
    /// The interview.
    held: Held,
    /// The question.
    item: &'static Item,
    /// Where one goes afterwards.
    back: Return,
) -> impl IntoView {
    let stored = untrack(|| held.interview.with(|interview| interview.answers.get(&item.id).cloned()));
    let stored = StoredValue::new(stored.filter(|answer| answer.suits(item)));
    let answer = RwSignal::new(stored.get_value());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let (caption, place) = caption(held, item);
    name_tab(Signal::stored(caption.clone()), Signal::derive(move || faults.with(|faults| !faults.is_empty())));

    let here = StoredValue::new(surroundings(held, item, back).unwrap_or_else(|| Step::Item(item.id.clone())));
    // Stored at once: whichever way one leaves, what was chosen stays.
    let was_given = StoredValue::new(false);
    let give = Callback::new(move |chosen: Option<Answer>| {
        was_given.set_value(true);
        answer.set(chosen.clone());
        held.give(&item.id, chosen.as_ref(), &here.get_value());
    });
    // Said again when one goes on, which waits until it is stored. Where nothing was chosen nothing is written: neither
    // over an answer that this version cannot show, nor over a disagreement.
    let go_on = move || {
        let chosen = answer.get_untracked();
        let changes = match was_given.get_value() {
            true => held.change(|key| change::answer(key, &item.id, chosen.as_ref())),
            false => ChangeSet::new(),
        };
        held.go_on(changes, next(held, item, chosen.as_ref(), back));
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if answer.with_untracked(Option::is_some) {
            faults.set(Vec::new());
            go_on();
        } else {
            let sentence = "Choisissez une réponse, ou passez cette question.".to_owned();
            faults.set(vec![FieldFault { field: first_row(item), sentence }]);
        }
    };
    let pass = Callback::new(move |()| {
        // Passing leaves the question as one found it.
        answer.set(stored.get_value());
        go_on();
    });
    let clear = Callback::new(move |()| {
        give.run(None);
        // The button goes away with the answer: the focus stays in the question.
        dom::focus_in_place(&first_row(item));
    });
    view! {
        <BackLink back=back_to(held, item, back) />
        <form class="question" on:submit=submit novalidate>
            <ErrorSummary faults />
            <div class="question__place">
                <p class="question__caption">{caption}</p>
                {place
                    .map(|(number, total)| {
                        view! { <progress class="progress" max=total value=number aria-hidden="true"></progress> }
                    })}
            </div>
            <QuestionField held item answer give faults />
            <Onward answer pass clear />
        </form>
        <Beside held />
    }
}

/// The page after, were this answer given.
fn next(held: Held, item: &Item, answer: Option<&Answer>, back: Return) -> Step {
    let following = || held.flow_with(&item.id, answer).next(&Step::Item(item.id.clone())).cloned();
    surroundings(held, item, back).or_else(following).unwrap_or(Step::Check)
}

/// The question, whose legend holds the page's heading, and its rows.
#[component]
fn QuestionField(
    /// The interview.
    held: Held,
    /// The question.
    item: &'static Item,
    /// What is chosen.
    answer: RwSignal<Option<Answer>>,
    /// Chooses, and stores it.
    give: Callback<Option<Answer>>,
    /// The fault of the page.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let voice = untrack(|| held.voice());
    let state = AppState::expect();
    let numbered = Signal::derive(move || state.preferences().digit_shortcuts);
    let pick = Callback::new(move |pick: Pick| {
        give.run(untrack(|| answer.with(|answer| item.picked(answer.as_ref(), &pick))));
    });
    shortcuts::pick_by_digit(item, numbered, pick);
    let hint = item.hint(voice);
    let hint_id = format!("aide-{}", item.id);
    let field = first_row(item);
    let error_id = FieldFault::described_by(&field);
    let described = {
        let hint = (!hint.is_empty()).then(|| hint_id.clone());
        move || {
            let error = faults.with(|faults| !faults.is_empty()).then(|| error_id.clone());
            let ids: Vec<String> = hint.clone().into_iter().chain(error).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <fieldset class="question__field" aria-describedby=described>
            <legend class="item__legend">
                <h1 class="question__text" tabindex="-1">
                    {item.text(voice)}
                </h1>
            </legend>
            {(!hint.is_empty()).then(|| view! { <p class="item__prompt" id=hint_id>{hint}</p> })}
            <FieldError field faults />
            <AnswerRows item voice answer on_pick=pick numbered />
            {(voice == Voice::Professional)
                .then(|| view! { <BasisRows item answer on_answer=Callback::new(move |known| give.run(Some(known))) /> })}
        </fieldset>
    }
}
