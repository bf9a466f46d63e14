//! Every version: the delivered one first, then those written here.

use super::super::known::Known;
use crate::browser::location;
use crate::domain::curriculum::version::{CURRICULUM_KIND, Curriculum, CurriculumId};
use crate::records::{ChangeSet, DELETED, Key};
use crate::route::programme::ProgrammeRoute;
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::teaching as text;
use crate::ui::components::{BackTo, Icon, Page, Pictogram};
use crate::ui::removed::{Removed, Restorable};
use leptos::prelude::*;

/// The versions.
#[component]
pub fn VersionsPage(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let ids = move || known.versions.with(|all| all.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let number = Memo::new(move |_| known.versions.with(Vec::len));
    let create = move |_| known.copy(&known.delivered.id);
    view! {
        <Page
            title="Référentiel pédagogique"
            lead="La journée de formation, séquence par séquence\u{a0}: la version fournie, et celles que vous écrivez."
            back=BackTo::new(ProgrammeRoute::Home, "Formation")
        >
            <p>
                <button type="button" class="button button--primary" on:click=create>
                    <Pictogram icon=Icon::Plus />
                    "Créer une version"
                </button>
                <span class="hint versions__hint">"Elle part de la version fournie\u{202f}; l’originale ne change pas."</span>
            </p>
            <ul role="list" class="stack">
                <For each=ids key=|id| id.clone() let(id)>
                    <VersionRow known id />
                </For>
            </ul>
            <Show when=move || { number.get() > 1 }>
                <CompareForm known />
            </Show>
            <RemovedVersions known />
        </Page>
    }
}

/// A version: where it stands, how long its day is, who follows it.
#[component]
fn VersionRow(
    /// What is known.
    known: Known,
    /// Which version.
    id: CurriculumId,
) -> impl IntoView {
    let version = known.version(&id);
    let following = known.following(&id);
    let say = move |read: fn(&Known, &Curriculum) -> String| {
        move || version.with(|version| version.as_deref().map(|version| read(&known, version)).unwrap_or_default())
    };
    let way = TeachingRoute::Version(id.clone(), VersionPart::Summary).to_hash();
    let title = say(|_, version| version.title.clone());
    let copy = move |_| known.copy(&id);
    view! {
        <li class="card version">
            <div class="stack stack--tight">
                <h2 class="version__title">
                    <a href=way>{title}</a>
                </h2>
                <p class="version__state">{say(|known, version| text::state(version, &known.delivered.id))}</p>
                <p>{say(|_, version| text::day(&version.day))}</p>
                <p class="card__meta">{move || text::followed(following.with(Vec::len))}</p>
            </div>
            <p class="version__acts">
                <button type="button" class="button" on:click=copy>
                    "Copier pour l’adapter"
                    <span class="visually-hidden">"\u{a0}: " {title}</span>
                </button>
            </p>
        </li>
    }
}

/// Two versions to compare.
#[component]
fn CompareForm(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let nth = move |nth: usize| {
        let id = known.versions.with_untracked(|all| all.get(nth).map(|version| version.id.as_str().to_owned()));
        RwSignal::new(id.unwrap_or_default())
    };
    let (before, after) = (nth(0), nth(1));
    let compare = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = [before, after].map(|one| CurriculumId::new(&one.get_untracked()));
        if let [Ok(before), Ok(after)] = chosen {
            location::go(&TeachingRoute::Version(before, VersionPart::Compare(after)).to_hash());
        }
    };
    let options = move |chosen: RwSignal<String>| {
        move || {
            let all = known.versions.get();
            let option = |version: std::sync::Arc<Curriculum>| {
                let id = version.id.as_str().to_owned();
                let is_chosen = chosen.with_untracked(|chosen| *chosen == id);
                view! {
                    <option value=id selected=is_chosen>
                        {version.title.clone()}
                    </option>
                }
            };
            all.into_iter().map(option).collect_view()
        }
    };
    let select = move |id: &'static str, label: &'static str, chosen: RwSignal<String>| {
        view! {
            <div class="field">
                <label for=id>{label}</label>
                <select class="input" id=id on:change=move |event| chosen.set(event_target_value(&event))>
                    {options(chosen)}
                </select>
            </div>
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="comparer">
            <h2 id="comparer">"Comparer deux versions"</h2>
            <form class="inputs-row inputs-row--wide" on:submit=compare>
                {select("comparer-avant", "Version à lire", after)}
                {select("comparer-apres", "Comparée à", before)}
                <button type="submit" class="button">
                    "Comparer"
                </button>
            </form>
        </section>
    }
}

/// Versions that were taken away.
#[component]
fn RemovedVersions(
    /// What is known.
    known: Known,
) -> impl IntoView {
    let removed = Memo::new(move |_| {
        known.saver.state().with_tables(|tables| {
            let gone = tables
                .iter()
                .filter(|(kind, _, record)| kind.as_str() == CURRICULUM_KIND && record.is_deleted() && !record.erased);
            let restorable = gone.map(|(kind, id, record)| {
                let name = crate::domain::title::title(CURRICULUM_KIND, record).unwrap_or_default();
                let key = Key { kind: kind.clone(), id: id.clone() };
                Restorable {
                    id: id.as_str().to_owned(),
                    mention: name.clone(),
                    restored: "Version rétablie".to_owned(),
                    changes: ChangeSet::one::<bool>(&key, DELETED, None),
                    name,
                }
            });
            restorable.collect::<Vec<_>>()
        })
    });
    view! { <Removed removed summary=text::removed_versions pages="Versions retirées" /> }
}
