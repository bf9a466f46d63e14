//! One place to attach: what is known of it, and the places that it may have become.

use super::super::place_search::{PickRow, PlaceSearch};
use super::Proposed;
use super::erase::Erasing;
use crate::browser::dom;
use crate::domain::directory::local::change;
use crate::domain::directory::local::identity::PlaceTrace;
use crate::domain::directory::local::model::PlaceLife;
use crate::domain::directory::place::PlaceId;
use crate::text::{format, local as text};
use crate::ui::components::{Action, Message, Messages, Tone};
use crate::ui::directory::Places;
use crate::ui::save::Saver;
use leptos::prelude::*;

const ACT: &str = "C’est ce lieu";

/// A place that is gone.
#[component]
pub fn LostRow(
    /// What is known of it.
    life: PlaceLife,
    /// What it may have become; none while that is being looked for.
    #[prop(into)]
    proposed: Signal<Option<Vec<Proposed>>>,
    /// The one to erase, once asked.
    erasing: Erasing,
) -> impl IntoView {
    let heading = format!("perdu-{}", life.key.id);
    let labelled_by = heading.clone();
    let name = life.place.as_ref().map(text::place).unwrap_or_default();
    let told = life.place.as_ref().map(whereabouts).unwrap_or_default();
    let lines = text::known(&life).into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let search = format!("chercher-{}", life.key.id);
    let life = StoredValue::new(life);
    let attach = attaching(life);
    let proposals = move || {
        let rows = |proposed: Vec<Proposed>| {
            let row = |one: Proposed| view! { <PickRow place=one.place why=one.why act=ACT on_choose=attach /> };
            proposed.into_iter().map(row).collect_view()
        };
        match proposed.get() {
            None => view! { <p>"Recherche des lieux proches…"</p> }.into_any(),
            Some(proposed) if proposed.is_empty() => {
                view! { <p>"Aucun lieu de l’annuaire ne lui ressemble."</p> }.into_any()
            }
            Some(proposed) => view! {
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
                {name.clone()}
            </h2>
            {(!told.is_empty()).then(|| view! { <p class="hint">{told}</p> })}
            <ul class="breakable">{lines}</ul>
            {proposals}
            <details class="disclosure">
                <summary>"Chercher un autre lieu" <span class="visually-hidden">{format!("\u{a0}pour {name}")}</span></summary>
                <PlaceSearch id=search label="Nom, adresse ou commune du lieu" act=ACT on_choose=attach />
            </details>
            <button type="button" class="button button--plain button--start" on:click=move |_| erasing.ask(life.get_value())>
                "Effacer ce qui est noté"
                <span class="visually-hidden">{format!("\u{a0}de {name}")}</span>
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
fn attaching(life: StoredValue<PlaceLife>) -> Callback<PlaceId> {
    let (known, saver, messages) = (Places::expect(), Saver::expect(), Messages::expect());
    Callback::new(move |id: PlaceId| {
        let Some(directory) = untrack(|| known.get()).ready() else { return };
        let imports = directory.imports();
        let Some((place, identity)) = imports.place(&id).zip(imports.identities(&id).into_iter().next()) else {
            return;
        };
        let to = PlaceTrace::of(&identity, place);
        let (changes, back) = life.with_value(|life| (change::attach(life, &to), change::undo_attach(life)));
        let former = life.with_value(|life| life.place.as_ref().map(text::place).unwrap_or_default());
        let title = format!("«\u{202f}{former}\u{202f}» est rattaché à «\u{202f}{}\u{202f}»", text::place(&to));
        saver.save_then(changes, move || {
            // Made here, where it belongs to no page: the row goes with its place.
            let undo = Callback::new(move |()| {
                saver.save_then(back.clone(), move || messages.done("Rattachement annulé", ""));
            });
            let undo = Action { label: "Annuler".to_owned(), run: undo };
            let body = "Ce qui en est noté se lit sur sa fiche.".to_owned();
            messages.say(Message { tone: Tone::Info, title, body, actions: vec![undo] });
            request_animation_frame(dom::focus_heading);
        });
    })
}
