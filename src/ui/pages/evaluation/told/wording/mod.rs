//! The words of a questionnaire: those that are delivered, those that are drafted with the commissioner, those in use.

mod acts;
mod questions;
mod version;

use super::known::{Known, back};
use crate::browser::identity;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::wording::{State, Wording, WordingId, draft, removed};
use crate::route::evaluation::EvaluationRoute;
use crate::text::evaluation_told as told;
use crate::text::teaching::removed_versions;
use crate::ui::components::{Icon, Page, Pictogram};
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;
use std::sync::Arc;
use version::VersionSection;

/// The versions of a questionnaire, followed.
pub type Versions = Memo<Vec<Arc<Wording>>>;

/// The words of a questionnaire.
#[component]
pub fn WordingPage(
    /// What is known.
    known: Known,
    /// Which questionnaire.
    kind: SurveyKind,
) -> impl IntoView {
    let delivered = known.delivered(kind);
    let state = known.board.saver.state();
    let versions: Versions = Memo::new(move |_| {
        let all = state.with_tables(|tables| Wording::all(delivered, tables));
        all.into_iter().map(Arc::new).collect()
    });
    let in_use = Memo::new(move |_| state.with_tables(|tables| Wording::in_use(delivered, tables)));
    let said = move || {
        let used = in_use.with(|survey| survey.version.clone());
        versions.with(|all| {
            let is_used =
                |one: &&Arc<Wording>| matches!(one.state, State::Validated { .. }) && one.survey.version == used;
            told::in_use(all.iter().find(is_used).map(AsRef::as_ref))
        })
    };
    // Drawn again only once a version is stored, so that a button pressed twice makes one.
    let next = StoredValue::new(identity::new_record_id().ok());
    let create = move |_| {
        let Some(id) = next.get_value() else { return };
        let changes =
            in_use.with_untracked(|from| draft(&WordingId(id), from, delivered, &told::new_version(known.board.today)));
        known.board.saver.save_then(changes, move || {
            let _ = next.try_update_value(|next| *next = identity::new_record_id().ok());
            known.messages.done("Version créée", "Elle part des mots en usage. Modifiez-la, puis faites-la valider.");
        });
    };
    let ids = move || versions.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let other = SurveyKind::ALL.into_iter().find(|one| *one != kind).unwrap_or(kind);
    view! {
        <Page
            title=told::survey(kind)
            lead="Les questions telles qu’elles sont posées\u{a0}: fournies avec Repères, puis ajustées et validées avec le Département."
            back=back()
        >
            <section class="card stack stack--tight" aria-labelledby="en-usage">
                <h2 id="en-usage">"En usage"</h2>
                <p>{said}</p>
                <p class="row screen-only">
                    <a class="button" href=EvaluationRoute::Paper(kind, None).to_hash()>
                        <Pictogram icon=Icon::Print />
                        "Imprimer le questionnaire vierge"
                    </a>
                    <button type="button" class="button" on:click=create>
                        <Pictogram icon=Icon::Plus />
                        "Préparer une version"
                    </button>
                </p>
            </section>
            <p class="hint">
                "Une version change des mots ou retire des questions\u{202f}; elle n’en ajoute pas, pour que toutes les réponses se comptent ensemble. Une fois validée, elle ne change plus."
            </p>
            <For each=ids key=|id| id.clone() let(id)>
                <VersionSection known kind versions id />
            </For>
            <RemovedVersions known kind />
            <p class="screen-only">
                <a href=EvaluationRoute::Wording(other).to_hash()>{told::survey(other)}</a>
            </p>
        </Page>
    }
}

/// Versions that were taken away.
#[component]
fn RemovedVersions(
    /// What is known.
    known: Known,
    /// Which questionnaire.
    kind: SurveyKind,
) -> impl IntoView {
    let removed = Memo::new(move |_| {
        let gone = known.board.saver.state().with_tables(|tables| removed(kind, tables));
        let restorable = gone.into_iter().map(|(id, name, changes)| Restorable {
            id: id.as_str().to_owned(),
            mention: name.clone(),
            restored: "Version rétablie".to_owned(),
            changes,
            name,
        });
        restorable.collect::<Vec<_>>()
    });
    view! { <Removed removed summary=removed_versions pages="Versions retirées" /> }
}
