//! Everything that is known of somebody.

use super::super::board::{Board, NotHere};
use super::erasing::{EraseDialogs, Erasing, Said};
use super::person_acts::Acts;
use super::person_places::Places;
use super::person_priority::PriorityPart;
use super::sheets::people;
use crate::browser::location;
use crate::domain::programme::id::ProfessionalId;
use crate::domain::programme::person::Professional;
use crate::route::programme::ProgrammeRoute;
use crate::text::format;
use crate::text::programme as words;
use crate::text::programme_people as text;
use crate::ui::components::{Messages, Notice, Page, Tone};
use leptos::prelude::*;
use std::sync::Arc;

/// Somebody, followed; none when they are not here any more.
pub type Followed = Memo<Option<Arc<Professional>>>;

/// The page of somebody.
#[component]
pub fn PersonPage(
    /// The cycle.
    board: Board,
    /// Who.
    id: ProfessionalId,
) -> impl IntoView {
    let messages = Messages::expect();
    let person: Followed = {
        let id = id.clone();
        Memo::new(move |_| board.programme.with(|programme| programme.person(&id).cloned()))
    };
    let is_here = Memo::new(move |_| person.with(Option::is_some));
    let erasing = Erasing::new();
    let left = Callback::new(move |said: Said| {
        messages.done_on_arrival(said.0, said.1);
        location::replace(&ProgrammeRoute::People.to_hash());
    });
    view! {
        <Show
            when=move || is_here.get()
            fallback=|| view! { <NotHere what="Cette personne" back=people() /> }
        >
            <Person board person id=id.clone() erasing />
        </Show>
        // Beside what goes away with the person: what follows must still be said.
        <EraseDialogs erasing then=left />
    }
}

#[component]
fn Person(
    /// The cycle.
    board: Board,
    /// Who, followed.
    person: Followed,
    /// Who.
    id: ProfessionalId,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let title = move || person.with(|person| person.as_ref().map(|it| it.name()).unwrap_or_default());
    let lead = move || person.with(|person| person.as_ref().and_then(|it| lead(board, it)));
    let restricted = move || {
        let kept = person.with(|person| person.as_ref().and_then(|it| it.restricted.clone()));
        kept.map(|kept| {
            view! {
                <Notice tone=Tone::Caution title="Gardée seulement comme preuve">
                    <p>{text::restricted(&kept, board.today)}</p>
                </Notice>
            }
        })
    };
    view! {
        <Page title=Signal::derive(title) lead=Signal::derive(lead) back=people()>
            {restricted}
            {move || person.get().map(|it| view! { <Facts board it /> })}
            <PriorityPart board person />
            <Places board person id=id.clone() />
            <Acts board id erasing />
        </Page>
    }
}

/// What they do, and where.
fn lead(board: Board, person: &Professional) -> Option<String> {
    let structure = board.programme.with(|programme| programme.structure_of(person).map(|it| it.name.clone()));
    let parts: Vec<String> = [person.function.clone(), structure.unwrap_or_default()].into();
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What was written of them.
#[component]
fn Facts(
    /// The cycle.
    board: Board,
    /// Who.
    it: Arc<Professional>,
) -> impl IntoView {
    let structure = it.structure.clone().map(|id| {
        let known = board.now().structure(&id).cloned();
        match known {
            Some(one) => {
                let kind = one.kind.map_or("type à compléter", words::structure_kind_short);
                view! {
                    <a href=ProgrammeRoute::Structure(id).to_hash()>{one.name.clone()}</a>
                    " ("
                    {kind}
                    ")"
                }
                .into_any()
            }
            None => "Structure supprimée".into_any(),
        }
    });
    let commune = it.commune.as_ref().and_then(|code| board.communes.by_code(code)).map(|it| it.name.clone());
    let email = (!it.email.is_empty())
        .then(|| view! { <a href=format!("mailto:{}", it.email)>{it.email.clone()}</a> }.into_any());
    let phone = (!it.phone.is_empty()).then(|| match format::phone_link(&it.phone) {
        Some(link) => view! { <a href=link>{format::phone(&it.phone)}</a> }.into_any(),
        None => it.phone.clone().into_any(),
    });
    let plain = |text: &str| (!text.is_empty()).then(|| text.to_owned().into_any());
    let facts = [
        ("Structure", structure),
        ("Fonction", plain(&it.function)),
        ("En poste depuis le", it.hired_on.map(|on| format::date(on).into_any())),
        ("Commune de travail", commune.map(IntoAny::into_any)),
        ("Courriel", email),
        ("Téléphone", phone),
    ];
    let fact = |(name, value): (&'static str, Option<AnyView>)| {
        view! {
            <dt>{name}</dt>
            <dd>{value.unwrap_or_else(|| view! { <span class="hint">"À compléter"</span> }.into_any())}</dd>
        }
    };
    let (needs, edit) = (it.needs.clone(), ProgrammeRoute::PersonEdit(it.id.clone()).to_hash());
    let needs = (!needs.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Info title="Aménagements demandés">
                <p class="breakable">{needs}</p>
            </Notice>
        }
    });
    view! {
        {needs}
        <section class="stack" aria-labelledby="fiche">
            <h2 id="fiche">"La fiche"</h2>
            <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl>
            <p class="screen-only">
                <a class="button" href=edit>
                    "Modifier la fiche"
                </a>
            </p>
        </section>
    }
}
