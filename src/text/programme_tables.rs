//! The tables of the gauge: what is on the screen, on paper and in the files is the same.

use super::format::{self, count};
use super::programme_gauge::{average, between};
use crate::domain::programme::cycle::{Fit, Range};
use crate::domain::programme::gauge::{Gauge, GroupLine, Measure, Share};
use crate::domain::programme::reach::{Answers, Priorities};
use crate::domain::programme::whole::Programme;
use crate::exchange::csv::write::{Cell, Table};
use crate::text::programme as words;
use chrono::NaiveDate;

/// What a cell shows, on screen and on paper.
pub fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => {
            let sign = if *number < 0 { "−" } else { "" };
            format!("{sign}{}", format::integer(number.unsigned_abs()))
        }
        Cell::Empty => String::new(),
    }
}

/// A table, what it is called, and the name that its file begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub caption: String,
    pub file: &'static str,
    pub table: Table,
}

impl Listed {
    /// A table of nothing: what it was made of has gone.
    pub fn none() -> Self {
        Self { caption: String::new(), file: "tableau", table: Table { heads: Vec::new(), rows: Vec::new() } }
    }
}

/// A text in a cell; empty: nothing.
pub fn text(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A number in a cell.
pub fn figure(number: u32) -> Cell {
    Cell::Number(number.into())
}

/// Columns by their names.
pub fn heads(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The name of a table's file: it names nobody.
pub fn file_name(stem: &str, on: NaiveDate, extension: &str) -> String {
    format!("{stem}-{on}.{extension}")
}

/// What was ordered, what is done, what is to come.
pub fn indicators(programme: &Programme, gauge: &Gauge) -> Listed {
    let cycle = &programme.cycle;
    let ordered = |range: Option<Range>| text(range.map(between).unwrap_or_default());
    let counted = |name: &str, measure: Measure| {
        vec![
            text(name),
            ordered(measure.target),
            figure(measure.done),
            figure(measure.expected),
            text(standing(measure)),
        ]
    };
    let planned: u32 = gauge.groups.iter().map(|group| group.minutes).sum();
    let least = format!("{} par session", words::minutes(cycle.least_minutes()));
    let hours = vec![
        text("Heures de formation"),
        text(least),
        text(words::minutes(gauge.held_minutes)),
        text(words::minutes(planned)),
        text(format!("{} suivies en tout", count(gauge.person_minutes / 60, "heure", "heures"))),
    ];
    let outside = gauge.groups.iter().filter(|group| group.fit.is_some_and(|fit| fit != Fit::Within)).count();
    let outside = match (cycle.group, outside) {
        (None, _) => String::new(),
        (Some(_), 0) => "Tous les groupes dans les bornes".to_owned(),
        (Some(_), some) => format!("{} hors des bornes", count(some as u64, "groupe", "groupes")),
    };
    let groups =
        vec![text("Personnes par groupe"), ordered(cycle.group), text(average(gauge)), Cell::Empty, text(outside)];
    let rows =
        vec![counted("Personnes formées", gauge.people), counted("Sessions tenues", gauge.sessions), hours, groups];
    Listed {
        caption: "Ce qui est commandé, ce qui est fait".to_owned(),
        file: "jauge-indicateurs",
        table: Table { heads: heads(&["Indicateur", "Commandé", "Fait", "Prévu en tout", "Où en est-on"]), rows },
    }
}

/// Where a number stands: « Il en manque 12 ».
pub fn standing(measure: Measure) -> String {
    let Some(target) = measure.target else { return "Aucun nombre commandé".to_owned() };
    match (target.fit(measure.done), target.fit(measure.expected)) {
        (Fit::Over, _) => "Plus que ce qui est commandé".to_owned(),
        (Fit::Within, Fit::Over) => "Atteint\u{202f}; ce qui est prévu dépasse la commande".to_owned(),
        (Fit::Within, _) => "Atteint".to_owned(),
        (Fit::Under, Fit::Under) => {
            format!("Encore {} à prévoir", format::integer(target.least.saturating_sub(measure.expected).into()))
        }
        (Fit::Under, Fit::Within) => "Sera atteint avec ce qui est prévu".to_owned(),
        (Fit::Under, Fit::Over) => "Ce qui est prévu dépasse la commande".to_owned(),
    }
}

/// Each session that was not cancelled.
pub fn groups(programme: &Programme, gauge: &Gauge) -> Listed {
    let row = |line: &GroupLine| {
        let session = programme.session(&line.session);
        let day = line.held_on.map_or_else(|| "À fixer".to_owned(), format::date);
        let place = session.map(|session| session.place.clone()).unwrap_or_default();
        let state = session.map(|session| match line.is_held {
            true => "Tenue",
            // Held since the day that is looked at.
            false if session.is_held_by(NaiveDate::MAX) => "À venir",
            false => words::status(&session.status),
        });
        vec![
            text(programme.number(&line.session).to_string()),
            text(day),
            text(place),
            text(state.unwrap_or_default()),
            figure(line.registered),
            figure(line.waiting),
            figure(line.trained),
            text(words::minutes(line.minutes)),
            text(size(line, programme.cycle.group)),
        ]
    };
    let names =
        ["Session", "Jour", "Lieu", "État", "Inscriptions", "En attente", "Formées", "Durée", "Taille du groupe"];
    Listed {
        caption: "Chaque session".to_owned(),
        file: "jauge-sessions",
        table: Table { heads: heads(&names), rows: gauge.groups.iter().map(row).collect() },
    }
}

/// The size of a group against what was ordered.
fn size(line: &GroupLine, ordered: Option<Range>) -> String {
    let Some((fit, ordered)) = line.fit.zip(ordered) else { return String::new() };
    match fit {
        Fit::Under => format!("{} de moins que prévu", format::integer((ordered.least - line.registered).into())),
        Fit::Within => "Comme prévu".to_owned(),
        Fit::Over => format!("{} de plus que prévu", format::integer((line.registered - ordered.most).into())),
    }
}

/// People of each kind of structure.
pub fn kinds(gauge: &Gauge) -> Listed {
    let name = |kind: &Option<_>| kind.map_or("Type non précisé", words::structure_kind).to_owned();
    let shares = gauge.kinds.iter().map(|(kind, share)| (name(kind), *share));
    Listed {
        caption: "Personnes par type de structure".to_owned(),
        file: "jauge-types-de-structure",
        table: shares_table("Type de structure", gauge, shares),
    }
}

/// People of each territory.
pub fn territories(gauge: &Gauge) -> Listed {
    let shares = gauge.territories.iter().map(|(territory, share)| {
        let name = territory
            .as_ref()
            .map_or_else(|| "Ailleurs ou commune non précisée".to_owned(), |one| one.as_str().to_owned());
        (name, *share)
    });
    Listed {
        caption: "Personnes par territoire (EPT)".to_owned(),
        file: "jauge-territoires",
        table: shares_table("Territoire", gauge, shares),
    }
}

fn shares_table(of: &str, gauge: &Gauge, shares: impl Iterator<Item = (String, Share)>) -> Table {
    let row = |(name, share): (String, Share)| {
        vec![
            text(name),
            figure(share.trained),
            figure(share.registered),
            figure(share.trained + share.registered),
            text(format::percent(gauge.share_of_expected(share))),
        ]
    };
    Table { heads: heads(&[of, "Formées", "Inscrites, à venir", "En tout", "Part"]), rows: shares.map(row).collect() }
}

/// « 41 jours sur 181 sont passés (23 %). »
pub fn elapsed(gauge: &Gauge) -> Option<String> {
    let (done, whole) = gauge.window?.elapsed(gauge.on);
    let share = format::percent(f64::from(done) / f64::from(whole.max(1)));
    let days = count(whole.into(), "jour", "jours");
    Some(format!("{} sur {days} du cycle commencés, soit {share}.", format::integer(done.into())))
}

/// « Plafond 39 999 €, 12 000 € engagés, reste 27 999 € »; none when nobody said the ceiling.
pub fn budget(programme: &Programme) -> Option<String> {
    let budget = programme.cycle.budget?;
    let [ceiling, committed, left] = [budget.ceiling, budget.committed, budget.left()].map(words::euros);
    let rest = match budget.left() {
        left if left < 0 => format!("{} de plus que le plafond", words::euros(-left)),
        _ => format!("il reste {left}"),
    };
    Some(format!("Plafond hors taxes\u{a0}: {ceiling}\u{202f}; engagé\u{a0}: {committed}\u{202f}; {rest}."))
}

/// Whom the training is for, among those who come.
pub fn priorities(counts: Priorities) -> String {
    if counts.all() == 0 {
        return "Personne n’a encore de place.".to_owned();
    }
    let people = |number: u32| count(number.into(), "personne", "personnes");
    let mut parts = vec![format!("{} du public prioritaire", people(counts.first))];
    if counts.unknown > 0 {
        parts.push(format!("{} dont la situation reste à préciser", format::integer(counts.unknown.into())));
    }
    parts.push(match counts.not_first {
        0 => "aucune hors de ce public".to_owned(),
        some => format!("{} hors de ce public", format::integer(some.into())),
    });
    let decided = match counts.decided {
        0 => String::new(),
        some => format!(" La priorité de {} a été décidée à part, avec un motif.", people(some)),
    };
    format!(
        "{}, sur {} qui ont une place ou ont été formées.{decided}",
        format::list(&parts),
        format::integer(counts.all().into())
    )
}

/// How the structures answer.
pub fn answers(answers: Answers) -> String {
    if answers.structures == 0 {
        return "Aucune structure pour l’instant.".to_owned();
    }
    let seats = match answers.offered {
        0 => String::new(),
        offered => format!(
            " Places proposées\u{a0}: {}\u{202f}; prises\u{a0}: {}.",
            format::integer(offered.into()),
            format::integer(answers.taken.into())
        ),
    };
    format!(
        "Structures contactées\u{a0}: {} sur {}\u{202f}; avec au moins une personne inscrite\u{a0}: {}.{seats}",
        format::integer(answers.reached.into()),
        format::integer(answers.structures.into()),
        format::integer(answers.taking.into()),
    )
}

#[cfg(test)]
#[path = "programme_tables_tests.rs"]
mod tests;
