//! What is said of the map.

use super::format;
use crate::domain::directory::nearest::Precision;

/// How many places are on the map, and in the part of it that is seen: « 37 lieux sur la carte, 2 sans position »,
/// « 5 lieux dans cette vue, sur 37 ; 2 sans position ».
pub fn counts(seen: usize, placed: usize, unplaced: usize) -> String {
    let places = |number: usize| match number {
        0 => "Aucun lieu".to_owned(),
        number => format::count(number as u64, "lieu", "lieux"),
    };
    let without = match unplaced {
        0 => String::new(),
        number => format!("{} sans position", format::integer(number as u64)),
    };
    let (start, sign) = match seen == placed {
        true => (format!("{} sur la carte", places(placed)), ", "),
        false => (format!("{} dans cette vue, sur {}", places(seen), format::integer(placed as u64)), "\u{202f}; "),
    };
    if without.is_empty() { start } else { format!("{start}{sign}{without}") }
}

/// What a place is called on the map: « Le Relais, Bondy », and how well its position is known.
pub fn place(name: &str, commune: &str, precision: Precision) -> String {
    let name = if commune.is_empty() { name.to_owned() } else { format!("{name}, {commune}") };
    match precision {
        Precision::Exact => name,
        Precision::CommuneCentre => format!("{name} (position approximative)"),
    }
}

/// What several places are called on the map: « 12 lieux, surtout à Bondy : rapprocher ».
pub fn cluster(number: usize, commune: &str, is_openable: bool) -> String {
    let places = format::count(number as u64, "lieu", "lieux");
    let where_ = if commune.is_empty() { String::new() } else { format!(", {commune} d’abord") };
    let act = if is_openable { "rapprocher" } else { "voir leur liste" };
    format!("{places}{where_}\u{a0}: {act}")
}

/// Above the list of places that stand too close together: « 12 lieux au même endroit ».
pub fn together(number: usize) -> String {
    format!("{} au même endroit", format::count(number as u64, "lieu", "lieux"))
}

/// « 2 lieux sans position ».
pub fn unplaced(number: usize) -> String {
    format!("{} sans position", format::count(number as u64, "lieu", "lieux"))
}

/// How many people live somewhere; « – » where it is not known.
pub fn population(number: Option<u32>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format::integer(u64::from(number)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn counts_what_is_seen_and_what_cannot_be() {
        for (seen, placed, unplaced, expected) in [
            (37, 37, 2, "37 lieux sur la carte, 2 sans position"),
            (1, 1, 0, "1 lieu sur la carte"),
            (0, 0, 3, "Aucun lieu sur la carte, 3 sans position"),
            (5, 37, 0, "5 lieux dans cette vue, sur 37"),
            (0, 2_683, 2, "Aucun lieu dans cette vue, sur 2 683 ; 2 sans position"),
        ] {
            assert_eq!(plain(&counts(seen, placed, unplaced)), expected);
        }
    }

    #[test]
    fn marks_are_named() {
        assert_eq!(place("Le Relais", "Bondy", Precision::Exact), "Le Relais, Bondy");
        assert_eq!(place("Le Relais", "", Precision::CommuneCentre), "Le Relais (position approximative)");
        assert_eq!(plain(&cluster(12, "Bondy", true)), "12 lieux, Bondy d’abord : rapprocher");
        assert_eq!(plain(&cluster(1_200, "", false)), "1 200 lieux : voir leur liste");
        assert_eq!(plain(&together(3)), "3 lieux au même endroit");
        assert_eq!(plain(&unplaced(1)), "1 lieu sans position");
        assert_eq!([population(Some(57_000)), population(None)].map(|said| plain(&said)), ["57 000", "–"]);
    }
}
