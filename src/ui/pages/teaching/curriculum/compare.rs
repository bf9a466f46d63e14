//! What one version changes of another, in words.

use super::super::known::{Known, NotHere, back};
use crate::domain::curriculum::compare::compare;
use crate::domain::curriculum::version::CurriculumId;
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::teaching_compare as told;
use crate::ui::components::Page;
use leptos::prelude::*;

/// The comparison: what `other` changes of a version.
#[component]
pub fn ComparePage(
    /// What is known.
    known: Known,
    /// The version that is changed.
    id: CurriculumId,
    /// The one that changes it.
    other: CurriculumId,
) -> impl IntoView {
    let (before, after) = (known.version(&id), known.version(&other));
    // The ends of the way may be taken away while one reads.
    let shown = move || match (before.get(), after.get()) {
        (Some(before), Some(after)) => {
            let comparison = compare(&before.day, &after.day);
            let (summary, whole, told) =
                (told::summary(&comparison), told::whole(&comparison), told::told(&comparison));
            let lead = format!(
                "Ce qui change dans «\u{202f}{}\u{202f}» par rapport à «\u{202f}{}\u{202f}».",
                after.title, before.title
            );
            let other_way = TeachingRoute::Version(after.id.clone(), VersionPart::Compare(before.id.clone())).to_hash();
            let line = |line: String| view! { <p>{line}</p> };
            let difference = |one: told::Told| {
                view! {
                    <li class="card card--flat stack stack--tight">
                        <h2 class="comparison__title">{one.title}</h2>
                        <ul>{one.lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                    </li>
                }
            };
            view! {
                <Page title="Comparer deux versions" lead back=back()>
                    <p>{summary}</p>
                    {whole.into_iter().map(line).collect_view()}
                    <ol role="list" class="stack stack--tight">
                        {told.into_iter().map(difference).collect_view()}
                    </ol>
                    <p class="screen-only">
                        <a class="button" href=other_way>
                            "Comparer dans l’autre sens"
                        </a>
                    </p>
                </Page>
            }
            .into_any()
        }
        _ => view! { <NotHere what="Cette version" /> }.into_any(),
    };
    view! { {shown} }
}
