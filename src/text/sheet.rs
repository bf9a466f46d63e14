//! What paper says of opening hours: an ordinary week in a few lines.

use super::directory::ranges;
use super::format;
use crate::domain::directory::hours::DayPlan;
use crate::domain::directory::opening::WeekDay;

/// Said to the person when the chosen place turned out to be closed.
pub const ASK_FOR_ANOTHER: &str =
    "Ce lieu n’accueille plus personne\u{a0}: demandez un autre lieu à la personne qui vous accompagne.";

/// Shown beside usual hours when some days of the coming weeks are closed.
pub const CLOSURES_NOTE: &str =
    "Fermetures prévues certains jours des prochaines semaines\u{a0}: appelez avant d’y aller.";

/// « Du lundi au vendredi », « de 9 h à 12 h » : the days that share their hours stand together, and the days a place is
/// closed are left out.
pub fn week(days: &[WeekDay]) -> Vec<(String, String)> {
    let mut groups: Vec<(Vec<usize>, String)> = Vec::new();
    for (index, day) in days.iter().enumerate() {
        let DayPlan::Open(spans) = &day.plan else { continue };
        let hours = ranges(spans);
        match groups.iter_mut().find(|(_, known)| *known == hours) {
            Some((indexes, _)) => indexes.push(index),
            None => groups.push((vec![index], hours)),
        }
    }
    groups.into_iter().map(|(indexes, hours)| (named(days, &indexes), hours)).collect()
}

/// Whether some day of the week is closed.
pub fn closes_some_days(days: &[WeekDay]) -> bool {
    days.iter().any(|day| !matches!(day.plan, DayPlan::Open(_)))
}

fn named(days: &[WeekDay], indexes: &[usize]) -> String {
    let names: Vec<&str> =
        indexes.iter().filter_map(|index| days.get(*index)).map(|day| format::weekday(day.date)).collect();
    let follow = indexes.windows(2).all(|pair| matches!(pair, [before, after] if before + 1 == *after));
    match names.as_slice() {
        [first, .., last] if follow && names.len() > 2 => format!("Du {first} au {last}"),
        names => format::capitalised(&format::list(names)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::hours::Hours;

    fn said(hours: &str) -> Vec<String> {
        let week_days = Hours::parse(hours).unwrap().week_of("2026-11-23".parse().unwrap());
        week(&week_days).into_iter().map(|(days, hours)| format!("{days} {hours}").replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn days_with_the_same_hours_stand_together() {
        for (hours, expected) in [
            ("Mo-Fr 09:00-12:00", vec!["Du lundi au vendredi de 9 h à 12 h"]),
            (
                "Mo,Tu 09:00-12:00,14:00-17:30; Sa 10:00-12:00",
                vec!["Lundi et mardi de 9 h à 12 h et de 14 h à 17 h 30", "Samedi de 10 h à 12 h"],
            ),
            ("Mo,We,Fr 09:00-12:00", vec!["Lundi, mercredi et vendredi de 9 h à 12 h"]),
            ("24/7", vec!["Du lundi au dimanche Jour et nuit"]),
        ] {
            assert_eq!(said(hours), expected, "{hours}");
        }
    }

    #[test]
    fn a_place_open_every_day_has_no_closed_day() {
        let of = |hours: &str| Hours::parse(hours).unwrap().week_of("2026-11-23".parse().unwrap());
        assert!(!closes_some_days(&of("24/7")));
        assert!(closes_some_days(&of("Mo-Fr 09:00-12:00")));
    }
}
