//! Small charts of our own: cells that can be counted, on screen and on paper. The table beside holds the same data.

use crate::chart::{cells, parts};
use crate::domain::interview::level::Level;
use crate::text::interview as words;
use crate::text::result::{Bar, Fill};
use leptos::prelude::*;

/// The length of every drawing, in its own units; half a line sticks out on each side.
const LENGTH: f64 = 320.0;
const GAP: f64 = 3.0;

/// The patterns that the drawings of a page refer to, once on that page.
#[component]
pub fn ChartPatterns() -> impl IntoView {
    view! {
        <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="motif-light" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="motif-light" width="6" height="6"></rect>
                    <circle class="motif-ink" cx="3" cy="3" r="0.9"></circle>
                </pattern>
                <pattern id="motif-medium" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="motif-medium" width="6" height="6"></rect>
                    <path class="motif-line" d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5"></path>
                </pattern>
                <pattern id="motif-strong" width="6" height="6" patternUnits="userSpaceOnUse">
                    <rect class="motif-strong" width="6" height="6"></rect>
                    <path class="motif-line" d="M0 0L6 6M0 6L6 0"></path>
                </pattern>
                <pattern id="motif-unknown" width="4" height="4" patternUnits="userSpaceOnUse">
                    <rect class="motif-unknown" width="4" height="4"></rect>
                    <path class="motif-unknown-line" d="M2 0V4"></path>
                </pattern>
                <pattern id="motif-withheld" width="4" height="4" patternUnits="userSpaceOnUse">
                    <rect class="motif-unknown" width="4" height="4"></rect>
                    <path class="motif-unknown-line" d="M0 2H4"></path>
                </pattern>
            </defs>
        </svg>
    }
}

fn paint(fill: Fill) -> (&'static str, Option<&'static str>) {
    match fill {
        Fill::Known => ("cell cell--known", None),
        Fill::Full => ("cell cell--full", None),
        Fill::Medium => ("cell", Some("url(#motif-medium)")),
        Fill::Light => ("cell", Some("url(#motif-light)")),
        Fill::Unknown => ("cell", Some("url(#motif-unknown)")),
        Fill::Withheld => ("cell", Some("url(#motif-withheld)")),
        Fill::Empty => ("cell cell--empty", None),
    }
}

fn paint_step(step: Level, reached: Option<Level>) -> (&'static str, Option<&'static str>) {
    if reached.is_none_or(|level| step > level) {
        return paint(Fill::Empty);
    }
    match step {
        Level::VeryFar => paint(Fill::Light),
        Level::Beginner => paint(Fill::Medium),
        Level::NearAutonomy => ("cell", Some("url(#motif-strong)")),
        Level::Autonomous => paint(Fill::Full),
    }
}

/// A bar of cells, its title above and its key in words below.
#[component]
pub fn CellBar(
    /// What is counted.
    bar: Bar,
    /// Its title; that of the bar when none is given.
    #[prop(optional, into)]
    title: Option<String>,
) -> impl IntoView {
    let title = title.unwrap_or_else(|| bar.title.to_owned());
    let counts = bar.counts();
    if counts.iter().sum::<usize>() == 0 {
        return view! { <p class="bar__title">{title}</p> }.into_any();
    }
    let fills: Vec<Fill> = bar.parts.iter().map(|part| part.fill).collect();
    let stretches = cells(counts.iter().sum(), LENGTH, GAP);
    let drawn = stretches
        .into_iter()
        .zip(parts(&counts))
        .filter_map(|(stretch, part)| Some((stretch, *fills.get(part)?)))
        .map(|(stretch, fill)| {
            let (class, pattern) = paint(fill);
            view! {
                <rect class=class fill=pattern x=stretch.x y="1" width=stretch.width height="14" rx="2"></rect>
            }
        })
        .collect_view();
    let key = bar
        .counted()
        .map(|part| {
            let (class, pattern) = paint(part.fill);
            view! {
                <span class="bar__part">
                    <svg class="bar__swatch" viewBox="0 0 16 16" width="16" height="16" focusable="false">
                        <rect class=class fill=pattern x="1" y="1" width="14" height="14" rx="2"></rect>
                    </svg>
                    {part.label}
                    " "
                    <strong>{part.count}</strong>
                </span>
            }
        })
        .collect_view();
    view! {
        <figure class="bar">
            <p class="bar__title" aria-hidden="true">{title}</p>
            <svg class="bar__drawing" viewBox="-1 0 322 16" role="img" aria-label=bar.sentence() focusable="false">
                {drawn}
            </svg>
            // Said by the drawing's name already.
            <figcaption class="bar__key" aria-hidden="true">
                {key}
            </figcaption>
        </figure>
    }
    .into_any()
}

/// The four steps of a level, those reached filled, and the name of the level. Never a number.
#[component]
pub fn LevelMeter(
    /// The level; none when there is not enough to tell.
    level: Option<Level>,
    /// Its name.
    name: &'static str,
) -> impl IntoView {
    let steps = cells(Level::ALL.len(), LENGTH, GAP);
    let drawn = Level::ALL
        .into_iter()
        .zip(steps)
        .map(|(step, stretch)| {
            let (class, pattern) = paint_step(step, level);
            view! {
                <rect class=class fill=pattern x=stretch.x y="1" width=stretch.width height="22" rx="3"></rect>
            }
        })
        .collect_view();
    let scale: Vec<&str> = Level::ALL.into_iter().map(words::level).collect();
    let label = format!("{name}. Quatre paliers, du premier au dernier\u{a0}: {}.", scale.join(", "));
    view! {
        <div class="level">
            <p class="level__name">{name}</p>
            <svg class="level__drawing" viewBox="-1 0 322 24" role="img" aria-label=label focusable="false">
                {drawn}
            </svg>
        </div>
    }
}
