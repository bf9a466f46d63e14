//! The versions of the curriculum: read, written, checked, compared.

mod compare;
mod coverage;
mod findings;
mod row;
mod sequence;
mod sheets;
mod version;
mod versions;

use super::known::{Followed, Gate, Known, OfVersion};
use crate::domain::curriculum::version::CurriculumId;
use crate::route::teaching::VersionPart;
use compare::ComparePage;
use coverage::CoveragePage;
use leptos::prelude::*;
use sequence::SequencePage;
use sheets::{EditSequencePage, EditVersionPage, NewSequencePage};
use version::VersionPage;
use versions::VersionsPage;

/// The versions.
pub fn show() -> AnyView {
    let page = Callback::new(|known| view! { <VersionsPage known /> }.into_any());
    view! { <Gate page /> }.into_any()
}

/// A part of a version.
pub fn show_version(id: CurriculumId, part: VersionPart) -> AnyView {
    let page = Callback::new(move |known: Known| shown(known, id.clone(), part.clone()));
    view! { <Gate page /> }.into_any()
}

fn shown(known: Known, id: CurriculumId, part: VersionPart) -> AnyView {
    match part {
        VersionPart::Edit => view! { <EditVersionPage known id /> }.into_any(),
        VersionPart::Coverage => {
            let of = id.clone();
            let page = move |version: Followed| view! { <CoveragePage known version id=of.clone() /> }.into_any();
            view! { <OfVersion known id page=Callback::new(page) /> }.into_any()
        }
        VersionPart::Compare(other) => view! { <ComparePage known id other /> }.into_any(),
        VersionPart::NewSequence => view! { <NewSequencePage known id /> }.into_any(),
        VersionPart::Sequence(sequence) => view! { <SequencePage known id sequence /> }.into_any(),
        VersionPart::SequenceEdit(sequence) => view! { <EditSequencePage known id sequence /> }.into_any(),
        VersionPart::Summary | VersionPart::Book(_) => {
            let of = id.clone();
            let page = move |version: Followed| view! { <VersionPage known version id=of.clone() /> }.into_any();
            view! { <OfVersion known id page=Callback::new(page) /> }.into_any()
        }
    }
}
