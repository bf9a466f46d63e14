//! The curriculum in French: methods, means, screens, where a version stands, how long a day is.

use crate::domain::curriculum::sequence::{Means, Method, Opens, Sequence};
use crate::domain::curriculum::version::{Curriculum, CurriculumId, Day, Frozen, State};
use crate::text::format;
use crate::text::programme as words;
use crate::text::teaching_curriculum::method;
use chrono::NaiveTime;

/// What an objective is assessed by, as it is ticked.
fn means(means: Means) -> &'static str {
    match means {
        Means::Quiz => "Quiz",
        Means::Case => "Cas et lecture de référence",
        Means::Positioning => "Positionnement du matin et du soir",
        Means::Observation => "Observation",
    }
}

/// A screen that a sequence needs, by its code; none: not known.
fn screen(code: &str) -> Option<&'static str> {
    Some(match code {
        "exercise" => "Exercice en salle",
        "positioning" => "Positionnement",
        "directory" => "Annuaire",
        "ecosystem" => "Acteurs",
        "glossary" => "Lexique",
        "cards" => "Cartes du réseau",
        "survey" => "Questionnaire de fin de journée",
        "tool/hub-map" => "Outil\u{a0}: Cartographie du Hub Francilien",
        "tool/pix" => "Outil\u{a0}: Pix",
        "tool/aidants-connect" => "Outil\u{a0}: Aidants Connect",
        "tool/digital-safe" => "Outil\u{a0}: coffre-fort numérique",
        "tool/france-services" => "Outil\u{a0}: France services",
        "tool/digital-advisers" => "Outil\u{a0}: conseillers numériques",
        "tool/bons-clics" => "Outil\u{a0}: Les Bons Clics",
        "tool/solidarity" => "Outil\u{a0}: équipement et connexion solidaires",
        "tool/cnil-kit" => "Outil\u{a0}: kit de la CNIL",
        "tool/eva" => "Outil\u{a0}: EVA",
        _ => return None,
    })
}

/// A screen that a sequence needs.
pub fn opens(opens: &Opens) -> String {
    let code = String::from(opens.clone());
    screen(&code).map_or(code, ToOwned::to_owned)
}

/// An objective where there is little room, by its code; none: not known.
fn short(code: &str) -> Option<&'static str> {
    Some(match code {
        "define" => "Inclusion numérique",
        "needs" => "Besoins et freins",
        "actors" => "Acteurs",
        "contacts" => "Interlocuteurs",
        "network" => "Réseau",
        "map" => "Cartographie",
        "pix" => "Pix",
        "aidants-connect" => "Aidants Connect",
        "digital-safe" => "Coffre-fort",
        _ => return None,
    })
}

/// An objective where there is little room; one that is not known, by its identifier.
pub fn objective(code: &str) -> &str {
    short(code).unwrap_or(code)
}

/// What a choice of a sequence's form is called, by its field; none: not known.
pub fn choice(field: &str, code: &str) -> Option<&'static str> {
    use crate::domain::curriculum::forms::sequence as field_of;
    match field {
        field_of::METHOD => nth(&Method::CODES, code).and_then(|at| Method::ALL.get(at)).map(|one| method(*one)),
        field_of::MEANS => nth(&Means::CODES, code).and_then(|at| Means::ALL.get(at)).map(|one| means(*one)),
        field_of::OPENS => screen(code),
        field_of::ASSESSED => short(code),
        _ => None,
    }
}

fn nth(codes: &[&str], code: &str) -> Option<usize> {
    codes.iter().position(|one| *one == code)
}

/// Where a version stands: « Fournie avec Repères, figée le 3 mars 2022 ».
pub fn state(version: &Curriculum, delivered: &CurriculumId) -> String {
    match (&version.state, version.id == *delivered) {
        (State::Delivered, _) => "Fournie avec Repères".to_owned(),
        (State::Written, _) => "En cours d’écriture".to_owned(),
        (State::Frozen(on), true) => format!("Fournie avec Repères, figée le {}", format::date(*on)),
        (State::Frozen(on), false) => format!("Figée le {}", format::date(*on)),
    }
}

/// Why a version is not written, and what to do instead.
pub fn closed(version: &Curriculum) -> Option<&'static str> {
    match version.state {
        State::Delivered => Some(
            "Cette version est fournie avec Repères\u{a0}: elle ne se modifie pas. Créez votre version pour l’adapter.",
        ),
        State::Frozen(_) => Some(
            "Une session a été tenue avec cette version\u{a0}: elle reste telle quelle. Créez une version pour continuer à l’adapter.",
        ),
        State::Written => None,
    }
}

/// « 16 séquences, de 9 h à 17 h 30, 7 h 15 de formation ».
pub fn day(day: &Day) -> String {
    let number = format::count(format::number(day.sequences.len()), "séquence", "séquences");
    match span(day) {
        Some((from, to)) => {
            format!("{number}, {}, {} de formation", hours(from, to), words::minutes(day.work_minutes()))
        }
        None => number.replace("0\u{a0}séquence", "Aucune séquence"),
    }
}

fn span(day: &Day) -> Option<(NaiveTime, NaiveTime)> {
    let timeline = day.timeline(day.starts_at);
    let (first, last) = (timeline.first()?, timeline.last()?);
    Some((first.1, last.2))
}

/// « de 9 h à 9 h 30 ».
pub fn hours(from: NaiveTime, to: NaiveTime) -> String {
    format!("de {} à {}", format::time(from), format::time(to))
}

/// The sessions that follow a version, by how many: « Suivie par 3 sessions ».
pub fn followed(sessions: usize) -> String {
    match sessions {
        0 => "Aucune session ne la suit".to_owned(),
        some => format!("Suivie par {}", format::count(format::number(some), "session", "sessions")),
    }
}

/// Whether the day holds what the tender asks for.
pub fn checked(asked: usize) -> String {
    match asked {
        0 => "Ce que demande le cahier des charges est couvert".to_owned(),
        some => {
            format!("{} du cahier des charges à reprendre", format::count(format::number(some), "demande", "demandes"))
        }
    }
}

/// What else is to look at again, in a sentence.
pub fn also(others: usize) -> String {
    match others {
        0 => "Rien d’autre à signaler.".to_owned(),
        some => format!("{} en plus.", format::count(format::number(some), "remarque", "remarques")),
    }
}

/// How many versions were taken away: « 2 versions retirées ».
pub fn removed_versions(number: usize) -> String {
    format::count(format::number(number), "version retirée", "versions retirées")
}

/// A version or a sequence that is copied, with a name for its copy: « Copie de … ».
pub fn copy_title(of: &str) -> String {
    const MOST: usize = 120;
    let title = if of.starts_with("Copie de ") { of.to_owned() } else { format!("Copie de «\u{202f}{of}\u{202f}»") };
    title.chars().take(MOST).collect()
}

/// « Séquence « Accueil » : place 2 sur 14 ».
pub fn moved(title: &str, place: usize, whole: usize) -> String {
    format!("«\u{202f}{title}\u{202f}»\u{a0}: place {} sur {whole}", place.saturating_add(1))
}

/// Minutes for each objective: « Pix 20 min, Cartographie 15 min »; empty: none.
pub fn active(sequence: &Sequence) -> String {
    let said = sequence.active.iter().filter(|(_, minutes)| **minutes > 0);
    let said = said.map(|(id, minutes)| format!("{} {minutes}\u{a0}min", objective(id.as_str())));
    said.collect::<Vec<_>>().join(", ")
}

/// A day that was kept, where its value is shown: « Le 3 mars 2022, 14 séquences… ».
pub fn frozen(frozen: &Frozen) -> String {
    format!("Le {}\u{a0}: {}", format::date(frozen.on), format::uncapitalised(&day(&frozen.day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curriculum::fixture::{self, Stored};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_day_is_said_in_a_line() {
        let mut of = fixture::day(&["a", "b", "c"]);
        of.sequences[1].method = Method::Break;
        assert_eq!(plain(&day(&of)), "3 séquences, de 9 h à 10 h 30, 1 h de formation");
        of.sequences.clear();
        assert_eq!(plain(&day(&of)), "Aucune séquence");
    }

    #[test]
    fn a_version_says_where_it_stands() {
        let mut stored = Stored::default();
        let written = stored.copied();
        let delivered = fixture::delivered().id;
        let said = |stored: &Stored| {
            stored.versions().iter().map(|version| plain(&state(version, &delivered))).collect::<Vec<_>>()
        };
        assert_eq!(said(&stored), ["Fournie avec Repères", "En cours d’écriture"]);
        for id in [&written, &delivered] {
            let changes = stored.version(id).freeze("2022-03-01".parse().unwrap());
            stored.commit(&changes);
        }
        assert_eq!(said(&stored), ["Fournie avec Repères, figée le 1er mars 2022", "Figée le 1er mars 2022"]);
    }

    #[test]
    fn a_copy_of_a_copy_has_a_name_that_can_be_typed() {
        assert_eq!(plain(&copy_title("La journée")), "Copie de « La journée »");
        assert_eq!(copy_title(&copy_title("La journée")), copy_title("La journée"));
        assert_eq!(copy_title(&"é".repeat(120)).chars().count(), 120);
    }
}
