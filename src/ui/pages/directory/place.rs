//! A place's sheet: how to reach it first, then when, what for, and how far to trust what is said.

use super::carry::Carry;
use super::contact::Contact;
use super::elsewhere::Elsewhere;
use super::local::{Known, LocalLife};
use super::orient::OrientHere;
use super::sources::LoadFailure;
use super::week::OpeningHours;
use crate::browser::clock;
use crate::chart::qr;
use crate::content::typologies::typologies;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::completeness::missing;
use crate::domain::directory::local::correction::corrected;
use crate::domain::directory::local::model::{Closure, PlaceLife, Verification};
use crate::domain::directory::nearest::{Freshness, is_fresh};
use crate::domain::directory::place::{Place, PlaceId};
use crate::domain::directory::typology::Typologies;
use crate::route::Route;
use crate::text::{directory, format, local, place_sheet, places};
use crate::ui::components::{BackTo, Notice, Page, Tone};
use crate::ui::directory::{LoadedDirectory, Places};
use crate::ui::pages::ecosystem::PlaceContacts;
use crate::ui::pages::teaching::ToolsOfPlace;
use leptos::prelude::*;

/// A place as the files describe it.
#[derive(Clone, Debug, PartialEq)]
struct Imported {
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

impl Imported {
    fn of(directory: &Directory, id: &PlaceId) -> Option<Self> {
        let place = directory.imports().place(id)?.clone();
        let source = directory.source_of(id).map(|source| Source {
            name: source.name.clone(),
            told: format!("{}, importé le {}", source.name, format::date(source.current.imported_on)),
        });
        Some(Self { place, source: source.unwrap_or_default() })
    }
}

/// What is known here of a place of the directory, followed.
fn life_of(known: Places, id: &PlaceId) -> Option<PlaceLife> {
    let directory = known.get().ready()?;
    known.lives().in_directory(directory.imports(), id)
}

/// The sheet of a place.
#[component]
pub fn PlacePage(
    /// Its identifier.
    id: PlaceId,
) -> impl IntoView {
    let known = Places::expect();
    let sought = id.clone();
    // While another edition is read, the sheet stays, with what is being typed there.
    let imported = Memo::new(move |before: Option<&Option<Imported>>| match known.get() {
        LoadedDirectory::Ready(directory) => Imported::of(&directory, &sought),
        LoadedDirectory::Loading => before.cloned().flatten(),
        LoadedDirectory::None | LoadedDirectory::Failed(_) => None,
    });
    let is_loading = Memo::new(move |_| matches!(known.get(), LoadedDirectory::Loading));
    let has_failed = Memo::new(move |_| matches!(known.get(), LoadedDirectory::Failed(_)));
    let sought = id.clone();
    let name = Memo::new(move |_| {
        let directory = known.get().ready()?;
        directory.place(&sought).map(|place| (place.name.clone(), place.commune.clone()))
    });
    let title = move || name.get().map_or_else(|| "Lieu".to_owned(), |(name, _)| name);
    let lead = move || name.get().map(|(_, commune)| commune);
    let back = BackTo::new(Route::Directory(known.query.get_untracked()), "Annuaire");
    view! {
        <Page title=Signal::derive(title) lead=Signal::derive(lead) back>
            {move || match (imported.get(), untrack(|| life_of(known, &id))) {
                (Some(imported), Some(life)) => view! { <Sheet imported life /> }.into_any(),
                _ if is_loading.get() => view! { <p>"Lecture de l’annuaire…"</p> }.into_any(),
                _ if has_failed.get() => view! { <LoadFailure /> }.into_any(),
                _ => view! { <Unknown /> }.into_any(),
            }}
        </Page>
    }
}

/// No source that reads describes this place.
#[component]
fn Unknown() -> impl IntoView {
    let known = Places::expect();
    let (title, body) = match untrack(|| known.is_read_in_part()) {
        true => (
            "Ce lieu n’est pas dans ce qui a pu être lu",
            "Un annuaire de cet appareil ne peut pas être lu\u{a0}: il le décrit peut-être. Ce que vous avez noté est gardé.",
        ),
        false => (
            "Ce lieu n’est dans aucun annuaire de cet appareil",
            "L’annuaire a peut-être été remplacé ou retiré depuis.",
        ),
    };
    view! {
        <Notice tone=Tone::Caution title>
            <p>{body} " " <a href=Route::directory().to_hash()>"Chercher dans l’annuaire"</a></p>
        </Notice>
    }
}

/// The sheet itself: what the files say, corrected by what is known here. What one types stays while that changes.
#[component]
fn Sheet(
    /// The place and its source.
    imported: Imported,
    /// What is known of it when the sheet is opened.
    life: PlaceLife,
) -> impl IntoView {
    let Imported { place, source } = imported;
    let known = Places::expect();
    let id = place.id.clone();
    let contacts_of = id.clone();
    let life = Memo::new(move |before: Option<&PlaceLife>| {
        life_of(known, &id).or_else(|| before.cloned()).unwrap_or_else(|| life.clone())
    });
    let known_here = Known::new(place.clone(), life);
    let described = Memo::new(move |_| life.with(|life| corrected(&place, life)));
    let today = clock::today();
    let freshness = Memo::new(move |_| {
        let is_verified = life.with(|life| life.verified.as_ref().is_some_and(|check| is_fresh(check.on, today)));
        described.with(|place| Freshness::of(place.updated_on, today, is_verified))
    });
    let closed = Memo::new(move |_| life.with(|life| life.closed.clone()));
    let is_closed = Memo::new(move |_| closed.with(Option::is_some));
    let checked = Memo::new(move |_| life.with(|life| life.verified.clone()));
    let printed = format!("Imprimé le {} depuis Repères {}", format::date(today), env!("CARGO_PKG_VERSION"));
    let description = move || {
        let place = described.get();
        let code = qr::draw(&place_sheet::contact(&place));
        view! {
            <Warnings place=place.clone() freshness=freshness.get() closed=closed.get() />
            <div class="sheet__columns">
                <Contact place=place.clone() code=code.clone() />
                <OpeningHours hours=place.hours.clone() is_closed=is_closed.get() />
                <Offer place=place.clone() />
                <Carry place closed=closed.get() code />
            </div>
        }
    };
    let source_name = StoredValue::new(source.name);
    let told = source.told;
    let origin = move || {
        view! { <Origin place=described.get() source=told.clone() freshness=freshness.get() checked=checked.get() /> }
    };
    view! {
        <div class="sheet">
            {description}
            <LocalLife known=known_here />
            <PlaceContacts id=contacts_of />
            <Show when=move || !is_closed.get() && !described.with(Place::is_closed_to_public)>
                <OrientHere place=described source=source_name.get_value() />
            </Show>
            {origin}
            <Elsewhere place=untrack(|| described.get()) />
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
    /// When someone here knows it to be closed.
    closed: Option<Closure>,
) -> impl IntoView {
    let is_gone = closed.is_some();
    let gone = closed.map(|closure| {
        view! {
            <Notice tone=Tone::Caution title=local::closed(&closure)>
                <p>"Ce lieu n’est plus proposé pour orienter."</p>
            </Notice>
        }
    });
    let call = (!is_gone && freshness.asks_for_a_call()).then(|| directory::freshness(freshness));
    let closed = !is_gone && place.is_closed_to_public();
    let itinerant = !is_gone && place.is_itinerant();
    view! {
        {gone}
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
                    <Notice tone=Tone::Caution title=directory::NO_PUBLIC>
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
    let none = Typologies::default();
    let facts = places::offer(&place, typologies().unwrap_or(&none));
    let programmes = place.programmes.known.clone();
    let texts =
        [place.summary, place.detail].map(|text| (!text.is_empty()).then(|| view! { <p class="prose">{text}</p> }));
    view! {
        <section class="card sheet__offer" aria-labelledby="offre">
            <h2 id="offre">"Ce que ce lieu propose"</h2>
            {texts}
            {if facts.is_empty() {
                view! { <p>"L’annuaire ne le dit pas."</p> }.into_any()
            } else {
                view! { <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl> }.into_any()
            }}
            <ToolsOfPlace programmes />
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
    /// The last check by someone here.
    checked: Option<Verification>,
) -> impl IntoView {
    let updated =
        place.updated_on.map_or_else(|| "Date non renseignée".to_owned(), |on| format!("Le {}", format::date(on)));
    let checked = (freshness == Freshness::Verified).then_some(checked).flatten();
    view! {
        <section class="stack stack--tight" aria-labelledby="origine">
            <h2 id="origine">"D’où vient cette fiche"</h2>
            <dl class="facts">
                <dt>"Annuaire"</dt>
                <dd>{source}</dd>
                {(!place.source.is_empty()).then(|| view! { <dt>"Collecte"</dt> <dd>{place.source.clone()}</dd> })}
                <dt>"Mise à jour par l’annuaire"</dt>
                <dd>{updated}</dd>
                {checked
                    .map(|checked| view! { <dt>"Vérifiée ici"</dt> <dd>{format::capitalised(&local::checked(&checked))}</dd> })}
                <dt class="screen-only">"Complétude"</dt>
                <dd class="screen-only">{place_sheet::completeness(&missing(&place))}</dd>
                {(!place.parent.is_empty()).then(|| view! { <dt>"Structure"</dt> <dd>{place.parent.clone()}</dd> })}
            </dl>
        </section>
    }
}
