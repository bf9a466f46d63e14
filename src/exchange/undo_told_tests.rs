//! What was told to people is not taken back: published again from before, it could be subtracted.

use super::*;
use crate::domain::evaluation::synthesis::SYNTHESIS_KIND;
use crate::domain::programme::id::SESSION_KIND;

fn synthesis() -> Key {
    Key { kind: Kind::new(SYNTHESIS_KIND).unwrap(), id: RecordId::new("cycle").unwrap() }
}

fn say(tables: &mut Tables, replica: &str, field: &str, value: impl Into<Value>) {
    let mut changes = ChangeSet::new();
    changes.set_named(&synthesis(), field, value).unwrap();
    apply(tables, replica, &changes);
}

/// Publishes, as far as fields go.
fn publish(tables: &mut Tables, replica: &str, ledger: &str) {
    say(tables, replica, "ledger/end_of_day", ledger);
    say(tables, replica, "published/2022-04-01/1", "closing");
}

/// What is there to read of a field.
fn read(tables: &Tables, field: &str) -> Option<Value> {
    let record = tables.get(&synthesis()).filter(|record| is_live(record));
    record.and_then(|record| record.value(field)).cloned()
}

/// The comment, what was published, and how many were erased.
fn told(tables: &Tables) -> [Option<Value>; 4] {
    ["comment/cycle", "ledger/end_of_day", "published/2022-04-01/1", "erased/end_of_day/s1"]
        .map(|field| read(tables, field))
}

#[test]
fn what_was_published_since_the_point_stays() {
    for left_this_browser in [false, true] {
        for (before, comment) in [(vec![], None), (vec![("comment/cycle", "then")], Some(json!("then")))] {
            let mut now = Tables::default();
            before.iter().for_each(|(field, value)| say(&mut now, "r1", field, *value));
            let point = point(&now, &[]);
            publish(&mut now, "r1", "told");
            say(&mut now, "r1", "comment/cycle", "since");
            say(&mut now, "r1", "erased/end_of_day/s1", 6);
            let rollback = return_to(&now, &point, left_this_browser).unwrap();
            assert_eq!(rollback.outlook.by_kind[SYNTHESIS_KIND], RollbackCounts { back: 0, gone: 0, changed: 1 });
            let back = roll_back(&mut now, &rollback);
            let said = [comment, Some(json!("told")), Some(json!("closing")), Some(json!(6))];
            assert_eq!(told(&now), said, "{left_this_browser}");
            assert!(return_to(&now, &point, left_this_browser).unwrap().is_empty(), "once is enough");
            let rollback = return_to(&now, &back, left_this_browser).unwrap();
            roll_back(&mut now, &rollback);
            assert_eq!(read(&now, "comment/cycle"), Some(json!("since")), "and there again");
        }
    }
}

#[test]
fn what_was_published_elsewhere_stays_though_its_import_is_undone() {
    for left_this_browser in [false, true] {
        let mut file = Tables::default();
        publish(&mut file, "r2", "told there");
        say(&mut file, "r2", "comment/cycle", "there");
        let mut now = Tables::default();
        let point = import(&mut now, &file);
        let imported = now.clone();
        let rollback = undo(&now, &point, left_this_browser).unwrap();
        roll_back(&mut now, &rollback);
        assert_eq!(told(&now), [None, Some(json!("told there")), Some(json!("closing")), None]);
        assert!(undo(&now, &point, left_this_browser).unwrap().is_empty(), "once is enough");
        if !left_this_browser {
            import(&mut now, &file);
            assert_eq!(now, imported, "the file may come in again");
        }
    }
}

#[test]
fn two_that_were_published_apart_stay_to_be_settled() {
    for left_this_browser in [false, true] {
        let (mut now, mut file) = (Tables::default(), Tables::default());
        publish(&mut now, "r1", "told here");
        publish(&mut file, "r2", "told there");
        let point = import(&mut now, &file);
        let disputed = now.get(&synthesis()).unwrap().clone();
        for rollback in [undo(&now, &point, left_this_browser), return_to(&now, &point, left_this_browser)] {
            let mut now = now.clone();
            roll_back(&mut now, &rollback.unwrap());
            assert_eq!(now.get(&synthesis()), Some(&disputed));
        }
    }
}

#[test]
fn what_is_counted_of_whoever_was_erased_since_stays_in_its_session() {
    let session = Key { kind: Kind::new(SESSION_KIND).unwrap(), id: RecordId::new("s1").unwrap() };
    let write = |tables: &mut Tables, field: &str, value: &str| {
        let mut changes = ChangeSet::new();
        changes.set_named(&session, field, value).unwrap();
        apply(tables, "r1", &changes);
    };
    let told = |tables: &Tables| {
        let record = tables.get(&session).filter(|record| is_live(record));
        record.map(|record| {
            ["place", "tally/p"].map(|field| record.value(field).and_then(Value::as_str).map(str::to_owned))
        })
    };
    for left_this_browser in [false, true] {
        let mut now = Tables::default();
        let nothing = point(&now, &[]);
        write(&mut now, "place", "then");
        let point = point(&now, &[]);
        write(&mut now, "place", "since");
        write(&mut now, "tally/p", "counted");
        let mut back = now.clone();
        let rollback = return_to(&now, &point, left_this_browser).unwrap();
        roll_back(&mut back, &rollback);
        assert_eq!(told(&back), Some([Some("then".to_owned()), Some("counted".to_owned())]), "{left_this_browser}");
        let whole = return_to(&now, &nothing, left_this_browser).unwrap();
        roll_back(&mut now, &whole);
        assert_eq!(told(&now), None, "a session that was not there goes whole");
    }
}
