//! What did you come for?

use crate::domain::interview::model::{self, Interview, Status};
use crate::route::Route;
use crate::state::AppState;
use crate::text::format;
use crate::ui::components::{Icon, Page, Pictogram};
use leptos::prelude::*;

/// The first screen: what one came for, and what was left under way.
#[component]
pub fn HomePage() -> impl IntoView {
    view! {
        <Page title="Que venez-vous faire\u{202f}?" lead="Repères garde tout sur cet appareil et fonctionne sans réseau.">
            <Doors />
            <Underway />
        </Page>
    }
}

/// The doors that are built.
#[component]
fn Doors() -> impl IntoView {
    view! {
        <ul role="list" class="doors">
            <li>
                <a class="door door--main" href=Route::NewInterview.to_hash()>
                    <Pictogram icon=Icon::Interview />
                    <span class="door__name">"Mener un entretien"</span>
                    <span>
                        "Voir ce que la personne fait seule, avec aide ou pas encore, puis l’orienter avec une fiche à emporter."
                    </span>
                </a>
            </li>
            <li>
                <a class="door" href=Route::Directory { query: String::new() }.to_hash()>
                    <Pictogram icon=Icon::Pin />
                    <span class="door__name">"Trouver un lieu"</span>
                    <span>"Importer l’annuaire, chercher un lieu, voir ses horaires et son téléphone."</span>
                </a>
            </li>
        </ul>
    }
}

/// The interviews begun and not concluded, the latest first.
#[component]
fn Underway() -> impl IntoView {
    let state = AppState::expect();
    let records = state.live(model::KIND);
    let ongoing = Memo::new(move |_| {
        let interviews = records
            .with(|records| records.iter().map(|(id, record)| Interview::from_record(id, record)).collect::<Vec<_>>());
        let mut ongoing: Vec<_> =
            interviews.into_iter().filter(|interview| interview.status == Status::Ongoing).collect();
        ongoing.sort_by(|a, b| b.started_on.cmp(&a.started_on).then_with(|| b.id.cmp(&a.id)));
        ongoing
    });
    const SHOWN: usize = 4;
    let more = move || ongoing.with(|ongoing| ongoing.len() > SHOWN);
    view! {
        <Show when=move || ongoing.with(|ongoing| !ongoing.is_empty())>
            <section class="stack" aria-labelledby="reprendre">
                <h2 id="reprendre">"Reprendre"</h2>
                <ul role="list" class="grid">
                    <For
                        each=move || ongoing.get().into_iter().take(SHOWN)
                        key=|interview| interview.id.clone()
                        let(interview)
                    >
                        <li>
                            <UnderwayCard interview />
                        </li>
                    </For>
                </ul>
                <Show when=more>
                    <p>
                        <a href=Route::Interviews.to_hash()>"Voir tous les entretiens"</a>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

/// An interview to resume.
#[component]
fn UnderwayCard(
    /// The interview.
    interview: Interview,
) -> impl IntoView {
    let label = interview.label.map(|label| label.to_string()).unwrap_or_else(|| "Sans libellé".to_owned());
    let started = interview.started_on.map(|date| format!("Commencé le {}", format::date(date)));
    view! {
        <a class="card card--link" href=Route::Interview(interview.id).to_hash()>
            <strong>{label}</strong>
            <span class="card__meta">{started}</span>
            <span class="card__go">"Reprendre l’entretien"</span>
        </a>
    }
}
