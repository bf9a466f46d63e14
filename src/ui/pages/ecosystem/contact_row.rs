//! One interlocutor: how to reach them, how far to trust it, what may be done.

use crate::browser::{clock, dom};
use crate::domain::ecosystem::change;
use crate::domain::ecosystem::contact::{self, About, Age, Contact};
use crate::domain::ecosystem::known::Ecosystem;
use crate::records::{ChangeSet, Key};
use crate::route::Route;
use crate::state::AppState;
use crate::text::{ecosystem_form as words, format};
use crate::ui::components::{Confirm, Icon, Messages, Pictogram};
use crate::ui::save::Saver;
use leptos::prelude::*;

/// The interlocutor that one asks to erase, and whether the question is being asked.
#[derive(Clone, Copy)]
pub struct Erasing {
    target: RwSignal<Option<Contact>>,
    open: RwSignal<bool>,
}

impl Erasing {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self { target: RwSignal::new(None), open: RwSignal::new(false) }
    }

    fn ask(self, contact: Contact) {
        self.target.set(Some(contact));
        self.open.set(true);
    }
}

/// How to reach somebody: a link when it is wholly a telephone number.
#[component]
pub fn Reach(
    /// As it was typed.
    reach: String,
    /// Whom one reaches.
    whom: String,
) -> impl IntoView {
    match format::phone_link(&reach) {
        Some(link) => view! {
            <a class="phone" href=link>
                <Pictogram icon=Icon::Phone />
                <span class="visually-hidden">{format!("Appeler {whom} au ")}</span>
                {format::phone(&reach)}
            </a>
        }
        .into_any(),
        None => view! { <span class="breakable">{reach}</span> }.into_any(),
    }
}

/// Where an interlocutor works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Structure {
    pub name: String,
    pub route: Route,
}

impl Structure {
    /// None when it cannot be read.
    pub fn of(ecosystem: &Ecosystem, contact: &Contact) -> Option<Self> {
        Some(match contact.about.clone()? {
            About::Actor(id) => Self { name: ecosystem.name(&id).to_owned(), route: Route::Actor(id) },
            About::Place(id) => Self { name: "Un lieu de l’annuaire".to_owned(), route: Route::Place(id) },
        })
    }
}

fn acting_on(contact: &Contact, act: impl FnOnce(&Key) -> ChangeSet) -> ChangeSet {
    contact::key(&contact.id).map(|key| act(&key)).unwrap_or_default()
}

/// One interlocutor.
#[component]
pub fn ContactRow(
    /// The interlocutor.
    contact: Contact,
    /// The one to erase, once asked.
    erasing: Erasing,
    /// Opens the form.
    on_edit: Callback<Contact>,
    /// Where they work; nothing on the sheet of that structure.
    #[prop(optional_no_strip)]
    structure: Option<Structure>,
) -> impl IntoView {
    let age = contact.age(clock::today());
    // What is left to do is for whoever works here, not for paper.
    let is_to_inform = contact.is_to_inform();
    let title = contact.title().to_owned();
    let function = (!contact.name.is_empty()).then(|| view! { <p>{contact.function.clone()}</p> });
    view! {
        <li class="card card--flat contact">
            {structure.map(|it| view! { <p class="contact__of"><a href=it.route.to_hash()>{it.name}</a></p> })}
            <h3>{title.clone()}</h3>
            {function}
            <p>
                <Reach reach=contact.reach.clone() whom=title />
            </p>
            <dl class="facts">
                <dt>"Source"</dt>
                <dd>{words::origin(&contact)}</dd>
                <dt class:screen-only=is_to_inform>"Personne informée"</dt>
                <dd class:screen-only=is_to_inform>{words::informed(&contact)}</dd>
            </dl>
            {words::age(age).map(|age| view! { <p><span class="chip chip--caution">{age}</span></p> })}
            <RowActs contact age erasing on_edit />
        </li>
    }
}

/// What may be done with it.
#[component]
fn RowActs(
    /// The interlocutor.
    contact: Contact,
    /// How old it is.
    age: Age,
    /// The one to erase, once asked.
    erasing: Erasing,
    /// Opens the form.
    on_edit: Callback<Contact>,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let of = format!("\u{a0}: {}", contact.title());
    let contact = StoredValue::new(contact);
    let note = move |changes: ChangeSet, done: &'static str| {
        saver.save_then(changes, move || {
            messages.done(done, "");
            request_animation_frame(dom::focus_heading_if_lost);
        });
    };
    let button = move |class: &'static str, label: &'static str, of: String, act: Callback<()>| {
        view! {
            <button type="button" class=format!("button {class}") on:click=move |_| act.run(())>
                {label}
                <span class="visually-hidden">{of}</span>
            </button>
        }
    };
    let inform = Callback::new(move |()| {
        let changes = contact.with_value(|contact| acting_on(contact, |key| change::inform(key, clock::today())));
        note(changes, "Noté : la personne est informée");
    });
    let confirm = Callback::new(move |()| {
        let changes = contact.with_value(|contact| acting_on(contact, |key| change::confirm(key, clock::today())));
        note(changes, "Noté : ces coordonnées sont vérifiées");
    });
    let edit = Callback::new(move |()| on_edit.run(contact.get_value()));
    let erase = Callback::new(move |()| erasing.ask(contact.get_value()));
    let is_to_inform = contact.with_value(Contact::is_to_inform);
    view! {
        <div class="row contact__acts">
            {is_to_inform.then(|| button("", "Informée aujourd’hui", of.clone(), inform))}
            {(age != Age::Recent).then(|| button("", "Vérifié aujourd’hui", of.clone(), confirm))}
            {button("button--plain", "Modifier", of.clone(), edit)}
            {button("button--plain button--fault", "Effacer", of.clone(), erase)}
        </div>
    }
}

/// Asks before erasing, which cannot be taken back.
#[component]
pub fn EraseDialog(
    /// The interlocutor to erase.
    erasing: Erasing,
) -> impl IntoView {
    let (saver, messages) = (Saver::expect(), Messages::expect());
    let state = AppState::expect();
    let name = move || erasing.target.with(|target| target.as_ref().map(|target| target.title().to_owned()));
    let accept = Callback::new(move |()| {
        let Some(target) = erasing.target.get_untracked() else { return };
        let changes = acting_on(&target, |key| state.with_tables_now(|tables| change::erase_contact(tables, key)));
        saver.save_then(changes, move || {
            messages.done("Contact effacé", "Il n’en reste rien sur cet appareil.");
            request_animation_frame(dom::focus_heading);
        });
    });
    view! {
        <Confirm open=erasing.open title="Effacer ce contact pour toujours ?" accept="Effacer pour toujours" on_accept=accept>
            <p>
                <strong>{name}</strong>
            </p>
            <p>{words::ERASING_MEANS}</p>
        </Confirm>
    }
}
