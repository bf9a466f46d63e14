//! What the team says of the cycle, and of each session.

use super::known::Known;
use crate::domain::programme::id::SessionId;
use crate::ui::components::{FieldFault, Rewrite, Takes, TextField};
use leptos::prelude::*;

/// A field for the cycle, then one for each session, which opens.
#[component]
pub fn Comments(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let sessions = Memo::new(move |_| {
        known.board.programme.with(|programme| {
            let told = programme.sessions.iter().filter(|session| session.is_held_by(known.board.today));
            told.map(|session| session.id.clone()).collect::<Vec<_>>()
        })
    });
    let none = move || {
        sessions.with(Vec::is_empty).then(|| view! { <p class="hint">"Aucune session n’est encore tenue."</p> })
    };
    view! {
        <section class="stack screen-only" aria-labelledby="commentaires">
            <h2 id="commentaires">"Ce que l’équipe en dit"</h2>
            <p class="hint">
                "Ces commentaires paraissent dans la synthèse pour le Département, jamais dans celle des partenaires. N’y nommez personne."
            </p>
            <Comment known session=None />
            <ul role="list" class="stack stack--tight">
                <For each=move || sessions.get() key=|id| id.clone() let(id)>
                    <SessionComment known id />
                </For>
            </ul>
            {none}
        </section>
    }
}

/// The comment of a session, made when it is opened.
#[component]
fn SessionComment(
    /// What is known.
    known: Known,
    /// Which session.
    id: SessionId,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let of = id.clone();
    let name = Memo::new(move |_| known.board.session_name(&of));
    let of = id.clone();
    let is_written = Memo::new(move |_| known.synthesis.with(|synthesis| !synthesis.comment(Some(&of)).is_empty()));
    view! {
        <li>
            <details
                class="disclosure"
                on:toggle:target=move |event| {
                    if event.target().open() {
                        let _ = is_open.try_set(true);
                    }
                }
            >
                <summary>
                    {name} {move || if is_written.get() { "\u{a0}: commentaire écrit" } else { "\u{a0}: sans commentaire" }}
                </summary>
                <Show when=move || is_open.get()>
                    <Comment known session=Some(id.clone()) />
                </Show>
            </details>
        </li>
    }
}

/// What is said of a session, or of the cycle.
#[component]
fn Comment(
    /// What is known.
    known: Known,
    /// Which session; none: the cycle.
    session: Option<SessionId>,
) -> impl IntoView {
    let of = StoredValue::new(session.clone());
    let text = Rewrite::of(move || {
        known.synthesis.with(|synthesis| of.with_value(|session| synthesis.comment(session.as_ref()).to_owned()))
    });
    let (id, label) = match &session {
        None => ("commentaire-cycle".to_owned(), "Sur le cycle".to_owned()),
        Some(id) => (format!("commentaire-{}", id.as_str()), "Sur cette session".to_owned()),
    };
    let about = match session {
        None => "\u{a0}: le cycle".to_owned(),
        Some(id) => format!("\u{a0}: {}", untrack(|| known.board.session_name(&id))),
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = text.now();
        let changes = known
            .synthesis
            .with_untracked(|synthesis| of.with_value(|session| synthesis.write_comment(session.as_ref(), &typed)));
        known.board.saver.save_then(changes, move || {
            text.settle(&typed);
            known.messages.done("Commentaire enregistré", "");
        });
    };
    view! {
        <form class="stack stack--tight" on:submit=send novalidate>
            <TextField id label takes=Takes::Text rows=4 value=text faults=Signal::derive(Vec::<FieldFault>::new) />
            <p>
                <button type="submit" class="button">
                    "Enregistrer le commentaire"
                    <span class="visually-hidden">{about}</span>
                </button>
            </p>
        </form>
    }
}
