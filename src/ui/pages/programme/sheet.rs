//! A page that fills the form of one record, new or known: the same for every kind.

use crate::browser::{identity, location};
use crate::domain::form::{Filled, Form};
use crate::domain::programme::forms;
use crate::records::{ChangeSet, DELETED, Key, Kind, RecordId};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{BackTo, Messages, Named, Page, RecordForm, Told};
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What a page of this sort says and does, kind by kind.
#[derive(Clone)]
pub struct Sheet {
    pub kind: &'static str,
    pub title: &'static str,
    pub lead: &'static str,
    pub back: BackTo,
    /// The button that sends the form.
    pub act: &'static str,
    /// Said once it is stored: « Session enregistrée ».
    pub saved: &'static str,
    /// What may be chosen where another record is named, by the field.
    pub named: BTreeMap<&'static str, Named>,
    /// What is said while one types.
    pub told: Option<Told>,
    /// What is proposed for a new one.
    pub proposed: Filled,
    /// What is written besides the form for a new one.
    pub besides: Option<Callback<Key, ChangeSet>>,
    /// What is written with the changes of one that is here.
    pub along: Option<Callback<ChangeSet, ChangeSet>>,
    /// Where one goes once it is stored.
    pub then: Callback<RecordId, Route>,
    /// What one reads before filling it.
    pub above: Option<Callback<(), AnyView>>,
    /// What stands under the form of one that is here.
    pub below: Option<Callback<RecordId, AnyView>>,
    /// How it is taken away; none: it is not, or elsewhere.
    pub removal: Option<Removal>,
}

/// The words of taking a record away.
#[derive(Clone, Copy)]
pub struct Removal {
    /// « Supprimer la session ».
    pub act: &'static str,
    /// « Session supprimée ».
    pub done: &'static str,
    /// « Session rétablie ».
    pub back: &'static str,
}

impl Sheet {
    /// The usual page of a kind, which goes back where one comes from.
    pub fn new(kind: &'static str, title: &'static str, back: BackTo, saved: &'static str) -> Self {
        let to = back.route.clone();
        Self {
            kind,
            title,
            lead: "",
            back,
            act: "Enregistrer",
            saved,
            named: BTreeMap::new(),
            told: None,
            proposed: Filled::default(),
            besides: None,
            along: None,
            then: Callback::new(move |_| to.clone()),
            above: None,
            below: None,
            removal: None,
        }
    }

    fn key(&self, id: &RecordId) -> Option<Key> {
        Some(Key { kind: Kind::new(self.kind).ok()?, id: id.clone() })
    }

    fn form(&self) -> Option<&'static Form> {
        forms::of_kind(self.kind)
    }
}

/// A new record.
#[component]
pub fn NewSheetPage(
    /// What the page says and does.
    sheet: Sheet,
) -> impl IntoView {
    // Drawn once: sent twice, it is the same record.
    let drawn = identity::new_record_id().ok().and_then(|id| sheet.key(&id)).zip(sheet.form());
    drawn.map(|(key, form)| view! { <SheetPage sheet key form stored=None /> })
}

/// A record that is here; nothing when it is not.
#[component]
pub fn EditSheetPage(
    /// What the page says and does.
    sheet: Sheet,
    /// Which record.
    id: RecordId,
    /// What is shown when it is not here.
    #[prop(into)]
    missing: ViewFn,
) -> impl IntoView {
    let state = AppState::expect();
    let found = sheet.key(&id).zip(sheet.form()).and_then(|(key, form)| {
        let stored = state.with_tables_now(|tables| {
            let record = tables.get(&key).filter(|record| !record.erased && !record.is_deleted());
            record.map(|record| form.filled(record))
        });
        Some((key, form, stored?))
    });
    match found {
        Some((key, form, stored)) => view! { <SheetPage sheet key form stored=Some(stored) /> }.into_any(),
        None => missing.run(),
    }
}

#[component]
fn SheetPage(
    /// What the page says and does.
    sheet: Sheet,
    /// Where the record is.
    key: Key,
    /// What is typed.
    form: &'static Form,
    /// What it holds; none for a new one.
    stored: Option<Filled>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let faulty = RwSignal::new(false);
    let Sheet {
        title, lead, back, act, saved, named, told, proposed, besides, along, then, above, below, removal, ..
    } = sheet;
    let is_new = stored.is_none();
    let send = {
        let key = key.clone();
        Callback::new(move |mut changes: ChangeSet| {
            if let Some(besides) = besides.filter(|_| is_new) {
                changes.changes.extend(besides.run(key.clone()).changes);
            }
            if let Some(along) = along.filter(|_| !is_new) {
                let more = along.run(changes.clone());
                changes.changes.extend(more.changes);
            }
            let id = key.id.clone();
            saver.save_then(changes, move || {
                messages.done_on_arrival(saved, "");
                location::replace(&then.run(id.clone()).to_hash());
            });
        })
    };
    let after = back.route.clone();
    let remove = removal.filter(|_| !is_new).map(|removal| {
        let key = key.clone();
        let run = move |_| {
            let changes = ChangeSet::one(&key, DELETED, Some(&true));
            let done = Undoable {
                title: removal.done.to_owned(),
                body: String::new(),
                take_back: "Annuler la suppression",
                taken_back: removal.back,
            };
            let after = after.clone();
            saver.save_undoable(changes, done, move || location::replace(&after.to_hash()));
        };
        view! {
            <p>
                <button type="button" class="button button--plain" on:click=run>
                    {removal.act}
                </button>
            </p>
        }
    });
    let above = above.map(|above| above.run(()));
    let below = below.filter(|_| !is_new).map(|below| below.run(key.id.clone()));
    let lead = (!lead.is_empty()).then_some(lead);
    view! {
        <Page title lead=lead.map(str::to_owned) back faulty>
            {above}
            <RecordForm form key stored proposed named told act faulty send />
            {below}
            {remove}
        </Page>
    }
}
