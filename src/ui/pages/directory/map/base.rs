//! The base map that was imported here, read and drawn.

use super::super::base_map::current::{BaseMapRead, follow};
use super::desk::MapDesk;
use crate::domain::map::outline::BaseDrawing;
use crate::route::Route;
use crate::storage::StorageError;
use crate::text::base_map as text;
use crate::ui::faults;
use leptos::prelude::*;
use std::sync::Arc;

/// What is drawn under the places.
#[derive(Clone, Copy)]
pub struct Base {
    read: Memo<BaseMapRead>,
    /// The path to draw; none without a base map.
    pub drawing: Memo<Option<Arc<BaseDrawing>>>,
}

impl Base {
    /// Follows the base map of this device on the plane of a map.
    pub fn follow(desk: MapDesk) -> Self {
        let read = follow();
        // A search that stays around the same latitude draws nothing anew.
        let projection = Memo::new(move |_| desk.atlas.get().map(|atlas| atlas.projection));
        let drawing = Memo::new(move |_| {
            let BaseMapRead::Ready(base) = read.get() else { return None };
            BaseDrawing::new(&base, projection.get()?).map(Arc::new)
        });
        Self { read, drawing }
    }
}

/// Whom the base map asks to name, and the way to choose another.
#[component]
pub fn BaseLine(
    /// What is drawn under the places.
    base: Base,
) -> impl IntoView {
    let sentence = move || match base.read.get() {
        BaseMapRead::None => "Sans fond de carte\u{a0}: les noms des communes sont à leur centre.".to_owned(),
        BaseMapRead::Loading => String::new(),
        BaseMapRead::Missing(error) => text::missing(error).to_owned(),
        BaseMapRead::Failed(error) => failed(&error),
        BaseMapRead::Ready(base) => text::attribution(&base.name, &base.attribution),
    };
    let act = move || match base.read.get() {
        BaseMapRead::None => "Importer un fond de carte (GeoJSON)",
        _ => "Changer de fond de carte",
    };
    view! {
        <p class="hint">
            {sentence} " " <a class="screen-only" href=Route::BaseMap.to_hash()>
                {act}
            </a>
        </p>
    }
}

/// The browser does not give the base map that it keeps: why, and what to do.
fn failed(error: &StorageError) -> String {
    let (title, body) = faults::reading_sentences(error);
    format!("Le fond de carte n’est pas dessiné. {title}. {body}")
}
