//! Choosing files, following what becomes of them.

use super::review::Review;
use super::{HEADING, Import, Stage};
use crate::exchange::restore_point::PointId;
use crate::route::Route;
use crate::text::import as said;
use crate::ui::components::{FilePick, Notice, Picked, Tone};
use leptos::prelude::*;

/// The whole import.
#[component]
pub fn ImportSection() -> impl IntoView {
    let import = Import::new();
    let take = Callback::new(move |files| import.weigh(files));
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">
                "Reprendre des fichiers"
            </h2>
            <p>
                "Une sauvegarde, ou ce que des collègues vous ont transmis. Leur contenu s’ajoute à celui de cet appareil, et vous verrez ce qui change avant de décider."
            </p>
            <Stages import choose=move || view! { <Choose take /> } />
        </section>
    }
}

/// How far an import is, and what may be done then.
#[component]
pub fn Stages(
    /// The import of this page.
    import: Import,
    /// How what is imported is brought.
    #[prop(into)]
    choose: ViewFn,
) -> impl IntoView {
    let stage = import.stage;
    let sentence = move || match stage.get() {
        Stage::Working(step) => said::progress(&step),
        Stage::Done(_) => said::DONE.to_owned(),
        Stage::Undone(returned) => said::undone(&returned.outlook),
        Stage::Choosing | Stage::Weighed(_) => String::new(),
    };
    view! {
        <p class="status-line" role="status">
            {sentence}
        </p>
        {move || match stage.get() {
            Stage::Working(step) => view! { <Working import can_stop=step.can_stop() /> }.into_any(),
            Stage::Weighed(weighed) => view! { <Review weighed import /> }.into_any(),
            Stage::Done(point) => {
                view! {
                    <Done import point />
                    {choose.run()}
                }
                    .into_any()
            }
            Stage::Choosing | Stage::Undone(_) => choose.run().into_any(),
        }}
    }
}

/// Where files are brought.
#[component]
fn Choose(
    /// Receives them.
    take: Callback<Vec<crate::browser::files::ChosenFile>>,
) -> impl IntoView {
    view! {
        <FilePick
            label="Déposez ici un ou plusieurs fichiers, ou choisissez-les"
            hint="Fichiers «\u{202f}reperes-….json\u{202f}» ou «\u{202f}….reperes\u{202f}», 64\u{a0}Mo au plus chacun."
            accept=".json,.reperes,application/json"
            on_pick=Picked::Many(take)
        />
    }
}

/// A long work, which shows itself when it lasts.
#[component]
fn Working(
    /// The import of this page.
    import: Import,
    /// Nothing is being written yet.
    can_stop: bool,
) -> impl IntoView {
    view! {
        <div class="working">
            <progress aria-label="Import en cours"></progress>
            {can_stop
                .then(|| {
                    view! {
                        <button type="button" class="button" on:click=move |_| import.stop()>
                            "Arrêter"
                        </button>
                    }
                })}
        </div>
    }
}

/// What may follow an import.
#[component]
fn Done(
    /// The import of this page.
    import: Import,
    /// What to undo it with.
    point: PointId,
) -> impl IntoView {
    let left = import.state.left_since_point(&point);
    view! {
        <Notice tone=Tone::Info title="Cet import peut encore être annulé">
            <p>
                "Ici, ou plus tard à la page " <a href=Route::Points.to_hash()>"Points de retour"</a>
                ". Ce que vous aurez changé d’ici là restera."
            </p>
            {left
                .then(|| {
                    view! {
                        <p>
                            "Un fichier a été préparé depuis\u{a0}: l’annulation retirera ce contenu d’ici, pas des copies."
                        </p>
                    }
                })}
            <div class="row">
                <button type="button" class="button" on:click=move |_| import.undo(point.clone())>
                    "Annuler cet import"
                </button>
            </div>
        </Notice>
    }
}
