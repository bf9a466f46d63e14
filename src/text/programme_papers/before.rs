//! Before the day: the programme, and the invitation of each person.

use super::mentions::identity;
use super::{Block, Sheet, Source, Table, Width, head};
use crate::domain::curriculum::sequence::Sequence;
use crate::domain::programme::person::Professional;
use crate::domain::programme::provider::Provider;
use crate::text::format;
use crate::text::programme as words;
use crate::text::programme_wording::Part;
use crate::text::teaching_curriculum::method;
use chrono::NaiveTime;

/// Rules that are longer have a sheet of their own.
const SHORT: usize = 280;

/// What is taught, for whom, how, and how it is assessed.
pub fn programme(source: Source<'_>) -> Sheet {
    let Provider { prerequisites, disability, complaints, .. } = source.provider();
    let wording = |part| source.wording.of(part).to_owned();
    let mut blocks = vec![
        identity(source.provider()),
        Block::Facts(vec![
            ("Public", wording(Part::Audience)),
            ("Prérequis", prerequisites.clone()),
            ("Durée", duration(source)),
        ]),
        Block::Heading("Objectifs"),
    ];
    for group in &source.objectives.groups {
        blocks.push(Block::Paragraph(group.title.clone()));
        blocks.push(Block::List(group.objectives.iter().map(|objective| objective.title.clone()).collect()));
    }
    blocks.extend(the_day(source));
    blocks.extend([
        Block::Heading("Méthodes"),
        Block::Lines(wording(Part::Methods)),
        Block::Heading("Évaluation"),
        Block::Lines(wording(Part::Assessment)),
        Block::Heading("Accessibilité et réclamations"),
        Block::Facts(vec![
            ("Situation de handicap, aménagement", disability.clone()),
            ("Réclamation", complaints.clone()),
        ]),
    ]);
    Sheet { title: format!("Programme de formation\u{a0}: {}", source.action()), of: curriculum(source), blocks }
}

fn curriculum(source: Source<'_>) -> String {
    match source.curriculum {
        None => source.session_name(),
        Some(version) => format!("{}, référentiel «\u{202f}{}\u{202f}»", source.session_name(), version.title),
    }
}

/// The sequences of the day, each with its time; from when the session begins, when that is known.
fn the_day(source: Source<'_>) -> Vec<Block> {
    let Some(version) = source.curriculum.filter(|version| !version.day.sequences.is_empty()) else {
        return Vec::new();
    };
    let starts_at = source.session.hours.span().map_or(version.day.starts_at, |(from, _)| from);
    let row = |(sequence, from, _): (&Sequence, NaiveTime, NaiveTime)| {
        let duration = words::minutes(u32::from(sequence.minutes));
        vec![format::time(from), sequence.title.clone(), method(sequence.method).to_owned(), duration]
    };
    vec![
        Block::Heading("Déroulé de la journée"),
        Block::Table(Table {
            caption: String::new(),
            heads: vec![
                head("Heure", Width::Narrow),
                head("Séquence", Width::Wide),
                head("Méthode", Width::Usual),
                head("Durée", Width::Narrow),
            ],
            rows: version.day.timeline(starts_at).into_iter().map(row).collect(),
            is_signed: false,
        }),
    ]
}

fn duration(source: Source<'_>) -> String {
    match (source.duration(), source.hours()) {
        (duration, hours) if !hours.is_empty() => format!("{duration}, {}", format::uncapitalised(&hours)),
        (duration, _) => duration,
    }
}

/// One for each person who has a place, then the rules when they are long.
pub fn invitations(source: Source<'_>) -> Vec<Sheet> {
    let people = source.programme.registered(&source.session.id);
    let mut sheets: Vec<Sheet> = match source.is_blank {
        true => vec![invitation(source, None)],
        false => people.into_iter().map(|person| invitation(source, Some(person))).collect(),
    };
    let rules = &source.provider().rules;
    if is_long(rules) && !sheets.is_empty() {
        let blocks = vec![identity(source.provider()), Block::Lines(rules.clone())];
        sheets.push(Sheet { title: "Règlement intérieur".to_owned(), of: String::new(), blocks });
    }
    sheets
}

fn invitation(source: Source<'_>, person: Option<&std::sync::Arc<Professional>>) -> Sheet {
    let (name, structure) = person.map(|one| (one.name(), source.structure(one))).unwrap_or_default();
    let provider = source.provider();
    let session = source.session;
    let mut day = vec![
        ("Formation", source.action()),
        ("Date", source.day()),
        ("Horaires", duration_last(source)),
        ("Lieu", source.place()),
    ];
    let equipment: Vec<_> = session.equipment.iter().map(|one| format::uncapitalised(words::equipment(*one))).collect();
    let besides = [
        ("Accès", session.access.clone()),
        ("Dans la salle", format::capitalised(&format::list(&equipment)).replace("wi-Fi", "Wi-Fi")),
        ("À apporter", source.wording.of(Part::Bring).to_owned()),
        ("Formation assurée par", format::list(&source.trainers())),
    ];
    day.extend(besides.into_iter().filter(|(_, value)| !value.is_empty()));
    let phone = format::phone(&provider.phone);
    let contacts: Vec<&str> =
        [phone.as_str(), provider.email.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
    let rules = match provider.rules.as_str() {
        "" => String::new(),
        rules if is_long(rules) => "Joint à cette convocation.".to_owned(),
        rules => rules.to_owned(),
    };
    let blocks = vec![
        identity(provider),
        Block::Facts(vec![("Pour", name), ("Structure", structure)]),
        Block::Lines(source.wording.of(Part::Invitation).to_owned()),
        Block::Facts(day),
        Block::Heading("Avant de venir"),
        Block::Paragraph(
            "Un aménagement vous serait utile, pour l’accès, la vue, l’écoute ou le rythme\u{202f}? Dites-le-nous avant la journée."
                .to_owned(),
        ),
        Block::Facts(vec![
            ("Aménagement, handicap", provider.disability.clone()),
            ("Nous joindre", contacts.join(", ")),
            ("Règlement intérieur", rules),
            ("Réclamation", provider.complaints.clone()),
        ]),
        Block::Lines(source.wording.of(Part::InvitationEnd).to_owned()),
    ];
    Sheet { title: "Convocation".to_owned(), of: source.session_name(), blocks }
}

fn duration_last(source: Source<'_>) -> String {
    let hours = source.hours();
    if hours.is_empty() { hours } else { format!("{hours} ({} de formation)", source.duration()) }
}

fn is_long(rules: &str) -> bool {
    rules.chars().count() > SHORT
}
