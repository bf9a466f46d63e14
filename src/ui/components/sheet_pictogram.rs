//! The drawings of the person's sheet: large, one line, on the same grid as the pictograms of the screens.

use crate::domain::interview::rulebook::Pictogram as Drawing;
use leptos::prelude::*;

fn path(drawing: Drawing) -> &'static str {
    match drawing {
        Drawing::Device => "M5 5h14v10H5zM5 15l-3 4h20l-3-4",
        Drawing::Connection => "M3 9a13 13 0 0 1 18 0M6.5 12.5a8 8 0 0 1 11 0M9.7 16a3.5 3.5 0 0 1 4.6 0M12 19.5v.5",
        Drawing::Help => {
            "M8 4a3 3 0 1 0 .01 0M2.5 20v-3c0-3 2-5.5 5.5-5.5s5.5 2.5 5.5 5.5v3M17 7a2.5 2.5 0 1 0 .01 0M16 14c3 0 5.5 1.5 5.5 4.5V20"
        }
        Drawing::Counter => "M12 3a3 3 0 1 0 .01 0M7 14c0-3 2-5 5-5s5 2 5 5M2 14h20v3H2zM4 17v4M20 17v4",
        Drawing::Learn => "M9 18h6M10 21h4M12 3a6 6 0 0 0-4 10.5c1 1 1 2 1 3h6c0-1 0-2 1-3A6 6 0 0 0 12 3z",
        Drawing::Group => {
            "M12 5a3 3 0 1 0 .01 0M6.5 20c0-4 2-6.5 5.5-6.5s5.5 2.5 5.5 6.5M4.5 8a2 2 0 1 0 .01 0M1.5 17c0-2.5 1-4.5 3-4.5M19.5 8a2 2 0 1 0 .01 0M22.5 17c0-2.5-1-4.5-3-4.5"
        }
        Drawing::Mail => "M3 6h18v13H3zM3 7l9 7 9-7",
        Drawing::Work => "M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v3",
        Drawing::Reading => "M12 6c-2-2-5-2-9-2v14c4 0 7 0 9 2c2-2 5-2 9-2V4c-4 0-7 0-9 2zM12 6v14",
        Drawing::Language => "M3 4h11v8H8l-3 3v-3H3zM10 15v2h6l3 3v-3h2V9h-4",
        Drawing::Documents => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        Drawing::Shield => "M12 3l8 3v6c0 5-3 8-8 9c-5-1-8-4-8-9V6zM8.5 12l2.5 2.5l4.5-5",
        Drawing::School => "M12 5L2 10l10 5l10-5zM6 12v5c3 2.5 9 2.5 12 0v-5M22 10v6",
        Drawing::Welcome => "M12 20S4 15 4 9.5a4 4 0 0 1 8-1a4 4 0 0 1 8 1C20 15 12 20 12 20z",
        Drawing::Remote => "M4 14v-2a8 8 0 0 1 16 0v2M4 14h3v5H4zM17 14h3v5h-3zM20 19c0 2-3 2.5-6 2.5",
        Drawing::Free => {
            "M12 3a9 9 0 1 0 .01 0M15.5 8.700a4.5 4.5 0 1 0 0 6.600M6.800 11h5.700M6.800 13.300h5M5.700 18.300L18.300 5.700"
        }
    }
}

/// The drawing of something to do; the words beside it say the same.
#[component]
pub fn SheetPictogram(
    /// What it shows.
    drawing: Drawing,
) -> impl IntoView {
    view! {
        <svg class="pictogram sheet-pictogram" viewBox="0 0 24 24" width="64" height="64" aria-hidden="true" focusable="false">
            <path d=path(drawing)></path>
        </svg>
    }
}
