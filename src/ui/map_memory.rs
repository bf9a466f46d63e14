//! Where one was on the map: one comes back there from a place's sheet.

use crate::domain::map::atlas::Atlas;
use crate::domain::map::view::View;
use leptos::prelude::*;
use std::sync::Arc;

/// What was seen, and of which places: on the map of others, the whole is seen.
#[derive(Clone)]
pub struct SeenMap {
    pub atlas: Arc<Atlas>,
    pub view: View,
    /// The places of a mark that no view opens, when their list is asked for.
    pub opened: Option<Vec<usize>>,
}

impl SeenMap {
    /// Whether these places are those of the map.
    pub fn is_of(&self, atlas: &Arc<Atlas>) -> bool {
        Arc::ptr_eq(&self.atlas, atlas) || *self.atlas == **atlas
    }
}

/// What was last seen of the map, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct MapMemory(pub RwSignal<Option<SeenMap>>);

impl MapMemory {
    /// Remembers nothing yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The memory of the page this is called from.
    ///
    /// # Panics
    /// Outside the application proper.
    #[expect(clippy::expect_used, reason = "every page is shown below the gate, which provides the memory")]
    pub fn expect() -> Self {
        use_context().expect("the memory of the map is provided by the gate")
    }
}
