//! The sentences about places, compared with plain spaces.

use super::*;
use crate::domain::directory::compare::compare;
use crate::domain::directory::local::correction::Verdict;
use crate::domain::directory::place::shared;
use crate::domain::directory::place::{Place, PlaceId};
use crate::domain::directory::resemblance::Reason;
use crate::domain::directory::value::{FieldValue, ValueFault};

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn day() -> NaiveDate {
    "2026-03-03".parse().unwrap()
}

fn md() -> Option<Signature> {
    Signature::read("MD").unwrap()
}

#[test]
fn says_what_is_known_of_a_place() {
    let check = |how, by| plain(&verified(&Verification { on: day(), how, by }));
    assert_eq!(check(Means::Phone, md()), "Vérifié le 3 mars 2026 par téléphone (MD)");
    assert_eq!(check(Means::Visit, None), "Vérifié le 3 mars 2026 sur place");
    let closure = |why: &str| plain(&closed(&Closure::new(day(), why, md()).unwrap()));
    assert_eq!(closure("travaux"), "Fermé depuis le 3 mars 2026 : travaux (MD)");
    assert_eq!(closure(""), "Fermé depuis le 3 mars 2026 (MD)");
    let phone = FieldValue::of(["0199000012", "3949"]);
    let correction = Correction { value: phone.clone(), instead_of: FieldValue::default(), on: day(), by: None };
    assert_eq!(plain(&corrected(&correction)), "Corrigé le 3 mars 2026");
    assert_eq!(plain(&note_head(&Note::new("x", day(), md()).unwrap())), "3 mars 2026 (MD)");
    let says = plain(&imported(PlaceField::Phone, &phone));
    assert_eq!(says, "L’annuaire importé indique : 01 99 00 00 12 ; 3949");
    assert_eq!(imported(PlaceField::Phone, &FieldValue::default()), "L’annuaire importé n’indique rien");
    assert_eq!([members(0), members(1), members(2)].map(|text| plain(&text)), ["Aucun lieu", "1 lieu", "2 lieux"]);
}

#[test]
fn a_value_is_said_in_words_fit_for_anyone() {
    for (field, text, expected) in [
        (PlaceField::UpdatedOn, "2026-03-01", "1er mars 2026"),
        (PlaceField::UpdatedOn, "hier", "hier"),
        (PlaceField::SpecialCare, "Illettrisme", "Aide à la lecture et à l’écriture"),
        (PlaceField::Programmes, "Point d'accès numérique CAF", "Point d’accès numérique CAF"),
        (PlaceField::Detail, "L'accueil", "L'accueil"),
    ] {
        assert_eq!(plain(&value(field, &FieldValue::of([text]))), expected);
    }
    assert_eq!(value(PlaceField::Hours, &FieldValue::default()), "Non renseigné");
}

#[test]
fn every_field_has_its_label_and_every_fault_says_what_to_write() {
    let labels: std::collections::BTreeSet<&str> = PlaceField::ALL.iter().map(|one| field(*one)).collect();
    assert_eq!(labels.len(), PlaceField::ALL.len());
    let named = |fault: fn(String) -> ValueFault| fault("x".to_owned());
    for one in [
        ValueFault::Missing,
        ValueFault::TooLong { max_chars: 280 },
        ValueFault::SeveralLines,
        ValueFault::Separator,
        ValueFault::NotAPostalCode,
        ValueFault::NotAnInseeCode,
        ValueFault::NotAPosition,
        named(ValueFault::NotAPhone),
        named(ValueFault::NotAnEmail),
        named(ValueFault::NotALink),
        ValueFault::NotHours,
        named(ValueFault::Unknown),
        ValueFault::NotCorrectable,
    ] {
        assert!(fault(&one).ends_with('.'), "{one:?}");
    }
    let too_long = WritingFault::TooLong { max_chars: 20_000 };
    assert_eq!(plain(&writing_fault(too_long)), "Raccourcissez le texte : 20 000 caractères au plus.");
}

#[test]
fn says_what_an_edition_changes() {
    let place = |id: &str| Place::named(PlaceId::new(id).unwrap(), format!("Lieu {id}"));
    let old = ["a", "b", "c", "d"].map(place);
    let mut new = ["a", "b", "c", "e"].map(place);
    new[0].phone = "0199000012".into();
    new[1].updated_on = Some(day());
    let diff = compare(&shared(&old), &shared(&new));
    assert_eq!(
        plain(&summary(&diff)),
        "1 lieu ajouté, 1 retiré, 2 modifiés (dont 1 par leur seule date), 1 sans changement."
    );
    let changes: Vec<String> = field_changes(&diff).iter().map(|text| plain(text)).collect();
    assert_eq!(changes, ["Téléphone : 1 lieu", "Date de mise à jour : 1 lieu"]);
    assert_eq!(plain(&summary(&compare(&shared(&old), &shared(&old)))), "Aucun changement : les lieux sont les mêmes.");
    assert_eq!(verdicts(&[]), None);
    let judged = [Verdict::Contradicted, Verdict::Confirmed, Verdict::Confirmed, Verdict::Left];
    let said = verdicts(&judged).unwrap();
    assert_eq!(plain(&said), "1 contredite, 2 confirmées et 1 inchangée.");
    assert_eq!(plain(&replace(5, 36)), "Remplacer l’annuaire (5 lieux au lieu de 36)");
    assert_eq!(
        [many_go(31, 36), many_go(1, 1)].map(|text| plain(&text)),
        ["31 lieux sur 36 disparaîtraient", "1 lieu sur 1 disparaîtrait"]
    );
    assert_eq!(unplaced(0), None);
    for (places, start) in [(1, "1 lieu suivi ici n’est pas"), (2, "2 lieux suivis ici ne sont pas")] {
        assert!(plain(&unplaced(places).unwrap()).starts_with(start));
    }
    let all = [Verdict::Contradicted, Verdict::Confirmed, Verdict::Left].map(verdict);
    assert!(all.iter().all(|text| text.starts_with("L’annuaire importé ")));
}

#[test]
fn says_what_a_field_becomes() {
    let long = "é".repeat(200);
    let cut = format!("Présentation courte : « {}… », rien auparavant", "é".repeat(160));
    for (of, before, after, expected) in [
        (PlaceField::Phone, "0199000012", "0199000013", "Téléphone : « 01 99 00 00 12 » devient « 01 99 00 00 13 »"),
        (PlaceField::Address, "", "1 rue fictive", "Adresse : « 1 rue fictive », rien auparavant"),
        (PlaceField::Hours, "24/7", "", "Horaires : plus rien, « 24/7 » auparavant"),
        (PlaceField::Summary, "", &long, &cut),
    ] {
        assert_eq!(plain(&change(of, &FieldValue::of([before]), &FieldValue::of([after]))), expected);
    }
}

#[test]
fn says_all_that_is_known_of_a_place_that_is_gone() {
    let key = crate::domain::directory::local::list::key(&crate::records::RecordId::new("a").unwrap()).unwrap();
    let mut life = PlaceLife::empty(key);
    assert!(known(&life).is_empty());
    life.is_favourite = true;
    life.verified = Some(Verification { on: day(), how: Means::Phone, by: md() });
    life.closed = Closure::new(day(), "travaux", None).ok();
    let id = crate::domain::directory::local::model::NoteId::new(crate::records::RecordId::new("n").unwrap());
    life.notes.insert(id, Note::new("Porte bleue", day(), md()).unwrap());
    let value = FieldValue::of(["0199000013"]);
    let correction = Correction { value, instead_of: FieldValue::default(), on: day(), by: None };
    life.corrections.insert(PlaceField::Phone, correction);
    let said: Vec<String> = known(&life).iter().map(|line| plain(line)).collect();
    assert_eq!(
        said,
        [
            "Fermé depuis le 3 mars 2026 : travaux",
            "Téléphone, corrigé le 3 mars 2026 : 01 99 00 00 13",
            "Note du 3 mars 2026 (MD) : Porte bleue",
            "Vérifié le 3 mars 2026 par téléphone (MD)",
            "Dans les favoris",
        ]
    );
}

#[test]
fn says_why_a_place_is_proposed() {
    for (given, expected) in [
        (vec![Reason::SamePhone], "Même téléphone"),
        (vec![Reason::SameNameAndCommune, Reason::SameAddress], "Même nom, même commune et même adresse"),
        (vec![Reason::SamePivot, Reason::SameId], "Même numéro de structure et même identifiant"),
        (vec![Reason::Near { metres: 12 }], "À moins de 50 m"),
    ] {
        assert_eq!(plain(&reasons(&given)), expected);
    }
}
