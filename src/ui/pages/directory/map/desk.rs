//! What is seen of the map, followed, and the ways to move.

use super::super::found::{Finding, Found};
use crate::browser::dom;
use crate::content::communes::communes;
use crate::domain::commune::Communes;
use crate::domain::directory::collection::Directory;
use crate::domain::map::atlas::{Atlas, Location};
use crate::domain::map::marks::{Mark, marks};
use crate::domain::map::view::{Direction, Size, View};
use crate::text::drawn_mark::DrawnMark;
use crate::text::map as text;
use crate::ui::directory::Places;
use crate::ui::map_memory::{MapMemory, SeenMap};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The element of the map, which has the focus while one moves.
pub const MAP: &str = "carte";
/// The heading of its list.
pub const LIST: &str = "liste-carte";

/// The map of what was found.
#[derive(Clone, Copy)]
pub struct MapDesk {
    known: Places,
    finding: Finding,
    limit: RwSignal<usize>,
    /// How many places the list shows at first, and adds each time.
    pub step: usize,
    /// None before the places are read.
    pub atlas: Memo<Option<Arc<Atlas>>>,
    size: RwSignal<Size>,
    moved: RwSignal<Option<SeenMap>>,
    /// What is seen.
    pub view: Memo<Option<View>>,
    /// The marks within it.
    pub marks: Memo<Arc<Vec<Mark>>>,
    /// The same with what is drawn and said of each; none before the places are read.
    pub drawn: Memo<Option<Vec<Arc<DrawnMark>>>>,
}

impl MapDesk {
    /// Follows what is found.
    pub fn follow(finding: Finding, limit: RwSignal<usize>, step: usize) -> Self {
        let known = Places::expect();
        // Once for a directory: a commune is looked up by its name where there are no coordinates.
        let locations = Memo::new(move |_| Arc::new(known.get().ready().map(|read| locate(&read)).unwrap_or_default()));
        let atlas = Memo::new(move |_| {
            let found = finding.positions.get()?;
            let location = |place: usize| locations.with(|locations| locations.get(place).copied().flatten());
            Some(Arc::new(Atlas::new(&found, location, known_communes()?)))
        });
        let size = RwSignal::new(Size::for_width(640));
        let measure = move || {
            if let Some(width_px) = dom::width_px(MAP) {
                let measured = Size::for_width(width_px);
                // The page may have been left before its first frame.
                if size.try_get_untracked().is_some_and(|size| size != measured) {
                    let had_focus = dom::has_focus_within(MAP);
                    size.set(measured);
                    if had_focus {
                        request_animation_frame(|| dom::focus_if_lost(MAP));
                    }
                }
            }
        };
        request_animation_frame(measure);
        let resized = window_event_listener(leptos::ev::resize, move |_| measure());
        on_cleanup(move || resized.remove());
        let MapMemory(moved) = MapMemory::expect();
        let view = Memo::new(move |_| {
            let atlas = atlas.get()?;
            let here = moved.with(|moved| moved.as_ref().filter(|one| one.is_of(&atlas)).map(|one| one.view));
            Some(here.unwrap_or_else(|| atlas.overview(size.get())))
        });
        let marks = Memo::new(move |_| {
            let seen = atlas.get().zip(view.get());
            Arc::new(seen.map(|(atlas, view)| marks(&atlas, view, size.get())).unwrap_or_default())
        });
        let drawn = Memo::new(move |_| {
            let directory = known.get().ready()?;
            let drawn = |mark: &Mark| Some(Arc::new(DrawnMark::of(mark, &directory)?));
            Some(marks.with(|marks| marks.iter().filter_map(drawn).collect()))
        });
        Self { known, finding, limit, step, atlas, size, moved, view, marks, drawn }
    }

    /// The size of the drawing, followed.
    pub fn size(self) -> Size {
        self.size.get()
    }

    /// How many places the list shows.
    pub fn limit(self) -> RwSignal<usize> {
        self.limit
    }

    /// The places whose list is asked for because no view tells them apart, followed.
    pub fn opened(self) -> Option<Vec<usize>> {
        let atlas = self.atlas.get()?;
        self.moved.with(|moved| moved.as_ref().filter(|one| one.is_of(&atlas))?.opened.clone())
    }

    /// How many places are seen, and how many are not, followed.
    pub fn counts(self) -> String {
        let Some(atlas) = self.atlas.get() else { return String::new() };
        text::counts(self.seen(), atlas.spots().len(), atlas.unplaced().len())
    }

    /// How many places the overview leaves out, while it is what is seen, followed.
    pub fn left_out(self) -> usize {
        let Some((atlas, view)) = self.atlas.get().zip(self.view.get()) else { return 0 };
        let is_overview = view == atlas.overview(self.size.get());
        if is_overview { atlas.spots().len().saturating_sub(self.seen()) } else { 0 }
    }

    fn seen(self) -> usize {
        self.marks.with(|marks| marks.iter().map(|mark| mark.places.len()).sum())
    }

    /// Moves.
    pub fn go(self, change: impl FnOnce(&Atlas, View, Size) -> View) {
        let Some((atlas, view)) = self.atlas.get_untracked().zip(self.view.get_untracked()) else { return };
        let view = change(&atlas, view, self.size.get_untracked());
        self.limit.set(self.step);
        self.moved.set(Some(SeenMap { atlas, view, opened: None }));
    }

    pub fn zoom_in(self) {
        self.go(|atlas, view, size| view.zoom_in().within(size, atlas.extent()));
    }

    pub fn zoom_out(self) {
        self.go(|atlas, view, size| view.zoom_out(atlas.farthest(size)));
    }

    /// The overview, which then follows the size of the drawing.
    pub fn see_overview(self) {
        self.limit.set(self.step);
        self.moved.set(None);
    }

    pub fn pan(self, direction: Direction) {
        self.go(|atlas, view, size| view.pan(direction, size, atlas.extent()));
    }

    /// Whether there is more to see by coming nearer, followed.
    pub fn can_zoom_in(self) -> bool {
        self.view.get().is_some_and(|view| view.zoom_in() != view)
    }

    /// Whether there is more to see from further, followed.
    pub fn can_zoom_out(self) -> bool {
        let seen = self.atlas.get().zip(self.view.get());
        seen.is_some_and(|(atlas, view)| view.zoom_out(atlas.farthest(self.size.get())) != view)
    }

    /// Comes to the places of a mark; where no view tells them apart, shows their list.
    pub fn open(self, mark: &Mark) {
        if let Some(nearer) = mark.apart(self.size.get_untracked()) {
            self.go(|_, _, _| nearer);
            request_animation_frame(|| dom::focus_in_place(MAP));
        } else if let Some((atlas, view)) = self.atlas.get_untracked().zip(self.view.get_untracked()) {
            self.limit.set(self.step);
            self.moved.set(Some(SeenMap { atlas, view, opened: Some(mark.places.clone()) }));
            request_animation_frame(|| dom::focus(LIST));
        }
    }

    /// Leaves the list of one mark for that of the view.
    pub fn close(self) {
        self.go(|_, view, _| view);
        request_animation_frame(|| dom::focus(LIST));
    }

    /// The places of the view in the order in which they were found, followed; those of one mark when they are asked for.
    pub fn listed(self) -> Option<Found> {
        let found = self.finding.positions.get()?;
        let kept: BTreeSet<usize> = match self.opened() {
            Some(places) => places.into_iter().collect(),
            None => self.marks.with(|marks| marks.iter().flat_map(|mark| mark.places.iter().copied()).collect()),
        };
        let listed: Vec<usize> = found.iter().copied().filter(|place| kept.contains(place)).collect();
        let directory = self.known.get().ready()?;
        let selection = self.finding.selection.get()?;
        Some(Found::of(self.known, &directory, &selection, &listed, self.limit.get()))
    }
}

/// The communes drawn and listed; none for contents that the tests refuse.
pub fn known_communes() -> Option<&'static Communes> {
    communes().ok().map(|content| &content.communes)
}

fn locate(directory: &Directory) -> Vec<Option<Location>> {
    let Some(communes) = known_communes() else { return Vec::new() };
    directory.places().map(|place| Location::of(place, communes)).collect()
}
