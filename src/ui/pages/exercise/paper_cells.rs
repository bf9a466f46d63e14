//! The cells of a sheet that is typed: what each holds, and going from one to the next.

use crate::browser::dom;
use crate::domain::exercise::typed::TypedSheet;
use crate::domain::interview::id::ItemId;
use crate::domain::interview::questionnaire::Item;
use crate::ui::components::{FieldError, FieldFault};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Identifiers of the cells that no item has.
pub const SEAT: &str = "saisie-numero";
pub const KEPT: &str = "saisie-retenues";
pub const SET_ASIDE: &str = "saisie-ecartees";
pub const ASKED: &str = "saisie-demandes";
pub const STORE: &str = "saisie-enregistrer";

/// The cell of an item, by its identifier.
pub fn cell_id(item: &ItemId) -> String {
    format!("saisie-{item}")
}

/// What is typed, cell by cell.
#[derive(Clone, Copy)]
pub struct Cells {
    seat: RwSignal<String>,
    pub answers: StoredValue<Vec<(&'static Item, RwSignal<String>)>>,
    pub kept: RwSignal<String>,
    pub set_aside: RwSignal<String>,
    pub asked: RwSignal<String>,
}

impl Cells {
    /// The number's cell, one for each of these items, and the others, all empty.
    pub fn new(seat: RwSignal<String>, items: impl Iterator<Item = &'static Item>) -> Self {
        let empty = || RwSignal::new(String::new());
        let answers = items.map(|item| (item, empty())).collect();
        Self { seat, answers: StoredValue::new(answers), kept: empty(), set_aside: empty(), asked: empty() }
    }

    /// The sheet as it is typed.
    pub fn sheet(self) -> TypedSheet {
        let answers: BTreeMap<ItemId, String> = self
            .answers
            .with_value(|cells| cells.iter().map(|(item, cell)| (item.id.clone(), cell.get_untracked())).collect());
        TypedSheet {
            seat: self.seat.get_untracked(),
            answers,
            kept: self.kept.get_untracked(),
            set_aside: self.set_aside.get_untracked(),
            asked: self.asked.get_untracked(),
        }
    }

    /// Shows a sheet that was typed before.
    pub fn fill(self, sheet: &TypedSheet) {
        let of = |item: &Item| sheet.answers.get(&item.id).cloned().unwrap_or_default();
        self.answers.with_value(|cells| cells.iter().for_each(|(item, cell)| cell.set(of(item))));
        let fixed = [
            (self.seat, &sheet.seat),
            (self.kept, &sheet.kept),
            (self.set_aside, &sheet.set_aside),
            (self.asked, &sheet.asked),
        ];
        fixed.into_iter().for_each(|(cell, typed)| cell.set(typed.clone()));
    }

    /// The first answer, by its identifier.
    pub fn first(self) -> String {
        self.answers.with_value(|cells| cells.first().map_or_else(|| KEPT.to_owned(), |(item, _)| cell_id(&item.id)))
    }

    /// Makes room for another sheet.
    pub fn clear(self) {
        self.fill(&TypedSheet::default());
    }
}

/// One cell. Enter goes on to the next one: only the last button stores.
#[component]
pub fn Cell(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What may be typed.
    #[prop(optional)]
    hint: String,
    /// What is typed.
    value: RwSignal<String>,
    /// The cell that comes after it.
    #[prop(into)]
    next: String,
    /// The faults of the sheet.
    faults: RwSignal<Vec<FieldFault>>,
    /// It takes sentences, not marks.
    #[prop(optional)]
    is_text: bool,
) -> impl IntoView {
    let field = StoredValue::new(id.clone());
    let is_wrong = move || field.with_value(|id| faults.with(|faults| faults.iter().any(|fault| fault.field == *id)));
    let hint_id = format!("{id}-aide");
    let described = {
        let hint_id = hint_id.clone();
        move || {
            field.with_value(|id| {
                if is_wrong() { format!("{hint_id} {}", FieldFault::described_by(id)) } else { hint_id.clone() }
            })
        }
    };
    let go_on = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            dom::focus_in_place(&next);
        }
    };
    view! {
        <div class="entry__cell">
            <label for=id.clone()>{label}</label>
            <input
                class="input entry__input"
                id=id.clone()
                type="text"
                autocomplete="off"
                autocapitalize=if is_text { "sentences" } else { "characters" }
                spellcheck="false"
                aria-describedby=described
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=value
                on:input:target=move |event| value.set(event.target().value())
                on:keydown=go_on
            />
            <span class="hint" id=hint_id>{hint}</span>
            <FieldError field=id faults />
        </div>
    }
}
