//! Fields of a place: what is typed, what is kept, what says the same.

use super::super::place::{Place, PlaceId};
use super::super::standard::Values;
use super::*;
use proptest::prelude::*;

fn place() -> Place {
    Place::named(PlaceId::new("a").unwrap(), "Le Relais")
}

#[test]
fn a_typed_text_becomes_a_value_or_says_why_not() {
    use PlaceField as F;
    let wrong = |fault: fn(String) -> ValueFault, text: &str| Err(fault(text.to_owned()));
    for (field, typed, expected) in [
        (F::Name, " Le Relais ", Ok(vec!["Le Relais"])),
        (F::Name, "  ", Err(ValueFault::Missing)),
        (F::Name, "Le\nRelais", Err(ValueFault::SeveralLines)),
        (F::Detail, "Une\nDeux", Ok(vec!["Une\nDeux"])),
        (F::Summary, &"é".repeat(281), Err(ValueFault::TooLong { max_chars: 280 })),
        (F::Detail, &"é".repeat(20_001), Err(ValueFault::TooLong { max_chars: 20_000 })),
        (F::PostalCode, "93100", Ok(vec!["93100"])),
        (F::PostalCode, "931", Err(ValueFault::NotAPostalCode)),
        (F::InseeCode, "93048", Ok(vec!["93048"])),
        (F::InseeCode, "9304", Err(ValueFault::NotAnInseeCode)),
        (F::Position, "48,9358 2,3596", Ok(vec!["48.935800, 2.359600"])),
        (F::Position, "48.9358,2.3596", Ok(vec!["48.935800, 2.359600"])),
        (F::Position, "-21.1 ; 55.5", Ok(vec!["-21.100000, 55.500000"])),
        (F::Position, "0, 0", Err(ValueFault::NotAPosition)),
        (F::Phone, "01 99 00 00 12\n\n0199000013|0199000012", Ok(vec!["01 99 00 00 12", "0199000013", "0199000012"])),
        (F::Phone, "standard", wrong(ValueFault::NotAPhone, "standard")),
        (F::Emails, "a@example.org\na@example.org", Ok(vec!["a@example.org"])),
        (F::Emails, "a@example", wrong(ValueFault::NotAnEmail, "a@example")),
        (F::Websites, "javascript:alert(1)", wrong(ValueFault::NotALink, "javascript:alert(1)")),
        (F::BookingUrl, "example.org", Ok(vec!["example.org"])),
        (F::Hours, "Mo-Fr 09:00-12:00", Ok(vec!["Mo-Fr 09:00-12:00"])),
        (F::Hours, "Mo-Fr 09:00-12:00; SH off", Ok(vec!["Mo-Fr 09:00-12:00; SH off"])),
        (F::Hours, "le matin", Err(ValueFault::NotHours)),
        (F::Fees, "GRATUIT", Ok(vec!["Gratuit"])),
        (F::Fees, "Prix libre", wrong(ValueFault::Unknown, "Prix libre")),
        (F::Services, "", Ok(vec![])),
        (F::UpdatedOn, "2026-03-01", Err(ValueFault::NotCorrectable)),
        (F::Address, "1 rue\u{202e} fictive", Ok(vec!["1 rue fictive"])),
    ] {
        assert_eq!(field.read(typed), expected.map(FieldValue::of), "{field:?} {typed:?}");
    }
    let from_a_file = FieldValue(vec!["a@example.org|b@example.org".to_owned()]);
    assert_eq!(F::Emails.check(&from_a_file), Err(ValueFault::Separator));
}

#[test]
fn two_spellings_of_one_thing_agree() {
    use PlaceField as F;
    for (field, one, other, agrees) in [
        (F::Phone, vec!["01 99 00 00 12"], vec!["+33199000012"], true),
        (F::Phone, vec!["01 99 00 00 12"], vec!["01 99 00 00 13"], false),
        (F::Emails, vec!["b@example.org", "A@example.org"], vec!["a@example.org", "b@example.org"], true),
        (F::Websites, vec!["https://Example.org/"], vec!["example.org"], true),
        (F::Websites, vec!["https://example.org/a"], vec!["example.org"], false),
        (F::Services, vec!["a", "b"], vec!["b", "a"], true),
        (F::Address, vec!["1  rue fictive"], vec!["1 rue fictive"], true),
        (F::Name, vec!["Le Relais"], vec!["LE RELAIS"], false),
        (F::Position, vec!["48.935800, 2.359600"], vec!["48.935810, 2.359610"], true),
        (F::Position, vec!["48.935800, 2.359600"], vec!["48.936800, 2.359600"], false),
        (F::Hours, vec![], vec!["24/7"], false),
    ] {
        let [one, other] = [one, other].map(FieldValue::of);
        assert_eq!(field.agree(&one, &other), agrees, "{field:?} {one:?} {other:?}");
    }
}

#[test]
fn what_could_not_be_read_is_a_value_until_it_is_replaced() {
    let mut place = place();
    for (column, text) in [("code_postal", "9310O"), ("latitude", "48.9"), ("longitude", "est")] {
        place.unread.insert(column.to_owned(), text.to_owned());
    }
    assert_eq!(PlaceField::PostalCode.value(&place), FieldValue::of(["9310O"]));
    assert_eq!(PlaceField::Position.value(&place), FieldValue::of(["48.9", "est"]));
    PlaceField::PostalCode.put(&FieldValue::of(["93100"]), &mut place);
    PlaceField::Position.put(&FieldValue::of(["48.935800, 2.359600"]), &mut place);
    assert_eq!((place.postal_code.unwrap().as_str(), place.unread.len()), ("93100", 0));
}

#[test]
fn columns_are_named_once_and_found_again() {
    for field in PlaceField::ALL {
        assert_eq!(PlaceField::of_column(field.column()), Some(*field));
    }
    assert_eq!(PlaceField::of_column("id"), None);
}

/// Texts that some field takes.
fn any_typed() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "93100",
        "93048",
        "48.9358, 2.3596",
        "01 99 00 00 12",
        "a@example.org\nb@example.org",
        "https://example.org",
        "Mo-Fr 09:00-12:00",
        "Gratuit|Payant",
        "Seniors",
        "Itinérant",
        "Se présenter",
    ]);
    prop_oneof![known.prop_map(str::to_owned), "[a-zé |\n]{0,20}"]
}

proptest! {
    #[test]
    fn a_value_that_was_read_is_given_whole(field in prop::sample::select(PlaceField::ALL), typed in any_typed()) {
        let Ok(value) = field.read(&typed) else { return Ok(()) };
        prop_assert_eq!(field.read(&field.typed(&value)), Ok(value.clone()));
        let mut place = place();
        place.services = Values::read(["Café fictif"]);
        field.put(&value, &mut place);
        prop_assert_eq!(field.value(&place), value);
        let others = PlaceField::ALL.iter().filter(|other| **other != field && **other != PlaceField::Name);
        for other in others {
            let is_empty = other.value(&place).is_empty();
            prop_assert_eq!(is_empty, *other != PlaceField::Services);
        }
    }
}
