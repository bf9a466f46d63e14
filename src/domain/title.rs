//! What people call a record.

use super::curriculum::sequence::SEQUENCE_KIND;
use super::curriculum::version::CURRICULUM_KIND;
use super::directory::edition::DIRECTORY_KIND;
use super::directory::local::decode as place;
use super::directory::local::identity::PLACE_KIND;
use super::directory::local::list::{self, PLACE_LIST_KIND};
use super::ecosystem::contact::{self, CONTACT_KIND};
use super::ecosystem::decode::field as actor_field;
use super::ecosystem::model::ACTOR_KIND;
use super::evaluation::wording::{SURVEY_KIND, field as wording};
use super::exercise::case::CASE_KIND;
use super::exercise::code::EXERCISE_KIND;
use super::exercise::model::field as exercise;
use super::interview::decode::field;
use super::interview::model::KIND;
use super::map::base_map::{self, BASE_MAP_KIND};
use super::network::card::CARD_KIND;
use super::programme::{cycle, id, log, person, session, structure};
use crate::records::Record;

/// The name that people gave to a record, when its kind has one.
pub fn title(kind: &str, record: &Record) -> Option<String> {
    let names: &[&str] = match kind {
        KIND => &[field::LABEL],
        DIRECTORY_KIND => &["source"],
        BASE_MAP_KIND => return base_map::name(record),
        PLACE_KIND => return place::name(record).map(ToOwned::to_owned),
        PLACE_LIST_KIND => &[list::field::NAME],
        ACTOR_KIND => &[actor_field::NAME],
        EXERCISE_KIND => &[exercise::TITLE],
        CASE_KIND => &["title"],
        CONTACT_KIND => &[contact::field::NAME, contact::field::FUNCTION],
        SURVEY_KIND => &[wording::NAME],
        CURRICULUM_KIND | SEQUENCE_KIND => &["title"],
        id::CYCLE_KIND => &[cycle::field::TITLE],
        id::SESSION_KIND => &[session::field::HELD_ON],
        id::STRUCTURE_KIND => &[structure::field::NAME],
        id::PROFESSIONAL_KIND | id::TRAINER_KIND | CARD_KIND => return person::name_of(record),
        id::MEETING_KIND => &[log::field::TITLE, log::field::HELD_ON],
        id::ACTION_KIND | id::RISK_KIND => &[log::field::LABEL],
        id::COMPLAINT_KIND => &[log::field::RECEIVED_ON],
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
        let place = json!([{ "v": { "name": "Le Relais" }, "at": 1, "by": "r1", "seq": 2 }]);
        let fields = json!({ "fields": {
            "label": entry("23-11-A"), "source": entry("Carte"), "function": entry("Accueil"), "place": place,
        } });
        let record: Record = serde_json::from_value(fields).unwrap();
        assert_eq!(title("interview", &record).as_deref(), Some("23-11-A"));
        assert_eq!(title("directory", &record).as_deref(), Some("Carte"));
        assert_eq!(title("contact", &record).as_deref(), Some("Accueil"));
        assert_eq!(title("place", &record).as_deref(), Some("Le Relais"));
        assert_eq!(title("actor", &record), None, "a correction of something else than the name");
        let list = json!({ "fields": { "name": entry("Autour de la gare") } });
        let list: Record = serde_json::from_value(list).unwrap();
        assert_eq!(title("place_list", &list).as_deref(), Some("Autour de la gare"));
        assert_eq!(title("base_map", &list), None);
        let exercise: Record = serde_json::from_value(json!({ "fields": { "title": entry("Mardi") } })).unwrap();
        assert_eq!(title("exercise", &exercise).as_deref(), Some("Mardi"));
        assert_eq!(title("sequence", &exercise).as_deref(), Some("Mardi"));
        assert_eq!(title("curriculum", &exercise).as_deref(), Some("Mardi"));
        assert_eq!(title("case", &exercise).as_deref(), Some("Mardi"));
        let current = json!({ "snapshot": "0".repeat(64), "name": "Contours", "imported_on": "2026-03-02",
            "file": "contours.geojson", "count": 2 });
        let map: Record = serde_json::from_value(
            json!({ "fields": { "current": [{ "v": current, "at": 1, "by": "r1", "seq": 1 }] } }),
        )
        .unwrap();
        assert_eq!(title("base_map", &map).as_deref(), Some("Contours"));
        assert_eq!(title("later", &record), None);
        assert_eq!(title("interview", &Record::erasure()), None);
    }
}
