//! The forms of people, structures and trainers.

use super::super::board::{Board, NotHere};
use super::super::sheet::{EditSheetPage, NewSheetPage, Removal, Sheet};
use crate::domain::programme::id::{
    PROFESSIONAL_KIND, ProfessionalId, STRUCTURE_KIND, StructureId, TRAINER_KIND, TrainerId,
};
use crate::domain::programme::person::field as person;
use crate::route::programme::ProgrammeRoute;
use crate::ui::components::{BackTo, Named};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The way back to the people.
pub fn people() -> BackTo {
    BackTo::new(ProgrammeRoute::People, "Personnes")
}

/// The way back to the structures.
pub fn structures() -> BackTo {
    BackTo::new(ProgrammeRoute::Structures, "Structures")
}

/// The way back to those who train.
fn trainers() -> BackTo {
    BackTo::new(ProgrammeRoute::Trainers, "L’équipe de formation")
}

/// The structures that a person may be of.
fn named(board: Board) -> BTreeMap<&'static str, Named> {
    let programme = board.now();
    let all = programme.structures.iter().map(|one| (one.id.as_str().to_owned(), one.name.clone()));
    BTreeMap::from([(person::STRUCTURE, all.collect())])
}

/// Somebody new.
#[component]
pub fn NewPersonPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let sheet = Sheet {
        lead: "Seuls le nom et le prénom sont nécessaires\u{202f}; le reste se complète plus tard.",
        act: "Ajouter la personne",
        named: named(board),
        then: Callback::new(|id| ProgrammeRoute::Person(ProfessionalId(id)).into()),
        ..Sheet::new(PROFESSIONAL_KIND, "Ajouter une personne", people(), "Personne ajoutée")
    };
    view! { <NewSheetPage sheet /> }
}

/// Somebody known.
#[component]
pub fn EditPersonPage(
    /// The cycle.
    board: Board,
    /// Who.
    id: ProfessionalId,
) -> impl IntoView {
    let back = BackTo::new(ProgrammeRoute::Person(id.clone()), "Fiche de la personne");
    let sheet =
        Sheet { named: named(board), ..Sheet::new(PROFESSIONAL_KIND, "Modifier la fiche", back, "Fiche enregistrée") };
    view! { <EditSheetPage sheet id=id.0 missing=|| view! { <NotHere what="Cette personne" back=people() /> } /> }
}

/// A new structure.
#[component]
pub fn NewStructurePage() -> impl IntoView {
    let sheet = Sheet {
        act: "Ajouter la structure",
        then: Callback::new(|id| ProgrammeRoute::Structure(StructureId(id)).into()),
        ..Sheet::new(STRUCTURE_KIND, "Ajouter une structure", structures(), "Structure ajoutée")
    };
    view! { <NewSheetPage sheet /> }
}

/// A known structure.
#[component]
pub fn EditStructurePage(
    /// Which one.
    id: StructureId,
) -> impl IntoView {
    let back = BackTo::new(ProgrammeRoute::Structure(id.clone()), "La structure");
    let sheet = Sheet::new(STRUCTURE_KIND, "Modifier la structure", back, "Structure enregistrée");
    view! { <EditSheetPage sheet id=id.0 missing=|| view! { <NotHere what="Cette structure" back=structures() /> } /> }
}

/// Somebody new who trains.
#[component]
pub fn NewTrainerPage() -> impl IntoView {
    let sheet = Sheet {
        act: "Ajouter",
        ..Sheet::new(TRAINER_KIND, "Ajouter une formatrice ou un formateur", trainers(), "Fiche ajoutée")
    };
    view! { <NewSheetPage sheet /> }
}

/// Somebody known who trains.
#[component]
pub fn EditTrainerPage(
    /// Who.
    id: TrainerId,
) -> impl IntoView {
    let sheet = Sheet {
        removal: Some(Removal::new("Supprimer cette fiche", "Fiche supprimée", "Fiche rétablie")),
        ..Sheet::new(TRAINER_KIND, "Modifier la fiche", trainers(), "Fiche enregistrée")
    };
    view! { <EditSheetPage sheet id=id.0 missing=|| view! { <NotHere what="Cette fiche" back=trainers() /> } /> }
}
