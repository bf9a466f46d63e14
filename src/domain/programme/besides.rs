//! What the records of the programme and of its evaluation hold besides what is typed in a form, and whether it can be read. Reading is tolerant:
//! a value of another shape counts for nothing, so it must at least be shown.

use super::attendance::{Noted, TRAINER};
use super::forms;
use super::hours::{Half, clock};
use super::id::{self, CYCLE_FIELD, CycleId, SESSION_FIELD, SessionId};
use super::person::{Override, Restriction, field as person};
use super::registration::{Status as Place, field as registration};
use super::session::{Status, Tally, field as session};
use super::structure::{Asked, field as structure};
use crate::domain::curriculum::run::{RUN_KIND, field as run};
use crate::domain::curriculum::sequence::SequenceId;
use crate::domain::evaluation::ledger::Ledger;
use crate::domain::evaluation::moderation::{Decision, MODERATION_KIND, Tag, field as moderation};
use crate::domain::evaluation::response::{RESPONSE_KIND, Response, field as response};
use crate::domain::evaluation::secret::SecretNumber;
use crate::domain::evaluation::sending::{SENDING_KIND, field as sending};
use crate::domain::evaluation::survey::{QuestionId, Survey, SurveyKind};
use crate::domain::evaluation::synthesis::{Part, SYNTHESIS_KIND, Stage, field as synthesis};
use crate::domain::evaluation::wording::{SURVEY_KIND, State, field as survey};
use crate::domain::network::pairs::{Group, PAIRS_KIND, field as pairs};
use crate::records::{FieldName, Record, RecordId, SUBJECT_PREFIX};
use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

/// Whether records of this kind are the programme's.
pub fn is_of_programme(kind: &str) -> bool {
    matches!(kind, id::REGISTRATION_KIND | id::ATTENDANCE_KIND | id::WORDING_KIND | PAIRS_KIND | RUN_KIND)
        || is_of_evaluation(kind)
        || forms::of_kind(kind).is_some()
}

fn is_of_evaluation(kind: &str) -> bool {
    matches!(kind, RESPONSE_KIND | MODERATION_KIND | SENDING_KIND | SURVEY_KIND | SYNTHESIS_KIND)
}

/// The fields of a record that no form describes, and whose value cannot be read. Those that this version does not know
/// are left alone.
pub fn unreadable<'a>(kind: &'a str, record: &'a Record) -> impl Iterator<Item = &'a FieldName> {
    record.fields.keys().filter(move |name| {
        let name = name.as_str();
        record.value(name).is_some_and(|value| !may_be(kind, name, value))
    })
}

/// Whether a field may hold a value; true for those that are described elsewhere.
fn may_be(kind: &str, name: &str, value: &Value) -> bool {
    if name.starts_with(SUBJECT_PREFIX) {
        return value.is_boolean();
    }
    match (kind, name) {
        (id::SESSION_KIND, session::STATUS) => is::<Status>(value),
        (id::SESSION_KIND, session::REPORT) => value.is_string(),
        (id::SESSION_KIND, _) if name.starts_with(session::TALLY) => {
            let of = name.strip_prefix(session::TALLY).unwrap_or_default();
            RecordId::new(of).is_ok() && is::<Tally>(value)
        }
        (id::REGISTRATION_KIND, registration::STATUS) => is::<Place>(value),
        (id::REGISTRATION_KIND, registration::ASKED_AT) => value.is_i64(),
        (id::REGISTRATION_KIND, registration::INVITED_ON) => is::<NaiveDate>(value),
        (id::REGISTRATION_KIND | id::ATTENDANCE_KIND, SESSION_FIELD) => is::<SessionId>(value),
        (id::ATTENDANCE_KIND, TRAINER) => value.is_boolean(),
        (id::ATTENDANCE_KIND, _) if Half::ALL.iter().any(|half| half.code() == name) => is::<Noted>(value),
        (id::PROFESSIONAL_KIND, person::ELIGIBILITY) => is::<Override>(value),
        (id::PROFESSIONAL_KIND, person::RESTRICTED) => is::<Restriction>(value),
        (id::STRUCTURE_KIND, _) if name.starts_with(structure::REMINDER) => {
            let day = name.strip_prefix(structure::REMINDER).unwrap_or_default();
            day.parse::<NaiveDate>().is_ok() && value.is_boolean()
        }
        (id::STRUCTURE_KIND, _) if name.starts_with(structure::ASKED) => {
            let what = name.strip_prefix(structure::ASKED).unwrap_or_default();
            Asked::ALL.iter().any(|one| one.code() == what) && is::<NaiveDate>(value)
        }
        (RUN_KIND, run::ENDED) => clock::deserialize(value).is_ok(),
        (RUN_KIND, _) => name
            .strip_prefix(run::START)
            .is_none_or(|of| SequenceId::new(of).is_ok() && clock::deserialize(value).is_ok()),
        (PAIRS_KIND, pairs::GROUPS) => is::<Vec<Group>>(value),
        (PAIRS_KIND, pairs::DRAWN_ON) => is::<NaiveDate>(value),
        (id::WORDING_KIND, _) => value.is_string(),
        (kind, _) if is_of_evaluation(kind) => may_be_of_evaluation(kind, name, value),
        (kind, CYCLE_FIELD) if is_of_programme(kind) => is::<CycleId>(value),
        _ => true,
    }
}

/// The same, in the records of the evaluation.
fn may_be_of_evaluation(kind: &str, name: &str, value: &Value) -> bool {
    let question = |of: &str| QuestionId::new(of).is_ok();
    let after = |prefix: &str| name.strip_prefix(prefix);
    match kind {
        RESPONSE_KIND => name != response::RESPONSE || is::<Response>(value),
        SENDING_KIND => name != sending::NUMBERS || is::<BTreeSet<SecretNumber>>(value),
        MODERATION_KIND => match (after(moderation::TEXT), after(moderation::TAGS)) {
            (Some(of), _) => question(of) && is::<Decision>(value),
            (_, Some(of)) => question(of) && is::<BTreeSet<Tag>>(value),
            _ => name != moderation::SET_ASIDE || value.is_boolean(),
        },
        SURVEY_KIND => match name {
            survey::KIND => is::<SurveyKind>(value),
            survey::NAME | survey::COMMENTS | survey::SENDER | survey::REMINDER => value.is_string(),
            survey::STATE => is::<State>(value),
            survey::FROZEN => is::<Survey>(value),
            _ => match (after(survey::TITLE), after(survey::LEFT_OUT)) {
                (Some(of), _) => question(of) && value.is_string(),
                (_, Some(of)) => question(of) && value.is_boolean(),
                _ => true,
            },
        },
        _ => match (after(synthesis::LEDGER), after(synthesis::PUBLISHED), after(synthesis::QUOTE)) {
            (Some(part), ..) => Part::from_code(part).is_some() && is::<Ledger>(value),
            (_, Some(of), _) => {
                let is_day = |(on, nth): (&str, &str)| on.parse::<NaiveDate>().is_ok() && nth.parse::<usize>().is_ok();
                of.split_once('/').is_some_and(is_day) && is::<Stage>(value)
            }
            (.., Some(of)) => {
                let is_named = |(number, of): (&str, &str)| number.parse::<SecretNumber>().is_ok() && question(of);
                of.split_once('/').is_some_and(is_named) && value.is_boolean()
            }
            _ => match (after(synthesis::COMMENT), after(synthesis::ERASED)) {
                (Some(_), _) => value.is_string(),
                (_, Some(of)) => {
                    let is_named =
                        |(part, of): (&str, &str)| Part::from_code(part).is_some() && SessionId::new(of).is_ok();
                    of.split_once('/').is_some_and(is_named) && value.is_u64()
                }
                _ => true,
            },
        },
    }
}

fn is<T: DeserializeOwned>(value: &Value) -> bool {
    T::deserialize(value).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::attendance::Presence;
    use super::super::erasure;
    use super::super::fixture::{Fixture, day};
    use super::super::registration::{Why, set_status as set_place};
    use super::super::session::set_status;
    use super::super::structure::{ask, remind};
    use super::*;
    use crate::content::communes::communes;
    use crate::records::{ChangeSet, Key, Kind};
    use serde_json::json;

    /// What is found in a record that holds this value.
    fn found(kind: &str, name: &str, value: Value) -> Vec<String> {
        let mut fixture = Fixture::new();
        let key = Key { kind: Kind::new(kind).unwrap(), id: RecordId::new("r").unwrap() };
        let mut changes = ChangeSet::new();
        changes.set_named(&key, name, value).unwrap();
        fixture.commit(&changes);
        unreadable(kind, fixture.tables.get(&key).unwrap()).map(|name| name.as_str().to_owned()).collect()
    }

    /// What the evaluation keeps: a value that is right, and one that is not.
    fn of_evaluation() -> Vec<(&'static str, &'static str, Value, Value)> {
        let number = SecretNumber::new(7).to_string();
        let response = |on: &str| {
            json!({
                "number": number, "survey": "end_of_day", "version": "2022-1", "session": "s", "on": on, "edition": 1,
                "answers": { "content": { "one": "fully" } },
            })
        };
        let decision = |is: &str| json!({ "edition": 1, "state": { "is": is } });
        let batch = |units: Value| json!({ "batches": [{ "on": "2022-03-01", "sessions": ["s"], "threshold": 5, "units": units, "fell": [] }], "lines": [] });
        let survey = |kind: &str| json!({ "kind": kind, "version": "v", "title": "t", "intro": "", "sections": [] });
        vec![
            (RESPONSE_KIND, "response", response("2022-03-01"), response("un jour")),
            (MODERATION_KIND, "set_aside", json!(true), json!("oui")),
            (MODERATION_KIND, "text/free", decision("read"), decision("burnt")),
            (MODERATION_KIND, "tags/free", json!(["pace"]), json!(["weather"])),
            (SENDING_KIND, "numbers", json!([SecretNumber::new(7)]), json!(["7"])),
            (SURVEY_KIND, "survey", json!("end_of_day"), json!("every_day")),
            (SURVEY_KIND, "name", json!("Version"), json!(3)),
            (SURVEY_KIND, "comments", json!("Plus court"), json!([])),
            (SURVEY_KIND, "state", json!({ "is": "sent", "on": "2022-02-01" }), json!({ "is": "sent" })),
            (SURVEY_KIND, "frozen", survey("end_of_day"), survey("every_day")),
            (SURVEY_KIND, "title/content", json!("Le contenu"), json!(true)),
            (SURVEY_KIND, "left_out/pace", json!(true), json!("oui")),
            (SYNTHESIS_KIND, "ledger/end_of_day", batch(json!(["a"])), batch(json!({ "a": "0" }))),
            (SYNTHESIS_KIND, "comment/cycle", json!("Bilan"), json!(0)),
            (SYNTHESIS_KIND, "erased/end_of_day/s", json!(3), json!("trois")),
            (SYNTHESIS_KIND, "published/2022-03-01/1", json!("closing"), json!("some_day")),
        ]
    }

    #[test]
    fn whatever_is_read_with_tolerance_is_found_when_it_cannot_be() {
        for (kind, name, right, wrong) in [
            (id::SESSION_KIND, "status", json!({ "is": "cancelled", "reason": "neige" }), json!({ "is": "cancelled" })),
            (id::SESSION_KIND, "status", json!({ "is": "held" }), json!({ "is": "postponed" })),
            (id::SESSION_KIND, "report", json!("Bien."), json!(7)),
            (
                id::SESSION_KIND,
                "tally/r",
                json!({ "kind": null, "territory": null, "is_registered": true, "is_trained": true, "minutes": 420 }),
                json!({ "minutes": 420 }),
            ),
            (id::SESSION_KIND, "cycle", json!("c"), json!(["c"])),
            (id::REGISTRATION_KIND, "status", json!({ "is": "waiting" }), json!("waiting")),
            (
                id::REGISTRATION_KIND,
                "status",
                json!({ "is": "cancelled", "why": "moved" }),
                json!({ "is": "cancelled", "why": "ill" }),
            ),
            (id::REGISTRATION_KIND, "asked_at", json!(1_640_000_000_000_i64), json!("hier")),
            (id::REGISTRATION_KIND, "invited_on", json!("2022-02-01"), json!("2022-02-31")),
            (id::REGISTRATION_KIND, "session", json!("s"), json!("")),
            (id::REGISTRATION_KIND, "subject/p", json!(true), json!("oui")),
            (
                id::ATTENDANCE_KIND,
                "morning",
                json!({ "is": "partial", "late": 5, "early": 0, "from": "sheet" }),
                json!({ "is": "partial", "late": -5, "early": 0, "from": "sheet" }),
            ),
            (
                id::ATTENDANCE_KIND,
                "afternoon",
                json!({ "is": "present", "from": "screen" }),
                json!({ "is": "present", "from": "phone" }),
            ),
            (id::ATTENDANCE_KIND, "trainer", json!(true), json!(1)),
            (RUN_KIND, "ended", json!("17:00"), json!("le soir")),
            (RUN_KIND, "start/s1", json!("09:30"), json!(9)),
            (PAIRS_KIND, "groups", json!([["a", "b"]]), json!([["a", 2]])),
            (PAIRS_KIND, "drawn_on", json!("2022-03-01"), json!("hier")),
            (
                id::PROFESSIONAL_KIND,
                "eligibility",
                json!({ "is_accepted": true, "reason": "" }),
                json!({ "is_accepted": 1 }),
            ),
            (
                id::PROFESSIONAL_KIND,
                "restricted",
                json!({ "until": "2030-01-01", "reason": "" }),
                json!({ "until": "un jour", "reason": "" }),
            ),
            (id::STRUCTURE_KIND, "asked/venue", json!("2022-02-01"), json!(true)),
            (id::STRUCTURE_KIND, "reminder/2022-02-01", json!(true), json!("oui")),
            (id::MEETING_KIND, "cycle", json!("c"), json!(3)),
            (id::WORDING_KIND, "invitation", json!("Bonjour"), json!({ "text": "Bonjour" })),
        ] {
            assert_eq!(found(kind, name, right), Vec::<String>::new(), "{kind}/{name}");
            assert_eq!(found(kind, name, wrong), [name], "{kind}/{name}");
        }
        for (kind, name, right, wrong) in of_evaluation() {
            assert_eq!(found(kind, name, right), Vec::<String>::new(), "{kind}/{name}");
            assert_eq!(found(kind, name, wrong), [name], "{kind}/{name}");
        }
        for (kind, name) in [
            (MODERATION_KIND, "text/FREE"),
            (SYNTHESIS_KIND, "ledger/tomorrow"),
            (SYNTHESIS_KIND, "published/hier"),
            (SYNTHESIS_KIND, "quote/nobody/free"),
        ] {
            assert_eq!(found(kind, name, json!(true)), [name], "{kind}/{name}");
        }
        assert_eq!(found(id::STRUCTURE_KIND, "reminder/hier", json!(true)), ["reminder/hier"]);
        assert_eq!(found(id::STRUCTURE_KIND, "asked/money", json!("2022-02-01")), ["asked/money"]);
        assert_eq!(found(id::SESSION_KIND, "since_then", json!([1])), Vec::<String>::new(), "of a later version");
        assert_eq!(found("interview", "status", json!(3)), Vec::<String>::new(), "not of the programme");
    }

    #[test]
    fn nothing_that_is_written_here_is_found() {
        let mut fixture = Fixture::new();
        let structure = fixture.structure("m", super::super::structure::StructureKind::MissionLocale);
        let key = structure.key().unwrap();
        fixture.commit(&ask(&key, Asked::Venue, Some(day("2022-02-01"))));
        fixture.commit(&remind(&key, day("2022-02-01"), true));
        let session = fixture.session("s", "2022-02-01");
        let people = ["a", "b", "c"].map(|id| fixture.person(id, Some(&structure)));
        fixture.register(&session, &people);
        fixture.note(&session, &people[0], [Presence::Present, Presence::Partial { late: 5, early: 0 }]);
        let place = fixture.programme().places(&session)[1].clone();
        fixture.commit(&set_place(&place, &Place::Cancelled { why: Why::Other, note: "malade".to_owned() }));
        fixture.commit(&set_status(&session, &Status::Held));
        let until = Restriction { until: day("2030-01-01"), reason: "preuve".to_owned() };
        fixture.commit(&erasure::restrict(&people[1], Some(&until)));
        let content = communes().unwrap();
        let erased = erasure::erase(&fixture.tables, &people[0], &content.communes, day("2022-03-01"));
        fixture.commit(&erased);
        let all = fixture.tables.iter();
        let found: Vec<_> = all.flat_map(|(kind, _, record)| unreadable(kind.as_str(), record)).collect();
        assert_eq!(found, Vec::<&FieldName>::new());
    }
}
