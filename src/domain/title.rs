//! What people call a record.

use super::directory::edition::DIRECTORY_KIND;
use super::ecosystem::contact::{self, CONTACT_KIND};
use super::ecosystem::decode::field as actor_field;
use super::ecosystem::model::ACTOR_KIND;
use super::interview::decode::field;
use super::interview::model::KIND;
use crate::records::Record;

/// The name that people gave to a record, when its kind has one.
pub fn title(kind: &str, record: &Record) -> Option<String> {
    let names: &[&str] = match kind {
        KIND => &[field::LABEL],
        DIRECTORY_KIND => &["source"],
        ACTOR_KIND => &[actor_field::NAME],
        CONTACT_KIND => &[contact::field::NAME, contact::field::FUNCTION],
        _ => &[],
    };
    names.iter().find_map(|name| record.value(name)?.as_str().map(ToOwned::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_record_is_called_by_what_people_wrote() {
        let entry = |value: &str| json!([{ "v": value, "at": 1, "by": "r1", "seq": 1 }]);
        let fields =
            json!({ "fields": { "label": entry("23-11-A"), "source": entry("Carte"), "function": entry("Accueil") } });
        let record: Record = serde_json::from_value(fields).unwrap();
        assert_eq!(title("interview", &record).as_deref(), Some("23-11-A"));
        assert_eq!(title("directory", &record).as_deref(), Some("Carte"));
        assert_eq!(title("contact", &record).as_deref(), Some("Accueil"));
        assert_eq!(title("actor", &record), None, "a correction of something else than the name");
        assert_eq!(title("later", &record), None);
        assert_eq!(title("interview", &Record::erasure()), None);
    }
}
