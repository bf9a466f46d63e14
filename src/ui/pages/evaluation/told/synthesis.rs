//! The synthesis: who answered, what was published, and what the team says of it.

use super::charts::ChartTable;
use super::comments::Comments;
use super::exports::Exports;
use super::figures::{RatesTable, ThingTable};
use super::known::{FiguresFault, Known, back};
use super::left_out::LeftOutSection;
use super::publish::{FROZEN, Publish};
use super::quotes::{Improvements, Quotes};
use crate::domain::book::Chart;
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::synthesis::Part;
use crate::route::evaluation::{EvaluationRoute, Reader};
use crate::text::evaluation::{self as words, Words};
use crate::text::evaluation_told as told;
use crate::text::format;
use crate::text::synthesis::{self as text, Audience, Thing};
use crate::text::synthesis_book::charts;
use crate::text::synthesis_participation::{RECEIVED_AT, TRAINED_AT, participation};
use crate::ui::components::{AfterPaint, Fold, Icon, Page, Pictogram};
use leptos::prelude::*;

/// A part that was published.
#[derive(Clone, Debug, PartialEq)]
struct ShownPart {
    part: Part,
    counted: String,
    charts: Vec<Chart>,
    things: Vec<Thing>,
}

fn shown(part: Part, words: Words<'_>, ledger: &Ledger) -> ShownPart {
    let things = text::things(words, ledger);
    let charts = charts(part, &things, |id| words.asked(id));
    ShownPart { part, counted: told::counted(ledger.whole()), charts, things }
}

/// The synthesis.
#[component]
pub fn SynthesisPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let paper = |reader| EvaluationRoute::SynthesisPaper(reader).to_hash();
    view! {
        <Page
            title="Synthèse de l’évaluation"
            lead="Ce que les réponses disent, en résultats regroupés\u{a0}: par session et pour tout le cycle."
            back=back()
        >
            <p>{move || words::protection(known.protection())}</p>
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
                <FiguresFault known />
                <Publish known />
                <AfterPaint>
                    <LeftOutSection known />
                </AfterPaint>
                <Figures known />
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

/// The figures, as they were published: nothing of the answers is told before.
#[component]
fn Figures(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let all = Memo::new(move |_| known.of_parts(shown));
    let title = Memo::new(move |_| known.synthesis.with(|synthesis| told::last_published(synthesis)));
    move || {
        let all = all.get();
        if all.is_empty() {
            return view! {
                <Answered known />
                {known.fault().is_none().then(|| view! { <NoFigures /> })}
            }
            .into_any();
        }
        let part = move |part: ShownPart| view! { <PartSection known part /> };
        let mut parts = all.into_iter();
        let first = parts.next().map(part);
        let others = StoredValue::new(parts.collect::<Vec<_>>());
        view! {
            <div class="stack stack--wide">
                <h2 id=FROZEN tabindex="-1">
                    {title}
                </h2>
                // The answers are read once the first figures are on the screen.
                <AfterPaint>
                    <Answered known />
                </AfterPaint>
                {first}
                <AfterPaint>{others.get_value().into_iter().map(part).collect_view()}</AfterPaint>
            </div>
        }
        .into_any()
    }
}

/// Who answered, of those who were trained: of all sessions, then of each.
#[component]
fn Answered(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let told = move |audience| known.tell_published(|source| participation(source, audience));
    let all = Memo::new(move |_| told(Audience::Partners));
    let sessions = move || {
        let listed = told(Audience::Commissioner);
        view! { <RatesTable listed count_at=RECEIVED_AT base_at=TRAINED_AT /> }.into_any()
    };
    move || {
        let listed = all.get();
        (!listed.table.rows.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby="participation">
                    <h2 id="participation">"Qui a répondu"</h2>
                    <RatesTable listed count_at=RECEIVED_AT base_at=TRAINED_AT />
                    <Opened summary="Par session\u{a0}: qui a répondu" read=sessions />
                </section>
            }
        })
    }
}

/// Nothing was published yet.
#[component]
fn NoFigures() -> impl IntoView {
    view! {
        <div class="empty">
            <Pictogram icon=Icon::Info />
            <h2>"Pas encore de chiffres"</h2>
            <p>{told::NOT_YET}</p>
        </div>
    }
}

/// A part of it: what is told of everybody, then answer by answer, then of sessions.
#[component]
fn PartSection(
    /// What is known.
    known: Known,
    /// The part.
    part: ShownPart,
) -> impl IntoView {
    let ShownPart { part, counted, charts, things } = part;
    let id = format!("partie-{}", part.code());
    let none = things.is_empty().then(|| view! { <p>{told::TOO_FEW}</p> });
    let has_answers = !things.is_empty();
    let chart = |chart: Chart| view! { <ChartTable chart /> };
    let mut charts = charts.into_iter();
    let first = charts.next().map(chart);
    let others = StoredValue::new(charts.collect::<Vec<_>>());
    let of = format::uncapitalised(words::part(part));
    let (answers, sessions) = (format!("Réponse par réponse\u{a0}: {of}"), format!("Par session\u{a0}: {of}"));
    let things = StoredValue::new(things);
    let tables = move || {
        let table = move |thing: Thing| view! { <ThingTable of=words::part(part) thing /> };
        view! { <div class="told-grid">{things.get_value().into_iter().map(table).collect_view()}</div> }.into_any()
    };
    let groups = move || match known.tell_published(|source| text::groups(source, part)) {
        Some(listed) => view! { <RatesTable listed count_at=3 base_at=4 /> }.into_any(),
        None => view! { <p>{told::TOO_FEW}</p> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{words::part(part)}</h2>
            <p>{counted}</p>
            {none}
            {first}
            <AfterPaint>{others.get_value().into_iter().map(chart).collect_view()}</AfterPaint>
            {has_answers.then(|| view! { <Opened summary=answers read=tables /> })}
            <Opened summary=sessions read=groups />
        </section>
    }
}

/// Tables of many rows, made once one opens them.
#[component]
fn Opened(
    /// The words to press.
    #[prop(into)]
    summary: String,
    /// Makes them, followed.
    read: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    view! {
        <Fold summary is_open>
            {move || is_open.get().then(&read)}
        </Fold>
    }
}
