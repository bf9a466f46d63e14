//! After the day: the report, what each person is given, and what goes with the invoice.

use super::mentions::identity;
use super::room::day;
use super::{Block, Sheet, Source, Table, Width, head};
use crate::domain::programme::person::Professional;
use crate::text::programme as words;
use crate::text::programme_wording::Part;
use crate::text::{format, programme_attendance};

/// What came of the day.
pub fn report(source: Source<'_>) -> Sheet {
    let mut facts = day(source);
    facts.push(("Formation assurée par", format::list(&source.trainers())));
    let mut blocks = vec![identity(source.provider()), Block::Facts(facts), Block::Heading("En nombres")];
    if source.is_blank {
        let asked =
            ["Inscriptions", "Présences toute la journée", "Présences en partie", "Absences", "Heures de formation"];
        blocks.push(Block::Facts(asked.map(|name| (name, String::new())).to_vec()));
        blocks.extend([Block::Heading("Absentes et absents"), Block::Writing(2)]);
    } else {
        blocks.push(Block::Facts(numbers(source)));
        blocks.extend([Block::Heading("Absentes et absents"), Block::Paragraph(absent(source))]);
    }
    blocks.push(Block::Heading("Compte rendu"));
    blocks.push(match source.session.report.as_str() {
        report if !source.is_blank && !report.is_empty() => Block::Lines(report.to_owned()),
        // On one page with its signature: what is written by hand above takes room.
        _ if source.is_blank => Block::Writing(7),
        _ => Block::Writing(10),
    });
    let materials: Vec<String> = source.session.materials.lines().map(|line| line.trim().to_owned()).collect();
    let materials: Vec<_> = materials.into_iter().filter(|line| !line.is_empty()).collect();
    if !materials.is_empty() {
        blocks.extend([Block::Heading("Matériel"), Block::List(materials)]);
    }
    blocks.push(source.signature());
    Sheet { title: "Compte rendu de la session".to_owned(), of: source.session_name(), blocks }
}

/// How many had a place, came, and for how long: those who are not named any more are counted.
fn numbers(source: Source<'_>) -> Vec<(&'static str, String)> {
    let Source { programme, session, .. } = source;
    let here = |trained: bool| {
        let places = programme.places(&session.id).iter();
        let of_places = places.filter(|place| programme.minutes(session, &place.person) > 0);
        let of_places = of_places.filter(|place| programme.is_trained_in(session, &place.person) == trained).count();
        let gone = session.tallies.values().filter(|it| it.minutes > 0 && it.is_trained == trained).count();
        of_places + gone
    };
    let missing = programme.missing_presences(session);
    let (whole, part) = (here(true), here(false));
    let registered = programme.group(session).registered;
    let mut numbers = vec![
        ("Inscriptions", registered.to_string()),
        ("Présences toute la journée", whole.to_string()),
        ("Présences en partie", part.to_string()),
        ("Absences", programme.absences(session).to_string()),
        ("Heures de formation", words::minutes(programme.minutes_in(session))),
    ];
    if missing > 0 {
        numbers.push(("Présences à noter", missing.to_string()));
    }
    numbers
}

/// Those who were away on one half of the day or both, by name.
fn absent(source: Source<'_>) -> String {
    let Source { programme, session, .. } = source;
    let of = |person: &Professional| {
        let away = programme_attendance::away(programme, session, &person.id)?;
        Some(format!("{} ({away})", person.listed_name()))
    };
    let away: Vec<_> = programme.registered(&session.id).into_iter().filter_map(|person| of(person)).collect();
    match away.as_slice() {
        [] if programme.missing_presences(session) > 0 => "Aucune absence notée pour l’instant.".to_owned(),
        [] => "Aucune absence.".to_owned(),
        away => format!("{}.", format::list(away)),
    }
}

/// One for each person who was there.
pub fn certificates(source: Source<'_>) -> Vec<Sheet> {
    for_each(source, certificate)
}

/// One for each person who was there.
pub fn attestations(source: Source<'_>) -> Vec<Sheet> {
    for_each(source, attestation)
}

fn for_each(source: Source<'_>, sheet: fn(Source<'_>, Option<&Professional>) -> Sheet) -> Vec<Sheet> {
    match source.is_blank {
        true => vec![sheet(source, None)],
        false => source.programme.came(source.session).into_iter().map(|person| sheet(source, Some(person))).collect(),
    }
}

/// What a sheet says of somebody, and of what they followed.
fn followed(source: Source<'_>, person: Option<&Professional>) -> Vec<(&'static str, String)> {
    let of = |read: &dyn Fn(&Professional) -> String| person.map(read).unwrap_or_default();
    vec![
        ("Prénom et nom", of(&Professional::name)),
        ("Structure", of(&|person| source.structure(person))),
        ("Action", source.action()),
        ("Nature de l’action", "Action de formation".to_owned()),
        ("Date", source.day()),
        ("Lieu", source.place()),
        ("Durée suivie", of(&|person| words::minutes(source.programme.minutes(source.session, &person.id)))),
    ]
}

fn certificate(source: Source<'_>, person: Option<&Professional>) -> Sheet {
    let who = vec![("Signataire", source.provider().signatory.clone()), ("Organisme", source.provider().name.clone())];
    let blocks = vec![
        identity(source.provider()),
        Block::Facts(who),
        Block::Paragraph(
            "Atteste que la personne nommée ci-dessous a suivi l’action de formation suivante.".to_owned(),
        ),
        Block::Facts(followed(source, person)),
        Block::Lines(source.wording.of(Part::Certificate).to_owned()),
        source.signed(),
        source.signature(),
    ];
    Sheet { title: "Certificat de réalisation".to_owned(), of: source.session_name(), blocks }
}

fn attestation(source: Source<'_>, person: Option<&Professional>) -> Sheet {
    let mut blocks = vec![
        identity(source.provider()),
        Block::Facts(followed(source, person)),
        Block::Heading("Objectifs"),
        Block::Lines(source.wording.of(Part::Attestation).to_owned()),
    ];
    for group in &source.objectives.groups {
        blocks.push(Block::Paragraph(group.title.clone()));
        blocks.push(Block::List(group.objectives.iter().map(|objective| objective.title.clone()).collect()));
    }
    blocks.extend([source.signed(), source.signature()]);
    Sheet { title: "Attestation individuelle de formation".to_owned(), of: source.session_name(), blocks }
}

/// Who came and for how long, to go with an invoice. No price is here.
pub fn invoice(source: Source<'_>) -> Sheet {
    let Source { programme, session, .. } = source;
    let heads = vec![
        head("N°", Width::Number),
        head("Nom et prénom", Width::Wide),
        head("Structure", Width::Wide),
        head("Durée suivie", Width::Usual),
    ];
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut named = 0;
    if source.is_blank {
        let row = |number: u32| vec![number.to_string(), String::new(), String::new(), String::new()];
        rows.extend((1..=session.capacity).map(row));
    } else {
        for person in programme.came(session) {
            let minutes = programme.minutes(session, &person.id);
            named += minutes;
            let number = (rows.len() + 1).to_string();
            rows.push(vec![number, person.listed_name(), source.structure(person), words::minutes(minutes)]);
        }
        let all = programme.minutes_in(session);
        if all > named {
            let said = "Personnes dont le nom n’est plus affiché".to_owned();
            rows.push(vec![String::new(), said, String::new(), words::minutes(all - named)]);
        }
    }
    let total = if source.is_blank { String::new() } else { words::minutes(programme.minutes_in(session)) };
    rows.push(vec![String::new(), "Total".to_owned(), String::new(), total]);
    let table = Table { caption: "Heures de formation par personne".to_owned(), heads, rows, is_signed: false };
    let mut facts = day(source);
    facts.insert(0, ("Pour", programme.cycle.commissioner.clone()));
    facts.push(("Durée de la journée", source.duration()));
    let blocks = vec![
        identity(source.provider()),
        Block::Facts(facts),
        Block::Table(table),
        Block::Lines(source.wording.of(Part::InvoiceNote).to_owned()),
    ];
    Sheet { title: "Annexe à la facture".to_owned(), of: source.session_name(), blocks }
}
