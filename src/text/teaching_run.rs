//! What is told of a day as it goes: where one is, how late, what would catch it up.

use super::format::time;
use super::programme::minutes as duration;
use crate::domain::curriculum::coverage::LEAST_WORK;
use crate::domain::curriculum::run::{CatchUp, Current, Cut, RunSheet, Stage, Standing};

/// Where the day stands, and when it ends.
pub fn standing(sheet: &RunSheet) -> String {
    let end = time(sheet.expected_end);
    match sheet.standing {
        Standing::ToStart => format!("La journée n’a pas commencé. Fin prévue à {end}."),
        Standing::Running => format!("{}. Fin attendue à {end}.", late(sheet.late)),
        Standing::Over => format!("La journée est finie. Elle s’est terminée à {end}\u{a0}: {}.", ended(sheet.late)),
        Standing::LeftOpen => {
            "La fin de cette journée n’a pas été notée. Notez l’heure à laquelle elle s’est terminée.".to_owned()
        }
    }
}

/// « 12 min de retard ».
pub fn late(minutes: i64) -> String {
    match minutes {
        0 => "À l’heure".to_owned(),
        1.. => format!("{} de retard", length(minutes)),
        _ => format!("{} d’avance", length(minutes)),
    }
}

fn ended(late: i64) -> String {
    match late {
        0 => "à l’heure prévue".to_owned(),
        1.. => format!("{} plus tard que prévu", length(late)),
        _ => format!("{} plus tôt que prévu", length(late)),
    }
}

/// « Depuis 5 min, reste 15 min ».
pub fn current(current: &Current) -> String {
    let since = match current.elapsed {
        0 => "Commence à l’instant".to_owned(),
        minutes => format!("Depuis {}", duration(minutes)),
    };
    match current.left {
        0 => format!("{since}, c’est l’heure de passer à la suite"),
        1.. => format!("{since}, reste {}", length(current.left)),
        _ => format!("{since}, dépassé de {}", length(current.left)),
    }
}

/// What has become of a sequence, or when it is expected.
pub fn stage(stage: Stage, planned: u16) -> String {
    match stage {
        Stage::ToCome { from, to } => format!("De {} à {}", time(from), time(to)),
        Stage::Now { from } => format!("En cours depuis {}", time(from)),
        Stage::Done { from, minutes: Some(minutes) } => {
            format!("Commencé à {}\u{a0}: {}, {}", time(from), duration(minutes), against(minutes, planned.into()))
        }
        Stage::Done { from, minutes: None } => format!("Commencé à {}, fin non notée", time(from)),
        Stage::Skipped => "Non faite".to_owned(),
    }
}

/// How long something took, against the plan.
pub fn against(minutes: u32, planned: u32) -> String {
    match minutes.cmp(&planned) {
        std::cmp::Ordering::Equal => "comme prévu".to_owned(),
        std::cmp::Ordering::Greater => format!("{} de plus que prévu", duration(minutes - planned)),
        std::cmp::Ordering::Less => format!("{} de moins que prévu", duration(planned - minutes)),
    }
}

/// « Qui fait quoi : 25 min au lieu de 35 min ».
pub fn cut(cut: &Cut) -> String {
    let (to, planned) = (duration(cut.to.into()), duration(cut.sequence.minutes.into()));
    format!("{}\u{a0}: {to} au lieu de {planned}", cut.sequence.title)
}

/// What the cuts do, above their list; none when there is nothing to catch up.
pub fn catch_up(sheet: &RunSheet) -> Option<String> {
    let CatchUp { cuts, left, work } = &sheet.catch_up;
    let lacks = (*work < LEAST_WORK).then(|| {
        format!(
            " La journée compterait alors {} de travail, moins que les {} demandées.",
            duration(*work),
            duration(LEAST_WORK)
        )
    });
    let told = match (cuts.is_empty(), *left) {
        (true, 0) => return None,
        (true, left) => format!("Rien de ce qui reste ne peut être raccourci\u{a0}: il restera {}.", of_lateness(left)),
        (false, 0) => "Pour finir à l’heure prévue, raccourcissez\u{a0}:".to_owned(),
        (false, left) => {
            format!("Même en raccourcissant ce qui suit, il restera {}\u{202f}; prévenez le groupe.", of_lateness(left))
        }
    };
    Some(match lacks {
        Some(lacks) => format!("{told}{lacks}"),
        None => told,
    })
}

fn of_lateness(minutes: u32) -> String {
    format!("{} de retard", duration(minutes))
}

fn length(minutes: i64) -> String {
    duration(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::curriculum::delivered;
    use crate::domain::curriculum::run::{Noted, Plan};
    use crate::domain::curriculum::sequence::SequenceId;
    use chrono::{NaiveDate, NaiveTime};

    fn at(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").unwrap()
    }

    fn sheet(starts: &[(&str, &str)], ended: Option<&str>, now: &str) -> RunSheet<'static> {
        let (day, on) = (&delivered().unwrap().day, NaiveDate::from_ymd_opt(2026, 11, 30).unwrap());
        let starts = starts.iter().map(|(id, time)| (SequenceId::new(id).unwrap(), at(time)));
        let noted = Noted { starts: starts.collect(), ended: ended.map(at) };
        Plan { day, on, starts_at: day.starts_at }.at(&noted, on.and_time(at(now)))
    }

    /// The sentence with ordinary spaces.
    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn the_day_is_told() {
        let table = [
            (sheet(&[], None, "08:00"), "La journée n’a pas commencé. Fin prévue à 17 h 30."),
            (sheet(&[("welcome", "09:12")], None, "09:12"), "12 min de retard. Fin attendue à 17 h 42."),
            (sheet(&[("welcome", "08:55")], None, "08:55"), "5 min d’avance. Fin attendue à 17 h 25."),
            (sheet(&[("welcome", "09:00")], None, "09:10"), "À l’heure. Fin attendue à 17 h 30."),
            (
                sheet(&[("survey", "17:20")], Some("17:35"), "20:00"),
                "La journée est finie. Elle s’est terminée à 17 h 35 : 5 min plus tard que prévu.",
            ),
        ];
        for (sheet, expected) in table {
            assert_eq!(plain(&standing(&sheet)), expected);
        }
    }

    #[test]
    fn what_goes_on_is_told_by_what_is_left() {
        let told = |now| plain(&current(&sheet(&[("welcome", "09:00")], None, now).current.unwrap()));
        assert_eq!(told("09:00"), "Commence à l’instant, reste 25 min");
        assert_eq!(told("09:05"), "Depuis 5 min, reste 20 min");
        assert_eq!(told("09:25"), "Depuis 25 min, c’est l’heure de passer à la suite");
        assert_eq!(told("10:25"), "Depuis 1 h 25, dépassé de 1 h");
        let over = sheet(&[("welcome", "09:00"), ("words", "09:30")], Some("09:50"), "20:00");
        let stages: Vec<String> =
            over.lines.iter().take(3).map(|line| plain(&stage(line.stage, line.sequence.minutes))).collect();
        let expected = [
            "Commencé à 9 h : 30 min, 5 min de plus que prévu",
            "Non faite",
            "Commencé à 9 h 30 : 20 min, 10 min de moins que prévu",
        ];
        assert_eq!(stages, expected);
    }

    #[test]
    fn what_would_catch_up_is_told_with_what_it_costs() {
        let on_time = sheet(&[("welcome", "09:00")], None, "09:00");
        assert_eq!(catch_up(&on_time), None);
        let late = sheet(&[("welcome", "09:10")], None, "09:10");
        assert_eq!(
            late.catch_up.cuts.iter().map(|one| plain(&cut(one))).collect::<Vec<_>>(),
            ["Déjeuner : 50 min au lieu de 1 h"]
        );
        assert_eq!(plain(&catch_up(&late).unwrap()), "Pour finir à l’heure prévue, raccourcissez :");
        let later = sheet(&[("welcome", "09:40")], None, "09:40");
        assert!(plain(&catch_up(&later).unwrap()).contains("moins que les 7 h demandées"));
        let too_late = sheet(&[("survey", "17:50")], None, "17:50");
        assert!(
            plain(&catch_up(&too_late).unwrap())
                .starts_with("Rien de ce qui reste ne peut être raccourci : il restera 30 min de retard")
        );
    }
}
