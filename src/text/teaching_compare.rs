//! What one version of the curriculum changes of another, in words.

use super::teaching as words;
use super::teaching_curriculum::{means, method};
use crate::domain::curriculum::compare::{Apart, Change, Comparison, Difference, Text};
use crate::domain::curriculum::sequence::Sequence;
use crate::text::format::{self, list};
use crate::text::programme::minutes;

/// What is said of a sequence that differs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Told {
    /// « Séquence ajoutée : « Pix » ».
    pub title: String,
    pub lines: Vec<String>,
}

/// What is said of the day as a whole: when it starts, how long it is.
pub fn whole(comparison: &Comparison<'_>) -> Vec<String> {
    let starts = comparison
        .starts_at
        .map(|(from, to)| format!("La journée commence à {} au lieu de {}.", format::time(to), format::time(from)));
    let work = comparison.work_minutes.map(|(from, to)| {
        let by = minutes(from.abs_diff(to));
        let way = if to > from { "de plus" } else { "de moins" };
        format!("La formation dure {} au lieu de {}\u{a0}: {by} {way}.", minutes(to), minutes(from))
    });
    starts.into_iter().chain(work).collect()
}

/// What is said of each sequence that differs, in the order of the day.
pub fn told(comparison: &Comparison<'_>) -> Vec<Told> {
    comparison.differences.iter().map(difference).collect()
}

/// « 2 séquences ajoutées, 1 retirée, 3 modifiées ».
pub fn summary(comparison: &Comparison<'_>) -> String {
    if comparison.is_empty() {
        return "Les deux journées sont identiques.".to_owned();
    }
    let of = |is: fn(&Difference<'_>) -> bool| {
        format::number(comparison.differences.iter().filter(|difference| is(difference)).count())
    };
    let counts = [
        (of(|one| matches!(one, Difference::Added { .. })), "séquence ajoutée", "séquences ajoutées"),
        (of(|one| matches!(one, Difference::Removed(_))), "séquence retirée", "séquences retirées"),
        (of(|one| matches!(one, Difference::Changed { .. })), "séquence modifiée", "séquences modifiées"),
    ];
    let said = counts.into_iter().filter(|(number, ..)| *number > 0);
    let said: Vec<String> = said.map(|(number, one, many)| format::count(number, one, many)).collect();
    if said.is_empty() { "Les séquences sont les mêmes.".to_owned() } else { format!("{}.", list(&said)) }
}

fn quoted(sequence: &Sequence) -> String {
    format!("«\u{202f}{}\u{202f}»", sequence.title)
}

fn place(after: Option<&Sequence>) -> String {
    after.map_or_else(|| "en tête de journée".to_owned(), |after| format!("après {}", quoted(after)))
}

fn difference(difference: &Difference<'_>) -> Told {
    match difference {
        Difference::Added { sequence, after } => Told {
            title: format!("Séquence ajoutée\u{a0}: {}", quoted(sequence)),
            lines: vec![format!(
                "{}, {}, {}.",
                format::capitalised(&place(*after)),
                minutes(u32::from(sequence.minutes)),
                format::uncapitalised(method(sequence.method))
            )],
        },
        Difference::Removed(sequence) => Told {
            title: format!("Séquence retirée\u{a0}: {}", quoted(sequence)),
            lines: vec![format!(
                "{}, {}.",
                minutes(u32::from(sequence.minutes)),
                format::uncapitalised(method(sequence.method))
            )],
        },
        Difference::Changed { before, after, what } => {
            Told { title: quoted(after), lines: what.iter().map(|change| said(before, change)).collect() }
        }
    }
}

fn said(before: &Sequence, change: &Change<'_>) -> String {
    let duration = |one: u16| minutes(u32::from(one));
    match change {
        Change::Renamed => format!("Nouveau titre\u{202f}; auparavant {}.", quoted(before)),
        Change::Moved(after) => format!("Déplacée {}.", place(*after)),
        Change::Minutes(from, to) => format!("Dure {} au lieu de {}.", duration(*to), duration(*from)),
        Change::Least(Some(from), Some(to)) => {
            format!("Peut être ramenée à {} au lieu de {}.", duration(*to), duration(*from))
        }
        Change::Least(None, Some(to)) => format!("Peut maintenant être ramenée à {}.", duration(*to)),
        Change::Least(..) => "Ne se raccourcit plus.".to_owned(),
        Change::Method(from, to) => format!(
            "Méthode\u{a0}: {}\u{202f}; auparavant {}.",
            format::uncapitalised(method(*to)),
            format::uncapitalised(method(*from))
        ),
        Change::Texts(texts) => {
            let texts: Vec<&str> = texts.iter().map(|one| text(*one)).collect();
            let reworded = if texts.len() > 1 { "Textes modifiés" } else { "Texte modifié" };
            format!("{reworded}\u{a0}: {}.", list(&texts))
        }
        Change::Active(objective, from, to) => format!(
            "Minutes actives pour «\u{202f}{}\u{202f}»\u{a0}: {to} au lieu de {from}.",
            words::objective(objective.as_str())
        ),
        Change::Assessed(apart) => {
            parts("Évalue aussi", "n’évalue plus", apart, |one| words::objective(one.as_str()).to_owned())
        }
        Change::Means(apart) => {
            parts("Moyens d’évaluation ajoutés", "retirés", apart, |one| means(*one).to_owned())
        }
        Change::Opens(apart) => parts("Écrans ajoutés", "retirés", apart, words::opens),
    }
}

/// « Écrans ajoutés : Annuaire ; retirés : Lexique. »
fn parts<T>(added: &str, gone: &str, apart: &Apart<'_, T>, name: impl Fn(&T) -> String) -> String {
    let side = |label: &str, all: &[&T]| {
        let names: Vec<String> = all.iter().map(|one| name(one)).collect();
        (!names.is_empty()).then(|| format!("{label}\u{a0}: {}", list(&names)))
    };
    let sides = [side(added, &apart.added), side(gone, &apart.gone)];
    let said = sides.into_iter().flatten().collect::<Vec<_>>().join("\u{202f}; ");
    format!("{}.", format::capitalised(&said))
}

/// A text of a sequence.
fn text(text: Text) -> &'static str {
    match text {
        Text::Aim => "objectif",
        Text::Content => "contenu",
        Text::Trainer => "activité de la formatrice ou du formateur",
        Text::Learners => "activité des participantes et participants",
        Text::Support => "supports",
        Text::Materials => "matériel",
        Text::Online => "avec le réseau",
        Text::Offline => "sans le réseau",
        Text::Assessment => "évaluation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curriculum::compare::compare;
    use crate::domain::curriculum::fixture::day;
    use crate::domain::curriculum::objective::ObjectiveId;
    use crate::domain::curriculum::sequence::{Means, Method, Opens};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn the_same_day_is_said_to_be_the_same() {
        let of = day(&["a", "b"]);
        let comparison = compare(&of, &of);
        assert_eq!(summary(&comparison), "Les deux journées sont identiques.");
        assert_eq!((whole(&comparison), told(&comparison)), (Vec::new(), Vec::new()));
    }

    #[test]
    fn each_difference_is_said_in_a_sentence() {
        let before = day(&["a", "b", "c"]);
        let mut after = day(&["d", "b", "a"]);
        after.starts_at = "09:15:00".parse().unwrap();
        let b = &mut after.sequences[1];
        b.title = "Pix en pratique".to_owned();
        b.minutes = 45;
        b.least = Some(20);
        b.method = Method::Practice;
        b.content = "Autre contenu.".to_owned();
        b.offline = "Sur papier.".to_owned();
        b.active.insert(ObjectiveId::new("pix").unwrap(), 20);
        b.assessed.insert(ObjectiveId::new("pix").unwrap());
        b.means.insert(Means::Quiz);
        b.opens.insert(Opens::Glossary);
        let comparison = compare(&before, &after);
        assert_eq!(plain(&summary(&comparison)), "1 séquence ajoutée, 1 séquence retirée et 2 séquences modifiées.");
        assert_eq!(
            whole(&comparison).iter().map(|line| plain(line)).collect::<Vec<_>>(),
            [
                "La journée commence à 9 h 15 au lieu de 9 h.",
                "La formation dure 1 h 45 au lieu de 1 h 30 : 15 min de plus.",
            ]
        );
        let told = told(&comparison);
        let titles: Vec<String> = told.iter().map(|one| plain(&one.title)).collect();
        assert_eq!(
            titles,
            [
                "Séquence ajoutée : « Séquence d »",
                "« Pix en pratique »",
                "« Séquence a »",
                "Séquence retirée : « Séquence c »"
            ]
        );
        assert_eq!(plain(&told[0].lines[0]), "En tête de journée, 30 min, exposé.");
        let lines: Vec<String> = told[1].lines.iter().map(|line| plain(line)).collect();
        assert_eq!(
            lines,
            [
                "Nouveau titre ; auparavant « Séquence b ».",
                "Dure 45 min au lieu de 30 min.",
                "Peut maintenant être ramenée à 20 min.",
                "Méthode : pratique d’un outil ; auparavant exposé.",
                "Textes modifiés : contenu et sans le réseau.",
                "Minutes actives pour « Pix » : 20 au lieu de 0.",
                "Évalue aussi : Pix.",
                "Moyens d’évaluation ajoutés : quiz.",
                "Écrans ajoutés : Lexique.",
            ]
        );
        assert_eq!(plain(&told[2].lines[0]), "Déplacée après « Pix en pratique ».");
    }
}
