//! Erasing what people answered, once it was kept long enough.

use super::format::{agree, count, date, number};
use crate::domain::evaluation::erasing::DueAnswers;

/// What is due, and what stays.
pub const MEANS: &str = "Les réponses une à une, les textes libres et ce que l’équipe en a dit seront effacés. Les chiffres déjà arrêtés et le nombre de réponses reçues restent. Cela ne s’annule pas, et l’emporte sur les fichiers plus anciens que vous importeriez ensuite.";
/// What is lost with them.
pub const BEFORE: &str = "Une synthèse qui n’est pas encore arrêtée ne pourra plus l’être pour ces réponses, et les paroles choisies n’y paraîtront plus\u{a0}: arrêtez-la et imprimez-la d’abord.";

/// « Réponses à l’évaluation à supprimer : 2 sessions ».
pub fn due(sessions: usize) -> String {
    format!("Réponses à l’évaluation à supprimer\u{a0}: {}", count(number(sessions), "session", "sessions"))
}

/// « Session du 3 mars 2022, Maison des métiers »: several sessions may have the same day.
pub fn session(due: &DueAnswers) -> String {
    let day = format!("Session du {}", date(due.held_on));
    if due.place.is_empty() { day } else { format!("{day}, {}", due.place) }
}

/// Since when, and how many.
pub fn why(due: &DueAnswers) -> String {
    let answers = number(due.answers);
    format!("{}, à supprimer depuis le {}.", count(answers, "réponse reçue", "réponses reçues"), date(due.since))
}

/// « 12 réponses effacées ».
pub fn erased(answers: usize) -> String {
    format!("{} {}", count(number(answers), "réponse", "réponses"), agree(number(answers), "effacée", "effacées"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::fixture::day;
    use crate::domain::programme::id::SessionId;

    #[test]
    fn what_is_due_is_told_by_session() {
        let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
        let one = |answers| DueAnswers {
            session: SessionId::new("s1").unwrap(),
            held_on: day("2022-03-01"),
            place: String::new(),
            since: day("2023-03-01"),
            answers,
        };
        assert_eq!(plain(due(1)), "Réponses à l’évaluation à supprimer : 1 session");
        assert_eq!(plain(session(&one(1))), "Session du 1er mars 2022");
        let placed = DueAnswers { place: "Maison des métiers".to_owned(), ..one(1) };
        assert_eq!(plain(session(&placed)), "Session du 1er mars 2022, Maison des métiers");
        assert_eq!(plain(why(&one(1))), "1 réponse reçue, à supprimer depuis le 1er mars 2023.");
        assert_eq!(plain(why(&one(12))), "12 réponses reçues, à supprimer depuis le 1er mars 2023.");
        assert_eq!([erased(1), erased(2)].map(plain), ["1 réponse effacée", "2 réponses effacées"]);
    }
}
