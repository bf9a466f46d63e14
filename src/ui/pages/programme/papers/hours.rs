//! How long each person was there, and all of them.

use super::attendance::Desk;
use crate::domain::programme::attendance::Attendee;
use crate::text::programme as words;
use crate::text::programme_attendance as text;
use leptos::prelude::*;

/// A person's name and hours.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    name: String,
    hours: String,
    is_whole: bool,
}

/// The hours of each, then of everybody who is trained.
#[component]
pub fn HoursTable(
    /// What the page notes.
    desk: Desk,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        desk.with(|programme, session| {
            let row = |who: Attendee| Row {
                name: text::name(programme, &who),
                hours: words::minutes(programme.minutes_of(session, &who)),
                is_whole: programme.attendance(&session.id, &who).is_some_and(|it| it.is_whole_day(session.hours)),
            };
            programme.roll(session).into_iter().map(row).collect::<Vec<_>>()
        })
    });
    let total = move || words::minutes(desk.with(|programme, session| programme.minutes_in(session)));
    let missing = move || desk.with(|programme, session| programme.missing_presences(session));
    view! {
        <section class="stack" aria-labelledby="heures">
            <h2 id="heures">"Heures par personne"</h2>
            <p class="status-line">{move || text::to_note(missing())}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Tableau des heures">
                <table class="table">
                    <caption>"Une présence qui n’est pas encore notée compte pour zéro."</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Personne"</th>
                            <th scope="col">"Journée"</th>
                            <th scope="col" class="number">
                                "Durée"
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|row| row.clone() let(row)>
                            <tr>
                                <th scope="row">{row.name}</th>
                                <td>{if row.is_whole { "Entière" } else { "En partie ou à noter" }}</td>
                                <td class="number">{row.hours}</td>
                            </tr>
                        </For>
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="row" colspan="2">
                                "Total des personnes formées"
                            </th>
                            <td class="number">{total}</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        </section>
    }
}
