//! The run-sheet of whoever leads the day.

use super::live::Day;
use super::materials::AtHand;
use super::plan::PlanTable;
use crate::browser::{clock, wall as screen};
use crate::domain::curriculum::run::Standing;
use crate::domain::curriculum::sequence::SequenceId;
use crate::records::ChangeSet;
use crate::route::programme::{ProgrammeRoute, SessionPart};
use crate::route::teaching::TeachingRoute;
use crate::text::format;
use crate::text::teaching_live::{Next, Now};
use crate::ui::components::{BackTo, Notice, Page, Tone};
use crate::ui::save::Undoable;
use leptos::prelude::*;

/// The page.
#[component]
pub fn DeskPage(
    /// The day.
    day: Day,
) -> impl IntoView {
    let session = day.session.get_value();
    let back = BackTo::new(ProgrammeRoute::Session(session.clone(), SessionPart::Summary), "Session");
    let lead = format!("{}, avec «\u{202f}{}\u{202f}».", format::capitalised(&format::full_date(day.on)), title(day));
    let away = (!day.is_today()).then(|| {
        let when = format::full_date(day.on);
        view! {
            <Notice tone=Tone::Info title="Ce n’est pas aujourd’hui">
                <p>{format!("Cette session est prévue {when}\u{a0}: son déroulé se lit, et se notera ce jour-là.")}</p>
            </Notice>
        }
    });
    view! {
        <Page title="Déroulé de la journée" lead back>
            {away}
            <Clock day />
            <AtHand day />
            <CatchUp day />
            <PlanTable day />
            <Wall day />
        </Page>
    }
}

fn title(day: Day) -> String {
    day.version.with_value(|version| version.title.clone())
}

/// Notes something of the day; it can be taken back.
pub fn note(day: Day, changes: ChangeSet, said: String) {
    let done = Undoable {
        title: said,
        body: String::new(),
        take_back: "Annuler",
        taken_back: "Ce qui était noté avant est rétabli",
    };
    day.known.saver.save_undoable(changes, done, || ());
}

/// Notes that a sequence begins now.
pub fn start(day: Day, id: &SequenceId, title: &str) {
    let at = clock::now_local().time();
    let changes = day.session.with_value(|session| day.noted.with_untracked(|noted| noted.start(session, id, at)));
    note(day, changes, format!("{}\u{a0}: {title}", format::time(at)));
}

/// The hour, what is under way, and the next act.
#[component]
fn Clock(
    /// The day.
    day: Day,
) -> impl IntoView {
    let live = day.live;
    let current = Memo::new(move |_| live.with(|live| live.current.clone()));
    let said = Memo::new(move |_| live.with(|live| live.said.clone()));
    let hour = Memo::new(move |_| live.with(|live| live.clock.clone()));
    let shown = move || current.get().map(under_way);
    view! {
        <section class="card run" aria-labelledby="deroule-maintenant">
            <div class="run__head">
                <h2 id="deroule-maintenant">"Maintenant"</h2>
                <p class="run__clock">{hour}</p>
            </div>
            <p>{said}</p>
            {shown}
            <Show when=move || day.is_today()>
                <Acts day />
            </Show>
        </section>
    }
}

fn under_way(now: Now) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <p class="run__title">{now.title}</p>
            <progress class="run__bar" max=now.minutes value=now.elapsed.min(now.minutes) aria-label="Temps passé"></progress>
            <p>{now.said}". "{now.until}"."</p>
        </div>
    }
}

/// What one does next.
#[component]
fn Acts(
    /// The day.
    day: Day,
) -> impl IntoView {
    let live = day.live;
    // Not made anew at each minute: a button keeps the focus.
    let next = Memo::new(move |_| live.with(|live| live.next.clone()));
    let standing = Memo::new(move |_| live.with(|live| live.standing));
    let go = move |_| {
        if let Some(next) = next.get_untracked() {
            start(day, &next.id, &next.title);
        }
    };
    let end = move |_| {
        let at = clock::now_local().time();
        let changes = day.session.with_value(|session| day.noted.with_untracked(|noted| noted.end(session, at)));
        note(day, changes, format!("{}\u{a0}: fin de la journée", format::time(at)));
    };
    let label = move || {
        next.get().map(|next: Next| match standing.get() {
            Standing::ToStart => format!("Commencer\u{a0}: {}", next.title),
            _ => format!("Passer à\u{a0}: {}", next.title),
        })
    };
    let follows =
        move || next.get().map(|next| view! { <p class="hint">{format!("Ensuite\u{a0}: {}", next.said)}</p> });
    let can_end = move || matches!(standing.get(), Standing::Running | Standing::LeftOpen);
    let is_last = move || next.with(Option::is_none);
    view! {
        <div class="row">
            <Show when=move || next.with(Option::is_some)>
                <button type="button" class="button button--primary" on:click=go>
                    {label}
                </button>
            </Show>
            <Show when=can_end>
                <button type="button" class="button" class:button--primary=is_last on:click=end>
                    "Noter la fin de la journée"
                </button>
            </Show>
        </div>
        {follows}
    }
}

/// What would catch up the lateness.
#[component]
fn CatchUp(
    /// The day.
    day: Day,
) -> impl IntoView {
    let told = Memo::new(move |_| day.live.with(|live| live.catch_up.clone()));
    move || {
        told.get().map(|(said, cuts)| {
            let cuts = cuts.into_iter().map(|cut| view! { <li>{cut}</li> }).collect_view();
            view! {
                <Notice tone=Tone::Caution title="Rattraper le retard">
                    <p>{said}</p>
                    <ul>{cuts}</ul>
                </Notice>
            }
        })
    }
}

/// The same for the room, in a window of its own.
#[component]
fn Wall(
    /// The day.
    day: Day,
) -> impl IntoView {
    let to = day.session.with_value(|session| TeachingRoute::RunWall(session.clone()).to_hash());
    let refused = RwSignal::new(false);
    let open = {
        let to = to.clone();
        move |_| refused.set(!screen::open_window(&to))
    };
    view! {
        <section class="stack stack--tight screen-only">
            <h2>"Pour la salle"</h2>
            <p>"L’heure, la séquence en cours et la suivante, en grand, sans aucun nom."</p>
            <div class="row">
                <button type="button" class="button" on:click=open>
                    "Ouvrir l’écran de la salle"
                </button>
            </div>
            <p role="status">
                {move || {
                    refused
                        .get()
                        .then(|| {
                            view! {
                                "Le navigateur a refusé la fenêtre. "
                                <a href=to.clone()>"Afficher l’écran de la salle ici"</a>
                            }
                        })
                }}
            </p>
        </section>
    }
}
