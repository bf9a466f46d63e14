//! The frame of a table of the debrief: its section, and what lets it be wider than a telephone.

use super::part_head::{PartHead, heading};
use super::projection::Open;
use crate::domain::exercise::wall::Part;
use leptos::prelude::*;

/// A table of counts, one section of the debrief.
#[component]
pub fn DebriefTable(
    /// Which part it is.
    part: Part,
    /// The debrief.
    open: Open,
    /// What is scrolled, for those who reach it by keyboard.
    label: &'static str,
    /// What the figures count.
    caption: String,
    /// The cells of its head, in order, and whether each stands over numbers.
    head: &'static [(&'static str, bool)],
    /// Its bodies.
    children: Children,
) -> impl IntoView {
    let cell = |(label, is_number): &'static (&'static str, bool)| {
        view! {
            <th scope="col" class:number=*is_number>
                {*label}
            </th>
        }
    };
    view! {
        <section class="stack" aria-labelledby=heading(part)>
            <PartHead part open />
            <div class="table-scroll" tabindex="0" role="region" aria-label=label>
                <table class="table debrief-table">
                    <caption>
                        <span>{caption}</span>
                    </caption>
                    <thead>
                        <tr>{head.iter().map(cell).collect_view()}</tr>
                    </thead>
                    {children()}
                </table>
            </div>
        </section>
    }
}
