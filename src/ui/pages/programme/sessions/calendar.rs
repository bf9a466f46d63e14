//! The sessions in a month of a calendar.

use super::super::board::Board;
use super::ics::IcsButton;
use super::sessions;
use crate::domain::programme::cycle::Window;
use crate::domain::programme::month::Month;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::text::format;
use crate::text::programme as words;
use crate::text::programme_sessions::{self as text, Row};
use crate::ui::components::{Icon, Page, Pictogram};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A month.
#[component]
pub fn CalendarPage(
    /// The cycle.
    board: Board,
    /// A day of the month that is asked for; none: the one of the day.
    asked: Option<NaiveDate>,
) -> impl IntoView {
    let month = Month::to_show(asked, board.today, board.now().cycle.window);
    let rows = Memo::new(move |_| board.programme.with(|programme| text::rows(programme, board.communes)));
    let dates = Signal::derive(move || board.programme.with(|programme| words::cycle_dates(&programme.cycle)));
    let name = format::month_and_year(month.first());
    let title = format!("Calendrier, {name}");
    let none =
        Memo::new(move |_| rows.with(|rows| !rows.iter().any(|row| row.held_on.is_some_and(|on| month.holds(on)))));
    view! {
        <Page title lead=Signal::derive(move || Some(format!("Cycle\u{a0}: {}.", format::uncapitalised(&dates.get())))) back=sessions()>
            <nav class="row screen-only" aria-label="Mois">
                <MonthLink month=month.previous() label="Mois précédent" />
                <MonthLink month=month.next() label="Mois suivant" />
            </nav>
            <Show when=move || none.get()>
                <p>"Aucune session ce mois-ci."</p>
            </Show>
            <MonthTable board month rows name />
            <Undated rows />
            <div class="row screen-only">
                <a class="button" href=ProgrammeRoute::NewSession.to_hash()>
                    <Pictogram icon=Icon::Plus />
                    "Ajouter une session"
                </a>
                <IcsButton board only=None />
            </div>
        </Page>
    }
}

#[component]
fn MonthLink(
    /// Where it leads.
    month: Month,
    /// Which one it is.
    label: &'static str,
) -> impl IntoView {
    let name = format!("{label}\u{a0}: {}", format::month_and_year(month.first()));
    let to = ProgrammeRoute::Calendar(Some(month.first())).to_hash();
    view! {
        <a class="button" href=to>
            {name}
        </a>
    }
}

/// The weeks of the month. On a telephone, the days on which something happens, one under the other.
#[component]
fn MonthTable(
    /// The cycle.
    board: Board,
    /// Which month.
    month: Month,
    /// Every session.
    rows: Memo<Vec<Row>>,
    /// What the month is called.
    name: String,
) -> impl IntoView {
    let weeks = month.weeks();
    let heads = weeks.first().cloned().unwrap_or_default().into_iter();
    let heads = heads.map(|day| view! { <th scope="col">{format::weekday(day)}</th> }).collect_view();
    let body = move || {
        let mut by_day: BTreeMap<NaiveDate, Vec<Row>> = BTreeMap::new();
        rows.with(|rows| {
            for (on, row) in rows.iter().filter_map(|row| Some((row.held_on?, row))) {
                by_day.entry(on).or_default().push(row.clone());
            }
        });
        let window = board.programme.with(|programme| programme.cycle.window);
        let day = |day: NaiveDate| {
            let rows = by_day.remove(&day).unwrap_or_default();
            view! { <Day day is_of_month=month.holds(day) is_today={day == board.today} window rows /> }
        };
        let mut day = day;
        let week = |week: &Vec<NaiveDate>| view! { <tr>{week.iter().map(|one| day(*one)).collect_view()}</tr> };
        weeks.iter().map(week).collect_view()
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Mois du calendrier">
            <table class="table month">
                <caption class="visually-hidden">{format!("Sessions, {name}")}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// A day, and what happens then.
#[component]
fn Day(
    /// Which one.
    day: NaiveDate,
    /// It is of the month shown.
    is_of_month: bool,
    /// It is the day one looks at it.
    is_today: bool,
    /// The days of the cycle.
    window: Option<Window>,
    /// Its sessions.
    rows: Vec<Row>,
) -> impl IntoView {
    // A day of another month is shown there.
    if !is_of_month {
        return view! { <td class="month__day month__day--other"></td> }.into_any();
    }
    let is_outside = window.is_some_and(|window| day < window.from || day > window.to);
    let begins = window.is_some_and(|window| day == window.from).then_some("Début du cycle");
    let ends = window.is_some_and(|window| day == window.to).then_some("Fin du cycle");
    let edges: Vec<_> = begins.into_iter().chain(ends).map(|edge| view! { <p class="hint">{edge}</p> }).collect();
    let is_blank = rows.is_empty() && edges.is_empty();
    let sessions = rows.into_iter().map(|row| view! { <SessionOfDay row /> }).collect_view();
    view! {
        <td
            class="month__day"
            class:month__day--outside=is_outside
            class:month__day--blank=is_blank
            aria-current=is_today.then_some("date")
        >
            <p class="month__date">
                <span class="month__weekday">{format::capitalised(format::weekday(day))} " "</span>
                {format::day_of_month(day)}
                {is_today.then_some(" (aujourd’hui)")}
            </p>
            {edges}
            {sessions}
        </td>
    }
    .into_any()
}

/// A session on its day.
#[component]
fn SessionOfDay(
    /// What is said of it.
    row: Row,
) -> impl IntoView {
    let to = ProgrammeRoute::Session(row.id, SessionPart::Summary).to_hash();
    let warned = (!row.warnings.is_empty()).then(|| view! { <span class="chip chip--caution">"À vérifier"</span> });
    view! {
        <div class="month__session">
            <a href=to>{row.name}</a>
            <span>{row.place}</span>
            <span class="hint">{row.status}</span>
            {warned}
        </div>
    }
}

/// The sessions that have no day yet.
#[component]
fn Undated(
    /// Every session.
    rows: Memo<Vec<Row>>,
) -> impl IntoView {
    let undated = Memo::new(move |_| {
        rows.with(|rows| rows.iter().filter(|row| row.held_on.is_none()).cloned().collect::<Vec<_>>())
    });
    view! {
        <Show when=move || undated.with(|rows| !rows.is_empty())>
            <section class="stack stack--tight" aria-labelledby="sans-date">
                <h2 id="sans-date">"Sans date pour l’instant"</h2>
                <ul class="stack stack--tight">
                    <For each=move || undated.get() key=Row::clone let(row)>
                        <li>
                            <a href=ProgrammeRoute::Session(row.id.clone(), SessionPart::Summary).to_hash()>{row.name.clone()}</a>
                            ", "
                            {row.place.clone()}
                        </li>
                    </For>
                </ul>
            </section>
        </Show>
    }
}
