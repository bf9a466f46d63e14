//! Answers that come back as texts: files, several at once, and the body of a message.

use super::Desk;
use super::come::{Come, ComeRow};
use super::reading::Reading;
use crate::browser::dom;
use crate::browser::files::ChosenFile;
use crate::domain::evaluation::intake::Came;
use crate::domain::evaluation::response::Response;
use crate::text::evaluation_collect as text;
use crate::text::evaluation_desk;
use crate::ui::components::{FieldFault, FilePick, Picked, Takes, TextField};
use leptos::prelude::*;
use leptos::task::spawn_local;

const HEADING: &str = "textes-recus";
const READ: &str = "ce-qui-a-ete-lu";
const PASTED: &str = "texte-colle";

/// The ways in, and what was read before it is stored.
#[component]
pub fn TextsSection(
    /// The session.
    desk: Desk,
) -> impl IntoView {
    let come = Read::none();
    let take_files = Callback::new(move |files: Vec<ChosenFile>| {
        // Taken at once: one may leave the page while files are read.
        let reading = Reading::of(desk);
        spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                all.push(reading.file(&file).await);
            }
            come.add(all);
        });
    });
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Fichiers et messages"
            </h2>
            <p>{evaluation_desk::TEXTS}</p>
            <FilePick
                label="Déposez ici les fichiers rendus, ou choisissez-les"
                hint=evaluation_desk::FILES_HINT
                accept=".txt,text/plain"
                on_pick=Picked::Many(take_files)
            />
            <Paste desk come />
            <Review desk come />
        </section>
    }
}

/// What was read and is not stored yet.
#[derive(Clone, Copy)]
struct Read {
    come: RwSignal<Vec<Come>>,
    /// How many were read since the page was opened: no two bear the same place.
    all: StoredValue<usize>,
}

impl Read {
    fn none() -> Self {
        Self { come: RwSignal::new(Vec::new()), all: StoredValue::new(0) }
    }

    /// Shows what was read, after what waits already. One may have left the page.
    fn add(self, read: Vec<Come>) {
        let Some(from) = self.all.try_get_value() else { return };
        self.all.set_value(from.saturating_add(read.len()));
        let placed = read.into_iter().zip(from..).map(|(one, nth)| one.placed(nth));
        self.come.update(|come| come.extend(placed));
        request_animation_frame(|| dom::focus_in_place(READ));
    }

    /// Takes away what is stored now or waits elsewhere, and what could not be read; the rest stays.
    fn leave(self, came: &[Came]) {
        let is_in_hand = |number| came.iter().any(|one| one.number == number && one.fate.is_in_hand());
        let waits = |one: &Come| one.response.as_ref().is_some_and(|response| !is_in_hand(response.number));
        let _ = self.come.try_update(|come| come.retain(waits));
    }
}

/// The text of a message.
#[component]
fn Paste(
    /// The session.
    desk: Desk,
    /// What was read.
    come: Read,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            let sentence = "Collez d’abord le texte d’un message.".to_owned();
            faults.set(vec![FieldFault { field: PASTED.to_owned(), sentence }]);
            return dom::focus_in_place(PASTED);
        }
        faults.set(Vec::new());
        come.add(vec![Reading::of(desk).text("Texte collé".to_owned(), &text)]);
        typed.set(String::new());
    };
    view! {
        <form class="stack stack--tight" on:submit=submit novalidate>
            <TextField
                id=PASTED
                label="Texte d’un message"
                hint="Collez le message entier\u{a0}: l’adresse et la signature ne sont pas gardées."
                takes=Takes::Text
                rows=5
                value=typed
                faults
            />
            <p>
                <button type="submit" class="button">
                    "Lire ce texte"
                </button>
            </p>
        </form>
    }
}

/// What was read: each one chosen or left, then stored together.
#[component]
fn Review(
    /// The session.
    desk: Desk,
    /// What was read.
    come: Read,
) -> impl IntoView {
    let read = come;
    let come = read.come;
    let chosen = move || -> Vec<Response> {
        come.with(|come| come.iter().filter(|one| one.is_chosen).filter_map(|one| one.response.clone()).collect())
    };
    let number = Memo::new(move |_| chosen().len());
    let has_many = Memo::new(move |_| come.with(|come| come.len() > 1));
    let choose = move |nth: usize| {
        Callback::new(move |is_chosen| {
            come.update(|come| come.iter_mut().filter(|one| one.nth == nth).for_each(|one| one.is_chosen = is_chosen));
        })
    };
    let store = move |_| {
        let responses = untrack(chosen);
        spawn_local(async move {
            if let Some(came) = desk.take(responses).await {
                read.leave(&came);
                desk.say(&came);
                request_animation_frame(|| dom::focus_if_lost(HEADING));
            }
        });
    };
    view! {
        <p class="visually-hidden" role="status">
            {move || come.with(|come| (!come.is_empty()).then(|| text::texts_read(come.len())))}
        </p>
        <Show when=move || come.with(|come| !come.is_empty())>
            <div class="stack">
                <h3 id=READ tabindex="-1">
                    "Ce qui a été lu"
                </h3>
                <ul role="list" class="cases">
                    <For each=move || come.get() key=|one| one.nth let(one)>
                        <ComeRow on_choose=choose(one.nth) one is_open=!has_many.get_untracked() />
                    </For>
                </ul>
                <div class="row">
                    <Show when=move || { number.get() > 0 }>
                        <button type="button" class="button button--primary" on:click=store>
                            {move || text::store(number.get())}
                        </button>
                    </Show>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            come.set(Vec::new());
                            request_animation_frame(|| dom::focus_if_lost(HEADING));
                        }
                    >
                        "Ne rien enregistrer"
                    </button>
                </div>
            </div>
        </Show>
    }
}
