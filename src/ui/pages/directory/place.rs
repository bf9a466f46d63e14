//! A place's sheet: how to reach it first, then when, what for, and how far to trust what is said.

use super::carry::Carry;
use super::contact::Contact;
use super::elsewhere::Elsewhere;
use super::orient::OrientHere;
use super::week::OpeningHours;
use crate::browser::clock;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::completeness::missing;
use crate::domain::directory::nearest::Freshness;
use crate::domain::directory::place::{Place, PlaceId};
use crate::route::Route;
use crate::text::{directory, format, place_sheet, places};
use crate::ui::components::{BackTo, Notice, Page, Tone};
use crate::ui::directory::{LoadedDirectory, Places};
use leptos::prelude::*;

/// What the sheet shows.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    place: Place,
    source: Source,
}

/// The directory a place comes from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Source {
    name: String,
    /// With the day of its import.
    told: String,
}

impl Shown {
    fn of(directory: &Directory, id: &PlaceId) -> Option<Self> {
        let place = directory.place(id)?.clone();
        let source = directory.source_of(id).map(|source| Source {
            name: source.name.clone(),
            told: format!("{}, importé le {}", source.name, format::date(source.current.imported_on)),
        });
        Some(Self { place, source: source.unwrap_or_default() })
    }
}

/// The sheet of a place.
#[component]
pub fn PlacePage(
    /// Its identifier.
    id: PlaceId,
) -> impl IntoView {
    let known = Places::expect();
    let shown = Memo::new(move |_| known.get().ready().and_then(|directory| Shown::of(&directory, &id)));
    let title =
        move || shown.with(|shown| shown.as_ref().map_or_else(|| "Lieu".to_owned(), |it| it.place.name.clone()));
    let lead = move || shown.with(|shown| shown.as_ref().map(|shown| shown.place.commune.clone()));
    let back = BackTo::new(Route::Directory(known.query.get_untracked()), "Annuaire");
    view! {
        <Page title=Signal::derive(title) lead=Signal::derive(lead) back>
            {move || match (shown.get(), known.get()) {
                (Some(shown), _) => view! { <Sheet shown /> }.into_any(),
                (None, LoadedDirectory::Loading) => view! { <p>"Lecture de l’annuaire…"</p> }.into_any(),
                (None, _) => view! { <Unknown /> }.into_any(),
            }}
        </Page>
    }
}

/// No source describes this place any more.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <Notice tone=Tone::Caution title="Ce lieu n’est dans aucun annuaire de cet appareil">
            <p>
                "L’annuaire a peut-être été remplacé ou retiré depuis. "
                <a href=Route::directory().to_hash()>"Chercher dans l’annuaire"</a>
            </p>
        </Notice>
    }
}

/// The sheet itself.
#[component]
fn Sheet(
    /// The place and its source.
    shown: Shown,
) -> impl IntoView {
    let Shown { place, source } = shown;
    let today = clock::today();
    let freshness = Freshness::of(place.updated_on, today, false);
    let printed = format!("Imprimé le {} depuis Repères {}", format::date(today), env!("CARGO_PKG_VERSION"));
    view! {
        <div class="sheet">
            <Warnings place=place.clone() freshness />
            <div class="sheet__columns">
                <Contact place=place.clone() />
                <OpeningHours hours=place.hours.clone() />
            </div>
            <Offer place=place.clone() />
            <Carry place=place.clone() />
            <OrientHere place=place.clone() source=source.name />
            <Origin place=place.clone() source=source.told freshness />
            <Elsewhere place />
            <p class="print-only sheet__foot">{printed}</p>
        </div>
    }
}

/// What to know before sending someone there.
#[component]
fn Warnings(
    /// The place.
    place: Place,
    /// How far its description may be relied upon.
    freshness: Freshness,
) -> impl IntoView {
    let call = freshness.asks_for_a_call().then(|| directory::freshness(freshness));
    let closed = place.is_closed_to_public();
    let itinerant = place.is_itinerant();
    view! {
        {call
            .map(|why| {
                view! {
                    <Notice tone=Tone::Caution title=directory::CALL_FIRST>
                        <p>{why}"."</p>
                    </Notice>
                }
            })}
        {closed
            .then(|| {
                view! {
                    <Notice tone=Tone::Caution title="Ce lieu n’accueille pas de public">
                        <p>"Ne proposez pas de s’y rendre."</p>
                    </Notice>
                }
            })}
        {itinerant
            .then(|| {
                view! {
                    <Notice tone=Tone::Info title="Ce lieu se déplace">
                        <p>{directory::ITINERANT_NOTE}"."</p>
                    </Notice>
                }
            })}
    }
}

/// What is offered, to whom, how and for how much.
#[component]
fn Offer(
    /// The place.
    place: Place,
) -> impl IntoView {
    let fact = |fact: places::Fact| {
        view! {
            <dt>{fact.term}</dt>
            <dd>
                <ul role="list">{fact.words.into_iter().map(|word| view! { <li>{word}</li> }).collect_view()}</ul>
            </dd>
        }
    };
    let facts = places::offer(&place);
    let texts =
        [place.summary, place.detail].map(|text| (!text.is_empty()).then(|| view! { <p class="prose">{text}</p> }));
    view! {
        <section class="card" aria-labelledby="offre">
            <h2 id="offre">"Ce que ce lieu propose"</h2>
            {texts}
            {if facts.is_empty() {
                view! { <p>"L’annuaire ne le dit pas."</p> }.into_any()
            } else {
                view! { <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl> }.into_any()
            }}
        </section>
    }
}

/// Where the description comes from, and from when.
#[component]
fn Origin(
    /// The place.
    place: Place,
    /// The directory it is shown from.
    source: String,
    /// How far it may be relied upon.
    freshness: Freshness,
) -> impl IntoView {
    let updated = match freshness {
        Freshness::Recent { since } | Freshness::Old { since } => {
            format::capitalised(&format!("le {}", format::date(since)))
        }
        Freshness::Verified | Freshness::Undated => directory::freshness(freshness),
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="origine">
            <h2 id="origine">"D’où vient cette fiche"</h2>
            <dl class="facts">
                <dt>"Annuaire"</dt>
                <dd>{source}</dd>
                {(!place.source.is_empty()).then(|| view! { <dt>"Collecte"</dt> <dd>{place.source.clone()}</dd> })}
                <dt>"Fiche mise à jour"</dt>
                <dd>{updated}</dd>
                <dt>"Complétude"</dt>
                <dd>{place_sheet::completeness(&missing(&place))}</dd>
                {(!place.parent.is_empty()).then(|| view! { <dt>"Structure"</dt> <dd>{place.parent.clone()}</dd> })}
            </dl>
        </section>
    }
}
