//! The laws of copies without some fields: what they leave out comes later, and nothing is lost meanwhile.

use super::laws::{FIELDS, Step, applied, author, copies, leaving_out, live, set, step, without};
use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

/// The values of a field that a copy holds, each with its write.
fn held<'a>(record: &'a Record, field: &str) -> &'a [Entry] {
    record.fields.get(field).map_or(&[], Vec::as_slice)
}

proptest! {
    #[test]
    fn a_copy_without_some_fields_takes_nothing_from_any_other(copies in copies(true), without in without()) {
        let [a, b, ..] = &copies;
        let partial = leaving_out(a, &without);
        prop_assert_eq!(&a.merge(&partial), a.as_ref());
        prop_assert_eq!(a.merge(b).merge(&partial), a.merge(b));
        let met = b.merge(&partial);
        for field in without.iter().map(|field| FIELDS[*field]).filter(|_| !met.erased) {
            prop_assert_eq!(held(&met, field), held(b, field), "{}", field);
        }
        prop_assert_eq!(met.merge(a), a.merge(b), "the whole copy gives the rest");
    }

    #[test]
    fn no_field_left_out_gets_poorer_on_the_way(steps in vec(step(false), 0..40)) {
        let history = live(&steps);
        for (step, then) in steps.iter().zip(history.windows(2)) {
            let Step::Receive { at, without, .. } = step else { continue };
            for field in without.iter().map(|field| FIELDS[*field]) {
                prop_assert_eq!(held(&then[0][*at], field), held(&then[1][*at], field), "{}", field);
            }
        }
    }
}

/// One holds a note; another replaced it knowingly, and sends everything but the notes, then everything.
#[test]
fn a_note_stays_until_the_one_that_replaces_it_comes() {
    let first = applied(&Record::default(), set("note/barriers", "n1"), &author(0, 1));
    let replaced = applied(&first, set("note/barriers", "n2"), &author(2, 2));
    let whole = applied(&replaced, set("label", "b"), &author(2, 3));
    let partial = whole.without_fields(|name| name.as_str() == "note/barriers");
    let met = first.merge(&partial);
    assert_eq!(met.value("note/barriers"), Some(&json!("n1")), "not yet replaced here");
    assert_eq!(met.value("label"), Some(&json!("b")));
    assert!(met.is_partial());
    let copies = [&first, &partial, &whole];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut met = Record::default();
        for at in order {
            let had = held(&met, "note/barriers").len();
            met = met.merge(copies[at]);
            assert!(held(&met, "note/barriers").len() >= had, "{order:?}");
        }
        assert_eq!(met, whole, "{order:?}");
    }
    // Whoever goes on writing meanwhile leaves nothing behind either, on that field or beside it.
    for (field, notes) in [("label", &["n2"][..]), ("note/barriers", &["n3", "n2"])] {
        let went_on = applied(&met, set(field, "n3"), &author(0, 4));
        for met in [went_on.merge(&whole), whole.merge(&went_on)] {
            assert_eq!(met.value(field), Some(&json!("n3")));
            let values: Vec<_> = held(&met, "note/barriers").iter().map(|entry| &entry.value).collect();
            assert_eq!(values, notes.iter().collect::<Vec<_>>());
            assert!(!met.is_partial());
        }
    }
}

/// A page that lost everything but a file without notes, made from what it had itself written.
#[test]
fn an_author_who_left_own_writes_out_goes_on_under_another_name() {
    let noted = applied(&Record::default(), set("note/barriers", "n1"), &author(0, 1));
    let whole = applied(&noted, set("note/barriers", "n2"), &author(0, 2));
    let partial = whole.without_fields(|name| name.as_str() == "note/barriers");
    for field in ["label", "note/barriers"] {
        let again = applied(&partial, set(field, "again"), &author(0, 3));
        assert_ne!(held(&again, field)[0].stamp.dot.replica, author(0, 3).replica);
        let met = again.merge(&whole);
        assert_eq!(met.value(field), Some(&json!("again")));
        assert!(held(&met, "note/barriers").iter().any(|entry| entry.value == "n2"), "{field}");
        assert!(!met.is_partial());
        let later = applied(&again, set("answer/device", "x"), &author(0, 4));
        assert_eq!(later.seen.len(), 2, "the same other name");
    }
}
