//! One place to attach: what is known of it, and the places that it may have become.

use super::super::place_search::{PickRow, PlaceSearch};
use super::erase::Erasing;
use super::{Proposed, Search};
use crate::browser::dom;
use crate::domain::directory::local::change;
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::model::PlaceLife;
use crate::domain::directory::place::PlaceId;
use crate::text::{format, local as text};
use crate::ui::directory::Places;
use crate::ui::save::{Saver, Undoable};
use leptos::prelude::*;

const ACT: &str = "C’est ce lieu";

/// A place that is gone.
#[component]
pub fn LostRow(
    /// What is known of it.
    life: Memo<PlaceLife>,
    /// What it may have become.
    search: Signal<Search>,
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let id = life.with_untracked(|life| life.key.id.clone());
    let heading = format!("perdu-{id}");
    let labelled_by = heading.clone();
    let field = StoredValue::new(format!("chercher-{id}"));
    let name = Memo::new(move |_| life.with(|life| life.place.as_ref().map(text::place).unwrap_or_default()));
    let told = Memo::new(move |_| life.with(|life| life.place.as_ref().map(whereabouts).unwrap_or_default()));
    let lines = move || life.with(text::known).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let attach = attaching(life);
    let has_where = Memo::new(move |_| search.with(|search| *search != Search::Nowhere));
    let proposals = move || {
        let rows = |proposed: Vec<Proposed>| {
            let row = |one: Proposed| view! { <PickRow place=one.place why=one.why act=ACT on_choose=attach /> };
            proposed.into_iter().map(row).collect_view()
        };
        match search.get() {
            Search::Nowhere => view! { <p>"Importez un annuaire pour dire quel lieu il est devenu."</p> }.into_any(),
            Search::Running => view! { <p>"Recherche des lieux proches…"</p> }.into_any(),
            Search::Done(proposed) if proposed.is_empty() => {
                view! { <p>"Aucun lieu de l’annuaire ne lui ressemble."</p> }.into_any()
            }
            Search::Done(proposed) => view! {
                <p>"C’est peut-être\u{a0}:"</p>
                <ul role="list" class="picks">
                    {rows(proposed)}
                </ul>
            }
            .into_any(),
        }
    };
    view! {
        <article class="card card--flat" aria-labelledby=labelled_by>
            <h2 id=heading tabindex="-1">
                {name}
            </h2>
            <Show when=move || !told.with(String::is_empty)>
                <p class="hint">{told}</p>
            </Show>
            <ul class="breakable">{lines}</ul>
            {proposals}
            <Show when=move || has_where.get()>
                <details class="disclosure">
                    <summary>"Chercher un autre lieu" <span class="visually-hidden">"\u{a0}pour " {name}</span></summary>
                    <PlaceSearch id=field.get_value() label="Nom, adresse ou commune du lieu" act=ACT on_choose=attach />
                </details>
            </Show>
            <button type="button" class="button button--plain button--start" on:click=move |_| erasing.ask(life.get_untracked())>
                "Effacer ce qui est noté"
                <span class="visually-hidden">"\u{a0}de " {name}</span>
            </button>
        </article>
    }
}

fn whereabouts(trace: &PlaceTrace) -> String {
    let phones = trace.phone.split('|').filter(|phone| !phone.trim().is_empty()).map(format::phone);
    let address = Some(trace.address.clone()).filter(|address| !address.is_empty());
    address.into_iter().chain(phones).collect::<Vec<_>>().join(", ")
}

/// Decides that a lost place is the one given; it may be taken back.
fn attaching(life: Memo<PlaceLife>) -> Callback<PlaceId> {
    let (known, saver) = (Places::expect(), Saver::expect());
    Callback::new(move |id: PlaceId| {
        let Some(directory) = untrack(|| known.get()).ready() else { return };
        let imports = directory.imports();
        let Some((place, identity)) = imports.place(&id).zip(imports.identities(&id).into_iter().next()) else {
            return;
        };
        let to = PlaceTrace::of(&identity, place);
        let changes = life.with_untracked(|life| change::attach(life, &to));
        let former = life.with_untracked(|life| life.place.as_ref().map(text::place).unwrap_or_default());
        let done = Undoable {
            title: format!("«\u{202f}{former}\u{202f}» est rattaché à «\u{202f}{}\u{202f}»", text::place(&to)),
            body: "Ce qui en est noté se lit sur sa fiche.".to_owned(),
            take_back: "Annuler",
            taken_back: "Rattachement annulé",
        };
        saver.save_undoable(changes, done, || request_animation_frame(dom::focus_heading));
    })
}
