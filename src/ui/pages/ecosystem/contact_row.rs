//! One interlocutor: how to reach them, how far to trust it, what may be done.

use crate::browser::{clock, dom};
use crate::domain::ecosystem::change;
use crate::domain::ecosystem::contact::{self, Age, Contact};
use crate::records::{ChangeSet, Key};
use crate::state::AppState;
use crate::text::{ecosystem_form as words, format};
use crate::ui::components::{Confirm, Messages};
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
) -> impl IntoView {
    match format::phone_link(&reach) {
        Some(link) => view! { <a href=link>{format::phone(&reach)}</a> }.into_any(),
        None => view! { <span class="breakable">{reach}</span> }.into_any(),
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
    /// Opens the form; none where there is no form.
    #[prop(optional)]
    on_edit: Option<Callback<Contact>>,
) -> impl IntoView {
    let age = contact.age(clock::today());
    let title = contact.title().to_owned();
    let function = (!contact.name.is_empty()).then(|| view! { <p>{contact.function.clone()}</p> });
    view! {
        <li class="card card--flat contact">
            <h3>{title}</h3>
            {function}
            <p>
                <Reach reach=contact.reach.clone() />
            </p>
            <dl class="facts">
                <dt>"Source"</dt>
                <dd>{words::origin(&contact)}</dd>
                <dt>"Personne informée"</dt>
                <dd>{words::informed(&contact)}</dd>
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
    /// Opens the form; none where there is no form.
    on_edit: Option<Callback<Contact>>,
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
    let button = move |label: &'static str, of: String, act: Callback<()>| {
        view! {
            <button type="button" class="button button--plain" on:click=move |_| act.run(())>
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
    let erase = Callback::new(move |()| erasing.ask(contact.get_value()));
    let is_to_inform = contact.with_value(Contact::is_to_inform);
    view! {
        <div class="row">
            {is_to_inform.then(|| button("Informée aujourd’hui", of.clone(), inform))}
            {(age != Age::Recent).then(|| button("Vérifié aujourd’hui", of.clone(), confirm))}
            {on_edit
                .map(|edit| button("Modifier", of.clone(), Callback::new(move |()| edit.run(contact.get_value()))))}
            {button("Effacer", of.clone(), erase)}
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
