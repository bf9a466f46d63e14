//! An actor's sheet: what it is for, whom to ask for, how it is linked to others, what is known of it and since when.

use super::actor_acts::{Acts, ShowAgain};
use super::contacts::Contacts;
use super::foot::PrintedFoot;
use super::known::{Known, back, list};
use super::links::Links;
use super::results::SeePlaces;
use crate::browser::dom;
use crate::domain::ecosystem::contact::About;
use crate::domain::ecosystem::known::{KnownActor, Origin};
use crate::domain::ecosystem::model::{Actor, ActorId, Fact};
use crate::route::Route;
use crate::text::{ecosystem as text, format};
use crate::ui::components::{Icon, Notice, Page, Pictogram, Tone};
use crate::ui::pages::teaching::ToolOfActor;
use leptos::prelude::*;

/// The sheet of an actor.
#[component]
pub fn ActorPage(
    /// What is known.
    known: Known,
    /// Its identifier.
    id: ActorId,
) -> impl IntoView {
    let actor = known.actor(id.clone());
    let is_known = Memo::new(move |_| actor.with(Option::is_some));
    let title = move || {
        actor.with(|actor| actor.as_ref().map_or_else(|| "Acteur".to_owned(), |known| known.actor.name.clone()))
    };
    let lead = move || {
        actor.with(|actor| {
            let actor = &actor.as_ref()?.actor;
            Some(format!("{}, {}", text::kind(actor.kind), text::territory(actor.territory)))
        })
    };
    view! {
        <Page title=Signal::derive(title) lead=Signal::derive(lead) back=back()>
            <Show when=move || is_known.get() fallback=|| view! { <Unknown /> }>
                <Sheet known id=id.clone() actor />
            </Show>
        </Page>
    }
}

/// Nobody of that name here.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Cet acteur n’est pas sur cet appareil">
            <p>
                "Il a pu être retiré, ou ajouté sur un autre poste. "
                <a href=list().to_hash()>"Voir tous les acteurs"</a>
            </p>
        </Notice>
    }
}

/// The sheet itself.
#[component]
fn Sheet(
    /// What is known.
    known: Known,
    /// The actor.
    id: ActorId,
    /// The same, as it is known.
    actor: Memo<Option<KnownActor>>,
) -> impl IntoView {
    let about = About::Actor(id.clone());
    view! {
        <div class="stack stack--wide">
            <p class="screen-only">
                <button type="button" class="button button--primary" on:click=|_| dom::print()>
                    <Pictogram icon=Icon::Print />
                    "Imprimer la fiche"
                </button>
            </p>
            {move || actor.get().map(|it| view! { <Standing known it /> })}
            {move || actor.get().map(|it| view! { <Purpose known it /> })}
            <Contacts known about />
            <Links known id=id.clone() />
            {move || actor.get().map(|it| view! { <Facts facts=it.actor.facts /> })}
            <Acts known id actor />
            <PrintedFoot />
        </div>
    }
}

/// What became of it, and that it was set aside.
#[component]
fn Standing(
    /// What is known.
    known: Known,
    /// The actor.
    it: KnownActor,
) -> impl IntoView {
    let KnownActor { actor, is_hidden, .. } = it;
    let successors: Vec<(ActorId, String)> = known.with(|ecosystem| {
        actor.status.successors().iter().map(|id| (id.clone(), ecosystem.name(id).to_owned())).collect()
    });
    let link = |(id, name): (ActorId, String)| {
        view! {
            <li>
                <a href=Route::Actor(id).to_hash()>{name}</a>
            </li>
        }
    };
    let became = text::status(&actor.status).map(|title| {
        view! {
            <Notice tone=Tone::Info title>
                {(!successors.is_empty())
                    .then(|| {
                        view! {
                            <p>"Aujourd’hui, adressez-vous à :"</p>
                            <ul role="list" class="list-links">{successors.into_iter().map(link).collect_view()}</ul>
                        }
                    })}
            </Notice>
        }
    });
    view! {
        {became}
        {is_hidden
            .then(|| {
                view! {
                    <Notice tone=Tone::Caution title="Cet acteur est masqué">
                        <p>"Il n’est ni dans les listes, ni dans le tableau, ni dans l’image du réseau."</p>
                        <ShowAgain id=actor.id.clone() />
                    </Notice>
                }
            })}
    }
}

/// What it is for, and the function to ask for.
#[component]
fn Purpose(
    /// What is known.
    known: Known,
    /// The actor.
    it: KnownActor,
) -> impl IntoView {
    let KnownActor { actor, origin, note, .. } = it;
    let missions = missions(known, &actor);
    let tool = view! { <ToolOfActor actor=actor.clone() /> };
    let Actor { name, role, ask_for, also, territory, places, .. } = actor;
    let origin = match origin {
        Origin::Delivered => "Fournie avec Repères",
        Origin::Corrected => "Fournie avec Repères, corrigée ici",
        Origin::Added => "Ajoutée ici",
    };
    let fact = |term: &'static str, words: String| {
        (!words.is_empty()).then(|| {
            view! {
                <dt>{term}</dt>
                <dd class="prose">{words}</dd>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="role">
            <h2 id="role">"Son rôle"</h2>
            <p class="prose">{role}</p>
            <dl class="facts">
                {fact("Demander", ask_for)}
                {places
                    .map(|search| {
                        view! {
                            <dt class="screen-only">"Où aller"</dt>
                            <dd class="screen-only spaced-links">
                                <SeePlaces search name />
                            </dd>
                        }
                    })} {tool} <dt>"Missions"</dt> <dd>
                    <ul role="list" class="spaced-links">{missions}</ul>
                </dd> {fact("Territoire", text::territory(territory).to_owned())}
                {fact("Dit aussi", format::list(&also))} {fact("Note", note)} {fact("Fiche", origin.to_owned())}
            </dl>
        </section>
    }
}

fn missions(known: Known, actor: &Actor) -> Vec<AnyView> {
    let link = |mission| {
        let href = Route::Ecosystem { query: String::new(), mission: Some(mission) }.to_hash();
        view! {
            <li>
                <a href=href>{known.mission(mission)}</a>
            </li>
        }
        .into_any()
    };
    actor.missions.iter().copied().map(link).collect()
}

/// What is known of it, each at its date.
#[component]
fn Facts(
    /// The facts.
    facts: Vec<Fact>,
) -> impl IntoView {
    let fact = |fact: Fact| {
        view! {
            <li>
                <strong>{format::capitalised(&text::at(fact.on))} "\u{a0}: "</strong>
                {fact.text}
                {text::fact_status(fact.status).map(|status| view! { " " <span class="chip chip--caution">{status}</span> })}
            </li>
        }
    };
    (!facts.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight" aria-labelledby="faits">
                <h2 id="faits">"Ce qui est connu, et depuis quand"</h2>
                <ul role="list" class="stack stack--tight">
                    {facts.into_iter().map(fact).collect_view()}
                </ul>
            </section>
        }
    })
}
