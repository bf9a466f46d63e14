//! What is to look at again in a version, in sentences.

use super::super::known::{Followed, Known};
use crate::domain::curriculum::coverage::Coverage;
use crate::domain::curriculum::finding::{Finding, Weight};
use crate::domain::curriculum::sequence::SequenceId;
use crate::domain::curriculum::version::CurriculumId;
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::teaching as text;
use crate::text::teaching_curriculum as told;
use crate::ui::components::{Notice, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// What a version covers, followed; none when it is not here.
pub fn coverage(known: Known, version: Followed) -> Memo<Option<Arc<Coverage>>> {
    Memo::new(move |_| version.with(|version| version.as_ref().map(|version| Arc::new(known.coverage(version)))))
}

/// Whether anything is to look at again, with the first things.
#[component]
pub fn FindingsBrief(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
    /// Which one.
    id: CurriculumId,
) -> impl IntoView {
    let coverage = coverage(known, version);
    let shown = move || {
        let (asked, others) = coverage.with(|coverage| {
            let findings = coverage.as_ref().map(|coverage| coverage.findings.as_slice()).unwrap_or_default();
            let asked = findings.iter().filter(|finding| finding.weight() == Weight::Asked).count();
            (asked, findings.len() - asked)
        });
        let tone = if asked > 0 { Tone::Caution } else { Tone::Info };
        let way = TeachingRoute::Version(id.clone(), VersionPart::Coverage).to_hash();
        view! {
            <Notice tone title=text::checked(asked)>
                <p>{text::also(others)} " " <a href=way>"Voir la couverture"</a></p>
            </Notice>
        }
    };
    view! { {shown} }
}

/// Every finding, what the tender asks for first, each with the way to mend it.
#[component]
pub fn Findings(
    /// The version they are of.
    version: CurriculumId,
    /// What it covers, followed.
    coverage: Memo<Option<Arc<Coverage>>>,
    /// Whether it may be mended here, followed.
    is_writable: Memo<bool>,
) -> impl IntoView {
    let shown = move || {
        let findings =
            coverage.with(|coverage| coverage.as_ref().map(|coverage| coverage.findings.clone()).unwrap_or_default());
        if findings.is_empty() {
            return view! { <p>"Rien à reprendre\u{a0}: la journée tient tout ce qui est demandé."</p> }.into_any();
        }
        let is_writable = is_writable.get();
        let group = |weight: Weight| {
            let of_weight: Vec<Finding> = findings.iter().filter(|one| one.weight() == weight).cloned().collect();
            (!of_weight.is_empty()).then(|| {
                view! {
                    <section class="stack stack--tight">
                        <h3>{told::weight(weight)}</h3>
                        <ul class="stack stack--tight">
                            {of_weight
                                .into_iter()
                                .map(|one| line(&version, &one, is_writable))
                                .collect_view()}
                        </ul>
                    </section>
                }
            })
        };
        [Weight::Asked, Weight::Mistake, Weight::Advice].map(group).collect_view().into_any()
    };
    view! {
        <section class="stack" aria-labelledby="a-reprendre">
            <h2 id="a-reprendre">"À reprendre"</h2>
            {shown}
        </section>
    }
}

fn line(version: &CurriculumId, finding: &Finding, is_writable: bool) -> impl IntoView + use<> {
    let way = |sequence: &SequenceId| {
        let part = match is_writable {
            true => VersionPart::SequenceEdit(sequence.clone()),
            false => VersionPart::Sequence(sequence.clone()),
        };
        let to = TeachingRoute::Version(version.clone(), part).to_hash();
        let words = if is_writable { "Reprendre la séquence" } else { "Voir la séquence" };
        let of = format!("\u{a0}: {}", told::told(finding));
        view! {
            <a class="screen-only" href=to>
                {words}
                <span class="visually-hidden">{of}</span>
            </a>
        }
    };
    view! {
        <li>
            {told::told(finding)} " " {finding.sequence().map(way)}
        </li>
    }
}
