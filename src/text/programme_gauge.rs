//! The gauge in French.

use super::format::{self, count};
use crate::domain::programme::cycle::{Cycle, Fit, Range};
use crate::domain::programme::gauge::{Gauge, Measure};
use crate::domain::programme::whole::Programme;
use crate::text::programme as words;
use chrono::NaiveDate;

/// One figure of the gauge.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    pub name: &'static str,
    pub number: String,
    /// Against what was ordered.
    pub against: String,
    /// Done, expected, and the least that was ordered; none: nothing was.
    pub progress: Option<(u32, u32, u32)>,
    pub more: String,
}

/// Under the name of a cycle.
pub fn lead(cycle: &Cycle, today: NaiveDate) -> String {
    let dates = words::cycle_dates(cycle);
    let Some(window) = cycle.window else { return dates };
    let left = (window.to - today).num_days();
    let state = match () {
        () if today < window.from => "pas encore commencé".to_owned(),
        () if left < 0 => "terminé".to_owned(),
        () if left == 0 => "dernier jour".to_owned(),
        () => format!("encore {}", count(left.unsigned_abs(), "jour", "jours")),
    };
    format!("{dates}\u{a0}: {state}.")
}

/// The figures that were ordered.
pub fn measures(programme: &Programme, gauge: &Gauge) -> Vec<Line> {
    let people = Line {
        name: "Personnes formées",
        number: format::integer(gauge.people.done.into()),
        against: against(gauge.people, "personne à former", "personnes à former"),
        progress: progress(gauge.people),
        more: format!("{}.", format::list(&[expected(gauge), waiting(gauge)])),
    };
    let cancelled = match gauge.cancelled {
        0 => String::new(),
        cancelled => format!(", {}", count(cancelled.into(), "annulée", "annulées")),
    };
    let sessions = Line {
        name: "Sessions tenues",
        number: format::integer(gauge.sessions.done.into()),
        against: against(gauge.sessions, "session commandée", "sessions commandées"),
        progress: progress(gauge.sessions),
        more: format!(
            "{} en tout{cancelled}.",
            count(gauge.sessions.expected.into(), "session prévue", "sessions prévues")
        ),
    };
    let held = gauge.sessions.done.max(1);
    let hours = Line {
        name: "Heures de formation",
        number: words::minutes(gauge.held_minutes),
        against: match gauge.sessions.done {
            0 => "Aucune session tenue.".to_owned(),
            _ => format!("{} par session en moyenne.", words::minutes(gauge.held_minutes / held)),
        },
        progress: None,
        more: format!("{} suivies par l’ensemble des personnes.", hours_of_people(gauge)),
    };
    let outside = gauge.groups.iter().filter(|group| group.fit.is_some_and(|fit| fit != Fit::Within)).count();
    let groups = Line {
        name: "Taille des groupes",
        number: average(gauge),
        against: programme.cycle.group.map_or_else(String::new, |group| {
            format!("Personnes par groupe en moyenne, pour {} commandées.", between(group))
        }),
        progress: None,
        more: match outside {
            0 => "Aucun groupe hors de ces bornes.".to_owned(),
            outside => format!("{} hors de ces bornes.", count(outside as u64, "groupe", "groupes")),
        },
    };
    vec![people, sessions, hours, groups]
}

/// « 10 à 15 ».
pub fn between(range: Range) -> String {
    if range.least == range.most { range.least.to_string() } else { format!("{} à {}", range.least, range.most) }
}

fn hours_of_people(gauge: &Gauge) -> String {
    count(gauge.person_minutes / 60, "heure", "heures")
}

/// How many people make a group, on average; a dash when nobody is registered.
pub fn average(gauge: &Gauge) -> String {
    let groups: Vec<u32> = gauge.groups.iter().map(|group| group.registered).filter(|people| *people > 0).collect();
    let people: u32 = groups.iter().sum();
    match u32::try_from(groups.len()) {
        Ok(groups) if groups > 0 => {
            let tenths = (people * 10 + groups / 2) / groups;
            if tenths.is_multiple_of(10) {
                (tenths / 10).to_string()
            } else {
                format!("{},{}", tenths / 10, tenths % 10)
            }
        }
        _ => "–".to_owned(),
    }
}

fn progress(measure: Measure) -> Option<(u32, u32, u32)> {
    measure.target.map(|target| (measure.done, measure.expected, target.least))
}

/// « Sur 100 à 150 personnes à former. »
fn against(measure: Measure, one: &str, many: &str) -> String {
    let Some(target) = measure.target else { return String::new() };
    let what = if target.most == 1 { one } else { many };
    format!("Sur {}\u{a0}{what}.", between(target))
}

fn expected(gauge: &Gauge) -> String {
    let to_come = gauge.people.expected - gauge.people.done.min(gauge.people.expected);
    match to_come {
        0 => "Aucune autre personne inscrite à venir".to_owned(),
        to_come => count(to_come.into(), "personne inscrite à venir", "personnes inscrites à venir"),
    }
}

fn waiting(gauge: &Gauge) -> String {
    match gauge.waiting {
        0 => "aucune en attente".to_owned(),
        waiting => format!("{} en attente", format::integer(waiting.into())),
    }
}
