//! The words around what is told: where a synthesis, a text and a questionnaire stand, what the closing file still lacks.

use super::evaluation as words;
use super::evaluation_figures as figures;
use super::exercise_session::left_out;
use super::format::{self, count};
use crate::domain::evaluation::closing::Missing;
use crate::domain::evaluation::moderation::{State, Written};
use crate::domain::evaluation::reading::Stands;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::synthesis::{Stage, Synthesis};
use crate::domain::evaluation::wording::{State as Standing, Wording};
use crate::domain::exercise::debrief::Threshold;
use chrono::NaiveDate;

/// What becomes of figures once they are published.
pub const PUBLISHING: &str = "Ce qui est arrêté ne change plus, même si une réponse est ensuite corrigée ou mise de côté\u{a0}: deux synthèses qui se suivent ne doivent pas permettre de retrouver, par différence, ce qu’une personne a répondu.";
/// Said before anything is published.
pub const NOT_YET: &str = "Les chiffres se lisent une fois arrêtés. D’ici là, seul le nombre de réponses est montré.";
/// Said where nothing can be told yet.
pub const TOO_FEW: &str = "Rien ne peut encore être montré\u{a0}: il faut davantage de réponses.";
/// Said where nothing was published.
pub const NOTHING_PUBLISHED: &str =
    "Aucune synthèse n’est encore arrêtée\u{a0}: les chiffres de l’évaluation n’y sont pas.";

/// A stage, as one chooses it.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::OnTheWay => "Synthèse d’étape",
        Stage::Closing => "Synthèse de fin de cycle",
    }
}

/// What a stage tells.
pub fn stage_hint(stage: Stage) -> &'static str {
    match stage {
        Stage::OnTheWay => "Les réponses favorables, comparées à toutes les autres.",
        Stage::Closing => "Le détail de chaque réponse, pour tout le cycle.",
    }
}

/// Why an answer waits.
pub fn waits(threshold: Threshold) -> String {
    format!(
        "Les réponses qui arriveront ensuite attendront d’être au moins {} ensemble, dans une session ou dans plusieurs.",
        threshold.number()
    )
}

/// What one reads: « Synthèse d’étape arrêtée le 4 avril 2022 ».
pub fn last_published(synthesis: &Synthesis) -> String {
    published(synthesis).pop().unwrap_or_default()
}

/// What was published, the latest last.
pub fn published(synthesis: &Synthesis) -> Vec<String> {
    let of = |(on, of): &(NaiveDate, Stage)| format!("{} arrêtée le {}", stage(*of), format::date(*on));
    synthesis.published.iter().map(of).collect()
}

/// « 12 réponses comptées. »
pub fn counted(whole: usize) -> String {
    format!("{}.", count(format::number(whole), "réponse comptée", "réponses comptées"))
}

/// Where texts stand, as a filter.
pub fn stands(stands: Stands) -> &'static str {
    match stands {
        Stands::ToRead => "À lire",
        Stands::MayAppear => "Peuvent paraître",
        Stands::Kept => "Gardés par l’équipe",
        Stands::Withheld => "Écartés",
    }
}

/// Where a text stands.
pub fn stand_of(written: &Written) -> String {
    match &written.state {
        None => "À lire".to_owned(),
        Some(State::Read) => "Lu, gardé par l’équipe".to_owned(),
        Some(State::MayAppear { words }) if *words == written.words => "Peut paraître".to_owned(),
        Some(State::MayAppear { .. }) => "Peut paraître, en d’autres mots".to_owned(),
        Some(State::Withheld { why }) => format!("Écarté\u{a0}: {}", format::uncapitalised(words::withheld(*why))),
    }
}

/// How many texts are left to read.
pub fn to_read(number: usize, all: usize) -> String {
    match (number, all) {
        (_, 0) => "Aucun texte pour l’instant.".to_owned(),
        (0, _) => "Tous les textes sont lus.".to_owned(),
        (some, _) => format!("{} à lire, sur {}.", count(format::number(some), "texte", "textes"), all),
    }
}

/// How many texts a filter finds.
pub fn found(number: usize) -> String {
    match number {
        0 => "Aucun texte avec ces filtres.".to_owned(),
        some => count(format::number(some), "texte trouvé", "textes trouvés"),
    }
}

/// A questionnaire.
pub fn survey(kind: SurveyKind) -> &'static str {
    match kind {
        SurveyKind::EndOfDay => "Questionnaire de fin de journée",
        SurveyKind::ThreeMonths => "Questionnaire à trois mois",
    }
}

/// Where a version of a questionnaire stands.
pub fn standing(state: &Standing) -> String {
    match state {
        Standing::Draft => "Brouillon".to_owned(),
        Standing::Sent { on } => {
            format!("Envoyé le {}, en attente des remarques du Département", format::date(*on))
        }
        Standing::Validated { on, by } if by.is_empty() => format!("Validé le {}", format::date(*on)),
        Standing::Validated { on, by } => format!("Validé le {}, par {by}", format::date(*on)),
    }
}

/// The words in use.
pub fn in_use(version: Option<&Wording>) -> String {
    match version {
        None => "Le questionnaire fourni avec Repères, tel quel.".to_owned(),
        Some(one) => format!("«\u{202f}{}\u{202f}». {}.", one.name, standing(&one.state)),
    }
}

/// How many questions a version changes.
pub fn changed(reworded: usize, left_out: usize) -> String {
    let reworded_words = || count(format::number(reworded), "question reformulée", "questions reformulées");
    let left_out_words = || count(format::number(left_out), "question retirée", "questions retirées");
    match (reworded, left_out) {
        (0, 0) => "Aucune différence avec le questionnaire fourni.".to_owned(),
        (_, 0) => format!("{}.", reworded_words()),
        (0, _) => format!("{}.", left_out_words()),
        _ => format!("{}, {}.", reworded_words(), left_out_words()),
    }
}

/// The name of a version that is begun on a day.
pub fn new_version(on: NaiveDate) -> String {
    format!("Version du {}", format::date(on))
}

/// What is missing; `session` names one.
pub fn missing(missing: &Missing, session: impl Fn(&crate::domain::programme::id::SessionId) -> String) -> String {
    match missing {
        Missing::SayHeld(id) => format!("{}\u{a0}: dire si elle a été tenue.", session(id)),
        Missing::Attendance(id, number) => {
            let halves = count(format::number(*number), "présence à noter", "présences à noter");
            format!("{}\u{a0}: {halves}.", session(id))
        }
        Missing::NoAnswer(id) => format!("{}\u{a0}: aucune réponse en fin de journée.", session(id)),
        Missing::Expected(id, until) => {
            format!("{}\u{a0}: retours à trois mois attendus jusqu’au {}.", session(id), format::date(*until))
        }
        Missing::TextsToRead(number) => {
            format!("{} à lire.", count(format::number(*number), "texte libre reste", "textes libres restent"))
        }
        Missing::LeftOut(one) => left_out(one),
        Missing::Figures(standing) => figures::standing(*standing).unwrap_or_default().to_owned(),
        Missing::Waiting(part, number) => {
            let waiting = count(
                format::number(*number),
                "réponse attend encore d’être comptée",
                "réponses attendent encore d’être comptées",
            );
            format!(
                "{}\u{a0}: {waiting}\u{a0}: trop peu de personnes ont répondu aux mêmes questions.",
                words::part(*part)
            )
        }
        Missing::NotClosed(false) => "Aucune synthèse n’est arrêtée.".to_owned(),
        Missing::NotClosed(true) => "La dernière synthèse arrêtée n’est pas celle de fin de cycle.".to_owned(),
        Missing::NewSince => "Des réponses sont arrivées depuis la synthèse de fin de cycle.".to_owned(),
        Missing::NoComment => "L’équipe n’a pas encore commenté le cycle.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::evaluation::synthesis::Part;
    use crate::domain::programme::fixture::day;
    use crate::domain::programme::id::SessionId;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn one_and_many_are_said() {
        assert_eq!([counted(1), counted(12)].map(|said| plain(&said)), ["1 réponse comptée.", "12 réponses comptées."]);
        assert_eq!([to_read(0, 0), to_read(0, 3)], ["Aucun texte pour l’instant.", "Tous les textes sont lus."]);
        assert_eq!(plain(&to_read(1, 3)), "1 texte à lire, sur 3.");
        assert_eq!(plain(&changed(2, 1)), "2 questions reformulées, 1 question retirée.");
        assert_eq!(changed(0, 0), "Aucune différence avec le questionnaire fourni.");
    }

    #[test]
    fn what_is_missing_is_said_of_its_session() {
        let name = |id: &SessionId| format!("Session {}", id.as_str());
        let id = SessionId::new("4").unwrap();
        let said = [
            Missing::SayHeld(id.clone()),
            Missing::Attendance(id.clone(), 1),
            Missing::NoAnswer(id.clone()),
            Missing::Expected(id, day("2022-07-01")),
            Missing::TextsToRead(2),
            Missing::Waiting(Part::ThreeMonths, 1),
            Missing::Waiting(Part::EndOfDay, 4),
        ];
        let said: Vec<String> = said.iter().map(|one| plain(&missing(one, name))).collect();
        assert_eq!(
            said,
            [
                "Session 4 : dire si elle a été tenue.",
                "Session 4 : 1 présence à noter.",
                "Session 4 : aucune réponse en fin de journée.",
                "Session 4 : retours à trois mois attendus jusqu’au 1er juillet 2022.",
                "2 textes libres restent à lire.",
                "Les effets à trois mois : 1 réponse attend encore d’être comptée : trop peu de personnes ont répondu aux mêmes questions.",
                "La satisfaction en fin de journée : 4 réponses attendent encore d’être comptées : trop peu de personnes ont répondu aux mêmes questions.",
            ]
        );
    }
}
