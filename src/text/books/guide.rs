//! The trainer's guide: what to prepare, what to say and do, sequence by sequence.

use super::{Source, fact, tool};
use crate::domain::book::{Book, Chapter, Part};
use crate::domain::curriculum::sequence::Sequence;
use crate::text::{format, programme};

/// The document.
pub fn guide(source: Source<'_>) -> Book {
    let mut book = source.empty_book("Guide de la formatrice et du formateur");
    let day = &source.version.day;
    book.chapters.push(Chapter::on_new_page("Avant la journée", before(source)));
    book.chapters.push(Chapter::following("Le déroulé", vec![source.day_table()]));
    let sequences = day.timeline(day.starts_at).into_iter().flat_map(|(one, from, to)| {
        let title = format!("{}\u{a0}: {}", format::time(from), one.title);
        std::iter::once(Part::Heading(title)).chain(led(one, format::span(from, to)))
    });
    book.chapters.push(Chapter::on_new_page("Séquence par séquence", sequences.collect()));
    let exercises = source.tools.tools.iter().flat_map(tool::exercise).collect();
    book.chapters.push(Chapter::on_new_page("Les exercices des fiches outils", exercises));
    let answers = source.tools.tools.iter().flat_map(tool::answers).collect();
    book.chapters.push(Chapter::on_new_page("Les questions et leurs réponses", answers));
    book
}

fn before(source: Source<'_>) -> Vec<Part> {
    vec![
        Part::Heading("À avoir dans la salle".to_owned()),
        Part::Boxes(source.materials()),
        Part::Heading("À préparer dans Repères".to_owned()),
        Part::Boxes(
            [
                "Importer l’annuaire, et vérifier qu’il s’ouvre sans réseau.",
                "Créer l’exercice, choisir ses cas, noter son code.",
                "Préparer la mallette sur une clé, et imprimer les feuilles vierges.",
                "Ouvrir le déroulé de la session une fois, sur le poste de la salle.",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
    ]
}

fn led(sequence: &Sequence, hours: String) -> Vec<Part> {
    let minutes = programme::minutes(u32::from(sequence.minutes));
    let least = sequence.least.map(|least| format!("{} au moins", programme::minutes(u32::from(least))));
    let facts = [
        fact("Horaire", format!("{hours} ({minutes})")),
        fact("Si la journée a du retard", least.unwrap_or_default()),
        fact("But", &sequence.aim),
        fact("Vous", &sequence.trainer),
        fact("Les participantes et participants", &sequence.learners),
        fact("À dire et à montrer", &sequence.content),
        fact("Avec le réseau", &sequence.online),
        fact("Sans réseau", &sequence.offline),
        fact("Supports", &sequence.support),
        fact("Évaluation", &sequence.assessment),
    ];
    let mut parts = vec![Part::Facts(facts.into_iter().flatten().collect())];
    let materials: Vec<String> = sequence.materials().map(ToOwned::to_owned).collect();
    if !materials.is_empty() {
        parts.push(Part::Boxes(materials));
    }
    parts
}
