use super::*;
use crate::records::{Kind, RecordId};
use proptest::prelude::*;
use serde_json::json;

const HOURS: Shape = Shape::Count { least: 1, most: 14 };

static FORM: Form = Form {
    fields: &[
        Field::required("title", &[Input::alone(Shape::Line { max: 20 })]),
        Field::required("window", &[Input::part("from", Shape::Day), Input::part("to", Shape::Day)])
            .agreeing(Agreement::InOrder),
        Field::optional(
            "morning",
            &[
                Input::part("from", Shape::Time),
                Input::part("to", Shape::Time),
                Input::optional("pause", Shape::Count { least: 0, most: 90 }),
            ],
        )
        .agreeing(Agreement::StrictlyInOrder),
        Field::optional("hours", &[Input::alone(HOURS)]),
        Field::optional("ceiling", &[Input::alone(Shape::Euros)]),
        Field::optional("kind", &[Input::alone(Shape::Choice(&["pie", "rsa"]))]),
        Field::optional("kit", &[Input::alone(Shape::Ticks(&["wifi", "sockets"]))]),
        Field::optional("adviser", &[Input::alone(Shape::Flag)]),
        Field::optional("email", &[Input::alone(Shape::Email)]),
        Field::optional("note", &[Input::alone(Shape::Text { max: 30 })]),
        Field::optional("siret", &[Input::alone(Shape::Siret)]),
    ],
};

fn id(name: &'static str) -> InputId {
    let (field, part) = name.split_once('/').unwrap_or((name, ""));
    InputId { field, part }
}

fn filled(typed: &[(&'static str, &str)]) -> Filled {
    let mut filled = Filled::default();
    typed.iter().for_each(|(name, text)| filled.set(id(name), *text));
    filled
}

fn whole() -> Filled {
    filled(&[("title", " Cycle "), ("window/from", "2022-01-03"), ("window/to", "2022-06-30")])
}

fn key() -> Key {
    Key { kind: Kind::new("cycle").unwrap(), id: RecordId::new("c").unwrap() }
}

/// The record that these writes make.
fn stored(changes: &ChangeSet) -> Record {
    let author = crate::records::Author {
        replica: crate::records::ReplicaId::new("r").unwrap(),
        device: crate::records::DeviceId::new("d").unwrap(),
        at_ms: 1,
    };
    let mut applied = changes.apply(&Default::default(), &author);
    applied.pop().map(|(_, record)| record).unwrap_or_default()
}

fn faults(typed: &[(&'static str, &str)]) -> Vec<(InputId, Wrong)> {
    let mut all = whole();
    typed.iter().for_each(|(name, text)| all.set(id(name), *text));
    let found = FORM.create(&key(), &all).err().unwrap_or_default();
    found.into_iter().map(|fault| (fault.input, fault.wrong)).collect()
}

#[test]
fn what_is_typed_is_stored_in_its_own_shape() {
    let mut all = whole();
    for (name, text) in [
        ("morning/from", "9h"),
        ("morning/to", "12 h 30"),
        ("hours", "7"),
        ("ceiling", "39 999,5 €"),
        ("kind", "rsa"),
        ("kit", "sockets wifi"),
        ("adviser", "true"),
        ("email", "accueil@exemple.fr"),
        ("note", "deux\nlignes"),
        ("siret", "732 829 320 00074"),
    ] {
        all.set(id(name), text);
    }
    let record = stored(&FORM.create(&key(), &all).unwrap());
    for (name, value) in [
        ("title", json!("Cycle")),
        ("window", json!({ "from": "2022-01-03", "to": "2022-06-30" })),
        ("morning", json!({ "from": "09:00", "to": "12:30" })),
        ("hours", json!(7)),
        ("ceiling", json!(3_999_950)),
        ("kind", json!("rsa")),
        ("kit", json!(["wifi", "sockets"])),
        ("adviser", json!(true)),
        ("email", json!("accueil@exemple.fr")),
        ("note", json!("deux\nlignes")),
        ("siret", json!("73282932000074")),
    ] {
        assert_eq!(record.value(name), Some(&value), "{name}");
    }
    assert_eq!(FORM.unreadable(&record).count(), 0);
    let shown = FORM.filled(&record);
    assert_eq!((shown.get(id("morning/to")), shown.get(id("ceiling"))), ("12:30", "39999,50"));
    let again = FORM.change(&key(), &Filled::default(), &shown).unwrap();
    assert_eq!(stored(&again).fields.len(), record.fields.len(), "what is shown is read again");
}

#[test]
fn every_fault_is_told_at_once_and_tied_to_its_input() {
    let none = FORM.create(&key(), &Filled::default()).unwrap_err();
    let missing = |name| Fault { input: id(name), wrong: Wrong::Missing };
    assert_eq!(none, [missing("title"), missing("window/from"), missing("window/to")]);
    for (name, text, wrong) in [
        ("title", "a\nb", Wrong::SeveralLines),
        ("title", "un titre bien trop long", Wrong::TooLong { max: 20 }),
        ("window/from", "2022-02-30", Wrong::Day),
        ("hours", "0", Wrong::Count { least: 1, most: 14 }),
        ("hours", "sept", Wrong::Count { least: 1, most: 14 }),
        ("ceiling", "12,345", Wrong::Euros),
        ("ceiling", "-3", Wrong::Euros),
        ("kind", "mde", Wrong::Choice),
        ("kit", "wifi four", Wrong::Choice),
        ("email", "accueil@exemple", Wrong::Email),
        ("email", "a b@exemple.fr", Wrong::Email),
        ("note", "un texte qui dépasse ses trente signes", Wrong::TooLong { max: 30 }),
        ("siret", "73282932000075", Wrong::Siret),
    ] {
        assert_eq!(faults(&[(name, text)]), [(id(name), wrong)], "{name} {text}");
    }
    let begun = faults(&[("morning/from", "25:00")]);
    assert_eq!(begun, [(id("morning/from"), Wrong::Time), (id("morning/to"), Wrong::Missing)]);
    let order = faults(&[("morning/from", "12:00"), ("morning/to", "12:00")]);
    assert_eq!(order, [(id("morning/to"), Wrong::NotInOrder)]);
    assert_eq!(faults(&[("window/to", "2022-01-03")]), [], "one day is a window");
    assert_eq!(faults(&[("window/to", "2022-01-02")]), [(id("window/to"), Wrong::NotInOrder)]);
}

#[test]
fn only_what_was_typed_anew_is_read_and_written() {
    let mut record = stored(&FORM.create(&key(), &whole()).unwrap());
    record.fields.remove("window");
    let shown = FORM.filled(&record);
    let mut typed = shown.clone();
    assert!(FORM.change(&key(), &shown, &typed).unwrap().is_empty());
    typed.set(id("hours"), "7");
    let changes = FORM.change(&key(), &shown, &typed).unwrap();
    assert_eq!(stored(&changes).fields.keys().filter(|name| name.as_str() == "hours").count(), 1);
    assert!(stored(&changes).value("title").is_none(), "a window that was lost keeps nothing else from being written");
    typed.set(id("title"), " ");
    let fault = Fault { input: id("title"), wrong: Wrong::Missing };
    assert_eq!(FORM.change(&key(), &shown, &typed), Err(vec![fault]));
}

#[test]
fn values_of_another_shape_show_nothing_and_are_told() {
    let mut changes = ChangeSet::new();
    for (name, value) in [
        ("title", json!(3)),
        ("window", json!({ "from": "2022-03-01" })),
        ("hours", json!(-1)),
        ("kit", json!(["four"])),
        ("kind", json!("rsa")),
    ] {
        changes.write(&key(), name, Some(&value));
    }
    let record = stored(&changes);
    let unreadable: Vec<_> = FORM.unreadable(&record).map(|name| name.as_str().to_owned()).collect();
    assert_eq!(unreadable, ["title", "window", "hours", "kit"]);
    let shown = FORM.filled(&record);
    assert_eq!((shown.get(id("title")), shown.get(id("kind"))), ("", "rsa"));
}

proptest! {
    /// Whatever is typed is refused or stored so that it shows and reads again to the same value.
    #[test]
    fn what_is_stored_shows_and_reads_again(typed in "\\PC{0,24}", nth in 0..13_usize) {
        let (input, _) = FORM.inputs().nth(nth).unwrap();
        let mut all = whole();
        all.set(input, typed);
        if let Ok(changes) = FORM.create(&key(), &all) {
            let record = stored(&changes);
            prop_assert_eq!(FORM.unreadable(&record).count(), 0);
            let again = stored(&FORM.create(&key(), &FORM.filled(&record)).unwrap());
            for name in record.fields.keys() {
                prop_assert_eq!(again.value(name.as_str()), record.value(name.as_str()));
            }
        }
    }
}
