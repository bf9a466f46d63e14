//! The questions of a sheet, one at a time, each answer explained. Nothing is stored.

use crate::browser::dom;
use crate::domain::curriculum::question::{Choice, Question};
use crate::domain::curriculum::quiz::{Checked, Run, Stage};
use crate::text::teaching_tools as text;
use leptos::prelude::*;

/// The heading of the present question, and of the result.
const QUESTION: &str = "question-outil";
const RESULT: &str = "resultat-outil";

/// Where one stands, and what checking gave.
#[derive(Clone, Copy)]
struct Going {
    questions: &'static [Question],
    run: RwSignal<Run>,
    checked: RwSignal<Option<Checked>>,
}

impl Going {
    fn at(self) -> usize {
        self.run.with(Run::at)
    }

    fn is_checked(self) -> bool {
        self.run.with(|run| run.stage() == Stage::Checked)
    }

    fn check(self) {
        let Self { questions, run, checked } = self;
        let given = run.try_update(|run| run.check(questions));
        checked.set(given);
    }

    /// The button goes away with its question: reading goes on at the next one, or at the result.
    fn go_on(self) {
        self.run.update(Run::go_on);
        self.checked.set(None);
        let is_over = self.run.with_untracked(Run::at) >= self.questions.len();
        request_animation_frame(move || dom::focus_in_place(if is_over { RESULT } else { QUESTION }));
    }

    fn start_again(self) {
        self.run.set(Run::default());
        self.checked.set(None);
        request_animation_frame(|| dom::focus_in_place(QUESTION));
    }
}

/// The quiz of a sheet.
#[component]
pub fn Quiz(
    /// Its questions.
    questions: &'static [Question],
) -> impl IntoView {
    let going = Going { questions, run: RwSignal::new(Run::default()), checked: RwSignal::new(None) };
    let present = Memo::new(move |_| going.at());
    let asked = move || match questions.get(present.get()) {
        Some(question) => view! { <Asked going question /> }.into_any(),
        None => view! { <Result going /> }.into_any(),
    };
    view! {
        <section class="card card--flat screen-only" aria-labelledby="questions-outil">
            <h2 id="questions-outil">"Vérifier ce que l’on retient"</h2>
            <p class="hint">"Vos réponses ne sont pas gardées."</p>
            {asked}
            <div class="tool-answer" role="status">
                {move || told(going)}
            </div>
            <Show when=move || going.is_checked()>
                <p>
                    <button type="button" class="button button--primary" on:click=move |_| going.go_on()>
                        {move || if present.get() + 1 < questions.len() { "Question suivante" } else { "Voir le résultat" }}
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// The present question.
#[component]
fn Asked(
    /// Where one stands.
    going: Going,
    /// The question.
    question: &'static Question,
) -> impl IntoView {
    let rank = going.run.with_untracked(Run::at);
    let row = |(rank, choice): (usize, &'static Choice)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="reponse-outil"
                    prop:checked=move || going.run.with(|run| run.chosen() == Some(rank))
                    disabled=move || going.is_checked()
                    on:change=move |_| {
                        going.run.update(|run| run.choose(rank));
                        going.checked.set(None);
                    }
                />
                <span>{choice.text.as_str()}</span>
            </label>
        }
    };
    view! {
        <fieldset class="group stack stack--tight">
            <legend id=QUESTION tabindex="-1">
                <span class="hint">{text::question_of(rank, going.questions.len())}</span>
                <span class="tool-question">{question.text.as_str()}</span>
            </legend>
            <div class="choices">{question.choices.iter().enumerate().map(row).collect_view()}</div>
        </fieldset>
        // Pressed, it keeps the focus: what it gave is said, and what comes next stands after it.
        <p>
            <button
                type="button"
                class="button"
                aria-disabled=move || going.is_checked().then_some("true")
                on:click=move |_| going.check()
            >
                "Vérifier"
            </button>
        </p>
    }
}

/// What checking gave, and why, followed. Empty until then.
fn told(going: Going) -> Option<impl IntoView> {
    let checked = going.checked.get()?;
    let (at, chosen) = going.run.with(|run| (run.at(), run.chosen()));
    let question = going.questions.get(at).filter(|_| checked != Checked::NothingChosen);
    let why = |choice: &'static Choice| view! { <p>{choice.why.as_str()}</p> };
    let own = question.and_then(|question| question.choices.get(chosen?)).map(why);
    let right = question.filter(|_| checked == Checked::Wrong).and_then(|question| {
        let right = question.choices.iter().find(|choice| choice.is_right)?;
        Some(view! {
            <p>{text::right_choice(&right.text)}</p>
            {why(right)}
        })
    });
    Some(view! {
        <p>
            <strong>{text::checked(checked)}</strong>
        </p>
        {own}
        {right}
    })
}

/// After the last question.
#[component]
fn Result(
    /// Where one stands.
    going: Going,
) -> impl IntoView {
    let (right, of) = (going.run.with_untracked(|run| run.right(going.questions)), going.questions.len());
    view! {
        <div class="stack stack--tight">
            <h3 id=RESULT tabindex="-1">
                {text::score(right, of)}
            </h3>
            <p>{text::after_score(right, of)}</p>
            <p>
                <button type="button" class="button" on:click=move |_| going.start_again()>
                    "Recommencer les questions"
                </button>
            </p>
        </div>
    }
}
