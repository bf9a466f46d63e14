//! What stands before every page of an interview: it may not be on this device.

use super::held::{Held, Presence};
use crate::browser::dom;
use crate::content::error::ContentError;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::interview::change;
use crate::records::RecordId;
use crate::route::Route;
use crate::route::exercise::ExerciseRoute;
use crate::text::retention;
use crate::ui::components::{BackTo, Notice, Page, Tone};
use crate::ui::pages::data::{EraseDialog, Erasing};
use leptos::prelude::*;

/// Shows a page of an interview, or why it cannot be shown.
#[component]
pub fn Gate(
    /// The interview.
    id: RecordId,
    /// The page.
    page: Callback<Held, AnyView>,
) -> impl IntoView {
    match Held::open(&id) {
        Ok(held) => (move || match held.presence.get() {
            Presence::Here => page.run(held),
            Presence::Deleted => view! { <Deleted held /> }.into_any(),
            Presence::Restricted => view! { <Restricted held /> }.into_any(),
            Presence::HandedIn(exercise) => view! { <Shut exercise title="Ces réponses ont été remises" /> }.into_any(),
            Presence::OtherPlace(exercise) => {
                view! { <Shut exercise title="Ces réponses s’ouvrent avec leur ticket" /> }.into_any()
            }
            Presence::Absent if held.is_quarantined() => view! { <Quarantined /> }.into_any(),
            Presence::Absent => view! { <Absent /> }.into_any(),
        })
        .into_any(),
        Err(error) => view! { <Unreadable error /> }.into_any(),
    }
}

fn back() -> BackTo {
    BackTo::new(Route::Interviews, "Entretiens")
}

/// On a shared device, the answers of a case open with their ticket.
#[component]
fn Shut(
    /// The exercise.
    exercise: ExerciseCode,
    /// Why they do not show.
    title: &'static str,
) -> impl IntoView {
    view! {
        <Page title back=BackTo::new(ExerciseRoute::List, "Animer")>
            <p>
                "Cet appareil peut servir à plusieurs personnes\u{a0}: ces réponses sont toujours là, et ne s’ouvrent qu’avec leur ticket."
            </p>
            <p>
                <a class="button button--primary" href=ExerciseRoute::Ticket(exercise).to_hash()>
                    "Taper mon ticket"
                </a>
            </p>
        </Page>
    }
}

/// The interview is nowhere on this device.
#[component]
fn Absent() -> impl IntoView {
    view! {
        <Page title="Cet entretien n’est pas sur cet appareil" back=back()>
            <p>
                "Il a pu être effacé, ou se trouver sur un autre poste ou dans un autre navigateur. Les autres entretiens ne sont pas en cause."
            </p>
            <p>
                "S’il a été exporté depuis un autre poste, "
                <a href=Route::Data.to_hash()>"importez le fichier"</a> " pour le retrouver ici."
            </p>
        </Page>
    }
}

/// The interview is here, and cannot be read.
#[component]
fn Quarantined() -> impl IntoView {
    view! {
        <Page title="Cet entretien ne peut pas être lu" back=back()>
            <p>
                "Il est gardé tel quel, et rien n’a été effacé. La page " <a href=Route::Data.to_hash()>"Données"</a>
                " permet de l’exporter pour demander de l’aide."
            </p>
        </Page>
    }
}

/// The interview was removed.
#[component]
fn Deleted(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let restore = move |_| held.save_then(held.change(change::restore), || request_animation_frame(dom::focus_heading));
    let erasing = Erasing::new();
    let erase = move |_| erasing.ask(held.interview.with_untracked(|interview| interview.id.clone()));
    view! {
        <Page title="Cet entretien est supprimé" lead="Il n’apparaît plus dans vos listes, mais rien n’est perdu." back=back()>
            <p class="row">
                <button type="button" class="button button--primary" on:click=restore>
                    "Rétablir l’entretien"
                </button>
                <button type="button" class="button button--plain" on:click=erase>
                    "L’effacer pour toujours…"
                </button>
            </p>
            <EraseDialog erasing />
        </Page>
    }
}

/// The interview is only kept.
#[component]
fn Restricted(
    /// The interview.
    held: Held,
) -> impl IntoView {
    let restriction =
        move || held.interview.with(|interview| interview.restricted.as_ref().map(retention::restriction));
    view! {
        <Page
            title="L’usage de cet entretien est limité"
            lead="Il est conservé, et personne ne s’en sert pour l’instant."
            back=back()
        >
            <p>{restriction}</p>
            <p>
                <a class="button" href=Route::ToDelete.to_hash()>
                    "Voir les entretiens conservés"
                </a>
            </p>
        </Page>
    }
}

/// The questions cannot be read: a fault of the program.
#[component]
pub fn Unreadable(
    /// What is wrong.
    error: ContentError,
) -> impl IntoView {
    view! {
        <Page title="Les questions ne peuvent pas être lues" back=back()>
            <Notice tone=Tone::Fault title="Cette version de Repères est incomplète">
                <p>
                    "Vos entretiens sont intacts. Rechargez la page ; si l’échec se répète, exportez vos données et installez une autre version."
                </p>
                <p class="hint">{error.to_string()}</p>
            </Notice>
        </Page>
    }
}
