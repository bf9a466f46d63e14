//! Who trains, as documents say it, and what is missing for which document.

use super::super::board::{Board, back};
use crate::browser::location;
use crate::domain::programme::document::{Paper, missing_mentions};
use crate::domain::programme::{forms, provider};
use crate::records::{ChangeSet, Key};
use crate::route::programme::ProgrammeRoute;
use crate::text::programme_papers as text;
use crate::ui::components::{Messages, Page, RecordForm};
use leptos::prelude::*;

/// The one record of who trains, here or not yet.
#[component]
pub fn ProviderPage(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    provider::key().ok().map(|key| view! { <ProviderForm board key /> })
}

#[component]
fn ProviderForm(
    /// The cycle.
    board: Board,
    /// Where the record is, or will be.
    key: Key,
) -> impl IntoView {
    let messages = Messages::expect();
    let faulty = RwSignal::new(false);
    let stored = board.saver.state().with_tables_now(|tables| {
        let record = tables.live_at(&key);
        record.map(|record| forms::PROVIDER.filled(record))
    });
    let send = Callback::new(move |changes: ChangeSet| {
        let asked_at = location::hash();
        board.saver.save_then(changes, move || {
            let (body, to) = ("Les documents sont à jour.", ProgrammeRoute::Home.to_hash());
            messages.done_then_leave(&asked_at, "Organisme enregistré", body, &to);
        });
    });
    view! {
        <Page
            title="L’organisme de formation"
            lead="Ce que les documents disent de qui forme. Rien n’est obligatoire, sauf le nom\u{a0}: ce qui manque reste à écrire à la main."
            back=back()
            faulty
        >
            <MissingMentions board />
            <RecordForm form=&forms::PROVIDER key stored act="Enregistrer" faulty send />
        </Page>
    }
}

/// What each document lacks of it.
#[component]
fn MissingMentions(
    /// The cycle.
    board: Board,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        board.programme.with(|programme| {
            let of = |paper| {
                let mentions = missing_mentions(paper, &programme.provider);
                (!mentions.is_empty()).then(|| (text::name(paper), text::missing_mentions(&mentions)))
            };
            Paper::ALL.into_iter().filter_map(of).collect::<Vec<_>>()
        })
    });
    view! {
        <Show
            when=move || lines.with(|lines| !lines.is_empty())
            fallback=|| view! { <p>"Rien ne manque\u{a0}: chaque document a ses mentions."</p> }
        >
            <section class="stack stack--tight" aria-labelledby="manque">
                <h2 id="manque">"Ce qui manque, document par document"</h2>
                <dl class="facts">
                    <For each=move || lines.get() key=|line| line.clone() let((name, lacks))>
                        <dt>{name}</dt>
                        <dd>{lacks}</dd>
                    </For>
                </dl>
            </section>
        </Show>
    }
}
