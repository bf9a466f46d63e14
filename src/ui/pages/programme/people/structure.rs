//! A structure: who to speak with, what was done, what is asked from the commissioner, who comes of it.

use super::super::board::{Board, NotHere};
use super::sheets::structures;
use super::structure_acts::NoteToday;
use super::structure_people::PeopleOf;
use crate::domain::programme::id::StructureId;
use crate::domain::programme::structure::{Asked, Structure, ask, remind};
use crate::records::{ChangeSet, DELETED};
use crate::route::programme::ProgrammeRoute;
use crate::text::format;
use crate::text::programme as words;
use crate::text::programme_structures as text;
use crate::ui::components::CopyText;
use crate::ui::components::{Notice, Page, Tone};
use crate::ui::save::Undoable;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a structure.
#[component]
pub fn StructurePage(
    /// The cycle.
    board: Board,
    /// Which one.
    id: StructureId,
) -> impl IntoView {
    let structure = {
        let id = id.clone();
        Memo::new(move |_| board.programme.with(|programme| programme.structure(&id).cloned()))
    };
    let is_here = Memo::new(move |_| structure.with(Option::is_some));
    view! {
        <Show
            when=move || is_here.get()
            fallback=|| view! { <NotHere what="Cette structure" back=structures() /> }
        >
            <Shown board id=id.clone() structure />
        </Show>
    }
}

#[component]
fn Shown(
    /// The cycle.
    board: Board,
    /// Which one.
    id: StructureId,
    /// The same, followed.
    structure: Memo<Option<Arc<Structure>>>,
) -> impl IntoView {
    let title =
        Signal::derive(move || structure.with(|one| one.as_ref().map(|it| it.name.clone()).unwrap_or_default()));
    let lead = move || {
        structure.with(|one| {
            let kind = one.as_ref()?.kind;
            Some(kind.map_or("Type à compléter", words::structure_kind).to_owned())
        })
    };
    let taken = {
        let id = id.clone();
        Memo::new(move |_| {
            board.programme.with(|programme| programme.taken_by_structure().get(&id).copied().unwrap_or_default())
        })
    };
    let invitation = move || {
        structure.with(|one| {
            let said = |programme: &Arc<_>| one.as_ref().map(|it| text::invitation(programme, it, board.today));
            board.programme.with(said).unwrap_or_default()
        })
    };
    view! {
        <Page title lead=Signal::derive(lead) back=structures()>
            {move || structure.get().map(|it| view! { <Standing board it taken=taken.get() /> })}
            <section class="stack screen-only" aria-labelledby="noter">
                <h2 id="noter">"Noter un contact"</h2>
                <NoteToday board id=id.clone() name=title />
            </section>
            {move || structure.get().map(|it| view! { <Facts board it /> })}
            <AskedPart board id=id.clone() structure />
            <PeopleOf board id=id.clone() />
            <section class="stack screen-only" aria-labelledby="inviter">
                <h2 id="inviter">"Inviter"</h2>
                <p>"Une base à relire\u{a0}: les dates où il reste des places, et ce qu’il faut pour inscrire quelqu’un."</p>
                <CopyText
                    id="invitation"
                    label="Texte de l’invitation"
                    act="Copier l’invitation"
                    text=Signal::derive(invitation)
                />
            </section>
            <Removal board id=id.clone() />
        </Page>
    }
}

/// Where its mobilisation stands.
#[component]
fn Standing(
    /// The cycle.
    board: Board,
    /// The structure.
    it: Arc<Structure>,
    /// How many of its people have a place.
    taken: usize,
) -> impl IntoView {
    let remind = text::to_remind(it.remind_from(taken), board.today);
    view! {
        <p class="row">
            <span class="chip">{words::mobilised(it.mobilised(taken))}</span>
            <span>{text::last_act(&it)} "."</span>
            <span>{text::seats(it.seats, taken)} "."</span>
        </p>
        {remind
            .map(|said| {
                view! {
                    <Notice tone=Tone::Caution title=said>
                        <p>"L’invitation est partie depuis deux semaines, et personne de cette structure n’a de place."</p>
                    </Notice>
                }
            })}
    }
}

/// What was written of it.
#[component]
fn Facts(
    /// The cycle.
    board: Board,
    /// The structure.
    it: Arc<Structure>,
) -> impl IntoView {
    let commune = it.commune.as_ref().and_then(|code| board.communes.by_code(code)).map(|it| it.name.clone());
    let date = |on: Option<chrono::NaiveDate>| on.map(|on| format::date(on).into_any());
    let plain = |text: &str| (!text.is_empty()).then(|| text.to_owned().into_any());
    let email = (!it.email.is_empty())
        .then(|| view! { <a href=format!("mailto:{}", it.email)>{it.email.clone()}</a> }.into_any());
    let phone = (!it.phone.is_empty()).then(|| match format::phone_link(&it.phone) {
        Some(link) => view! { <a href=link>{format::phone(&it.phone)}</a> }.into_any(),
        None => it.phone.clone().into_any(),
    });
    let key = it.id.key().ok();
    let reminder = move |on: &chrono::NaiveDate| {
        let (on, key) = (*on, key.clone());
        let take_away = move |_| {
            let Some(key) = &key else { return };
            let done = Undoable {
                title: "Relance retirée".to_owned(),
                body: String::new(),
                take_back: "Annuler",
                taken_back: "Relance rétablie",
            };
            board.saver.save_undoable(remind(key, on, false), done, || {});
        };
        view! {
            <li class="row">
                <span>{format::date(on)}</span>
                <button type="button" class="button button--plain screen-only" on:click=take_away>
                    "Retirer"
                    <span class="visually-hidden">" la relance du " {format::date(on)}</span>
                </button>
            </li>
        }
    };
    let reminders = it.reminders.iter().map(reminder).collect_view();
    let reminders = (!it.reminders.is_empty()).then(|| view! { <ul role="list">{reminders}</ul> }.into_any());
    let facts = [
        ("Personne à contacter", plain(&it.contact)),
        ("Courriel", email),
        ("Téléphone", phone),
        ("Commune", commune.map(IntoAny::into_any)),
        ("Contactée le", date(it.contacted_on)),
        ("Invitée le", date(it.invited_on)),
        ("Relances", reminders),
        ("Places proposées", it.seats.map(|seats| seats.to_string().into_any())),
        ("Notes", plain(&it.note)),
    ];
    // What is not filled is not shown.
    let fact = |(name, value): (&'static str, Option<AnyView>)| {
        let value = value?;
        Some(view! {
            <dt>{name}</dt>
            <dd class="breakable">{value}</dd>
        })
    };
    let facts: Vec<_> = facts.into_iter().filter_map(fact).collect();
    let is_blank = facts.is_empty();
    let facts = match is_blank {
        true => view! { <p>"Rien n’est renseigné pour l’instant."</p> }.into_any(),
        false => view! { <dl class="facts">{facts}</dl> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby="fiche">
            <h2 id="fiche">"La fiche"</h2>
            {facts}
            <p class="screen-only">
                <a class="button" href=ProgrammeRoute::StructureEdit(it.id.clone()).to_hash()>
                    "Modifier la structure"
                </a>
            </p>
        </section>
    }
}

/// What is asked from the commissioner about it.
#[component]
fn AskedPart(
    /// The cycle.
    board: Board,
    /// Which one.
    id: StructureId,
    /// The same, followed.
    structure: Memo<Option<Arc<Structure>>>,
) -> impl IntoView {
    let key = StoredValue::new(id.key().ok());
    let on = move |what: Asked| {
        structure.with(|one| {
            one.as_ref().and_then(|it| it.asked.iter().find(|(asked, _)| *asked == what).map(|(_, on)| *on))
        })
    };
    let line = move |what: Asked| {
        let asked_on = move || on(what);
        let act = move |_| {
            let Some(key) = key.get_value() else { return };
            let is_asked = untrack(asked_on).is_some();
            let done = Undoable {
                title: if is_asked { "Demande retirée" } else { "Demande notée" }.to_owned(),
                body: String::new(),
                take_back: "Annuler",
                taken_back: "C’est annulé",
            };
            let changes = ask(&key, what, (!is_asked).then_some(board.today));
            board.saver.save_undoable(changes, done, || {});
        };
        view! {
            <li class="row">
                <span>
                    {words::asked(what)}
                    {move || asked_on().map(|on| format!("\u{a0}: demandé le {}", format::date(on)))}
                </span>
                <button type="button" class="button button--plain screen-only" on:click=act>
                    {move || if asked_on().is_some() { "Retirer la demande" } else { "Demandé aujourd’hui" }}
                    <span class="visually-hidden">"\u{a0}: " {words::asked(what)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="demandes">
            <h2 id="demandes">"Demandes au Département"</h2>
            <ul role="list" class="stack stack--tight">
                {Asked::ALL.map(line).collect_view()}
            </ul>
        </section>
    }
}

/// Taking it away; those who name it are said first.
#[component]
fn Removal(
    /// The cycle.
    board: Board,
    /// Which one.
    id: StructureId,
) -> impl IntoView {
    let counted = id.clone();
    let named_by = Memo::new(move |_| {
        let is_of_it = |structure: &Option<StructureId>| structure.as_ref() == Some(&counted);
        board.programme.with(|programme| programme.people.iter().filter(|person| is_of_it(&person.structure)).count())
    });
    let remove = move |_| {
        let Ok(key) = id.key() else { return };
        let done = Undoable {
            title: "Structure supprimée".to_owned(),
            body: text::named_by(named_by.get_untracked()).unwrap_or_default(),
            take_back: "Annuler la suppression",
            taken_back: "Structure rétablie",
        };
        let changes = ChangeSet::one(&key, DELETED, Some(&true));
        board.saver.save_undoable_then_leave(changes, done, &ProgrammeRoute::Structures.to_hash());
    };
    view! {
        <section class="stack stack--tight screen-only" aria-labelledby="retirer">
            <h2 id="retirer">"Retirer cette structure"</h2>
            {move || text::named_by(named_by.get()).map(|said| view! { <p>{said}</p> })}
            <p>
                <button type="button" class="button" on:click=remove>
                    "Supprimer la structure"
                </button>
            </p>
        </section>
    }
}
