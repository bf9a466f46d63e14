//! After a theme, in the presentation with one question per page: what was said, then go on, look again, or stop.

use super::answer_list::AnswerList;
use super::gate::Gate;
use super::held::Held;
use crate::browser::{dom, location};
use crate::domain::interview::flow::Step;
use crate::domain::interview::id::BlockId;
use crate::domain::interview::questionnaire::{Block, Item, Voice};
use crate::records::{ChangeSet, RecordId};
use crate::route::Route;
use crate::ui::components::{BackTo, Page};
use leptos::prelude::*;

/// The page between two themes.
#[component]
pub fn CheckpointPage(
    /// The interview.
    id: RecordId,
    /// The theme that ends.
    block: BlockId,
) -> impl IntoView {
    let page = Callback::new(move |held: Held| {
        let asked: Vec<&'static Item> =
            untrack(|| held.view.with(|view| view.items.iter().filter(|item| item.block == block).copied().collect()));
        match held.questionnaire.block(&block) {
            Some(block) => view! { <Checkpoint held block asked /> }.into_any(),
            None => view! { <super::question_bounds::UnknownQuestion held /> }.into_any(),
        }
    });
    view! { <Gate id page /> }
}

/// What was said of a theme, or the pause that one chose.
#[component]
fn Checkpoint(
    /// The interview.
    held: Held,
    /// The theme that ends.
    block: &'static Block,
    /// Its questions, as asked.
    asked: Vec<&'static Item>,
) -> impl IntoView {
    let is_paused = RwSignal::new(false);
    let here = Step::Checkpoint(block.id.clone());
    let next = untrack(|| held.flow().next(&here).cloned()).unwrap_or(Step::Check);
    let next = StoredValue::new(next);
    let asked = StoredValue::new(asked);
    let pause = Callback::new(move |()| {
        held.pause(next.get_value(), move || {
            is_paused.set(true);
            request_animation_frame(dom::focus_heading);
        });
    });
    move || {
        if is_paused.get() {
            view! { <Paused held /> }.into_any()
        } else {
            view! { <Said held block asked=asked.get_value() next=next.get_value() pause /> }.into_any()
        }
    }
}

/// What was said of a theme.
#[component]
fn Said(
    /// The interview.
    held: Held,
    /// The theme that ends.
    block: &'static Block,
    /// Its questions, as asked.
    asked: Vec<&'static Item>,
    /// The page after.
    next: Step,
    /// Stops here for now.
    pause: Callback<()>,
) -> impl IntoView {
    let voice = untrack(|| held.voice());
    let whose = match voice {
        Voice::Person => "vos réponses",
        Voice::Professional => "les réponses",
    };
    let first = asked.first().map(|item| held.route(Step::Item(item.id.clone())).to_hash());
    let last = asked.last().map(|item| held.route(Step::Item(item.id.clone())));
    let back = BackTo::new(last.unwrap_or_else(|| held.home().route), "Retour");
    let answers = untrack(|| held.view.with(|view| view.answers.clone()));
    let go = move |_| held.go_on(ChangeSet::new(), next.clone());
    let place = place(held, block);
    view! {
        <Page title=format!("{} : {whose}", block.title) lead=place back>
            {untrack(|| view! { <AnswerList held items=asked answers editable=false /> })}
            <div class="way-on">
                <button type="button" class="button button--primary" on:click=go>
                    "Continuer"
                </button>
                {first
                    .map(|first| {
                        view! {
                            <a class="button" href=first>
                                "Revoir ces réponses"
                            </a>
                        }
                    })}
                <button type="button" class="button button--plain" on:click=move |_| pause.run(())>
                    "S’arrêter ici"
                </button>
            </div>
        </Page>
    }
}

/// « Thème 2 sur 9 terminé. »
fn place(held: Held, block: &Block) -> String {
    let blocks = &held.questionnaire.blocks;
    let number = blocks.iter().position(|other| other.id == block.id).map_or(0, |index| index + 1);
    format!("Thème {number} sur {}. Relisez, puis continuez.", blocks.len())
}

/// One stops here: a page that shows nothing of what was said.
#[component]
fn Paused(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let resume = move |_| location::go(&Route::Interview(held.id()).to_hash());
    let home = held.home();
    view! {
        <Page title="C’est gardé, vous pouvez vous arrêter" lead="Les réponses sont enregistrées sur cet appareil.">
            <p>
                "Rendez l’appareil à la personne qui vous accompagne, ou reprenez quand vous voulez."
            </p>
            <div class="way-on">
                <button type="button" class="button button--primary" on:click=resume>
                    "Reprendre l’entretien"
                </button>
                <a class="button button--plain" href=home.route.to_hash()>
                    {format!("Retour\u{a0}: {}", home.label)}
                </a>
            </div>
        </Page>
    }
}
