//! « À supprimer »: what has been kept long enough, what is only kept, and the organisation's rule.

mod answers;
mod due;
mod field;
mod kept;
mod limit;
mod row;
mod rule;

use super::erase::{EraseDialog, Erasing};
use crate::route::Route;
use crate::ui::components::{BackTo, Page};
use crate::ui::pages::community::DueCards;
use crate::ui::pages::programme::people::DuePeople;
use answers::DueAnswersSection;
use due::DueSection;
use kept::KeptSection;
use leptos::prelude::*;
use limit::{LimitDialog, Limiting};
use rule::RuleSection;

/// The interviews whose erasing is due, and the rule that says when.
#[component]
pub fn ToDeletePage() -> impl IntoView {
    let erasing = Erasing::new();
    let limiting = Limiting::new();
    view! {
        <Page
            title="À supprimer"
            lead="Ce qui a été gardé assez longtemps. Rien ne s’efface sans vous."
            back=BackTo::new(Route::Data, "Données")
        >
            <DueSection erasing limiting />
            <KeptSection erasing />
            <DuePeople />
            <DueCards />
            <DueAnswersSection />
            <RuleSection />
            <EraseDialog erasing />
            <LimitDialog limiting />
        </Page>
    }
}
