//! A sequence, to be read: what it is for, what happens, what is needed, how it is assessed.

use super::super::known::{Known, NotHere, back_to};
use crate::domain::curriculum::sequence::{Sequence, SequenceId};
use crate::domain::curriculum::version::{Curriculum, CurriculumId};
use crate::route::teaching::{TeachingRoute, VersionPart};
use crate::text::format;
use crate::text::programme::minutes;
use crate::text::teaching as text;
use crate::text::teaching_curriculum as told;
use crate::ui::components::Page;
use leptos::prelude::*;
use std::sync::Arc;

/// The page of a sequence.
#[component]
pub fn SequencePage(
    /// What is known.
    known: Known,
    /// Its version.
    id: CurriculumId,
    /// Which sequence.
    sequence: SequenceId,
) -> impl IntoView {
    let version = known.version(&id);
    // Made anew when the version changes: there is nothing to type here.
    let shown = move || {
        let read = version.get().filter(|version| version.day.sequence(&sequence).is_some());
        match read {
            Some(version) => view! { <Reading known version sequence=sequence.clone() /> }.into_any(),
            None => view! { <NotHere what="Cette séquence" /> }.into_any(),
        }
    };
    view! { {shown} }
}

#[component]
fn Reading(
    /// What is known.
    known: Known,
    /// Its version.
    version: Arc<Curriculum>,
    /// Which sequence.
    sequence: SequenceId,
) -> impl IntoView {
    let timeline = version.day.timeline(version.day.starts_at);
    let place = timeline.iter().position(|(one, ..)| one.id == sequence)?;
    let (one, from, to) = timeline.get(place)?;
    let lead = format!(
        "{}, {}, {}.",
        format::capitalised(&text::hours(*from, *to)),
        minutes(u32::from(one.minutes)),
        format::uncapitalised(told::method(one.method))
    );
    let way = |sequence: &Sequence, name: &'static str| {
        let to = TeachingRoute::Version(version.id.clone(), VersionPart::Sequence(sequence.id.clone()));
        view! {
            <li>
                {format!("{name}\u{a0}: ")} <a href=to.to_hash()>{sequence.title.clone()}</a>
            </li>
        }
    };
    let beside = |at: Option<usize>| at.and_then(|at| timeline.get(at)).map(|(one, ..)| *one);
    let before = beside(place.checked_sub(1)).map(|one| way(one, "Avant"));
    let after = beside(place.checked_add(1)).map(|one| way(one, "Ensuite"));
    let edit = version.is_writable().then(|| {
        let to = TeachingRoute::Version(version.id.clone(), VersionPart::SequenceEdit(sequence.clone()));
        view! {
            <p class="screen-only">
                <a class="button button--primary" href=to.to_hash()>
                    "Modifier la séquence"
                </a>
            </p>
        }
    });
    let (title, facts) = (one.title.clone(), facts(one));
    let back = back_to(known, &version.id);
    let paragraphs = texts(one).into_iter().map(|(name, said)| {
        view! {
            <section class="stack stack--tight">
                <h2>{name}</h2>
                <p class="breakable sequence__text">{said}</p>
            </section>
        }
    });
    let paragraphs = paragraphs.collect_view();
    Some(view! {
        <Page title lead back>
            {edit}
            {facts}
            {paragraphs}
            <nav class="screen-only" aria-label="Séquences voisines">
                <ul role="list" class="stack stack--tight">{before} {after}</ul>
            </nav>
        </Page>
    })
}

/// What is said in a word or two.
fn facts(of: &Sequence) -> impl IntoView + use<> {
    let list = |all: Vec<String>| format::list(&all);
    let assessed = of.assessed.iter().map(|one| text::objective(one.as_str()).to_owned()).collect();
    let least = of.least.map(|least| minutes(u32::from(least))).unwrap_or_default();
    let facts = [
        ("En cas de retard, au moins", least),
        ("Minutes actives", text::active(of)),
        ("Objectifs évalués", list(assessed)),
        ("Évaluation par", list(of.means.iter().map(|one| told::means(*one).to_owned()).collect())),
        ("Écrans à ouvrir", list(of.opens.iter().map(text::opens).collect())),
    ];
    let facts: Vec<_> = facts.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let fact = |(name, value): (&'static str, String)| {
        view! {
            <dt>{name}</dt>
            <dd>{value}</dd>
        }
    };
    (!facts.is_empty()).then(|| view! { <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl> })
}

/// What is written at length; what is empty is left out.
fn texts(of: &Sequence) -> Vec<(&'static str, String)> {
    let texts = [
        ("Objectif de la séquence", &of.aim),
        ("Contenu", &of.content),
        ("Ce que fait la formatrice ou le formateur", &of.trainer),
        ("Ce que font les participantes et participants", &of.learners),
        ("Supports", &of.support),
        ("Matériel à portée de main", &of.materials),
        ("Pratique avec le réseau", &of.online),
        ("Pratique sans le réseau", &of.offline),
        ("Déroulement de l’évaluation", &of.assessment),
    ];
    texts.into_iter().filter(|(_, said)| !said.trim().is_empty()).map(|(name, said)| (name, said.clone())).collect()
}
