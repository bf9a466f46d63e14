//! What a day covers, in words: its time, and what each objective has.

use super::teaching_curriculum::{means, method};
use crate::domain::curriculum::coverage::{Coverage, Row};
use crate::domain::curriculum::sequence::Means;
use crate::text::format;
use crate::text::programme::minutes;

/// « 7 h 15 de formation, dont 4 h 50 où l’on est actif (67 %), sur 8 h 45 en tout. »
pub fn time(coverage: &Coverage) -> String {
    format!(
        "{} de formation, dont {} où l’on est actif ({}\u{a0}%), sur {} de présence.",
        minutes(coverage.work),
        minutes(coverage.active),
        coverage.active_share(),
        minutes(coverage.whole)
    )
}

/// « Exposé : 1 h 30, 21 % », a line for each method.
pub fn methods(coverage: &Coverage) -> Vec<String> {
    let line = |name: &str, time: u32, share: Option<u32>| match share {
        Some(share) => format!("{name}\u{a0}: {}, {share}\u{a0}%", minutes(time)),
        None => format!("{name}\u{a0}: {}", minutes(time)),
    };
    coverage.methods.iter().map(|time| line(method(time.method), time.minutes, time.share)).collect()
}

/// Everything by which an objective is assessed; empty: nothing.
pub fn assessed_by(row: &Row) -> String {
    let all: Vec<&str> = row.means().into_iter().map(means).collect();
    if all.is_empty() { "Rien".to_owned() } else { format::capitalised(&format::list(&all)) }
}

/// Beside a sequence that assesses: « , évaluation : quiz ».
pub fn by(all: &[Means]) -> String {
    let all: Vec<&str> = all.iter().map(|one| means(*one)).collect();
    format!(", évaluation\u{a0}: {}", format::list(&all))
}

/// « 45 min actives ; pratiqué 20 min avec le réseau, 15 min sans. »
pub fn row(row: &Row) -> String {
    let active = format!("{} où l’on est actif", minutes(row.active));
    match row.practised {
        None => format!("{active}."),
        Some(practised) => format!(
            "{active}\u{202f}; pratique\u{a0}: {} avec le réseau, {} sans.",
            minutes(practised.online),
            minutes(practised.offline)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::objectives::objectives;
    use crate::domain::curriculum::coverage::Items;
    use crate::domain::curriculum::fixture::day;
    use crate::domain::curriculum::objective::ObjectiveId;
    use crate::domain::curriculum::sequence::Method;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn what_a_day_covers_is_said_with_its_numbers() {
        let pix = ObjectiveId::new("pix").unwrap();
        let mut of = day(&["a", "b", "c"]);
        of.sequences[1].method = Method::Practice;
        of.sequences[1].active.insert(pix.clone(), 20);
        of.sequences[1].offline = "Sur papier.".to_owned();
        of.sequences[1].assessed.insert(pix.clone());
        of.sequences[1].means.insert(Means::Positioning);
        of.sequences[2].method = Method::Break;
        let objectives = objectives().unwrap();
        let items = Items { positioned: [pix.clone()].into(), ..Items::default() };
        let coverage = Coverage::of(&of, objectives, &items);
        assert_eq!(
            plain(&time(&coverage)),
            "1 h de formation, dont 20 min où l’on est actif (33 %), sur 1 h 30 de présence."
        );
        let lines: Vec<String> = methods(&coverage).iter().map(|line| plain(line)).collect();
        assert_eq!(lines, ["Exposé : 30 min, 50 %", "Pratique d’un outil : 30 min, 50 %", "Pause : 30 min"]);
        let of_pix = coverage.row(&pix).unwrap();
        assert_eq!(plain(&row(of_pix)), "20 min où l’on est actif ; pratique : 0 min avec le réseau, 20 min sans.");
        assert_eq!(assessed_by(of_pix), "Positionnement du matin et du soir");
        assert_eq!(plain(&by(&[Means::Quiz])), ", évaluation : quiz");
        let other = coverage.row(&ObjectiveId::new("define").unwrap()).unwrap();
        assert_eq!(
            (plain(&row(other)), assessed_by(other)),
            ("0 min où l’on est actif.".to_owned(), "Rien".to_owned())
        );
    }
}
