//! The forms of a version and of its sequences.

use super::super::known::{Known, NotHere, back_to};
use crate::domain::curriculum::sequence::{SEQUENCE_KIND, SequenceId};
use crate::domain::curriculum::version::{CURRICULUM_KIND, CurriculumId};
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::teaching as text;
use crate::ui::components::{BackTo, Notice, Page, Tone};
use crate::ui::pages::programme::sheet::{EditSheetPage, NewSheetPage, Sheet};
use leptos::prelude::*;

/// What is said of a version.
#[component]
pub fn EditVersionPage(
    /// What is known.
    known: Known,
    /// Which version.
    id: CurriculumId,
) -> impl IntoView {
    let back = back_to(known, &id);
    if let Some(closed) = closed(known, &id, back.clone()) {
        return closed;
    }
    let sheet = Sheet {
        lead: "Son nom la distingue des autres versions partout où on la choisit.",
        ..Sheet::new(CURRICULUM_KIND, "Modifier la version", back, "Version enregistrée")
    };
    view! { <EditSheetPage sheet id=id.0 missing=|| view! { <NotHere what="Cette version" /> } /> }.into_any()
}

/// A new sequence, last of the day.
#[component]
pub fn NewSequencePage(
    /// What is known.
    known: Known,
    /// Its version.
    id: CurriculumId,
) -> impl IntoView {
    let back = back_to(known, &id);
    if let Some(closed) = closed(known, &id, back.clone()) {
        return closed;
    }
    let sheet = Sheet {
        lead: "Elle se place à la fin de la journée\u{a0}: montez-la ensuite où il faut.",
        act: "Ajouter la séquence",
        besides: Some(Callback::new(move |key: crate::records::Key| {
            let new = SequenceId(key.id);
            known.changes(&id, |version| version.add(&new, None)).unwrap_or_default()
        })),
        ..Sheet::new(SEQUENCE_KIND, "Ajouter une séquence", back, "Séquence ajoutée")
    };
    view! { <NewSheetPage sheet /> }.into_any()
}

/// A known sequence.
#[component]
pub fn EditSequencePage(
    /// What is known.
    known: Known,
    /// Its version.
    id: CurriculumId,
    /// Which sequence.
    sequence: SequenceId,
) -> impl IntoView {
    let version = back_to(known, &id);
    if let Some(closed) = closed(known, &id, version) {
        return closed;
    }
    let title = known.version_now(&id).and_then(|version| Some(version.day.sequence(&sequence)?.title.clone()));
    let to = TeachingRoute::Version(id, VersionPart::Sequence(sequence.clone()));
    let back = BackTo::new(to, title.unwrap_or_default());
    let sheet = Sheet::new(SEQUENCE_KIND, "Modifier la séquence", back, "Séquence enregistrée");
    view! { <EditSheetPage sheet id=sequence.0 missing=|| view! { <NotHere what="Cette séquence" /> } /> }.into_any()
}

/// Why a version is not written; none when it is.
fn closed(known: Known, id: &CurriculumId, back: BackTo) -> Option<AnyView> {
    let Some(version) = known.version_now(id) else {
        return Some(view! { <NotHere what="Cette version" /> }.into_any());
    };
    let why = text::closed(&version)?;
    let page = view! {
        <Page title="Version à lire seulement" back>
            <Notice tone=Tone::Info title="Cette version ne se modifie plus">
                <p>{why}</p>
            </Notice>
        </Page>
    };
    Some(page.into_any())
}
