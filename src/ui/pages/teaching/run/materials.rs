//! What the sequence under way needs: the screens to open, what must be at hand, what the trainer says and does.

use super::live::Day;
use crate::domain::curriculum::sequence::{Opens, Sequence};
use crate::domain::curriculum::tool::ToolBook;
use crate::route::Route;
use crate::route::community::CommunityRoute;
use crate::route::evaluation::EvaluationRoute;
use crate::route::exercise::ExerciseRoute;
use crate::route::teaching::TeachingRoute;
use crate::text::teaching as text;
use leptos::prelude::*;

/// Where a screen that a sequence needs is; none: it is no screen of this version.
fn to(opens: &Opens, tools: &ToolBook) -> Option<Route> {
    Some(match opens {
        Opens::Exercise | Opens::Positioning => ExerciseRoute::List.into(),
        Opens::Directory => Route::directory(),
        Opens::Ecosystem => Route::Ecosystem { query: String::new(), mission: None },
        Opens::Glossary => TeachingRoute::Glossary.into(),
        Opens::Tool(tool) => TeachingRoute::Tool(tools.tool(tool)?.id.clone()).into(),
        Opens::Cards => CommunityRoute::Cards.into(),
        Opens::Survey => EvaluationRoute::Home.into(),
    })
}

/// For the sequence under way, or the first when none is.
#[component]
pub fn AtHand(
    /// The day.
    day: Day,
) -> impl IntoView {
    let which = Memo::new(move |_| {
        day.live.with(|live| {
            let now = live.current.as_ref().map(|now| now.id.clone());
            now.or_else(|| live.next.as_ref().map(|next| next.id.clone()))
        })
    });
    move || {
        let sequence = day.version.with_value(|version| version.day.sequence(&which.get()?).cloned())?;
        at_hand(&sequence, day.known.tools)
    }
}

/// Nothing for a sequence that says nothing of it.
fn at_hand(sequence: &Sequence, tools: &ToolBook) -> Option<impl IntoView + use<>> {
    let opens = sequence.opens.iter().filter_map(|opens| {
        let to = to(opens, tools)?.to_hash();
        Some(view! {
            <li>
                <a class="button" href=to>
                    {text::opens(opens)}
                </a>
            </li>
        })
    });
    let opens = opens.collect_view();
    let opens = (!opens.is_empty()).then(|| view! { <ul role="list" class="row">{opens}</ul> });
    let materials = sequence.materials().map(|line| view! { <li>{line.to_owned()}</li> }).collect_view();
    let materials = (!materials.is_empty()).then(|| {
        view! {
            <h3>"À avoir sous la main"</h3>
            <ul>{materials}</ul>
        }
    });
    let parts = [
        ("Ce que vous faites", &sequence.trainer),
        ("Ce que font les participantes et participants", &sequence.learners),
        ("À dire et à montrer", &sequence.content),
        ("Sans réseau", &sequence.offline),
    ];
    let parts = parts.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| {
        view! {
            <h3>{name}</h3>
            <p class="breakable run__text">{said.clone()}</p>
        }
    });
    let parts = parts.collect_view();
    (opens.is_some() || materials.is_some() || !parts.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2>{format!("Pour «\u{202f}{}\u{202f}»", sequence.title)}</h2>
                {opens}
                {materials}
                {parts}
            </section>
        }
    })
}
