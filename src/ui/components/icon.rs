//! Pictograms: drawn on one grid of 24, one stroke, decorative unless they alone speak.

use leptos::prelude::*;

/// What a pictogram stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Back,
    Bag,
    Calendar,
    Caution,
    Check,
    Clock,
    Close,
    Download,
    Hide,
    Info,
    Interview,
    Offline,
    Person,
    Phone,
    Pin,
    Plus,
    Print,
    Search,
    Trash,
    Upload,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Back => "M11 5l-7 7 7 7M4 12h16",
            Self::Bag => "M5 8h14l1 12H4zM9 8V6a3 3 0 0 1 6 0v2",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            Self::Caution => "M12 3l10 18H2zM12 10v5M12 18v.5",
            Self::Check => "M4 13l5 5L20 6",
            Self::Clock => "M12 3a9 9 0 1 0 .01 0M12 7v5l4 2",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Download => "M12 3v12M6 10l6 6 6-6M4 20h16",
            Self::Hide => "M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM12 9a3 3 0 1 0 .01 0M4 20L20 4",
            Self::Info => "M12 3a9 9 0 1 0 .01 0M12 11v6M12 7v.5",
            Self::Interview => "M3 4h13v9H9l-4 4v-4H3zM19 9h2v8h-2v4l-4-4h-4",
            Self::Offline => "M4 9a12 12 0 0 1 16 0M7 13a8 8 0 0 1 10 0M10 16.5a4 4 0 0 1 4 0M12 20v.5",
            Self::Person => "M12 3a4 4 0 1 0 .01 0M4 21c0-5 4-7 8-7s8 2 8 7",
            Self::Phone => "M6 3h4l2 5-3 2c1 2 3 4 5 5l2-3 5 2v4c0 2-1 3-3 3C10 20 4 13 3 6c0-2 1-3 3-3z",
            Self::Pin => "M12 21s-7-6-7-12a7 7 0 0 1 14 0c0 6-7 12-7 12zM12 6a3 3 0 1 0 .01 0",
            Self::Plus => "M12 4v16M4 12h16",
            Self::Print => "M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z",
            Self::Search => "M10 3a7 7 0 1 0 .01 0M15 15l6 6",
            Self::Trash => "M4 6h16M9 6V3h6v3M6 6l1 15h10l1-15M10 10v7M14 10v7",
            Self::Upload => "M12 16V4M6 9l6-6 6 6M4 20h16",
        }
    }
}

/// A decorative pictogram in the colour of the text around it.
#[component]
pub fn Pictogram(
    /// What it stands for.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="pictogram" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d=icon.path()></path>
        </svg>
    }
}

/// The mark: a waypoint, a dot and a quarter circle.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <circle cx="10" cy="22" r="5.5"></circle>
            <path d="M10 5a17 17 0 0 1 17 17h-5a12 12 0 0 0-12-12z"></path>
        </svg>
    }
}
