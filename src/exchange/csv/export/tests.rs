use super::*;
use crate::domain::directory::place::SharedPlace;
use crate::exchange::csv::layout::reader;
use crate::exchange::csv::{DirectoryImport, Separator, import_directory};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A cell for each column, all of which pass.
const PASSING: [&str; 32] = [
    "fictif-1",
    "99999999900017",
    "Le Relais fictif",
    "Saint-Denis",
    "93200",
    "93066",
    "1 rue de l’Exemple",
    "",
    "48.9358",
    "2.3596",
    "BIB|Autre",
    "+33199000012",
    "accueil@example.org|b@example.org",
    "https://www.example.org|http://example.org/a?b;c",
    "Mo-Fr 09:00-12:00; PH off",
    "Accueil et ateliers.",
    "Deux\nlignes, \"dont une\"",
    "Annuaire fictif",
    "Fixe|Itinérant",
    "Ville fictive",
    "2026-01-15",
    "Aide aux démarches administratives|Utilisation sécurisée du numérique",
    "Femmes",
    "Surdité|Langues étrangères (autres)",
    "Gratuit",
    "Point d'accès numérique CAF",
    "Formé à « DUPLEX » (illettrisme)",
    "QPV|Réseau fictif",
    "Se présenter|Ce lieu n'accueille pas de public",
    "À distance",
    "https://acceslibre.example.org/a/",
    "https://rendez-vous.example.org",
];

/// Where bars separate values.
const SEVERAL: [Column; 12] = [
    Column::Typology,
    Column::Emails,
    Column::Websites,
    Column::Itinerance,
    Column::Services,
    Column::Publics,
    Column::SpecialCare,
    Column::Fees,
    Column::Programmes,
    Column::Labels,
    Column::AccessModes,
    Column::SupportModes,
];

fn file(rows: &[Vec<String>]) -> Vec<u8> {
    let mut text = String::new();
    push_row(&mut text, Column::ALL.iter().map(|column| column.name()));
    for row in rows {
        push_row(&mut text, row.iter().map(String::as_str));
    }
    text.into_bytes()
}

fn passing() -> Vec<String> {
    PASSING.map(str::to_owned).to_vec()
}

fn at(column: Column) -> usize {
    Column::ALL.iter().position(|known| *known == column).unwrap()
}

fn import(rows: &[Vec<String>]) -> DirectoryImport {
    import_directory(&file(rows)).unwrap()
}

/// The place of a row that passes but for one cell.
fn place_with(column: Column, cell: &str) -> Place {
    let mut row = passing();
    row[at(column)] = cell.to_owned();
    import(&[row]).places.remove(0).as_ref().clone()
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let records = reader(Separator::Comma).from_reader(bytes).into_records();
    records.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What a validator of the standard finds wrong in a file.
fn faults(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for row in rows(bytes).into_iter().skip(1) {
        if row.len() != 32 {
            faults.push(format!("{} cells", row.len()));
        }
        if !ids.insert(row[0].clone()) {
            faults.push(format!("twice: {}", row[0]));
        }
        for (column, cell) in Column::ALL.iter().copied().zip(&row) {
            if cell.is_empty() {
                if Column::REQUIRED.contains(&column) {
                    faults.push(format!("{column:?}: missing"));
                }
                continue;
            }
            let values = if SEVERAL.contains(&column) { cell.split('|').collect() } else { vec![cell.as_str()] };
            let broken = values.iter().filter(|value| rules::check(column, value).is_err());
            faults.extend(broken.map(|value| format!("{column:?}: {value:?}")));
        }
    }
    faults
}

#[test]
fn a_place_goes_out_as_the_standard_writes_it() {
    let place = import(&[passing()]).places.remove(0);
    let export = export_directory([place.as_ref()]);
    assert_eq!(rows(&export.bytes), [Column::ALL.iter().map(|column| column.name().to_owned()).collect(), passing()]);
    assert_eq!((export.written, export.left_out, export.breaches.len()), (1, 0, 0));
    let text = String::from_utf8(export.bytes).unwrap();
    assert!(text.starts_with("id,pivot,nom,") && text.contains("\"Deux\nlignes, \"\"dont une\"\"\""));
    assert!(text.ends_with(",https://acceslibre.example.org/a/,https://rendez-vous.example.org\r\n"));
}

#[test]
fn positions_go_out_exactly() {
    for (udeg, expected) in
        [(48_935_800, "48.9358"), (-21_000_001, "-21.000001"), (-5, "-0.000005"), (2_000_000, "2"), (0, "0")]
    {
        assert_eq!(degrees(udeg), expected);
        assert_eq!(rules::check(Column::Latitude, expected), Ok(()));
    }
}

#[test]
fn a_value_that_breaks_a_rule_is_told() {
    let rewritten = |text: &str| Remedy::Rewritten(text.to_owned());
    for (column, cell, fault, remedy) in [
        (Column::Phone, "01 99 00 00 12", Fault::Pattern, rewritten("+33199000012")),
        (Column::Phone, "+33 (0)1.99.00.00.12", Fault::Pattern, rewritten("+33199000012")),
        (Column::Phone, "0596990012", Fault::Pattern, rewritten("+596596990012")),
        (Column::Phone, "accueil|0033199000012|0199000013", Fault::Pattern, rewritten("+33199000012")),
        (Column::Phone, "3939", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Phone, "0976990012", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Emails, "a b@example.org", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Emails, "'+a@example.org", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Websites, "www.example.org", Fault::Pattern, rewritten("https://www.example.org")),
        (Column::BookingUrl, "javascript:alert(1)", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Hours, "lundi 9h", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Typology, "PE", Fault::Unlisted, rewritten("FT")),
        (Column::Typology, "FICTIF", Fault::Unlisted, Remedy::ValueLeftOut),
        (Column::Fees, "Troc", Fault::Unlisted, Remedy::ValueLeftOut),
        (Column::InseeCode, "0null", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Latitude, "abc", Fault::Pattern, Remedy::ValueLeftOut),
        (Column::Latitude, "0", Fault::OutsideFrance, Remedy::ValueLeftOut),
        (Column::Pivot, "SIRET à venir", Fault::Pattern, Remedy::PlaceLeftOut),
        (Column::PostalCode, "932", Fault::Pattern, Remedy::PlaceLeftOut),
        (Column::UpdatedOn, "2026-02-30", Fault::Pattern, Remedy::PlaceLeftOut),
        (Column::Commune, "", Fault::Missing, Remedy::PlaceLeftOut),
    ] {
        let place = place_with(column, cell);
        let breaches = check(&place);
        let found =
            breaches.iter().map(|breach| (breach.column, breach.fault, breach.remedy.clone())).collect::<Vec<_>>();
        assert_eq!(found, [(column, fault, remedy.clone())], "{cell}");
        let export = export_directory([&place]);
        assert_eq!(faults(&export.bytes), [""; 0], "{cell}");
        assert_eq!(export.left_out, usize::from(remedy == Remedy::PlaceLeftOut), "{cell}");
    }
    for (column, cell) in [
        (Column::Hours, "Mo sunrise-12:00"),
        (Column::PostalCode, "00000"),
        (Column::Phone, "+590590990012"),
        (Column::Pivot, "W99999999"),
        (Column::InseeCode, "2A004"),
    ] {
        assert_eq!(check(&place_with(column, cell)), [], "{cell}");
    }
}

#[test]
fn the_other_values_of_a_cell_stay() {
    let place = place_with(Column::Fees, "Gratuit|Troc|Payant");
    let export = export_directory([&place]);
    assert_eq!(rows(&export.bytes)[1][at(Column::Fees)], "Gratuit|Payant");
    assert_eq!((export.breaches[0].value.as_str(), export.breaches[0].name.as_str()), ("Troc", "Le Relais fictif"));
}

#[test]
fn a_long_summary_is_cut_after_a_word() {
    for (start, length) in [("", 281), ("", 900), ("- ", 280)] {
        let text: String = start.chars().chain("moté ".chars().cycle()).take(length).collect();
        let place = place_with(Column::Summary, &format!("{}.", text.trim_end()));
        let breaches = check(&place);
        let [Breach { fault: Fault::TooLong, remedy: Remedy::Rewritten(cut), .. }] = breaches.as_slice() else {
            panic!("{breaches:?}")
        };
        assert!(cut.ends_with("moté…"), "{cut}");
        assert!((270..=280).contains(&cut.chars().count()), "{}", cut.chars().count());
        assert_eq!(faults(&export_directory([&place]).bytes), [""; 0]);
    }
    assert_eq!(check(&place_with(Column::Summary, &"é".repeat(280))), []);
}

#[test]
fn numbers_go_out_whole_and_formulas_do_not_compute() {
    let mut row = passing();
    for (column, text) in [
        (Column::Id, "-1"),
        (Column::Name, "=HYPERLINK(1)"),
        (Column::Detail, "- le lundi"),
        (Column::Address, "''=1"),
        (Column::OtherLabels, "@a|=b"),
        (Column::Latitude, "-21.1"),
        (Column::Longitude, "55.5"),
    ] {
        row[at(column)] = text.to_owned();
    }
    let place = import(&[row]).places.remove(0);
    assert_eq!(place.address, "'=1");
    let export = export_directory([place.as_ref()]);
    let written = &rows(&export.bytes)[1];
    for (column, text) in [
        (Column::Id, "'-1"),
        (Column::Name, "'=HYPERLINK(1)"),
        (Column::Detail, "'- le lundi"),
        (Column::Address, "''=1"),
        (Column::OtherLabels, "'@a|=b"),
        (Column::Latitude, "-21.1"),
        (Column::Phone, "+33199000012"),
    ] {
        assert_eq!(written[at(column)], text);
    }
    assert_eq!(import_directory(&export.bytes).unwrap().places, [place]);
}

#[test]
fn an_identifier_goes_out_once() {
    let place = place_with(Column::Name, "Le Relais");
    let export = export_directory([&place, &place]);
    assert_eq!((export.written, export.left_out, faults(&export.bytes)), (1, 1, vec![]));
    assert_eq!(export.breaches[0].fault, Fault::Taken);
}

/// A cell that passes most often, and anything at times.
fn cell(nth: usize) -> BoxedStrategy<String> {
    let text = "['=+@\\-\t\n\",;| a1é＝]{0,6}|\\PC{0,10}";
    let odd = prop::sample::select(vec![
        "",
        "00000",
        "2.3596",
        "48,9358",
        "-5",
        "01 99 00 00 12",
        "+33199000012|0199000013",
        "PE|BIB|BIB",
        "bib",
        "a@example.org|b",
        "www.example.org",
        "24/7",
        "Mo sunrise-12:00",
        "15/01/2026",
        "2026-02-30",
        "Gratuit|Troc|Gratuit",
        "Étapes numériques(La Poste)",
        "'+1",
        "Seniors;Jeunes",
    ]);
    let usual = Just(PASSING[nth].to_owned());
    match rules::is_free_text(Column::ALL[nth]) {
        true => prop_oneof![2 => usual, 3 => text].boxed(),
        false => prop_oneof![60 => usual, 1 => odd.prop_map(str::to_owned), 1 => text].boxed(),
    }
}

fn row() -> impl Strategy<Value = Vec<String>> {
    (0..32).map(cell).collect::<Vec<_>>()
}

proptest! {
    #[test]
    fn every_exported_row_passes_and_every_passing_place_comes_back(
        rows in prop::collection::vec(row(), 1..4),
        lat_udeg in 41_000_000..51_000_000,
        lon_udeg in -5_000_000..9_000_000,
    ) {
        let mut places = import(&rows).places;
        for place in places.iter_mut().filter(|place| place.coordinates.is_some()) {
            Arc::make_mut(place).coordinates = Some(Coordinates { lat_udeg, lon_udeg });
        }
        let export = export_directory(places.iter().map(AsRef::as_ref));
        prop_assert_eq!(faults(&export.bytes), [""; 0]);
        prop_assert_eq!(export.written + export.left_out, places.len());
        let back: BTreeMap<PlaceId, SharedPlace> = match import_directory(&export.bytes) {
            Ok(import) => {
                prop_assert_eq!(import.counts.rejected, 0);
                import.places.into_iter().map(|place| (place.id.clone(), place)).collect()
            }
            Err(_) => BTreeMap::new(),
        };
        prop_assert_eq!(back.len(), export.written);
        for place in &places {
            let breaches = check(place);
            let is_left_out = breaches.iter().any(|breach| breach.remedy == Remedy::PlaceLeftOut);
            prop_assert_eq!(back.contains_key(&place.id), !is_left_out);
            if breaches.is_empty() {
                prop_assert_eq!(&back[&place.id], place);
            }
        }
    }
}
