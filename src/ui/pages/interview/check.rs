//! « Vérifier les réponses »: everything that was said, with a way to change each answer.

use super::about::AboutCase;
use super::answer_list::AnswerList;
use super::check_end::{End, KeptAside};
use super::gate::Gate;
use super::held::Held;
use crate::domain::interview::flow::Step;
use crate::domain::interview::model::{Presentation, Status};
use crate::domain::interview::questionnaire::{Block, Item, Voice};
use crate::records::RecordId;
use crate::route::{Return, Route};
use crate::text::{format, interview as text};
use crate::ui::components::{BackTo, Notice, Page, Tone};
use leptos::prelude::*;

/// The review of the answers.
#[component]
pub fn CheckPage(
    /// The interview.
    id: RecordId,
) -> impl IntoView {
    let page = Callback::new(|held: Held| view! { <Check held /> }.into_any());
    view! { <Gate id page /> }
}

/// Every answer by theme, whose interview it is, and the way to the result.
#[component]
fn Check(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let status = Memo::new(move |_| held.interview.with(|interview| interview.status));
    let before = untrack(|| held.flow().previous(&Step::Check).cloned());
    let back = match before {
        Some(step) => BackTo::new(held.route(step), "Retour aux questions"),
        None => held.home(),
    };
    let blocks = held.questionnaire.blocks.iter().map(|block| view! { <BlockReview held block /> }).collect_view();
    let lead = match untrack(|| held.voice()) {
        Voice::Professional => "Relisez avec la personne. Chaque réponse peut encore changer.",
        Voice::Person => "Relisez vos réponses. Vous pouvez encore changer chacune.",
    };
    let concluded = move || match status.get() {
        Status::Ongoing => None,
        Status::ConcludedOn(on) => Some(format!("Cet entretien est terminé depuis le {}", format::date(on))),
    };
    view! {
        <Page title="Vérifier les réponses" lead=lead back>
            {move || {
                concluded()
                    .map(|title| {
                        view! {
                            <Notice tone=Tone::Info title>
                                <p>"Vous pouvez encore modifier une réponse : le résultat suivra."</p>
                            </Notice>
                        }
                    })
            }}
            <div class="review stack stack--wide">
                <AboutCase held />
                {blocks}
                <KeptAside held />
                <End held />
            </div>
        </Page>
    }
}

/// The answers of a theme.
#[component]
fn BlockReview(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
) -> impl IntoView {
    let items = Memo::new(move |_| {
        let of_block = |item: &&&'static Item| item.block == block.id;
        held.view.with(|view| view.items.iter().filter(of_block).copied().collect::<Vec<_>>())
    });
    let list = move || {
        let answers = held.view.with(|view| view.answers.clone());
        view! { <AnswerList held items=items.get() answers editable=true /> }
    };
    let note = Memo::new(move |_| held.interview.with(|interview| interview.notes.get(&block.id).cloned()));
    let is_shown = move || items.with(|items| !items.is_empty()) || note.with(Option::is_some);
    let id = format!("theme-{}", block.id);
    view! {
        <Show when=is_shown>
            <section class="stack stack--tight" aria-labelledby=id.clone()>
                <h2 id=id.clone()>{block.title.clone()}</h2>
                {list}
                <NoteReview held block note />
            </section>
        </Show>
    }
}

/// The note of a theme. On a screen that the person reads alone, it stays out of sight.
#[component]
fn NoteReview(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
    /// The note.
    note: Memo<Option<String>>,
) -> impl IntoView {
    let is_conversation = move || held.interview.with(|interview| interview.presentation == Presentation::Conversation);
    let route = Route::Step(held.id(), Step::Block(block.id.clone()), Return::Review);
    move || {
        note.get().filter(|_| is_conversation()).map(|note| {
            view! {
                <p class="review__note">
                    <strong>"Note : "</strong>
                    {note}
                    " "
                    <a href=route.to_hash()>
                        "Modifier" <span class="visually-hidden">{format!(" la note : {}", block.title)}</span>
                    </a>
                </p>
            }
        })
    }
}

/// The words of an answer that does not count.
pub fn in_words(held: Held, item: &'static Item) -> String {
    let answer = held.view.with(|view| view.kept_aside.get(&item.id).cloned());
    text::answer(item, answer.as_ref(), held.voice())
}
