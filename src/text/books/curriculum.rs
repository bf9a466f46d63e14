//! The whole curriculum, for the commissioner.

use super::{Source, sequence, tool};
use crate::domain::book::{Book, Chapter, Head, Part, Table, Width};
use crate::domain::curriculum::coverage::{Coverage, Row};
use crate::domain::curriculum::objective::Objective;
use crate::domain::curriculum::sequence::SequenceId;
use crate::domain::curriculum::tool::Tool;
use crate::text::{ecosystem, format, programme, teaching_curriculum};

/// The document.
pub fn curriculum(source: Source<'_>) -> Book {
    let mut book = source.empty_book("Référentiel pédagogique");
    let chapters = [
        Chapter::on_new_page("La journée en bref", summary(source)),
        Chapter::following("Les objectifs", objectives(source)),
        Chapter::on_new_page("Le déroulé", vec![source.day_table()]),
        Chapter::on_new_page("Les séquences", sequences(source)),
        Chapter::on_new_page("Objectifs et séquences", coverage(source)),
        Chapter::on_new_page("Annexe\u{a0}: questions et réponses", annex(source, tool::answers)),
        Chapter::on_new_page(
            "Annexe\u{a0}: faits datés des fiches outils",
            annex(source, |one| tool::facts(source.tools, one)),
        ),
        Chapter::on_new_page("Annexe\u{a0}: matériel et sources", sources(source)),
    ];
    book.chapters.extend(chapters);
    book
}

fn summary(source: Source<'_>) -> Vec<Part> {
    let day = &source.version.day;
    let timeline = day.timeline(day.starts_at);
    let ends = timeline.last().map_or(day.starts_at, |(_, _, to)| *to);
    let facts = [
        ("Horaires", format::span(day.starts_at, ends)),
        ("Temps de formation, pauses déduites", programme::minutes(source.coverage.work)),
        ("Temps où les participantes et participants sont en activité", programme::minutes(source.coverage.active)),
        ("Séquences de travail", source.coverage.columns.len().to_string()),
        ("Groupe", "10 à 15 professionnelles et professionnels".to_owned()),
    ];
    let mut parts = vec![Part::Facts(facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())];
    if !source.version.note.is_empty() {
        parts.push(Part::Text(source.version.note.clone()));
    }
    parts
}

fn objectives(source: Source<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (number, group) in source.objectives.groups.iter().enumerate() {
        parts.push(Part::Heading(format!("{}. {}", number + 1, group.title)));
        let told = |one: &Objective| format!("{} {}", source.number(&one.id), one.title);
        parts.push(Part::List(group.objectives.iter().map(told).collect()));
    }
    parts
}

fn sequences(source: Source<'_>) -> Vec<Part> {
    let day = &source.version.day;
    let mut parts = Vec::new();
    for (number, (one, from, to)) in
        (1..).zip(day.timeline(day.starts_at).into_iter().filter(|(one, ..)| one.is_work()))
    {
        let minutes = programme::minutes(u32::from(one.minutes));
        parts.push(Part::Heading(format!("{number}. {}", one.title)));
        parts.push(Part::Text(format!("{} ({minutes})", format::span(from, to))));
        parts.push(sequence::described(source, one));
    }
    parts
}

/// Which sequence works on which objective, and how time is shared between methods.
fn coverage(source: Source<'_>) -> Vec<Part> {
    let Coverage { columns, rows, methods, findings, .. } = source.coverage;
    let title = |id: &SequenceId| source.version.day.sequence(id).map_or("", |one| one.title.as_str());
    let row = |row: &Row| {
        let worked = row.worked_in(columns);
        let worked = worked.map(|(id, minutes)| format!("{} ({})", title(id), programme::minutes(u32::from(minutes))));
        vec![
            format!("{} {}", source.number(&row.objective), row.title),
            worked.collect::<Vec<_>>().join("\n"),
            programme::minutes(row.active),
            row.assessed_in(columns).map(|(id, _)| title(id)).collect::<Vec<_>>().join("\n"),
        ]
    };
    let covered = Table {
        caption: "Ce que chaque séquence apporte à chaque objectif".to_owned(),
        heads: vec![
            Head::new("Objectif", Width::Wide),
            Head::new("Travaillé dans", Width::Wide),
            Head::new("Temps actif", Width::Narrow),
            Head::new("Évalué dans", Width::Usual),
        ],
        rows: rows.iter().map(row).collect(),
    };
    let shared = methods.iter().filter_map(|one| {
        let share = format!("{}\u{a0}%", one.share?);
        Some(vec![teaching_curriculum::method(one.method).to_owned(), programme::minutes(one.minutes), share])
    });
    let balance = Table {
        caption: "Le temps, par méthode".to_owned(),
        heads: vec![
            Head::new("Méthode", Width::Wide),
            Head::new("Durée", Width::Usual),
            Head::new("Part", Width::Usual),
        ],
        rows: shared.collect(),
    };
    let mut parts = vec![Part::Table(covered), Part::Table(balance)];
    if !findings.is_empty() {
        parts.push(Part::Heading("Reste à revoir".to_owned()));
        parts.push(Part::List(findings.iter().map(teaching_curriculum::told).collect()));
    }
    parts
}

fn annex<'a>(source: Source<'a>, told: impl Fn(&'a Tool) -> Vec<Part>) -> Vec<Part> {
    source.tools.tools.iter().flat_map(told).collect()
}

fn sources(source: Source<'_>) -> Vec<Part> {
    let read = source.tools.sources.iter();
    let read = read.map(|one| format!("{} (lu {})", one.title, ecosystem::at(one.read_on)));
    vec![
        Part::Heading("Ce qu’il faut avoir dans la salle".to_owned()),
        Part::List(source.materials()),
        Part::Heading("Où les faits ont été lus".to_owned()),
        Part::List(read.collect()),
    ]
}
