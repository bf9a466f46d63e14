//! What the search finds, followed.

use crate::browser::clock;
use crate::browser::pause::Breath;
use crate::content::communes::communes;
use crate::domain::directory::collection::Directory;
use crate::domain::directory::nearest::{Distance, Freshness};
use crate::domain::directory::place::Place;
use crate::domain::directory::query::Conditions;
use crate::domain::directory::schedules::ScheduleReader;
use crate::domain::directory::selection::{Circumstances, Matches, Selection};
use crate::ui::directory::Places;
use leptos::prelude::*;
use std::sync::Arc;

/// The places found, the first of them ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many places.
    pub total: usize,
    /// They are near to what was typed, which is nowhere.
    pub forgives: bool,
    /// The first of them.
    pub shown: Vec<FoundPlace>,
}

/// A place of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundPlace {
    pub place: Place,
    /// From where one asked to look.
    pub distance: Option<Distance>,
    pub standing: Standing,
}

/// What people here know of a place, and how far its description may be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// Someone here knows it to be closed.
    pub is_closed: bool,
    pub is_favourite: bool,
    pub freshness: Freshness,
}

impl Found {
    /// The places at these positions, the first `limit` of them ready to be shown.
    pub fn of(known: Places, directory: &Directory, selection: &Selection, positions: &[usize], limit: usize) -> Self {
        let today = clock::today();
        let (verified, favourites) = (known.verified(), known.favourites());
        let shown = positions.iter().take(limit).filter_map(|position| {
            let place = directory.at(*position)?.clone();
            let standing = Standing {
                is_closed: directory.is_closed_at(*position),
                is_favourite: favourites.contains(&place.id),
                freshness: Freshness::of(place.updated_on, today, verified.contains(&place.id)),
            };
            Some(FoundPlace { place, distance: selection.distance(*position), standing })
        });
        Self { total: positions.len(), forgives: false, shown: shown.collect() }
    }
}

/// What the search of the page finds.
#[derive(Clone, Copy)]
pub struct Finding {
    /// None before the directory, or the opening hours that were asked, are read.
    pub found: Memo<Option<Found>>,
    /// Which places meet the conditions, and how far they are.
    pub selection: Memo<Option<Arc<Selection>>>,
    /// Every place found, in order.
    pub positions: Memo<Option<Arc<Vec<usize>>>>,
    /// The opening hours are being read.
    pub reads_hours: Memo<bool>,
}

impl Finding {
    /// Follows what is looked for; `shown` has at most `limit` places.
    pub fn follow(known: Places, limit: RwSignal<usize>) -> Self {
        let conditions = Memo::new(move |_| known.query.with(|query| query.conditions.clone()));
        let asks_hours = Memo::new(move |_| conditions.with(|conditions| conditions.opening.is_some()));
        // Read once, and only for whoever asks: in turns, since the notation is slow to read.
        let hours = LocalResource::new(move || {
            let directory = known.get().ready().filter(|_| asks_hours.get());
            async move {
                if let Some(directory) = directory.filter(|directory| directory.imports().schedules().is_none()) {
                    read_hours(&directory).await;
                }
            }
        });
        let reads_hours = Memo::new(move |_| {
            hours.track();
            asks_hours.get() && known.get().ready().is_some_and(|directory| directory.imports().schedules().is_none())
        });
        // Apart from the words, so that typing does not weigh every place again.
        let selection = Memo::new(move |_| {
            let directory = known.get().ready()?;
            let ready = !reads_hours.get();
            ready.then(|| Arc::new(select(known, &directory, &conditions.get())))
        });
        let matches = Memo::new(move |_| {
            let directory = known.get().ready()?;
            let selection = selection.get()?;
            let Matches { positions, forgives } = known.query.with(|query| directory.find(&query.text, &selection));
            Some((Arc::new(positions), forgives))
        });
        let found = Memo::new(move |_| {
            let directory = known.get().ready()?;
            let (selection, (positions, forgives)) = (selection.get()?, matches.get()?);
            Some(Found { forgives, ..Found::of(known, &directory, &selection, &positions, limit.get()) })
        });
        let positions = Memo::new(move |_| matches.get().map(|(positions, _)| positions));
        Self { found, selection, positions, reads_hours }
    }
}

async fn read_hours(directory: &Directory) {
    let mut breath = Breath::start();
    let mut reader = ScheduleReader::new(directory.imports());
    while reader.read_next() {
        breath.take().await;
    }
    directory.imports().keep_schedules(reader.finish());
}

/// The places that meet conditions, as things are now.
fn select(known: Places, directory: &Directory, conditions: &Conditions) -> Selection {
    let Ok(content) = communes() else { return Selection::default() };
    // Followed only where it matters: a selection is not made anew every minute.
    let now = if conditions.opening.is_some() { known.now() } else { clock::now_local() };
    let verified = known.verified();
    let favourites = known.favourites();
    let circumstances =
        Circumstances { communes: &content.communes, now, verified: &verified, favourites: &favourites };
    directory.select(conditions, circumstances)
}
