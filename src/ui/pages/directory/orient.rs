//! « Orienter ici »: the place chosen for an orientation that was kept with someone.

use crate::content::rules::rulebook;
use crate::domain::directory::place::Place;
use crate::domain::interview::decision::Referral;
use crate::domain::interview::id::OrientationId;
use crate::domain::interview::worklist::{Line, in_use, latest_first};
use crate::domain::interview::{change, decode};
use crate::records::RecordId;
use crate::route::Route;
use crate::state::AppState;
use crate::text::interview::case_title;
use crate::ui::components::Messages;
use crate::ui::directory::Places;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// How many interviews are proposed: the person is one of those met lately.
const PROPOSED: usize = 12;

/// An orientation that was kept with someone.
#[derive(Clone, Debug, PartialEq)]
struct Kept {
    interview: RecordId,
    orientation: OrientationId,
    /// « Entretien 23-11-A : Démarches de santé ».
    title: String,
    /// The place chosen so far.
    chosen: Option<Referral>,
}

impl Kept {
    /// Names it among the others, whatever is kept meanwhile.
    fn id(&self) -> String {
        format!("{}/{}", self.interview, self.orientation)
    }
}

/// The choice of the orientation, and the act.
#[component]
pub fn OrientHere(
    /// The place, as known here.
    #[prop(into)]
    place: Signal<Place>,
    /// The directory it comes from.
    source: String,
) -> impl IntoView {
    let state = AppState::expect();
    let saver = Saver::expect();
    let messages = Messages::expect();
    let known = Places::expect();
    let kept = Memo::new(move |_| {
        let lines = state.with_tables(|tables| latest_first(in_use(tables)));
        lines.iter().take(PROPOSED).flat_map(of_line).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(String::new());
    let one = move || chosen.with(|chosen| kept.with(|kept| kept.iter().find(|one| one.id() == *chosen).cloned()));
    let leads_here = move |referral: &Referral| {
        let directory = known.get().ready();
        directory.is_some_and(|directory| place.with(|place| referral.leads_to(place, &directory)))
    };
    let referral = StoredValue::new(move || place.with(|place| Referral::to(place, &source)));
    let refer = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(Kept { interview, orientation, title, chosen }) = untrack(one) else { return };
        let Ok(key) = decode::key(&interview) else { return };
        let referral = untrack(|| referral.with_value(|referral| referral()));
        // What was agreed with the same place holds.
        let same = chosen.filter(|chosen| untrack(|| leads_here(chosen)));
        let referral = same.map_or(referral.clone(), |same| referral.agreed(&same.when, &same.ask_for));
        let changes = change::refer(&key, &orientation, Some(&referral));
        saver.save_then(changes, move || {
            messages.done("Lieu choisi", format!("{title}\u{a0}: ce lieu est sur les fiches à imprimer."));
        });
    };
    let replaces = move || {
        let other = one().and_then(|one| one.chosen).filter(|other| !leads_here(other))?;
        Some(format!("Remplace «\u{202f}{}\u{202f}».", other.name))
    };
    let option = move |one: Kept| {
        let id = one.id();
        let is_chosen = chosen.with_untracked(|chosen| *chosen == id);
        view! {
            <option value=id prop:selected=is_chosen>
                {one.title}
            </option>
        }
    };
    let options = move || kept.get().into_iter().map(option).collect_view();
    view! {
        <section class="card screen-only" aria-labelledby="orienter">
            <h2 id="orienter">"Orienter quelqu’un ici"</h2>
            <Show
                when=move || !kept.with(Vec::is_empty)
                fallback=|| {
                    view! {
                        <p>
                            "Retenez d’abord une orientation à la fin d’un entretien\u{a0}: vous pourrez alors choisir ce lieu. "
                            <a href=Route::Interviews.to_hash()>"Voir les entretiens"</a>
                        </p>
                    }
                }
            >
                <form class="stack" on:submit=refer>
                    <div class="field">
                        <label for="orienter-pour">"Pour quelle orientation retenue"</label>
                        <select
                            id="orienter-pour"
                            class="input"
                            on:change:target=move |event| chosen.set(event.target().value())
                        >
                            <option value="">"Choisissez dans la liste"</option>
                            {options}
                        </select>
                    </div>
                    <p class="hint" role="status">
                        {replaces}
                    </p>
                    <button type="submit" class="button button--start" aria-disabled=move || one().is_none().to_string()>
                        "Choisir ce lieu"
                    </button>
                </form>
            </Show>
        </section>
    }
}

fn of_line(line: &Line) -> Vec<Kept> {
    let Ok(rulebook) = rulebook() else { return Vec::new() };
    let interview = line.interview();
    let case = case_title(interview.label.as_ref());
    let decided = interview.decisions.iter().filter(|(_, decision)| decision.is_kept());
    let kept = decided.filter_map(|(id, _)| {
        let orientation = rulebook.orientation(id)?;
        Some(Kept {
            interview: line.id.clone(),
            orientation: id.clone(),
            title: format!("{case}\u{a0}: {}", orientation.title),
            chosen: interview.referrals.get(id).cloned(),
        })
    });
    kept.collect()
}
