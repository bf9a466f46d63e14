//! What did you come for?

use super::check::DisagreementsNotice;
use crate::browser::clock;
use crate::browser::offline::Readiness;
use crate::domain::interview::model::{self, Interview};
use crate::domain::interview::worklist::{Line, latest_first};
use crate::domain::programme::id::{CYCLE_KIND, PROFESSIONAL_KIND, SESSION_KIND};
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use crate::route::programme::ProgrammeRoute;
use crate::route::teaching::TeachingRoute;
use crate::state::AppState;
use crate::text::interview as interview_text;
use crate::text::{backup, format, places, programme_mission};
use crate::ui::bag;
use crate::ui::components::{Icon, Notice, Page, Pictogram, Tone};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The first screen: what one came for, and what was left under way.
#[component]
pub fn HomePage() -> impl IntoView {
    view! {
        <Page title="Que venez-vous faire\u{202f}?" lead="Ce que vous écrivez reste sur cet appareil.">
            <Bag />
            <Empty />
            <DisagreementsNotice />
            <Doors />
            <Underway />
            <Device />
        </Page>
    }
}

/// This copy of the application carries an exercise: that is what one came for.
#[component]
fn Bag() -> impl IntoView {
    let state = AppState::expect();
    bag::exercise().map(|code| {
        let is_here = Memo::new(move |_| bag::is_here(state, code));
        let next = move || match is_here.get() {
            true => view! {
                <p>"Elle est chargée sur cet appareil."</p>
                <a class="button button--primary" href=ExerciseRoute::Join.to_hash()>
                    "Entrer dans l’exercice"
                </a>
            }
            .into_any(),
            false => view! {
                <p>"Cette copie de Repères apporte un exercice et ce qu’il faut pour le mener, sans réseau."</p>
                <a class="button button--primary" href=ExerciseRoute::Bag.to_hash()>
                    "Ouvrir la mallette"
                </a>
            }
            .into_any(),
        };
        view! {
            <Notice tone=Tone::Info title=format!("Mallette de l’exercice {code}")>
                {next}
            </Notice>
        }
    })
}

/// Nothing is kept here: said plainly, since somebody may have expected to find their work.
#[component]
fn Empty() -> impl IntoView {
    let state = AppState::expect();
    let is_empty = Memo::new(move |_| state.with_tables(|tables| tables.is_empty()));
    // Once something was written, or wiped, the emptiness is of our own making.
    let (tone, title, body) = if state.vanished && state.revision().0 == 0 {
        (
            Tone::Caution,
            "Aucune donnée ici, alors que ce navigateur en gardait",
            "Elles ont été effacées\u{a0}: nettoyage du navigateur, manque de place ou réglage de cet ordinateur. Vos fichiers de sauvegarde, eux, ne sont pas touchés\u{a0}: reprenez le plus récent.",
        )
    } else {
        (
            Tone::Info,
            "Aucune donnée ici",
            "Ce navigateur ne contient encore rien. Si vous avez déjà travaillé dans Repères, sur ce poste ou sur un autre, reprenez un fichier de sauvegarde.",
        )
    };
    view! {
        <Show when=move || is_empty.get()>
            <Notice tone title>
                <p>{body}</p>
                <a class="button" href=Route::Data.to_hash()>
                    "Reprendre un fichier"
                </a>
            </Notice>
        </Show>
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
                <a class="door" href=ExerciseRoute::List.to_hash()>
                    <Pictogram icon=Icon::Person />
                    <span class="door__name">"Animer une journée"</span>
                    <span>"S’entraîner en salle sur des situations fictives, puis lire ensemble les réponses."</span>
                </a>
            </li>
            <li>
                <a class="door" href=ProgrammeRoute::Home.to_hash()>
                    <Pictogram icon=Icon::Calendar />
                    <span class="door__name">"Rendre compte"</span>
                    <span>"Sessions, inscriptions, présences, documents, jauge du programme."</span>
                </a>
            </li>
            <li>
                <a class="door" href=Route::directory().to_hash()>
                    <Pictogram icon=Icon::Pin />
                    <span class="door__name">"Trouver un lieu"</span>
                    <span>"Importer l’annuaire, chercher un lieu, voir ses horaires et son téléphone."</span>
                </a>
            </li>
        </ul>
        <ul role="list" class="spaced-links">
            <li>
                <a href=TeachingRoute::Tools.to_hash()>"Fiches outils"</a>
            </li>
            <li>
                <a href=TeachingRoute::Glossary.to_hash()>"Lexique"</a>
            </li>
        </ul>
    }
}

/// The interviews begun and not concluded, the latest first.
#[component]
fn Underway() -> impl IntoView {
    let state = AppState::expect();
    const SHOWN: usize = 4;
    // One more than is shown: it says that there are others.
    let ongoing = Memo::new(move |_| {
        let lines = state.with_tables(|tables| latest_first(tables.live(model::KIND)));
        lines.iter().filter(|line| line.is_ongoing).take(SHOWN + 1).map(Line::interview).collect::<Vec<_>>()
    });
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
    let label = interview_text::case_title(interview.label.as_ref());
    let started = interview.started_on.map(|date| format!("Commencé le {}", format::date(date)));
    view! {
        <a class="card card--link" href=Route::Interview(interview.id).to_hash()>
            <strong>{label}</strong>
            <span class="card__meta">{started}</span>
            <span class="card__go">"Reprendre l’entretien"</span>
        </a>
    }
}

/// What this device keeps, at a glance: the backup, the directory, the network it does without.
#[component]
fn Device() -> impl IntoView {
    view! {
        <section class="stack" aria-labelledby="appareil">
            <h2 id="appareil">"Sur cet appareil"</h2>
            <ul role="list" class="grid glances">
                <li>
                    <BackupCard />
                </li>
                <li>
                    <DirectoryCard />
                </li>
                <li>
                    <TrainingCard />
                </li>
                <li>
                    <OfflineCard />
                </li>
            </ul>
        </section>
    }
}

/// What no file holds yet.
#[component]
fn BackupCard() -> impl IntoView {
    let state = AppState::expect();
    let sentence = move || backup::state(state.changes_since_backup(), state.backed_up_at_ms().map(clock::local_date));
    view! {
        <a class="card card--flat card--link glance" href=Route::Data.to_hash()>
            <Pictogram icon=Icon::Download />
            <h3>"Sauvegarde"</h3>
            <span>{sentence}</span>
            <span class="card__go">"Sauvegarder ou reprendre un fichier"</span>
        </a>
    }
}

/// The programme of training, from counts alone: the rest comes with its own screens.
#[component]
fn TrainingCard() -> impl IntoView {
    let state = AppState::expect();
    let sentence = move || {
        let count = |kind| state.with_tables(|tables| tables.live(kind).count());
        programme_mission::glance(count(CYCLE_KIND), count(SESSION_KIND), count(PROFESSIONAL_KIND))
    };
    view! {
        <a class="card card--flat card--link glance" href=ProgrammeRoute::Home.to_hash()>
            <Pictogram icon=Icon::Calendar />
            <h3>"Formation"</h3>
            <span>{sentence}</span>
            <span class="card__go">"Voir la jauge et ce qui est à faire"</span>
        </a>
    }
}

/// The places known here.
#[component]
fn DirectoryCard() -> impl IntoView {
    let known = Places::expect();
    view! {
        {move || {
            let sources = known.sources();
            let (route, go) = match sources.is_empty() {
                true => (Route::DirectoryImport, "Importer un annuaire"),
                false => (Route::directory(), "Voir ou remplacer les annuaires"),
            };
            view! {
                <a class="card card--flat card--link glance" href=route.to_hash()>
                    <Pictogram icon=Icon::Pin />
                    <h3>"Annuaire"</h3>
                    <span>{places::summary(&sources)}</span>
                    <span class="card__go">{go}</span>
                </a>
            }
        }}
    }
}

/// What may be promised about working without network: nothing before it is true.
#[component]
fn OfflineCard() -> impl IntoView {
    let state = AppState::expect();
    let sentence = move || match state.readiness.get() {
        Readiness::Unknown => "Pas encore prêt à s’ouvrir sans réseau dans ce navigateur.",
        Readiness::Ready | Readiness::UpdateWaiting => "Prêt : Repères s’ouvre ici sans réseau.",
        Readiness::SingleFile => {
            "Ce fichier s’ouvre sans réseau. Vos données restent dans le navigateur de cet ordinateur, pas sur la clé."
        }
    };
    view! {
        <a class="card card--flat card--link glance" href=Route::Help.to_hash()>
            <Pictogram icon=Icon::Offline />
            <h3>"Hors connexion"</h3>
            <span>{sentence}</span>
            <span class="card__go">"Travailler sans réseau"</span>
        </a>
    }
}
