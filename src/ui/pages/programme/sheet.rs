//! A page that fills the form of one record, new or known: the same for every kind.

use crate::browser::{identity, location};
use crate::domain::form::{Filled, Form};
use crate::domain::programme::forms;
use crate::records::{ChangeSet, DELETED, Key, Kind, RecordId};
use crate::route::Route;
use crate::state::AppState;
use crate::ui::components::{BackTo, Confirm, Messages, Named, Page, RecordForm, Told};
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
    /// What goes with it, said before it is taken away; none: it is not asked.
    pub asks: Option<&'static str>,
}

impl Removal {
    /// One that is not asked: nothing goes with the record.
    pub fn new(act: &'static str, done: &'static str, back: &'static str) -> Self {
        Self { act, done, back, asks: None }
    }
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
            let record = tables.live_at(&key);
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
            let (id, asked_at) = (key.id.clone(), location::hash());
            saver.save_then(changes, move || {
                messages.done_then_leave(&asked_at, saved, "", &then.run(id).to_hash());
            });
        })
    };
    let after = back.route.to_hash();
    let remove = removal.filter(|_| !is_new).map(|removal| view! { <Remove key=key.clone() removal after /> });
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

/// The way to take the record away.
#[component]
fn Remove(
    /// Where the record is.
    key: Key,
    /// The words of it.
    removal: Removal,
    /// Where one goes then.
    after: String,
) -> impl IntoView {
    let saver = Saver::expect();
    let Removal { act, done, back, asks } = removal;
    let run = Callback::new(move |()| {
        let done = Undoable {
            title: done.to_owned(),
            body: String::new(),
            take_back: "Annuler la suppression",
            taken_back: back,
        };
        saver.save_undoable_then_leave(ChangeSet::one(&key, DELETED, Some(&true)), done, &after);
    });
    let asked = RwSignal::new(false);
    let press = move |_| if asks.is_some() { asked.set(true) } else { run.run(()) };
    view! {
        <p>
            <button type="button" class="button button--plain" on:click=press>
                {act}
                {asks.map(|_| "…")}
            </button>
        </p>
        {asks
            .map(|asks| {
                view! {
                    <Confirm open=asked title=format!("{act}\u{202f}?") accept=act on_accept=run>
                        <p>{asks}</p>
                    </Confirm>
                }
            })}
    }
}
