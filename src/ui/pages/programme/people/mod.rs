//! Who comes, who trains, and the structures that send them.

mod erasing;
mod import;
mod list;
mod list_table;
mod person;
mod person_acts;
mod person_places;
mod person_priority;
mod removed;
mod restricted;
mod select;
mod sheets;
mod structure;
mod structure_acts;
mod structure_people;
mod structures;
mod trainers;
mod without_card;

pub use restricted::DuePeople;
pub use select::Filter;
pub use without_card::PeopleWithoutCard;

use super::board::Board;
use crate::route::programme::ProgrammeRoute;
use import::ImportPage;
use leptos::prelude::*;
use list::PeoplePage;
use person::PersonPage;
use sheets::{EditPersonPage, EditStructurePage, EditTrainerPage, NewPersonPage, NewStructurePage, NewTrainerPage};
use structure::StructurePage;
use structures::StructuresPage;
use trainers::TrainersPage;

/// The screens of this part.
pub fn show(board: Board, route: ProgrammeRoute) -> AnyView {
    match route {
        ProgrammeRoute::NewPerson => view! { <NewPersonPage board /> }.into_any(),
        ProgrammeRoute::Person(id) => view! { <PersonPage board id /> }.into_any(),
        ProgrammeRoute::PersonEdit(id) => view! { <EditPersonPage board id /> }.into_any(),
        ProgrammeRoute::ImportPeople => view! { <ImportPage board /> }.into_any(),
        ProgrammeRoute::Trainers => view! { <TrainersPage board /> }.into_any(),
        ProgrammeRoute::NewTrainer => view! { <NewTrainerPage /> }.into_any(),
        ProgrammeRoute::Trainer(id) => view! { <EditTrainerPage id /> }.into_any(),
        ProgrammeRoute::Structures => view! { <StructuresPage board /> }.into_any(),
        ProgrammeRoute::NewStructure => view! { <NewStructurePage /> }.into_any(),
        ProgrammeRoute::Structure(id) => view! { <StructurePage board id /> }.into_any(),
        ProgrammeRoute::StructureEdit(id) => view! { <EditStructurePage id /> }.into_any(),
        _ => view! { <PeoplePage board /> }.into_any(),
    }
}
