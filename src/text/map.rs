//! What is said of the map.

use super::directory::{CLOSED_FOR_GOOD, NO_PUBLIC};
use super::format;
use crate::domain::directory::nearest::Precision;
use crate::domain::directory::place::Place;

/// How many of the places found are in the part of the map that is seen; how many they are is said above: « Tous dans
/// cette vue », « 5 dans cette vue, 32 en dehors, 2 sans position ».
pub fn counts(seen: usize, placed: usize, unplaced: usize) -> String {
    let number = |number: usize| format::integer(number as u64);
    let here = match seen {
        0 if placed + unplaced == 0 => return String::new(),
        0 => "Aucun dans cette vue".to_owned(),
        1 if placed + unplaced == 1 => return "Dans cette vue".to_owned(),
        seen if seen == placed && unplaced == 0 => return "Tous dans cette vue".to_owned(),
        seen => format!("{} dans cette vue", number(seen)),
    };
    let outside = (placed > seen).then(|| format!("{} en dehors", number(placed - seen)));
    let without = (unplaced > 0).then(|| format!("{} sans position", number(unplaced)));
    [Some(here), outside, without].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Under the first view, when it leaves out places that are far from the others.
pub fn outside(number: usize) -> String {
    let are = format::agree(number as u64, "est plus loin", "sont plus loin");
    let shows = format::agree(number as u64, "le montre", "les montre");
    format!(
        "{} {are}\u{a0}: «\u{202f}Éloigner\u{202f}» {shows}, et l’affichage «\u{202f}Liste\u{202f}» réunit tous les lieux.",
        format::count(number as u64, "lieu", "lieux")
    )
}

/// What a place is called on the map: « Le Relais, Bondy », and what a drawing alone would hide: « (signalé fermé) ».
pub fn place(place: &Place, is_closed: bool, precision: Precision) -> String {
    let name = match place.commune.as_str() {
        "" => place.name.clone(),
        commune => format!("{}, {commune}", place.name),
    };
    let closed = match () {
        () if is_closed => Some(format::uncapitalised(CLOSED_FOR_GOOD)),
        () if place.is_closed_to_public() => Some(format::uncapitalised(NO_PUBLIC)),
        () => None,
    };
    let approximate = (precision == Precision::CommuneCentre).then(|| "position approximative".to_owned());
    let said: Vec<String> = [closed, approximate].into_iter().flatten().collect();
    if said.is_empty() { name } else { format!("{name} ({})", said.join(", ")) }
}

/// What several places are called on the map: « 12 lieux dont 2 fermés au public, surtout : Bondy (rapprocher la
/// vue) ».
pub fn cluster(number: usize, closed: usize, commune: &str, is_openable: bool) -> String {
    let places = format::count(number as u64, "lieu", "lieux");
    let closed = match closed {
        0 => String::new(),
        closed if closed == number => " fermés au public".to_owned(),
        closed => format!(" dont {}", format::count(closed as u64, "fermé au public", "fermés au public")),
    };
    let where_ = if commune.is_empty() { String::new() } else { format!(", surtout\u{a0}: {commune}") };
    let act = if is_openable { "rapprocher la vue" } else { "voir leur liste" };
    format!("{places}{closed}{where_} ({act})")
}

/// Above the list of places that stand too close together: « 12 lieux au même endroit ».
pub fn together(number: usize) -> String {
    format!("{} au même endroit", format::count(number as u64, "lieu", "lieux"))
}

/// « 2 lieux sans position ».
pub fn unplaced(number: usize) -> String {
    format!("{} sans position", format::count(number as u64, "lieu", "lieux"))
}

/// Why the map shows none of them.
pub fn why_unplaced(number: usize) -> &'static str {
    match number {
        1 => "Ni coordonnées, ni commune reconnue dans sa fiche\u{a0}: la carte ne peut pas le montrer.",
        _ => "Ni coordonnées, ni commune reconnue dans leurs fiches\u{a0}: la carte ne peut pas les montrer.",
    }
}

/// In place of the list of a view where there is no place, though there are elsewhere.
pub const NOTHING_HERE: &str =
    "Aucun lieu dans cette vue. Éloignez la vue, ou choisissez «\u{202f}Vue d’ensemble\u{202f}».";

/// In place of the list of the view, when no place found has a position.
pub fn only_unplaced(number: usize) -> &'static str {
    match number {
        1 => "Le lieu trouvé n’a pas de position\u{a0}: il est en liste ci-dessous.",
        _ => "Les lieux trouvés n’ont pas de position\u{a0}: ils sont en liste ci-dessous.",
    }
}

/// How many people live somewhere; « – » where it is not known.
pub fn population(number: Option<u32>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| format::integer(u64::from(number)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::place::PlaceId;
    use crate::domain::directory::standard::{AccessMode, Values};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn counts_what_is_seen_and_what_cannot_be() {
        for (seen, placed, unplaced, expected) in [
            (0, 0, 0, ""),
            (1, 1, 0, "Dans cette vue"),
            (37, 37, 0, "Tous dans cette vue"),
            (37, 37, 2, "37 dans cette vue, 2 sans position"),
            (1, 1, 1, "1 dans cette vue, 1 sans position"),
            (0, 0, 3, "Aucun dans cette vue, 3 sans position"),
            (5, 37, 0, "5 dans cette vue, 32 en dehors"),
            (0, 2_683, 2, "Aucun dans cette vue, 2 683 en dehors, 2 sans position"),
        ] {
            assert_eq!(plain(&counts(seen, placed, unplaced)), expected);
        }
        for (number, expected) in [
            (1, "1 lieu est plus loin : « Éloigner » le montre, et l’affichage « Liste » réunit tous les lieux."),
            (
                2_623,
                "2 623 lieux sont plus loin : « Éloigner » les montre, et l’affichage « Liste » réunit tous les lieux.",
            ),
        ] {
            assert_eq!(plain(&outside(number)), expected);
        }
    }

    #[test]
    fn places_are_named_with_what_their_drawing_shows() {
        let named = |commune: &str, access_modes, is_closed, precision| {
            let mut one = Place::named(PlaceId::new("a").unwrap(), "Le Relais");
            one.commune = commune.into();
            one.access_modes = Values { known: access_modes, other: Vec::new() };
            place(&one, is_closed, precision)
        };
        let (exact, centre) = (Precision::Exact, Precision::CommuneCentre);
        let no_public = || vec![AccessMode::ClosedToPublic];
        assert_eq!(named("Bondy", vec![], false, exact), "Le Relais, Bondy");
        assert_eq!(named("", vec![], false, centre), "Le Relais (position approximative)");
        assert_eq!(named("Bondy", vec![], true, exact), "Le Relais, Bondy (signalé fermé)");
        assert_eq!(named("", no_public(), true, centre), "Le Relais (signalé fermé, position approximative)");
        let uncapitalised = format::uncapitalised(NO_PUBLIC);
        assert_eq!(named("Bondy", no_public(), false, exact), format!("Le Relais, Bondy ({uncapitalised})"));
    }

    #[test]
    fn several_places_are_named_by_their_number() {
        for (number, closed, commune, is_openable, expected) in [
            (12, 0, "Bondy", true, "12 lieux, surtout : Bondy (rapprocher la vue)"),
            (12, 2, "Bondy", false, "12 lieux dont 2 fermés au public, surtout : Bondy (voir leur liste)"),
            (2, 2, "", false, "2 lieux fermés au public (voir leur liste)"),
            (1_200, 0, "", false, "1 200 lieux (voir leur liste)"),
        ] {
            assert_eq!(plain(&cluster(number, closed, commune, is_openable)), expected);
        }
        assert_eq!(plain(&together(3)), "3 lieux au même endroit");
        assert_eq!([1, 2].map(|number| plain(&unplaced(number))), ["1 lieu sans position", "2 lieux sans position"]);
        assert!(why_unplaced(1).contains("sa fiche") && why_unplaced(2).contains("leurs fiches"));
        assert!(only_unplaced(1).starts_with("Le lieu") && only_unplaced(2).starts_with("Les lieux"));
        assert_eq!([population(Some(57_000)), population(None)].map(|said| plain(&said)), ["57 000", "–"]);
    }
}
