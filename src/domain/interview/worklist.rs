//! The interviews of a device, as a list shows them: thousands are sorted, only those on the screen are read whole.

use super::decode::{self, field, is_in_use};
use super::label::CaseLabel;
use super::model::{Interview, KIND};
use crate::records::{Record, RecordId, Tables};
use chrono::NaiveDate;
use serde::Deserialize;
use std::sync::Arc;

/// A line of the list, not read further yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: RecordId,
    /// Begun, and not concluded.
    pub is_ongoing: bool,
    started_on: Option<String>,
    record: Arc<Record>,
}

impl Line {
    fn of(id: &RecordId, record: &Arc<Record>) -> Self {
        let concluded = record.value(field::CONCLUDED_ON).is_some_and(|value| NaiveDate::deserialize(value).is_ok());
        // Dates of this form sort as texts.
        let started_on = record.value(field::STARTED_ON).and_then(|value| value.as_str()).filter(|day| day.len() == 10);
        Self {
            id: id.clone(),
            is_ongoing: !concluded,
            started_on: started_on.map(ToOwned::to_owned),
            record: Arc::clone(record),
        }
    }

    /// What people call it.
    pub fn label(&self) -> Option<CaseLabel> {
        decode::label(&self.record)
    }

    /// The whole interview.
    pub fn interview(&self) -> Interview {
        Interview::from_record(&self.id, &self.record)
    }
}

/// The records of the interviews that ordinary lists show.
pub fn in_use(tables: &Tables) -> impl Iterator<Item = (&RecordId, &Arc<Record>)> {
    tables.live(KIND).filter(|(_, record)| is_in_use(record))
}

/// The interviews that may be used, the latest first.
pub fn latest_first<'a>(records: impl Iterator<Item = (&'a RecordId, &'a Arc<Record>)>) -> Vec<Line> {
    let mut lines: Vec<Line> =
        records.filter(|(_, record)| is_in_use(record)).map(|(id, record)| Line::of(id, record)).collect();
    lines.sort_by(|a, b| b.started_on.cmp(&a.started_on).then_with(|| b.id.cmp(&a.id)));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::interview::model::Status;
    use serde_json::json;
    use std::collections::BTreeMap;

    #[test]
    fn the_latest_comes_first_and_one_without_a_date_last() {
        let begun = |day: &str| {
            let fields = json!({ "started_on": [{ "v": day, "at": 1, "by": "r", "seq": 1 }] });
            Arc::new(serde_json::from_value::<Record>(json!({ "fields": fields })).unwrap())
        };
        let records = BTreeMap::from([
            (RecordId::new("a").unwrap(), begun("2026-03-02")),
            (RecordId::new("b").unwrap(), Arc::new(Record::default())),
            (RecordId::new("c").unwrap(), begun("2026-03-02")),
            (RecordId::new("d").unwrap(), begun("2026-03-05")),
        ]);
        let order: Vec<String> = latest_first(records.iter()).iter().map(|line| line.id.to_string()).collect();
        assert_eq!(order, ["d", "c", "a", "b"]);
    }

    #[test]
    fn a_line_says_what_the_whole_interview_says() {
        let with = |name: &str, value: serde_json::Value| {
            let fields = json!({ name: [{ "v": value, "at": 1, "by": "r", "seq": 1 }] });
            Arc::new(serde_json::from_value::<Record>(json!({ "fields": fields })).unwrap())
        };
        let restriction = json!({ "until": "2027-01-01", "reason": "Recours" });
        for record in [
            with("concluded_on", json!("2026-03-02")),
            with("concluded_on", json!("demain")),
            with("label", json!("A")),
            with("restricted", restriction),
            with("restricted", json!("oui")),
        ] {
            let id = RecordId::new("a").unwrap();
            let interview = Interview::from_record(&id, &record);
            let lines = latest_first([(&id, &record)].into_iter());
            assert_eq!(lines.len(), usize::from(interview.is_in_use()), "{record:?}");
            for line in lines {
                assert_eq!(line.is_ongoing, interview.status == Status::Ongoing);
                assert_eq!(line.label(), interview.label);
                assert_eq!(line.interview(), interview);
            }
        }
    }
}
