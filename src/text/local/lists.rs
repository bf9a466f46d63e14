//! Lists of places, as they are read on a screen and on paper.

use crate::domain::directory::local::list::{ListName, PlaceList};
use crate::domain::directory::local::model::WritingFault;
use crate::domain::directory::place::Place;
use crate::domain::interview::sheet::{SheetHours, hours as sheet_hours};
use crate::text::{directory, format, places, sheet};
use chrono::NaiveDate;

/// What a list is called; one whose name was lost says so.
pub fn name(list: &PlaceList) -> String {
    list.name.as_ref().map_or_else(|| "Liste sans nom".to_owned(), |name| name.as_str().to_owned())
}

/// « Listes retirées (2) ».
pub fn removed(lists: usize) -> String {
    format!("{} ({lists})", format::agree(format::number(lists), "Liste retirée", "Listes retirées"))
}

/// How many lists a place is in, as the way to them: « Ajouter à une liste », « Dans 2 listes ».
pub fn holding(lists: usize) -> String {
    match lists {
        0 => "Ajouter à une liste".to_owned(),
        lists => format!("Dans {}", format::count(format::number(lists), "liste", "listes")),
    }
}

/// Why a list cannot be named so.
pub fn name_fault(fault: WritingFault) -> String {
    match fault {
        WritingFault::Blank => "Donnez un nom à la liste.".to_owned(),
        WritingFault::TooLong { .. } => {
            format!("Raccourcissez le nom\u{a0}: {}\u{a0}caractères au plus.", ListName::MAX_CHARS)
        }
        WritingFault::SeveralLines => super::writing_fault(fault),
    }
}

/// The foot of a printed list.
pub fn printed(today: NaiveDate, version: &str) -> String {
    format!("Imprimé le {} depuis Repères {version}. Appelez avant de vous déplacer.", format::date(today))
}

/// In place of the hours of a place that is in no edition any more.
pub const GONE: &str = "Absent de l’annuaire\u{a0}: à vérifier";

/// In place of the hours of a place whose directory cannot be read here.
pub const UNREAD: &str = "Annuaire illisible sur cet appareil\u{a0}: à vérifier";

/// Where a place that was moved is now, counted from 0: « « Le Relais » est en position 2 sur 5 ».
pub fn moved(name: &str, position: usize, total: usize) -> String {
    let [position, total] = [position + 1, total].map(|number| format::integer(format::number(number)));
    format!("«\u{202f}{name}\u{202f}» est en position {position} sur {total}")
}

/// A place on one row of a list: its address on one line, its telephones, its hours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub address: String,
    pub phones: Vec<String>,
    pub hours: String,
}

/// A place of the directory, as it is known here. `is_closed`: someone here knows it to be closed.
pub fn row(place: &Place, is_closed: bool, today: NaiveDate) -> Row {
    let hours = if is_closed { directory::CLOSED_FOR_GOOD.to_owned() } else { hours(&place.hours, today) };
    Row { address: places::address(place).join(", "), phones: place.phones().map(format::phone).collect(), hours }
}

/// The hours that hold week after week, on one line: « Du lundi au vendredi de 9 h à 12 h ; samedi de 10 h à 12 h ».
pub fn hours(written: &str, today: NaiveDate) -> String {
    let days = |(nth, (days, hours)): (usize, (String, String))| {
        let days = if nth == 0 { days } else { format::uncapitalised(&days) };
        format!("{days} {}", format::uncapitalised(&hours))
    };
    match sheet_hours(written, today) {
        SheetHours::Week(usual) => {
            let parts: Vec<String> = sheet::week(&usual.days).into_iter().enumerate().map(days).collect();
            parts.join("\u{202f}; ")
        }
        SheetHours::Text(written) => written.to_owned(),
        SheetHours::Unknown if written.trim().is_empty() => "Non renseignés".to_owned(),
        SheetHours::Unknown => "Variables\u{a0}: à demander".to_owned(),
        SheetHours::ClosedForGood => directory::CLOSED_FOR_GOOD.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commune::PostalCode;
    use crate::domain::directory::place::PlaceId;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn today() -> NaiveDate {
        "2026-11-25".parse().unwrap()
    }

    #[test]
    fn the_hours_of_a_week_hold_on_one_line() {
        for (written, expected) in [
            ("Mo-Fr 09:00-12:00", "Du lundi au vendredi de 9 h à 12 h"),
            ("Mo-Fr 09:00-12:00; Sa 10:00-12:00", "Du lundi au vendredi de 9 h à 12 h ; samedi de 10 h à 12 h"),
            ("24/7", "Du lundi au dimanche jour et nuit"),
            ("We[1] 10:00-12:00", "Variables : à demander"),
            (" sur rendez-vous ", "sur rendez-vous"),
            (" ", "Non renseignés"),
        ] {
            assert_eq!(plain(&hours(written, today())), expected, "{written}");
        }
    }

    #[test]
    fn a_place_holds_on_one_row() {
        let place = Place {
            address: "1 rue fictive".into(),
            postal_code: PostalCode::new("93000").ok(),
            commune: "Bobigny".into(),
            phone: "0199000012|3949".into(),
            hours: "Mo 09:00-12:00".into(),
            ..Place::named(PlaceId::new("a").unwrap(), "Le Relais")
        };
        let said = row(&place, false, today());
        assert_eq!(plain(&said.address), "1 rue fictive, 93000 Bobigny");
        assert_eq!(said.phones.iter().map(|phone| plain(phone)).collect::<Vec<_>>(), ["01 99 00 00 12", "3949"]);
        assert_eq!(plain(&said.hours), "Lundi de 9 h à 12 h");
        assert_eq!(row(&place, true, today()).hours, directory::CLOSED_FOR_GOOD);
    }

    #[test]
    fn says_what_a_list_is_and_why_a_name_is_refused() {
        assert_eq!(
            [0, 1, 2].map(|lists| plain(&holding(lists))),
            ["Ajouter à une liste", "Dans 1 liste", "Dans 2 listes"]
        );
        for fault in [WritingFault::Blank, WritingFault::SeveralLines, WritingFault::TooLong { max_chars: 80 }] {
            assert!(name_fault(fault).ends_with('.'), "{fault:?}");
        }
        assert_eq!(plain(&moved("Le Relais", 1, 5)), "« Le Relais » est en position 2 sur 5");
        assert!(plain(&printed(today(), "1.0")).starts_with("Imprimé le 25 novembre 2026 depuis Repères 1.0. "));
    }
}
