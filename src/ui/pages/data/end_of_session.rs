//! « Fin de séance »: keep one's work in a file, make this browser forget everything, and know what it could not reach.

use super::backup::{Backup, BackupSection};
use super::wipe::{OutOfReach, Outcome, Reach, WipeQuestion, records_stay, wipe};
use crate::browser::dom::{self, Delivery, delivery};
use crate::browser::location;
use crate::route::Route;
use crate::state::AppState;
use crate::text;
use crate::text::wipe::Wiped;
use crate::ui::components::{BackTo, Icon, Messages, Notice, Page, Pictogram, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How far the end of the session is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Before,
    Wiping,
    After(Outcome),
}

/// Before the wipe, then after it.
#[component]
pub fn EndOfSessionPage() -> impl IntoView {
    let stage = RwSignal::new(Stage::Before);
    let outcome = Memo::new(move |_| match stage.get() {
        Stage::Before | Stage::Wiping => None,
        Stage::After(outcome) => Some(outcome),
    });
    move || match outcome.get() {
        None => view! { <Before stage /> }.into_any(),
        Some(outcome) => view! { <After outcome stage /> }.into_any(),
    }
}

/// The backup, and the wipe.
#[component]
fn Before(
    /// How far the end of the session is.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let (state, messages) = (AppState::expect(), Messages::expect());
    let backup = Backup::new();
    let asked = RwSignal::new(false);
    let on_accept = Callback::new(move |()| {
        // A second press while the first one works does nothing.
        if stage.get_untracked() == Stage::Wiping {
            return;
        }
        stage.set(Stage::Wiping);
        spawn_local(async move {
            let outcome = wipe(state, messages, Reach::DataAndProgram).await;
            if stage.try_set(Stage::After(outcome)).is_none() {
                request_animation_frame(dom::focus_heading);
            } else {
                messages.done(
                    "L’effacement est terminé",
                    "La page «\u{202f}Données\u{202f}» dit ce que ce navigateur garde encore.",
                );
            }
        });
    });
    let status = move || if stage.get() == Stage::Wiping { "Effacement en cours…" } else { "" };
    view! {
        <Page
            title="Fin de séance"
            lead="Avant de laisser cet ordinateur : gardez votre travail dans un fichier, puis effacez tout d’ici."
            back=BackTo::new(Route::Data, "Données")
        >
            <BackupSection backup />
            <section class="stack" aria-labelledby="effacer">
                <h2 id="effacer">"Tout effacer de ce navigateur"</h2>
                <p>"Tout ce qui est enregistré ici\u{a0}: entretiens, annuaires, formation, évaluation, préférences, et les fichiers de l’application."</p>
                {needs_network().map(|sentence| view! { <p>{sentence}</p> })}
                <p class="status-line" role="status">
                    {status}
                </p>
                <div class="row">
                    <button type="button" class="button button--fault" on:click=move |_| asked.set(true)>
                        <Pictogram icon=Icon::Trash />
                        "Effacer et terminer…"
                    </button>
                </div>
                <WipeQuestion
                    asked
                    title="Effacer et terminer la séance\u{202f}?"
                    accept="Effacer et terminer"
                    on_accept
                    backup
                />
            </section>
        </Page>
    }
}

/// Served from the web, the program goes too.
fn needs_network() -> Option<&'static str> {
    (delivery() == Delivery::Web).then_some("Pour rouvrir Repères dans ce navigateur, il faudra ensuite une connexion.")
}

/// What was wiped, what was not, what could not be reached. It needs nothing that was stored.
#[component]
fn After(
    /// What was to be wiped, and whether it is.
    outcome: Outcome,
    /// How far the end of the session is.
    stage: RwSignal<Stage>,
) -> impl IntoView {
    let records_stay = records_stay(&outcome);
    let title = if records_stay { "La séance n’est pas terminée" } else { "Séance terminée" };
    let lead = if records_stay { "Vos données sont encore dans ce navigateur." } else { "Fermez cet onglet." };
    let retry = move |_| {
        stage.set(Stage::Before);
        request_animation_frame(dom::focus_heading);
    };
    let start_again = |_| {
        location::rewrite(&Route::Home.to_hash());
        location::reload();
    };
    view! {
        <Page title lead>
            <section class="stack" aria-labelledby="efface">
                <h2 id="efface">"Dans ce navigateur"</h2>
                <ul role="list" class="stack stack--tight">
                    {outcome.into_iter().map(|(wiped, is_done)| view! { <Line wiped is_done /> }).collect_view()}
                </ul>
            </section>
            <section class="stack" aria-labelledby="hors-portee">
                <h2 id="hors-portee">"Ce que Repères ne peut pas atteindre"</h2>
                <OutOfReach />
            </section>
            <section class="stack" aria-labelledby="ensuite">
                <h2 id="ensuite">"Ensuite"</h2>
                {if records_stay {
                    view! {
                        <div class="row">
                            <button type="button" class="button button--primary" on:click=retry>
                                "Réessayer"
                            </button>
                        </div>
                    }
                        .into_any()
                } else {
                    view! {
                        <p>
                            "Le réglage « ordinateur partagé » est effacé aussi : cochez-le de nouveau dans les préférences à la prochaine séance."
                        </p>
                        {needs_network().map(|sentence| view! { <p>{sentence}</p> })}
                        <div class="row">
                            <button type="button" class="button" on:click=start_again>
                                "Commencer une nouvelle séance"
                            </button>
                        </div>
                    }
                        .into_any()
                }}
            </section>
        </Page>
    }
}

/// One thing that was to be wiped.
#[component]
fn Line(
    /// What.
    wiped: Wiped,
    /// Whether it is.
    is_done: bool,
) -> impl IntoView {
    let sentence = text::wipe::wiped(wiped, is_done);
    if is_done {
        view! {
            <li class="wiped">
                <Pictogram icon=Icon::Check />
                <span>{sentence}</span>
            </li>
        }
        .into_any()
    } else {
        view! {
            <li>
                <Notice tone=Tone::Fault title="Non effacé">
                    <p>{sentence}</p>
                </Notice>
            </li>
        }
        .into_any()
    }
}
