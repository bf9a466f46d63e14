//! The free texts: each is read before it appears anywhere, tagged, let through or not.

mod row;

use super::known::{Known, back};
use crate::domain::evaluation::moderation::{Tag, Written};
use crate::domain::evaluation::reading::{Filter, Stands, count};
use crate::domain::evaluation::survey::QuestionId;
use crate::domain::paging::Paging;
use crate::text::evaluation as words;
use crate::text::evaluation_told as told;
use crate::ui::components::{AfterPaint, Icon, Page, Pager, Pictogram};
use leptos::prelude::*;
use row::TextRow;
use std::collections::BTreeSet;

/// How many are shown at once.
const PAGE: usize = 20;

/// The texts.
#[component]
pub fn TextsPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    view! {
        <Page
            title="Textes libres"
            lead="Lisez chaque texte avant qu’il paraisse\u{a0}: rien de ce qui est écrit librement ne se montre sans cela."
            back=back()
        >
            <p class="hint">
                "Écartez ce qui nomme quelqu’un ou permet de le reconnaître, ou laissez paraître d’autres mots. La réponse elle-même ne change pas."
            </p>
            <AfterPaint>
                <Texts known />
            </AfterPaint>
        </Page>
    }
}

/// The filters, and what they find.
#[component]
fn Texts(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let is_empty = Memo::new(move |_| known.written.with(|all| all.is_empty()));
    let left = move || known.written.with(|all| told::to_read(count(all, Stands::ToRead), all.len()));
    let starts =
        if known.written.with_untracked(|all| count(all, Stands::ToRead) > 0) { Some(Stands::ToRead) } else { None };
    let filter = RwSignal::new(Filter { stands: starts, ..Filter::default() });
    let page = RwSignal::new(0);
    let found = Memo::new(move |_| {
        let filter = filter.get();
        known.written.with(|all| {
            let found = all.iter().filter(|one| filter.keeps(one));
            found.map(|one| (one.number, one.question.clone())).collect::<Vec<_>>()
        })
    });
    let paging = Signal::derive(move || Paging { total: found.with(Vec::len), size: PAGE });
    let shown = move || {
        let rows = paging.get().rows(page.get());
        found.with(|found| found.get(rows).map(<[_]>::to_vec).unwrap_or_default())
    };
    view! {
        <p role="status">{left}</p>
        <Show
            when=move || !is_empty.get()
            fallback=|| {
                view! {
                    <div class="empty">
                        <Pictogram icon=Icon::Info />
                        <h2>"Aucun texte pour l’instant"</h2>
                        <p>"Ce que les personnes écrivent librement dans les questionnaires viendra ici."</p>
                    </div>
                }
            }
        >
            <Filters known filter page />
            <p role="status">{move || told::found(found.with(Vec::len))}</p>
            <ul role="list" class="stack">
                <For each=shown key=Clone::clone let((number, question))>
                    <TextRow known number question />
                </For>
            </ul>
            <Pager paging page label="Pages des textes" />
        </Show>
    }
}

/// A choice among words, by its code.
type Choices = Vec<(String, String)>;

/// Where they stand, what they are about, which question they answer.
#[component]
fn Filters(
    /// What is known.
    known: Known,
    /// What is looked at.
    filter: RwSignal<Filter>,
    /// The page that is shown.
    page: RwSignal<usize>,
) -> impl IntoView {
    let stands = Stands::ALL.map(|one| (one.code().to_owned(), told::stands(one).to_owned())).to_vec();
    let tags = Tag::ALL.iter().enumerate().map(|(nth, one)| (nth.to_string(), words::tag(*one).to_owned())).collect();
    let asked: BTreeSet<QuestionId> =
        known.written.with_untracked(|all| all.iter().map(|one: &Written| one.question.clone()).collect());
    let questions = asked.iter().map(|id| (id.to_string(), untrack(|| known.question(id)))).collect();
    let change = move |set: &dyn Fn(&mut Filter)| {
        filter.update(set);
        page.set(0);
    };
    let chosen = filter.get_untracked().stands.map(Stands::code).unwrap_or_default();
    view! {
        <div class="inputs-row inputs-row--wide screen-only">
            <Select
                id="filtre-etat"
                label="Où ils en sont"
                everything="Tous"
                choices=stands
                chosen
                on_choice=Callback::new(move |code: String| {
                    let stands = Stands::ALL.into_iter().find(|one| one.code() == code);
                    change(&|filter| filter.stands = stands);
                })
            />
            <Select
                id="filtre-theme"
                label="Thème"
                everything="Tous"
                choices=tags
                chosen=""
                on_choice=Callback::new(move |code: String| {
                    let tag = code.parse().ok().and_then(|nth: usize| Tag::ALL.get(nth).copied());
                    change(&|filter| filter.tag = tag);
                })
            />
            <Select
                id="filtre-question"
                label="Question"
                everything="Toutes"
                choices=questions
                chosen=""
                on_choice=Callback::new(move |code: String| {
                    let question = QuestionId::new(&code).ok();
                    change(&|filter| filter.question.clone_from(&question));
                })
            />
        </div>
    }
}

/// A filter; its first choice is everything.
#[component]
fn Select(
    /// Its identifier.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// Its first choice.
    everything: &'static str,
    /// What may be chosen.
    choices: Choices,
    /// What is chosen at first; empty: everything.
    chosen: &'static str,
    /// Called with the code of what is chosen; empty: everything.
    on_choice: Callback<String>,
) -> impl IntoView {
    let option = |(code, words): (String, String)| {
        let is_chosen = code == chosen;
        view! {
            <option value=code selected=is_chosen>
                {words}
            </option>
        }
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select class="input" id=id on:change=move |event| on_choice.run(event_target_value(&event))>
                <option value="">{everything}</option>
                {choices.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
