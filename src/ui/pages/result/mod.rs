//! The result of an interview: what the answers show, the orientations and their places, the frame, the two sheets; and
//! the rules in words.

mod add_by_hand;
mod around;
mod axes;
mod axis_tables;
mod case;
mod commune;
mod decide;
mod finish;
mod framing;
mod informed;
mod nearby;
mod orientation_card;
mod orientations;
mod page;
mod paper;
mod person_sheet;
mod person_step;
mod place_option;
mod professional;
mod professional_decisions;
mod professional_frame;
mod professional_sheet;
mod referral;
mod rule_words;
mod rules;
mod rules_findings;
mod rules_framing;
mod rules_orientations;
mod summary;
mod why;

use super::NotFound;
use crate::route::Route;
use leptos::prelude::*;
use page::ResultPage;
use person_sheet::PersonSheetPage;
use professional_sheet::ProfessionalSheetPage;
use rules::RulesPage;

pub use paper::{BlankLine, Paper, PrintButton};

/// The screen of an address of this family.
pub fn show(route: Route) -> AnyView {
    match route {
        Route::Rules => view! { <RulesPage /> }.into_any(),
        Route::Result(id) => view! { <ResultPage id /> }.into_any(),
        Route::PersonSheet(id) => view! { <PersonSheetPage id /> }.into_any(),
        Route::ProfessionalSheet(id) => view! { <ProfessionalSheetPage id /> }.into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}
