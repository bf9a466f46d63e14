//! Every interview on this device: the ongoing ones, those concluded, and those removed.

use super::list_row::InterviewRow;
use super::removed::Removed;
use crate::browser::dom;
use crate::domain::interview::change;
use crate::domain::interview::decode;
use crate::domain::interview::model::{self, Interview, Status};
use crate::records::{ChangeSet, Key, RecordId};
use crate::route::Route;
use crate::state::AppState;
use crate::text::interview as text;
use crate::ui::components::{Action, Confirm, Icon, Message, Messages, Page, Pictogram, Tone};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// How many interviews a part of the list shows before one asks for more.
const PAGE: usize = 20;

/// The interviews on this device.
#[component]
pub fn InterviewsPage() -> impl IntoView {
    let records = AppState::expect().live(model::KIND);
    let interviews = Memo::new(move |_| {
        records.with(|records| {
            let mut interviews: Vec<Interview> =
                records.iter().map(|(id, record)| Interview::from_record(id, record)).collect();
            interviews.sort_by(|a, b| b.started_on.cmp(&a.started_on).then_with(|| b.id.cmp(&a.id)));
            interviews
        })
    });
    let part = move |ongoing: bool| {
        Memo::new(move |_| {
            let is_in = |interview: &&Interview| (interview.status == Status::Ongoing) == ongoing;
            interviews.with(|interviews| interviews.iter().filter(is_in).cloned().collect::<Vec<_>>())
        })
    };
    let (ongoing, concluded) = (part(true), part(false));
    let erasing = Erasing { target: RwSignal::new(None), open: RwSignal::new(false) };
    let is_empty = move || interviews.with(Vec::is_empty);
    view! {
        <Page title="Entretiens" lead="Ceux qui sont gardés sur cet appareil : reprenez-les, relisez-les, retirez-les.">
            <Show when=move || !is_empty() fallback=|| view! { <Empty /> }>
                <p>
                    <NewLink />
                </p>
                <Part title="En cours" interviews=ongoing erasing />
                <Part title="Terminés" interviews=concluded erasing />
            </Show>
            <Removed />
            <EraseDialog erasing />
            <p>
                <a href=Route::Rules.to_hash()>"Comment Repères propose ses orientations"</a>
            </p>
        </Page>
    }
}

/// The way to a new interview.
#[component]
fn NewLink() -> impl IntoView {
    view! {
        <a class="button button--primary" href=Route::NewInterview.to_hash()>
            <Pictogram icon=Icon::Plus />
            "Nouvel entretien"
        </a>
    }
}

/// What will be here, and how to fill it.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Interview />
            <h2>"Aucun entretien pour l’instant"</h2>
            <p>
                "Un repérage prend environ 5 minutes. Vous retrouverez ici chaque entretien, là où vous l’avez laissé, avec son résultat."
            </p>
            <NewLink />
        </div>
    }
}

/// The interviews that stand at the same point.
#[component]
fn Part(
    /// Where they stand.
    title: &'static str,
    /// The latest first.
    interviews: Memo<Vec<Interview>>,
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let saver = Saver::expect();
    let messages = Messages::expect();
    let remove = Callback::new(move |interview: Interview| delete(saver, messages, &interview));
    let erase = Callback::new(move |interview| {
        erasing.target.set(Some(interview));
        erasing.open.set(true);
    });
    let more = move || interviews.with(Vec::len) > shown.get();
    view! {
        <Show when=move || interviews.with(|interviews| !interviews.is_empty())>
            <section class="stack">
                <h2>{title} " " <span class="count">{move || interviews.with(Vec::len)}</span></h2>
                <ul role="list" class="cases">
                    <For
                        each=move || interviews.get().into_iter().take(shown.get())
                        key=|interview| interview.id.clone()
                        let(interview)
                    >
                        <InterviewRow interview on_delete=remove on_erase=erase />
                    </For>
                </ul>
                <Show when=more>
                    <p>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| shown.update(|shown| *shown += PAGE)
                        >
                            "Afficher les suivants"
                        </button>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

/// The interview that one asks to erase, and whether the question is being asked.
#[derive(Clone, Copy)]
struct Erasing {
    target: RwSignal<Option<Interview>>,
    open: RwSignal<bool>,
}

/// Asks before erasing, which cannot be taken back.
#[component]
fn EraseDialog(
    /// The interview to erase.
    erasing: Erasing,
) -> impl IntoView {
    let saver = Saver::expect();
    let messages = Messages::expect();
    let name =
        move || erasing.target.with(|target| target.as_ref().map(|target| text::case_title(target.label.as_ref())));
    let accept = Callback::new(move |()| {
        let Some(target) = erasing.target.get_untracked() else { return };
        saver.save_then(acting_on(&target.id, change::erase), move || {
            messages.done("Entretien effacé", "Il n’en reste rien sur cet appareil.");
            request_animation_frame(dom::focus_heading);
        });
    });
    view! {
        <Confirm
            open=erasing.open
            title="Effacer cet entretien pour toujours ?"
            accept="Effacer pour toujours"
            on_accept=accept
        >
            <p>
                <strong>{name}</strong>
                " : ses réponses, ses notes et ses orientations seront effacées. Cela ne s’annule pas, et l’emporte sur les copies que vous importeriez ensuite."
            </p>
            <p>
                "Pour le retirer de la liste en gardant la possibilité de le rétablir, annulez et choisissez « Supprimer »."
            </p>
        </Confirm>
    }
}

/// The change that an act makes on an interview of the list.
pub fn acting_on(id: &RecordId, act: impl FnOnce(&Key) -> ChangeSet) -> ChangeSet {
    decode::key(id).map(|key| act(&key)).unwrap_or_default()
}

fn delete(saver: Saver, messages: Messages, interview: &Interview) {
    let id = interview.id.clone();
    let title = format!("{} supprimé", text::case_title(interview.label.as_ref()));
    saver.save_then(acting_on(&id, change::delete), move || {
        let restore = Callback::new(move |()| {
            saver.save_then(acting_on(&id, change::restore), || request_animation_frame(dom::focus_heading));
        });
        messages.say(Message {
            tone: Tone::Info,
            title,
            body: "Il reste possible de le rétablir, ici ou sous « Supprimés ».".to_owned(),
            actions: vec![Action { label: "Annuler la suppression".to_owned(), run: restore }],
        });
        request_animation_frame(dom::focus_heading);
    });
}
