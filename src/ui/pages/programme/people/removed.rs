//! What was removed, and may be put back; people may be erased instead.

use super::erasing::Erasing;
use crate::domain::fold::fold;
use crate::domain::programme::id::{PROFESSIONAL_KIND, ProfessionalId};
use crate::domain::programme::person::name_of;
use crate::records::{ChangeSet, DELETED, Key, Kind, Record, RecordId};
use crate::state::AppState;
use crate::text::programme_people as text;
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;

/// The removed records of a kind, by their names.
fn removed_of(state: AppState, kind: &'static str, name: fn(&Record) -> String) -> Memo<Vec<Restorable>> {
    Memo::new(move |_| {
        let restorable = |(id, record): (&RecordId, &std::sync::Arc<Record>)| {
            let name = Some(name(record)).filter(|name| !name.is_empty()).unwrap_or_else(|| "Sans nom".to_owned());
            Some(Restorable {
                id: id.as_str().to_owned(),
                mention: name.clone(),
                restored: format!("Fiche rétablie\u{a0}: {name}"),
                changes: ChangeSet::one::<bool>(&Key { kind: Kind::new(kind).ok()?, id: id.clone() }, DELETED, None),
                name,
            })
        };
        let mut removed: Vec<_> = state.with_tables(|tables| tables.removed(kind).filter_map(restorable).collect());
        removed.sort_by_cached_key(|one: &Restorable| fold(&one.name));
        removed
    })
}

/// The removed records of a kind.
#[component]
pub fn RemovedOf(
    /// The kind.
    kind: &'static str,
    /// What a record is called; empty: it lost its name.
    name: fn(&Record) -> String,
    /// What the fold says, from how many they are.
    summary: fn(usize) -> String,
    /// What its pages are of, for screen readers.
    pages: &'static str,
) -> impl IntoView {
    let removed = removed_of(AppState::expect(), kind, name);
    view! { <Removed removed summary pages /> }
}

/// The removed people, and the way to erase them for good.
#[component]
pub fn RemovedPeople(
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let removed = removed_of(AppState::expect(), PROFESSIONAL_KIND, |record| name_of(record).unwrap_or_default());
    let erase = Callback::new(move |one: Restorable| {
        let of = format!("\u{a0}: {}", one.mention);
        let ask = move |_| {
            if let Ok(person) = ProfessionalId::new(&one.id) {
                erasing.ask(person);
            }
        };
        view! {
            <button type="button" class="button button--plain" on:click=ask>
                "Effacer"
                <span class="visually-hidden">{of}</span>
            </button>
        }
        .into_any()
    });
    view! { <Removed removed summary=text::removed pages="Pages des personnes supprimées" act=erase /> }
}
