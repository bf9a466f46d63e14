//! The window of the wall: it follows what the trainer's page reveals, and counts from what this browser keeps.

use super::frozen::{OnCase, Shown};
use super::wall_view::{OnWall, WallView};
use crate::browser::wall::WallChannel;
use crate::domain::exercise::debrief_since::Mark;
use crate::domain::exercise::wall::{Says, Wall};
use crate::state::AppState;
use crate::text::exercise_debrief as text;
use crate::text::exercise_debrief::wall;
use crate::ui::components::name_tab;
use leptos::prelude::*;
use std::sync::Arc;

/// Blank until the trainer reveals something.
#[component]
pub fn WallPage(
    /// What is told.
    on: OnCase,
) -> impl IntoView {
    let state = AppState::expect();
    let revealed = RwSignal::new(None::<(Wall, Mark)>);
    let channel = WallChannel::open(on.code, on.id(), None, move |says| {
        match says {
            Says::Shows { wall, of } => drop(revealed.try_set(Some((wall, of)))),
            Says::Hides => drop(revealed.try_set(None)),
            Says::Opened | Says::Waits | Says::Follows => {}
        }
        None
    });
    channel.tell(Says::Opened);
    let channel = StoredValue::new_local(channel);
    let of = Memo::new(move |_| revealed.get().map(|(_, of)| of));
    // Made once for the answers that the trainer's page shows; what comes in meanwhile is not looked at.
    let made = Memo::new(move |before: Option<&Option<Arc<Shown>>>| {
        let of = of.get()?;
        let kept = before.cloned().flatten().filter(|made| made.mark == of);
        kept.or_else(|| {
            let now = on.made_from(Arc::new(on.collected(state)), state);
            (now.mark == of).then(|| Arc::new(now))
        })
    });
    Effect::new(move |waited: Option<bool>| {
        let waits = of.get().is_some() && made.with(Option::is_none);
        if waits != waited.unwrap_or(false) {
            channel.with_value(|channel| channel.tell(if waits { Says::Waits } else { Says::Follows }));
        }
        waits
    });
    let slide = Signal::derive(move || {
        let (shown, _) = revealed.get()?;
        made.with(|made| OnWall::of(made.as_ref()?.room.told.as_ref().ok()?, shown))
    });
    let title = on.case.with_value(|case| text::title(case));
    let tab = format!("{} – {}", wall::PUBLIC, on.case.with_value(|case| case.name.clone()));
    name_tab(Signal::stored(tab), Signal::stored(false));
    let heading = view! {
        <h1 class="wall__case" tabindex="-1">
            {title}
        </h1>
    }
    .into_any();
    view! { <WallView heading slide /> }
}
