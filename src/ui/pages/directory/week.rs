//! The opening hours of a place: now, then day by day.

use crate::browser::clock;
use crate::domain::directory::hours::Hours;
use crate::domain::directory::opening::{OpenState, WeekDay, open_state};
use crate::text::{directory, format};
use crate::ui::components::{Icon, Pictogram};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// Whether it is open, and the week's table.
#[component]
pub fn OpeningHours(
    /// The hours, as written in the file.
    hours: String,
    /// Someone here knows the place to be closed.
    is_closed: bool,
) -> impl IntoView {
    let said = if is_closed {
        view! { <p>"Ce lieu est signalé fermé\u{a0}: les horaires de l’annuaire ne valent plus."</p> }.into_any()
    } else {
        (move || view! { <Told hours=hours.clone() /> }).into_any()
    };
    view! {
        <section class="card" aria-labelledby="horaires">
            <h2 id="horaires">"Horaires"</h2>
            {said}
        </section>
    }
}

/// Now, then the week.
#[component]
fn Told(
    /// The hours, as written in the file.
    hours: String,
) -> impl IntoView {
    let known = Places::expect();
    let now = known.now();
    let state = open_state(&hours, now);
    let read = Hours::parse(&hours);
    let differs = read.as_ref().is_ok_and(Hours::differs_in_school_holidays);
    let table = match read {
        Ok(read) => view! { <Week days=read.week_of(now.date()) /> }.into_any(),
        Err(_) if hours.is_empty() => ().into_any(),
        Err(_) => view! {
            <p>"Tels qu’ils sont écrits dans l’annuaire :"</p>
            <p class="breakable">
                <code>{hours}</code>
            </p>
        }
        .into_any(),
    };
    view! {
        // What is true of this minute is not for paper.
        <p
            class="place__open"
            class:place__open--now=matches!(state, OpenState::Open { .. })
            class:screen-only=!matches!(state, OpenState::Unknown(_))
        >
            <Pictogram icon=Icon::Clock />
            {directory::open_state(state, now)}
        </p>
        {table}
        {differs.then(|| view! { <p class="hint">{directory::SCHOOL_HOLIDAYS_NOTE}</p> })}
    }
}

/// The seven days of this week.
#[component]
fn Week(
    /// The days, from Monday.
    days: Vec<WeekDay>,
) -> impl IntoView {
    let today = clock::today();
    let first = days.first().map(|day| format::day_and_month(day.date)).unwrap_or_default();
    let row = |day: WeekDay| {
        let (name, hours) = directory::week_row(&day);
        let is_today = day.date == today;
        view! {
            <tr class:week__today=is_today aria-current=is_today.then_some("date")>
                <th scope="row">
                    {format::capitalised(name)}
                    {is_today.then(|| view! { <span class="screen-only">" (aujourd’hui)"</span> })}
                </th>
                <td>{hours}</td>
            </tr>
        }
    };
    view! {
        <table class="week">
            <caption>{format!("Semaine du {first}")}</caption>
            <tbody>{days.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
