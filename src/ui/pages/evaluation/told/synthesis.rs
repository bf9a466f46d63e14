//! The synthesis: what would be told now, what was published, and what the team says of it.

use super::comments::Comments;
use super::exports::Exports;
use super::figures::{RatesTable, ThingTable};
use super::known::{Known, back};
use super::left_out::LeftOutSection;
use super::publish::Publish;
use super::quotes::{Improvements, Quotes};
use crate::domain::evaluation::synthesis::{Part, Stage, Synthesis};
use crate::route::evaluation::{EvaluationRoute, Reader};
use crate::text::evaluation as words;
use crate::text::evaluation_told as told;
use crate::text::format;
use crate::text::programme_tables::Listed;
use crate::text::synthesis::{self as text, Audience, Thing};
use crate::text::synthesis_participation::{RECEIVED_AT, TRAINED_AT, participation};
use crate::ui::components::{AfterPaint, Fold, Icon, Page, Pictogram};
use leptos::prelude::*;
use std::sync::Arc;

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    Published,
    /// What would be told if it were published now.
    Now(Stage),
}

/// Everything that is shown of it.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    participation: Listed,
    parts: Vec<ShownPart>,
}

#[derive(Clone, Debug, PartialEq)]
struct ShownPart {
    part: Part,
    counted: String,
    things: Vec<Thing>,
}

/// What would be told, made once for the figures and for the act; none while one looks at what was published.
pub type Preview = Memo<Option<(Stage, Arc<Synthesis>)>>;

/// What is looked at, followed: at which stage, and what it tells.
fn looked_at(known: Known, preview: Preview) -> (Stage, Arc<Synthesis>) {
    preview.get().unwrap_or_else(|| (known.last_stage(), known.synthesis.get()))
}

fn shown(known: Known, preview: Preview) -> Arc<Shown> {
    let (stage, synthesis) = looked_at(known, preview);
    let populations = known.populations.get();
    let shown = known.tell(&synthesis, stage, |source| Shown {
        participation: participation(source, Audience::Commissioner),
        parts: synthesis
            .ledgers
            .iter()
            .filter(|(_, ledger)| !ledger.batches.is_empty())
            .map(|(part, ledger)| ShownPart {
                part: *part,
                counted: told::counted(ledger.whole(), populations.get(part).map_or(0, |all| ledger.waiting(all))),
                things: text::things(source, *part),
            })
            .collect(),
    });
    Arc::new(shown)
}

/// The synthesis.
#[component]
pub fn SynthesisPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let is_published = known.synthesis.with_untracked(|synthesis| !synthesis.published.is_empty());
    let looked = RwSignal::new(if is_published { Looked::Published } else { Looked::Now(Stage::OnTheWay) });
    let preview: Preview = Memo::new(move |_| match looked.get() {
        Looked::Published => None,
        Looked::Now(stage) => Some((stage, Arc::new(known.preview(stage)))),
    });
    let paper = |reader| EvaluationRoute::SynthesisPaper(reader).to_hash();
    view! {
        <Page
            title="Synthèse de l’évaluation"
            lead="Ce que les réponses disent, en résultats regroupés\u{a0}: par session et pour tout le cycle."
            back=back()
        >
            <p>{words::protection(known.threshold)}</p>
            <p class="row screen-only">
                <a class="button" href=paper(Reader::Commissioner)>
                    <Pictogram icon=Icon::Print />
                    "Synthèse pour le Département"
                </a>
                <a class="button" href=paper(Reader::Partners)>
                    <Pictogram icon=Icon::Print />
                    "Synthèse pour les partenaires"
                </a>
                <a href=EvaluationRoute::Closing.to_hash()>"Dossier de clôture"</a>
            </p>
            <AfterPaint>
                <Publish known looked preview />
                <LeftOutSection known />
                <Figures known preview />
                <AfterPaint>
                    <Comments known />
                    <Quotes known />
                    <Improvements board=known.board />
                    <Exports known />
                </AfterPaint>
            </AfterPaint>
        </Page>
    }
}

/// The figures that are looked at.
#[component]
fn Figures(
    /// What is known.
    known: Known,
    /// What would be told, when one looks at it.
    preview: Preview,
) -> impl IntoView {
    let all = Memo::new(move |_| shown(known, preview));
    let is_preview = move || preview.with(Option::is_some);
    let body = move || {
        let all = all.get();
        let rates = (!all.participation.table.rows.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby="participation">
                    <h2 id="participation">"Qui a répondu"</h2>
                    <RatesTable listed=all.participation.clone() count_at=RECEIVED_AT base_at=TRAINED_AT />
                </section>
            }
        });
        if all.parts.is_empty() {
            return view! {
                {rates}
                <div class="empty">
                    <Pictogram icon=Icon::Info />
                    <h2>"Pas encore de résultats"</h2>
                    <p>{told::TOO_FEW}</p>
                </div>
            }
            .into_any();
        }
        let part = move |part: ShownPart| view! { <PartSection known preview part /> };
        let mut parts = all.parts.iter().cloned();
        let first = parts.next().map(part);
        let others = StoredValue::new(parts.collect::<Vec<_>>());
        view! {
            {rates}
            {first}
            <AfterPaint>{others.get_value().into_iter().map(part).collect_view()}</AfterPaint>
        }
        .into_any()
    };
    view! {
        <div class="stack stack--wide" class:screen-only=is_preview>
            <Show when=is_preview>
                <p class="hint">{told::PREVIEW}</p>
            </Show>
            {body}
        </div>
        <Show when=is_preview>
            <p class="print-only">{told::PREVIEW}</p>
        </Show>
    }
}

/// How many questions are drawn before the page is first painted.
const FIRST: usize = 6;

/// A part of it: what is told of everybody, then of sessions.
#[component]
fn PartSection(
    /// What is known.
    known: Known,
    /// What would be told, when one looks at it.
    preview: Preview,
    /// The part.
    part: ShownPart,
) -> impl IntoView {
    let ShownPart { part, counted, mut things } = part;
    let id = format!("partie-{}", part.code());
    let none = things.is_empty().then(|| view! { <p>{told::TOO_FEW}</p> });
    let rest = StoredValue::new(things.split_off(FIRST.min(things.len())));
    let table = move |thing: Thing| view! { <ThingTable of=words::part(part) thing /> };
    view! {
        <section class="stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{words::part(part)}</h2>
            <p>{counted}</p>
            {none}
            <div class="told-grid">
                {things.into_iter().map(table).collect_view()}
                <AfterPaint>{rest.get_value().into_iter().map(table).collect_view()}</AfterPaint>
            </div>
            <BySession known preview part />
        </section>
    }
}

/// What is told of sessions, made once one opens it: many rows.
#[component]
fn BySession(
    /// What is known.
    known: Known,
    /// What would be told, when one looks at it.
    preview: Preview,
    /// The part.
    part: Part,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let rows = move || {
        is_open.get().then(|| {
            let (stage, synthesis) = looked_at(known, preview);
            match known.tell(&synthesis, stage, |source| text::groups(source, part)) {
                Some(listed) => view! { <RatesTable listed count_at=3 base_at=4 /> }.into_any(),
                None => view! { <p>{told::TOO_FEW}</p> }.into_any(),
            }
        })
    };
    let summary = format!("Par session\u{a0}: {}", format::uncapitalised(words::part(part)));
    view! {
        <Fold summary is_open>
            {rows}
        </Fold>
    }
}
