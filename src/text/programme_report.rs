//! The gauge as it is handed to the commissioner: everything that the page and the paper say.

use super::format;
use super::programme_tables::{self as tables, Listed};
use super::programme_task::{self as of_task, TaskWords};
use super::synthesis_participation::rates;
use crate::domain::commune::Communes;
use crate::domain::evaluation::participation::Received;
use crate::domain::programme::gauge::Gauge;
use crate::domain::programme::reach::{Answers, Priorities};
use crate::domain::programme::task::tasks;
use crate::domain::programme::whole::Programme;
use crate::text::programme as words;
use chrono::NaiveDate;

/// The gauge on a day, in words and tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What it is about.
    pub title: String,
    /// « Au 1er mars 2022 ».
    pub on: String,
    /// What is not counted in a table, each with its name.
    pub facts: Vec<(&'static str, String)>,
    pub indicators: Listed,
    pub groups: Listed,
    pub kinds: Listed,
    pub territories: Listed,
    /// What is late, the longest first: what is to do, said once, and each of what it is about.
    pub late: Vec<(String, Vec<String>)>,
}

impl Report {
    pub fn of(programme: &Programme, received: &Received, communes: &Communes, on: NaiveDate) -> Self {
        let gauge = Gauge::of(programme, communes, on);
        let late = tasks(programme, &gauge).into_iter().filter(|due| due.is_late);
        Self {
            title: words::cycle_name(&programme.cycle),
            on: format!("Au {}", format::date(on)),
            facts: facts(programme, received, &gauge),
            indicators: tables::indicators(programme, &gauge),
            groups: tables::groups(programme, &gauge),
            kinds: tables::kinds(&gauge),
            territories: tables::territories(&gauge),
            late: together(late.map(|due| of_task::words(programme, &due, on))),
        }
    }

    /// Every table, in the order of the page.
    pub fn tables(&self) -> [&Listed; 4] {
        [&self.indicators, &self.groups, &self.kinds, &self.territories]
    }
}

/// The tasks that are said in the same words are said together, where the first of them was.
fn together(tasks: impl Iterator<Item = TaskWords>) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for TaskWords { what, detail } in tasks {
        let details = (!detail.is_empty()).then_some(detail);
        match all.iter_mut().find(|(known, _)| *known == what) {
            Some((_, known)) => known.extend(details),
            None => all.push((what, details.into_iter().collect())),
        }
    }
    all
}

fn facts(programme: &Programme, received: &Received, gauge: &Gauge) -> Vec<(&'static str, String)> {
    let dates = words::cycle_dates(&programme.cycle);
    let dates = match tables::elapsed(gauge) {
        Some(elapsed) => format!("{dates}. {elapsed}"),
        None => dates,
    };
    let waiting = match gauge.waiting {
        0 => "Personne n’attend une place.".to_owned(),
        some => {
            let people = format::count(some.into(), "personne attend une place", "personnes attendent une place");
            format!("{people} et n’en {} aucune.", format::agree(some.into(), "a", "ont"))
        }
    };
    let cancelled = match gauge.cancelled {
        0 => String::new(),
        some => format!("{}.", format::count(some.into(), "session annulée", "sessions annulées")),
    };
    let all = [
        ("Commanditaire", programme.cycle.commissioner.clone()),
        ("Organisme", programme.provider.name.clone()),
        ("Dates du cycle", dates),
        ("Budget", tables::budget(programme).unwrap_or_default()),
        ("Public", tables::priorities(Priorities::of(programme, gauge.on))),
        ("Structures", tables::answers(Answers::of(programme))),
        ("Liste d’attente", waiting),
        ("Annulations", cancelled),
        ("Taux de réponse", rates(programme, received, gauge.on)),
    ];
    all.into_iter().filter(|(_, said)| !said.is_empty()).collect()
}

/// Who made it, and when: « Établi le 1er mars 2022 par Sacha Fictif. »
pub fn made(today: NaiveDate, by: &str) -> String {
    let by = by.trim();
    let by = if by.is_empty() { String::new() } else { format!(" par {by}") };
    format!("Établi le {}{by}.", format::date(today))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::programme::fixture::{Fixture, day};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn an_empty_cycle_is_told_without_a_blank() {
        let report = Report::of(
            &Fixture::new().programme(),
            &Received::default(),
            &communes().unwrap().communes,
            day("2022-02-10"),
        );
        assert_eq!(
            (report.title.as_str(), plain(&report.on)),
            ("Numérique inclusif 2022", "Au 10 février 2022".to_owned())
        );
        let names: Vec<_> = report.facts.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["Dates du cycle", "Public", "Structures", "Liste d’attente", "Taux de réponse"]);
        assert!(report.late.is_empty() && report.groups.table.rows.is_empty());
        assert_eq!(report.tables().map(|table| table.table.rows.len()).iter().filter(|rows| **rows == 0).count(), 1);
    }

    #[test]
    fn what_is_late_is_told_and_who_made_it() {
        let mut fixture = Fixture::new();
        fixture.session("s1", "2022-02-01");
        fixture.session("s2", "2022-02-03");
        let of =
            |on: &str| Report::of(&fixture.programme(), &Received::default(), &communes().unwrap().communes, day(on));
        let report = of("2022-02-10");
        assert_eq!(report.late.len(), 1, "said once for both");
        let (what, details) = &report.late[0];
        assert_eq!(what, "Dire si la session a été tenue");
        let details: Vec<_> = details.iter().map(|detail| plain(detail)).collect();
        assert_eq!(details, ["Session 1 du 1er février 2022", "Session 2 du 3 février 2022"]);
        let earlier = of("2022-01-02");
        assert!(earlier.late.is_empty(), "nothing is late before its day");
        assert_eq!(plain(&made(day("2022-02-10"), " Sacha ")), "Établi le 10 février 2022 par Sacha.");
        assert_eq!(plain(&made(day("2022-02-10"), " ")), "Établi le 10 février 2022.");
    }
}
