use super::*;
use crate::domain::directory::place::Coordinates;
use crate::domain::directory::standard::{Fee, Itinerance, Label, Programme, Service};
use proptest::prelude::*;

const HEADER: &str = "id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,telephone,horaires,\
                      date_maj,services,frais_a_charge";
const FULL: &str = "fictif-1,99999999900017,Le Relais fictif,Saint-Denis,93200,93066,1 rue de l’Exemple,48.9358,2.3596,\
                    +33199000012,Mo-Fr 09:00-12:00,2026-01-15,Aide aux démarches administratives,Gratuit";

fn import(text: &str) -> DirectoryImport {
    import_directory(text.as_bytes()).unwrap()
}

fn with_rows(rows: &[&str]) -> DirectoryImport {
    import(&format!("{HEADER}\n{}\n", rows.join("\n")))
}

fn fault(text: &str) -> ImportError {
    import_directory(text.as_bytes()).unwrap_err()
}

/// The full row with one cell replaced.
fn row_with(column: &str, cell: &str) -> String {
    let at = HEADER.split(',').position(|name| name == column).unwrap();
    let mut cells: Vec<&str> = FULL.split(',').collect();
    cells[at] = cell;
    cells.join(",")
}

fn remarks(row: &str) -> Vec<Remark> {
    match with_rows(&[row]).report.remove(0).outcome {
        RowOutcome::Accepted => Vec::new(),
        RowOutcome::AcceptedWithRemarks(remarks) => remarks,
        RowOutcome::Rejected(rejection) => panic!("rejected: {rejection:?}"),
    }
}

fn outcomes(import: &DirectoryImport) -> Vec<(usize, &RowOutcome)> {
    import.report.iter().map(|row| (row.line, &row.outcome)).collect()
}

#[test]
fn reads_a_row_in_full() {
    let import = with_rows(&[FULL]);
    let place = &import.places[0];
    assert_eq!(import.counts, ImportCounts { accepted: 1, with_remarks: 0, rejected: 0 });
    assert_eq!(outcomes(&import), [(2, &RowOutcome::Accepted)]);
    assert_eq!(place.id.as_str(), "fictif-1");
    assert_eq!(place.postal_code.as_ref().unwrap().as_str(), "93200");
    assert_eq!(place.coordinates, Some(Coordinates { lat_udeg: 48_935_800, lon_udeg: 2_359_600 }));
    assert_eq!(place.services.known, [Service::AdministrativeHelp]);
    assert_eq!(place.fees.known, [Fee::Free]);
    assert_eq!(place.updated_on.unwrap().to_string(), "2026-01-15");
    assert!(place.unread.is_empty());
}

#[test]
fn reads_every_column_of_the_standard() {
    let header: Vec<&str> = Column::ALL.iter().map(|column| column.name()).collect();
    assert_eq!(header.len(), 32);
    let cells: Vec<&str> = Column::ALL
        .iter()
        .map(|column| match column {
            Column::Pivot => "W99999999",
            Column::PostalCode => "93200",
            Column::InseeCode => "93066",
            Column::Latitude => "48.9",
            Column::Longitude => "2.3",
            Column::Phone => "0199000012",
            Column::Emails => "a@example.org|b@example.org",
            Column::Websites => "https://example.org|www.example.org",
            Column::AccessibilityUrl | Column::BookingUrl => "https://example.org",
            Column::Hours => "24/7",
            Column::UpdatedOn => "2026-01-15",
            Column::Typology => "ASSO|TIERS_LIEUX",
            Column::Itinerance => "Itinérant|Fixe",
            Column::Services => "Utilisation sécurisée du numérique",
            Column::Publics => "Seniors",
            Column::SpecialCare => "Illettrisme",
            Column::Fees => "Gratuit",
            Column::Programmes => "France Services|Aidants Connect",
            Column::Labels => "Étapes numériques(La Poste)",
            Column::OtherLabels => "QPV|ZRR",
            Column::AccessModes => "Se présenter|Téléphoner",
            Column::SupportModes => "À distance",
            _ => "texte",
        })
        .collect();
    let import = import(&format!("{}\n{}", header.join(","), cells.join(",")));
    assert_eq!(outcomes(&import), [(2, &RowOutcome::Accepted)]);
    let place = &import.places[0];
    assert_eq!(place.itinerance.known, [Itinerance::Itinerant, Itinerance::Fixed]);
    assert_eq!(place.programmes.known, [Programme::FranceServices, Programme::AidantsConnect]);
    assert_eq!(place.labels.known, [Label::EtapesNumeriques]);
    assert_eq!((place.emails.len(), place.websites.len(), place.typology.len()), (2, 2, 2));
    assert_eq!(place.other_labels, ["QPV", "ZRR"]);
    // Nothing of the row is lost on the way to a snapshot and back.
    let json = serde_json::to_string(place).unwrap();
    assert_eq!(&serde_json::from_str::<SharedPlace>(&json).unwrap(), place);
    let keys = serde_json::from_str::<serde_json::Map<_, _>>(&json).unwrap().len();
    assert_eq!(keys, 31, "one key per column, both coordinates together");
}

#[test]
fn finds_the_separator_and_the_encoding() {
    let text = format!("{HEADER}\n{FULL}\n");
    for (separator, expected) in [(',', Separator::Comma), (';', Separator::Semicolon), ('\t', Separator::Tab)] {
        let text = text.replace(',', &separator.to_string());
        for (bytes, encoding) in [
            (text.clone().into_bytes(), Encoding::Utf8),
            (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
            (text.chars().map(|c| if c == '’' { 0x92 } else { c as u8 }).collect(), Encoding::Windows1252),
        ] {
            let import = import_directory(&bytes).unwrap();
            assert_eq!((import.separator, import.encoding), (expected, encoding));
            assert_eq!(import.counts.accepted, 1, "{:?}", import.report);
            assert_eq!(import.places[0].address, "1 rue de l’Exemple");
            assert_eq!(import.places[0].services.known, [Service::AdministrativeHelp]);
        }
    }
}

#[test]
fn quoted_separators_in_the_header_do_not_mislead() {
    let import = import(
        "\"id\";\"pivot\";\"nom\";\"note, a, b, c, d, e, f, g, h\";commune;code_postal;adresse;date_maj\n\
         fictif-1;W99999999;Le Relais, fictif;x;Saint-Denis;93200;1 rue A;2026-01-15\n",
    );
    assert_eq!(import.separator, Separator::Semicolon);
    assert_eq!(import.places[0].name, "Le Relais, fictif");
    assert_eq!(import.ignored_columns, ["note, a, b, c, d, e, f, g, h"]);
}

#[test]
fn takes_columns_in_any_order_and_typing() {
    let import = import(
        "sep=;\r\nDate MAJ;ADRESSE;Code postal;commune;Nom;PIVOT;Id;\r\n\
         2026-01-15;1 rue A;93200;Saint-Denis;Le Relais;W99999999;fictif-1;\r\n",
    );
    assert_eq!(import.places[0].name, "Le Relais");
    assert_eq!(import.places[0].postal_code.as_ref().unwrap().as_str(), "93200");
    assert_eq!(import.report[0].line, 3);
    assert_eq!(import.ignored_columns, [""; 0]);
}

#[test]
fn refuses_a_file_as_a_whole_with_its_reason() {
    assert_eq!(fault(""), ImportError::Empty);
    assert_eq!(fault("bonjour\n1\n"), ImportError::NotADirectory);
    assert_eq!(fault("{\"id\":1,\"nom\":\"x\"}"), ImportError::NotADirectory);
    assert_eq!(fault(HEADER), ImportError::NoRow);
    assert_eq!(fault(&format!("{HEADER}\n\n,,,,,,\n")), ImportError::NoRow);
    assert_eq!(
        fault("id,nom,adresse,commune\n1,a,b,c\n"),
        ImportError::MissingColumns(vec![Column::Pivot, Column::PostalCode, Column::UpdatedOn])
    );
    assert_eq!(fault(&format!("{HEADER},Nom\n{FULL},x\n")), ImportError::DuplicateColumn(Column::Name));
    let mut long = format!("{HEADER}\n");
    long.push_str(&"x,\n".repeat(MAX_ROWS + 1));
    assert_eq!(fault(&long), ImportError::TooManyRows);
}

#[test]
fn counts_lines_as_a_text_editor_does() {
    let mut second = row_with("adresse", "\"2 rue A\r\n\"\"Bâtiment B\"\"\nescalier, C\"");
    second = second.replace("fictif-1", "fictif-2");
    let third = FULL.replace("fictif-1", "fictif-3");
    for end in ["\n", "\r\n", "\r"] {
        let text = [HEADER, FULL, "", &second, "", &third, ",,,,"].join(end);
        let import = import(&text);
        assert_eq!(import.report.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4, 8], "{end:?}");
        assert_eq!(import.counts.accepted, 3);
        assert_eq!(import.places[1].address, "2 rue A\n\"Bâtiment B\"\nescalier, C");
    }
}

#[test]
fn rejects_rows_that_cannot_be_places() {
    let duplicate = row_with("nom", "Autre nom");
    let no_id = row_with("id", " ");
    let no_name = row_with("nom", "").replace("fictif-1", "fictif-3");
    let long_id = row_with("id", &"x".repeat(201));
    let surplus = format!("{},surplus", FULL.replace("fictif-1", "fictif-5"));
    let import = with_rows(&[FULL, &duplicate, &no_id, &no_name, &long_id, &surplus, "fictif-6,W9,Coupé"]);
    let rejected = |rejection| RowOutcome::Rejected(rejection);
    assert_eq!(
        outcomes(&import),
        [
            (2, &RowOutcome::Accepted),
            (3, &rejected(Rejection::DuplicateId { first_line: 2 })),
            (4, &rejected(Rejection::NoId)),
            (5, &rejected(Rejection::NoName)),
            (6, &rejected(Rejection::LongId)),
            (7, &rejected(Rejection::WrongWidth { found: 15, expected: 14 })),
            (8, &rejected(Rejection::WrongWidth { found: 3, expected: 14 })),
        ]
    );
    assert_eq!(import.counts, ImportCounts { accepted: 1, with_remarks: 0, rejected: 6 });
    assert_eq!(import.report[1].name, "Autre nom");
}

#[test]
fn an_unclosed_quote_costs_one_row() {
    let open = row_with("adresse", "\"2 rue jamais fermée").replace("fictif-1", "fictif-2");
    let third = FULL.replace("fictif-1", "fictif-3");
    let quoted = row_with("adresse", "\"4 rue\nfermée\"").replace("fictif-1", "fictif-4");
    let import = with_rows(&[FULL, &open, &third, &quoted]);
    assert_eq!(
        outcomes(&import),
        [
            (2, &RowOutcome::Accepted),
            (3, &RowOutcome::Rejected(Rejection::UnclosedQuote)),
            (4, &RowOutcome::Accepted),
            (5, &RowOutcome::Accepted),
        ]
    );
}

#[test]
fn a_line_of_a_closed_cell_may_hold_as_many_separators_as_a_row() {
    let text = "id,pivot,nom,commune,code_postal,adresse,date_maj,presentation_detail,telephone\n\
                1,W99999999,Le Relais,Saint-Denis,93200,1 rue A,2026-01-15,\
                \"Ateliers :\nInternet, courriel, démarches, téléphone, tablette, photo, bureautique, vidéo, son\",\
                0199000012\n\
                2,W99999998,Autre,Saint-Denis,93200,2 rue A,2026-01-15,,0199000013\n";
    let import = import(text);
    let lines: Vec<usize> = import.report.iter().map(|row| row.line).collect();
    assert_eq!((lines, import.counts.rejected), (vec![2, 4], 0));
    assert!(import.places[0].detail.ends_with("vidéo, son"), "{}", import.places[0].detail);
    let names: Vec<_> = import.places.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(names, ["Le Relais", "Autre"]);
}

#[test]
fn repairs_what_spreadsheets_drop() {
    let short = FULL.rsplit_once(",Aide").unwrap().0;
    assert_eq!(remarks(short), [Remark::ShortRow]);
    assert_eq!(remarks(&format!("{FULL},,,")), []);
    let row = row_with("code_postal", "1000");
    assert_eq!(remarks(&row), [Remark::ZeroRestored(Column::PostalCode)]);
    assert_eq!(with_rows(&[&row]).places[0].postal_code.as_ref().unwrap().as_str(), "01000");
    assert_eq!(remarks(&row_with("date_maj", "15/01/2026")), []);
    assert_eq!(remarks(&row_with("telephone", "'+33199000012")), []);
}

#[test]
fn remarks_on_what_deserves_attention() {
    let text = |text: &str| text.to_owned();
    for (column, cell, expected) in [
        ("commune", "", Remark::Missing(Column::Commune)),
        ("code_postal", "", Remark::Missing(Column::PostalCode)),
        ("code_postal", "00000", Remark::InvalidPostalCode(text("00000"))),
        ("code_insee", "abc", Remark::InvalidInseeCode(text("abc"))),
        ("pivot", "SIRET à venir", Remark::InvalidPivot(text("SIRET à venir"))),
        ("date_maj", "2026-02-30", Remark::InvalidDate(text("2026-02-30"))),
        ("longitude", "", Remark::UnreadableCoordinates(text("48.9358 ; "))),
        ("longitude", "200.5", Remark::CoordinatesOutsideFrance(text("48.9358 ; 200.5"))),
        ("horaires", "lundi 9h", Remark::UnreadableHours(text("lundi 9h"))),
        ("horaires", "Mo sunrise-12:00", Remark::HoursNotEvaluated(text("Mo sunrise-12:00"))),
        ("horaires", "Mo 01:00-17:00", Remark::UnlikelyHours(text("Mo 01:00-17:00"))),
        ("horaires", "Mo 09:00-12:00; SH off", Remark::SchoolHolidayHours),
        ("telephone", "standard", Remark::OddPhone(text("standard"))),
        ("frais_a_charge", "Gratuit|Troc", Remark::UnknownValue { column: Column::Fees, value: text("Troc") }),
        ("nom", "Le \u{202e}Relais", Remark::CharactersRemoved(Column::Name)),
    ] {
        assert_eq!(remarks(&row_with(column, cell)), [expected], "{column}: {cell}");
    }
    let long = "x".repeat(MAX_CELL_CHARS + 5);
    let import = with_rows(&[&row_with("nom", &long)]);
    assert_eq!(import.report[0].outcome, RowOutcome::AcceptedWithRemarks(vec![Remark::CellCut(Column::Name)]));
    assert_eq!(import.places[0].name.len(), MAX_CELL_CHARS);
}

#[test]
fn keeps_word_for_word_what_it_cannot_read() {
    let row = row_with("latitude", "2.3596").replace(",2.3596,+33", ",48.9358,+33");
    let proposed = Coordinates { lat_udeg: 48_935_800, lon_udeg: 2_359_600 };
    assert_eq!(remarks(&row), [Remark::SwappedCoordinates { proposed }]);
    let place = with_rows(&[&row]).places.remove(0);
    assert_eq!(place.coordinates, None, "exchanged coordinates are proposed, not used");
    assert_eq!(place.unread["latitude"], "2.3596");
    assert_eq!(place.unread["longitude"], "48.9358");
    let place = with_rows(&[&row_with("code_postal", "00000")]).places.remove(0);
    assert_eq!((&place.postal_code, place.unread["code_postal"].as_str()), (&None, "00000"));
    let place = with_rows(&[&row_with("frais_a_charge", "Troc|Payant")]).places.remove(0);
    assert_eq!((&place.fees.known, &place.fees.other), (&vec![Fee::Paid], &vec!["Troc".to_owned()]));
}

proptest! {
    #[test]
    fn mutated_files_never_panic_and_every_row_is_reported(
        edits in prop::collection::vec((0usize..2_000, any::<u8>(), 0u8..3), 0..40),
        latin in any::<bool>(),
    ) {
        let second = row_with("adresse", "\"2 rue A\nBâtiment \"\"B\"\"\"").replace("fictif-1", "fictif-2");
        let text = format!("{HEADER}\r\n{FULL}\r\n{second}\n{}", FULL.replace("fictif-1", "fictif-3"));
        let mut bytes: Vec<u8> = if latin { text.chars().map(|c| c as u8).collect() } else { text.into_bytes() };
        for (at, byte, edit) in edits {
            let at = at % bytes.len();
            match edit {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        if let Ok(import) = import_directory(&bytes) {
            let counts = import.counts;
            prop_assert_eq!(counts.accepted + counts.with_remarks, import.places.len());
            prop_assert_eq!(counts.accepted + counts.with_remarks + counts.rejected, import.report.len());
            prop_assert!(import.report.windows(2).all(|pair| pair[0].line < pair[1].line));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut file = format!("{HEADER}\n").into_bytes();
        file.extend(&bytes);
        let _ = import_directory(&bytes);
        let _ = import_directory(&file);
    }
}
