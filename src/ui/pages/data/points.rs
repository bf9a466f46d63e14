//! The points to return to: what was here before each import and each return.

use super::import::go_back;
use crate::browser::{clock, dom};
use crate::exchange::backup::Held;
use crate::exchange::restore_point::{Cause, PointId, Summary};
use crate::exchange::undo::Outlook;
use crate::jobs::{Back, Failure, Job, Reply, Workshop};
use crate::route::Route;
use crate::state::AppState;
use crate::text::import as said;
use crate::ui::components::{BackTo, Confirm, Messages, Notice, Page, Tone};
use crate::ui::directory::Places;
use crate::ui::faults;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is being looked at before going back.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    Idle,
    Weighing,
    Asked { to: Back, at_ms: i64, outlook: Outlook },
    Returning,
}

/// The act of this page.
#[derive(Clone, Copy)]
struct Return {
    stage: RwSignal<Stage>,
    open: RwSignal<bool>,
    state: AppState,
    messages: Messages,
    places: Places,
}

impl Return {
    fn weigh(self, to: Back, at_ms: i64) {
        if matches!(self.stage.get_untracked(), Stage::Weighing | Stage::Returning) {
            return;
        }
        self.stage.set(Stage::Weighing);
        spawn_local(async move {
            let job = Job::WeighReturn { to: to.clone() };
            match Workshop::open().run(&job, &[], &|_| ()).await.0 {
                Reply::ReturnWeighed(outlook) => {
                    let _ = self.stage.try_set(Stage::Asked { to, at_ms, outlook });
                    let _ = self.open.try_set(true);
                }
                other => self.fail(other),
            }
        });
    }

    fn go(self, to: Back, at_ms: i64) {
        self.stage.set(Stage::Returning);
        spawn_local(async move {
            let is_undo = matches!(to, Back::Undo(_));
            let at = clock::local(at_ms);
            match go_back(self.state, to, |_| ()).await {
                Ok(returned) => {
                    let _ = self.stage.try_set(Stage::Idle);
                    self.places.read_again();
                    let body = if is_undo { said::undone(&returned.outlook) } else { said::returned(at) };
                    self.messages.done("C’est fait", body);
                    request_animation_frame(dom::focus_heading);
                }
                Err(failure) => self.fail(Reply::Failed(failure)),
            }
        });
    }

    /// Forgets a point: what it held can no longer come back.
    fn forget(self, point: PointId) {
        spawn_local(async move {
            match self.state.forget_point(&point).await {
                Ok(()) => {
                    self.messages.done("Point de retour oublié", "Ce qu’il gardait n’est plus dans ce navigateur.");
                    request_animation_frame(dom::focus_heading);
                }
                Err(error) => self.messages.say(faults::storage_message(&error, Vec::new())),
            }
        });
    }

    fn fail(self, reply: Reply) {
        let _ = self.stage.try_set(Stage::Idle);
        let failure = match reply {
            Reply::Failed(failure) => failure,
            _ => Failure::Unknown,
        };
        self.messages.say(faults::failure_message(&failure, Vec::new()));
    }
}

/// The list of the points, the newest first.
#[component]
pub fn PointsPage() -> impl IntoView {
    let state = AppState::expect();
    let act = Return {
        stage: RwSignal::new(Stage::Idle),
        open: RwSignal::new(false),
        state,
        messages: Messages::expect(),
        places: Places::expect(),
    };
    let sentence = move || match act.stage.get() {
        Stage::Weighing => "Comparaison avec ce qui est ici…",
        Stage::Returning => "Retour en cours…",
        Stage::Idle | Stage::Asked { .. } => "",
    };
    view! {
        <Page
            title="Points de retour"
            lead=said::points_lead()
            back=BackTo::new(Route::Data, "Données")
        >
            <p class="status-line" role="status">
                {sentence}
            </p>
            <Show
                when=move || !state.points().is_empty()
                fallback=|| {
                    view! {
                        <Notice tone=Tone::Info title="Aucun point de retour">
                            <p>"Le premier sera gardé au prochain import."</p>
                        </Notice>
                    }
                }
            >
                <ul class="stack wide" role="list">
                    <For
                        each=move || state.points().into_iter().rev()
                        // Erasing somebody changes what a point holds.
                        key=|summary| (summary.moment.id.to_string(), summary.live.clone())
                        let(summary)
                    >
                        <li>
                            <PointCard summary act />
                        </li>
                    </For>
                </ul>
            </Show>
            <ReturnDialog act />
        </Page>
    }
}

/// One point, and what may be done with it.
#[component]
fn PointCard(
    /// What is known of it.
    summary: Summary,
    /// The act of this page.
    act: Return,
) -> impl IntoView {
    let moment = summary.moment.clone();
    let heading = said::cause(&moment.cause);
    let at_ms = moment.at_ms;
    let when = clock::local(at_ms);
    let meta = said::point(when, &Held(summary.live));
    let id = format!("point-{}", moment.id);
    let is_import = matches!(moment.cause, Cause::Import { .. });
    let (undo, point, forgotten) = (moment.id.clone(), moment.id.clone(), moment.id);
    let asked = RwSignal::new(false);
    let forget = Callback::new(move |()| act.forget(forgotten.clone()));
    view! {
        <article class="card" aria-labelledby=id.clone()>
            <h2 id=id.clone() class="breakable">
                {heading}
            </h2>
            <p class="card__meta">{meta}</p>
            <div class="row">
                {is_import
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                aria-describedby=id.clone()
                                on:click=move |_| act.weigh(Back::Undo(undo.clone()), at_ms)
                            >
                                "Annuler seulement cet import…"
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button"
                    aria-describedby=id.clone()
                    on:click=move |_| act.weigh(Back::Point(point.clone()), at_ms)
                >
                    "Revenir à ce point…"
                </button>
                <button
                    type="button"
                    class="button button--plain"
                    aria-describedby=id.clone()
                    on:click=move |_| asked.set(true)
                >
                    "Oublier ce point…"
                </button>
            </div>
            <Confirm open=asked title="Oublier ce point\u{202f}?" accept="Oublier ce point" on_accept=forget>
                <p>"Il ne sera plus possible d’y revenir. Ce qui est sur cet appareil aujourd’hui ne change pas."</p>
            </Confirm>
        </article>
    }
}

/// What going back would do, and the agreement.
#[component]
fn ReturnDialog(
    /// The act of this page.
    act: Return,
) -> impl IntoView {
    let go = Callback::new(move |()| {
        if let Stage::Asked { to, at_ms, .. } = act.stage.get_untracked() {
            act.go(to, at_ms);
        }
    });
    let explain = move || match act.stage.get() {
        Stage::Asked { to, at_ms, outlook } => {
            let points = act.state.points();
            let named = points.iter().find(|summary| summary.moment.id == *to.point());
            let cause = named.map(|summary| said::cause(&summary.moment.cause));
            let when = named.map(|summary| said::point(clock::local(at_ms), &Held(summary.live.clone())));
            let left = act.state.left_since_point(to.point());
            let changes = said::preview(&outlook);
            view! {
                <p class="breakable">
                    <strong>{cause}</strong>
                </p>
                <p class="card__meta">{when}</p>
                <p>{if matches!(to, Back::Undo(_)) {
                    "Seul ce que cet import a apporté est retiré. Ce que vous avez changé depuis reste."
                } else {
                    "Tout redevient comme à ce moment. L’état présent est gardé comme point de retour\u{a0}: vous pourrez y revenir."
                }}</p>
                <ul>{changes.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                {left.then(|| view! { <p>"Un fichier est sorti de cet appareil depuis. Ce qui est retiré ici sera marqué comme supprimé, pour que les autres postes le sachent."</p> })}
                <p>"Ce qui a été effacé définitivement ne revient pas. Les chiffres déjà arrêtés d’une synthèse restent."</p>
            }
            .into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <Confirm open=act.open title="Revenir en arrière\u{202f}?" accept="Revenir en arrière" on_accept=go>
            {explain}
        </Confirm>
    }
}
