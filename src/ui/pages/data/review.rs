//! What a file would change here, before one agrees.

use super::restore::WeighedFile;
use crate::text::{backup, exchange, format};
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// Who made the file, what it would change, and the agreement.
#[component]
pub fn ReviewFile(
    /// What was read.
    weighed: Arc<WeighedFile>,
    /// Agrees.
    accept: Callback<Arc<WeighedFile>>,
    /// Goes back to the choice of a file.
    leave: Callback<()>,
) -> impl IntoView {
    let name = weighed.name.clone();
    let origin = backup::origin(&weighed.file.origin);
    let brings_nothing = weighed.brings_nothing;
    view! {
        <div class="card">
            <h3 id="contenu-fichier" tabindex="-1" class="breakable">
                {name}
            </h3>
            <p class="card__meta">{origin}</p>
            {if brings_nothing {
                view! {
                    <Notice tone=Tone::Info title="Rien de nouveau">
                        <p>"Tout ce que contient ce fichier est déjà sur cet appareil."</p>
                    </Notice>
                }
                    .into_any()
            } else {
                view! { <Effects weighed=Arc::clone(&weighed) /> }.into_any()
            }}
            <div class="row">
                {(!brings_nothing)
                    .then(|| {
                        view! {
                            <button type="button" class="button" on:click=move |_| accept.run(Arc::clone(&weighed))>
                                "Importer ce fichier"
                            </button>
                        }
                    })}
                <button type="button" class="button button--plain" on:click=move |_| leave.run(())>
                    {if brings_nothing { "Choisir un autre fichier" } else { "Ne pas l’importer" }}
                </button>
            </div>
        </div>
    }
}

/// What would change, kind by kind.
#[component]
fn Effects(
    /// What was read.
    weighed: Arc<WeighedFile>,
) -> impl IntoView {
    let plan = &weighed.merge.plan;
    let erased: usize = plan.by_kind.values().map(|counts| counts.erased + counts.deleted).sum();
    let restored = plan.is_empty().then_some("Les lieux d’un annuaire, absents de cet appareil, seront rétablis.");
    let rows: Vec<(String, String)> = plan
        .by_kind
        .iter()
        .rev()
        .map(|(kind, counts)| {
            let total =
                counts.added + counts.changed + counts.in_conflict + counts.deleted + counts.erased + counts.unchanged;
            let name = format::capitalised(&exchange::kind(kind.as_str(), total as u64));
            (name, format::list(&exchange::changes(*counts)))
        })
        .collect();
    view! {
        <dl class="facts">
            {rows.into_iter().map(|(kind, changes)| view! { <dt>{kind}</dt> <dd>{changes}</dd> }).collect_view()}
        </dl>
        {restored.map(|sentence| view! { <p>{sentence}</p> })}
        {(erased > 0)
            .then(|| {
                view! {
                    <Notice tone=Tone::Caution title="Ce fichier retire des éléments de cet appareil">
                        <p>
                            "Ils ont été supprimés ou effacés sur le poste d’où vient le fichier. Un élément effacé ne peut pas être rétabli."
                        </p>
                    </Notice>
                }
            })}
    }
}
