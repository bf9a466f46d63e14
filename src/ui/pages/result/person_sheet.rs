//! The person's sheet: what to do, where, when, with what. Nothing of the diagnosis.

use super::around::{OnceRead, around};
use super::case::{Case, CaseGate};
use super::paper::{BlankLine, Paper, PrintButton};
use super::person_step::StepView;
use crate::browser::clock;
use crate::domain::interview::sheet::person_steps;
use crate::records::RecordId;
use crate::route::Route;
use crate::text::format;
use crate::ui::components::{BackTo, Notice, Page, Tone};
use crate::ui::directory::Places;
use leptos::prelude::*;

/// The screen of the person's sheet.
#[component]
pub fn PersonSheetPage(
    /// Which interview.
    id: RecordId,
) -> impl IntoView {
    view! { <CaseGate id page=sheet /> }
}

fn sheet(case: Case) -> AnyView {
    let is_empty = Memo::new(move |_| {
        case.assessment.with(|assessment| !assessment.proposals.iter().any(|proposal| proposal.is_kept()))
    });
    let back = BackTo::new(Route::Result(case.id()), "Résultat et orientation");
    view! {
        <Page
            title="Fiche de la personne"
            lead="À imprimer et à remettre\u{a0}: ce qu’il y a à faire, où et quand. Rien du diagnostic n’y figure."
            back
        >
            <Show when=move || !is_empty.get() fallback=move || view! { <NothingKept case /> }>
                <OnceRead>
                    <Ready case />
                </OnceRead>
            </Show>
        </Page>
    }
    .into_any()
}

/// Nothing to hand over yet: what to do.
#[component]
fn NothingKept(
    /// The case.
    case: Case,
) -> impl IntoView {
    view! {
        <div class="empty">
            <p>
                <strong>"Aucune orientation n’est retenue\u{a0}: la fiche serait vide."</strong>
            </p>
            <p>"Retenez une orientation avec la personne, ou ajoutez-en une à la main, puis revenez ici."</p>
            <a class="button button--primary" href=Route::Result(case.id()).to_hash()>"Choisir une orientation"</a>
        </div>
    }
}

/// The sheet, and what to look at before printing it.
#[component]
fn Ready(
    /// The case.
    case: Case,
) -> impl IntoView {
    let today = clock::today();
    let foot = format!("Fiche du {} – Repères {}", format::date(today), env!("CARGO_PKG_VERSION"));
    view! {
        <Agreement case />
        <div class="row screen-only">
            <PrintButton />
            <p class="hint">"Format A4. L’aperçu ci-dessous montre la fiche imprimée, en grands caractères."</p>
        </div>
        <Paper class="paper--person" label="Aperçu de la fiche de la personne" foot>
            <header class="sheet-head">
                <h2 class="sheet-head__title">"Vos prochaines étapes"</h2>
                <p class="sheet-head__date">{format::date(today)}</p>
            </header>
            <Steps case />
            <footer class="sheet-foot">
                <BlankLine label="Fiche remise par" />
                <BlankLine label="Téléphone" />
                <p>"Une question, un doute\u{a0}: appelez, ou revenez me voir avec cette fiche."</p>
            </footer>
        </Paper>
    }
}

/// A reminder, while the agreement is not noted or not given.
#[component]
fn Agreement(
    /// The case.
    case: Case,
) -> impl IntoView {
    let said = Memo::new(move |_| {
        case.interview.with(|interview| match interview.informed {
            Some(informed) if informed.agreed => None,
            Some(_) => Some((
                "La personne n’est pas d’accord avec l’orientation",
                "Ne remettez la fiche que si elle la souhaite.",
            )),
            None => Some((
                "L’accord de la personne n’est pas noté",
                "Dites-lui ce qui est gardé et demandez-lui si l’orientation lui convient, puis notez-le dans le résultat.",
            )),
        })
    });
    move || {
        said.get().map(|(title, body)| {
            view! {
                <div class="screen-only">
                    <Notice tone=Tone::Caution title>
                        <p>{body}</p>
                    </Notice>
                </div>
            }
        })
    }
}

/// What to do, the most pressing first.
#[component]
fn Steps(
    /// The case.
    case: Case,
) -> impl IntoView {
    let places = Places::expect();
    move || {
        let steps = around(places, |world| {
            case.assessment.with(|assessment| {
                case.interview.with(|interview| {
                    person_steps(&assessment.proposals, &interview.referrals, world)
                        .iter()
                        .enumerate()
                        .map(|(index, step)| view! { <StepView number=index + 1 step /> })
                        .collect_view()
                })
            })
        });
        view! { <ol role="list" class="steps">{steps}</ol> }
    }
}
