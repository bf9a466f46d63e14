//! Before a new edition takes the place of the present one: what changes, and what it does to what is known here.

mod changes;
mod corrections;
mod unplaced;
mod weigh;

use crate::text::local as text;
use crate::ui::components::{Notice, Tone};
use changes::Changes;
use corrections::Corrections;
use leptos::prelude::*;
use unplaced::Unplaced;
pub use weigh::{Stage, Weighing};

/// The comparison, once it is made; nothing when no edition would go.
#[component]
pub fn Comparison(
    /// The weighing of the file.
    weighing: Weighing,
) -> impl IntoView {
    let sentence = move || match weighing.stage() {
        Stage::NotAsked => String::new(),
        Stage::Running => "Comparaison avec l’édition actuelle…".to_owned(),
        Stage::Impossible => {
            "L’édition actuelle ne peut pas être lue sur cet appareil\u{a0}: elle ne peut pas être comparée.".to_owned()
        }
        Stage::Done(weighed) => text::summary(&weighed.diff),
    };
    let details = move || match weighing.stage() {
        Stage::Done(weighed) => Some(view! {
            <ManyGo gone=weighed.diff.gone.len() former=weighed.former.len() is_many=weighed.diff.loses_many() />
            <Changes weighed=weighed.clone() />
            <Corrections weighing weighed=weighed.clone() />
            <Unplaced weighed />
        }),
        Stage::NotAsked | Stage::Running | Stage::Impossible => None,
    };
    view! {
        <div class="stack comparison">
            <p class="status-line" role="status">
                {sentence}
            </p>
            {details}
        </div>
    }
}

/// When so many places would go that the file may be another one than was meant.
#[component]
fn ManyGo(
    /// How many would go.
    gone: usize,
    /// Out of how many.
    former: usize,
    /// Whether they are many.
    is_many: bool,
) -> impl IntoView {
    is_many.then(|| {
        view! {
            <Notice tone=Tone::Caution title=text::many_go(gone, former)>
                <p>{text::MANY_GO}</p>
            </Notice>
        }
    })
}
