//! The interviews that are only kept, until a day that is not past.

use super::due::PAGE;
use super::row::{Act, Row, lift, row_key};
use crate::browser::clock;
use crate::domain::paging::Paging;
use crate::domain::retention::{Kept, restricted};
use crate::records::RecordId;
use crate::state::AppState;
use crate::text::retention as text;
use crate::ui::components::{Messages, Pager};
use crate::ui::pages::data::erase::Erasing;
use crate::ui::save::Saver;
use leptos::prelude::*;

/// What is kept without being used; nothing when there is none.
#[component]
pub fn KeptSection(
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let state = AppState::expect();
    let kept = Memo::new(move |_| state.with_tables(|tables| restricted(tables, clock::today())));
    let page = RwSignal::new(0);
    let paging = Signal::derive(move || Paging { total: kept.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        kept.with(|kept| kept.get(rows).map(<[_]>::to_vec).unwrap_or_default())
    };
    view! {
        <Show when=move || kept.with(|kept| !kept.is_empty())>
            <section class="stack" aria-labelledby="limites">
                <h2 id="limites">{move || text::restricted(kept.with(Vec::len))}</h2>
                <p>{text::RESTRICTION_MEANS}</p>
                <ul role="list" class="cases">
                    <For
                        each=shown
                        key=row_key
                        let(kept)
                    >
                        <KeptRow kept erasing />
                    </For>
                </ul>
                <Pager paging page label="Pages des entretiens dont l’usage est limité" />
            </section>
        </Show>
    }
}

/// One interview that is only kept.
#[component]
fn KeptRow(
    /// The interview, until when, and why.
    kept: Kept,
    /// Asks before erasing.
    erasing: Erasing,
) -> impl IntoView {
    let (state, saver, messages) = (AppState::expect(), Saver::expect(), Messages::expect());
    let erase = Act::new("Effacer", move |interview| erasing.ask(interview));
    let lifted = Act::new("Lever la limitation", move |interview: RecordId| lift(state, saver, messages, &interview));
    let sentence = text::restriction(&kept.why);
    view! { <Row listed=kept sentence acts=vec![erase, lifted] /> }
}
