use super::*;
use crate::content::cases::cases;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::exercise::case_change::{self, Fault, Identity, Part, copy};
use crate::records::{Author, ChangeSet, DeviceId, ReplicaId};
use proptest::prelude::*;
use serde_json::json;

fn stored(tables: &mut Tables, changes: &ChangeSet, replica: &str) {
    let author = Author { replica: ReplicaId::new(replica).unwrap(), device: DeviceId::new("d1").unwrap(), at_ms: 1 };
    changes.apply(&tables.clone(), &author).into_iter().for_each(|(key, record)| tables.put(key, record));
}

fn case_key() -> Key {
    key(&RecordId::new("0192f000-0000-7000-8000-000000000001").unwrap()).unwrap()
}

/// The tables with one copy of a delivered case, by its rank.
fn copied(nth: usize) -> Tables {
    let mut tables = Tables::default();
    let case = &cases().unwrap().cases[nth];
    stored(&mut tables, &copy(case, &case_key(), &case.title), "r1");
    tables
}

fn only(tables: &Tables) -> WrittenCase {
    let all = WrittenCase::all(tables);
    let [case] = all.as_slice() else { panic!("{all:?}") };
    case.clone()
}

fn missing(case: &WrittenCase) -> Vec<Missing> {
    case.missing(questionnaire().unwrap(), rulebook().unwrap())
}

#[test]
fn every_delivered_case_copied_says_the_same() {
    for (nth, case) in cases().unwrap().cases.iter().enumerate() {
        let written = only(&copied(nth));
        assert_eq!(missing(&written), [], "{}", case.name);
        assert!(written.kept_aside.is_empty() && written.disputed.is_empty());
        let mut back = written.whole(questionnaire().unwrap(), rulebook().unwrap()).unwrap();
        assert_eq!((back.number, back.id.as_str()), (CaseNumber::WRITTEN, case_key().id.as_str()));
        // The order of answers and of orientations is that of their names, and so is that of what a topic is about.
        let mut case = case.as_ref().clone();
        for one in [&mut case, &mut back] {
            one.reading.answers.sort_by(|a, b| a.item.cmp(&b.item));
            one.reading.keep.sort_by(|a, b| a.orientation.cmp(&b.orientation));
            one.reading.leave.sort_by(|a, b| a.orientation.cmp(&b.orientation));
            one.says.iter_mut().for_each(|topic| topic.about.sort());
            one.hidden.iter_mut().for_each(|hidden| hidden.topic.about.sort());
        }
        (back.id, back.number) = (case.id.clone(), case.number);
        assert_eq!(back, case);
    }
}

#[test]
fn a_draft_says_everything_that_it_lacks_and_is_no_case_of_an_exercise() {
    let draft = WrittenCase::empty(case_key()).unwrap();
    use Missing::{AgeBand, Commune, Context, Hidden, Name, Story, Title};
    assert_eq!(missing(&draft), [Title, Name, AgeBand, Commune, Context, Story, Hidden]);
    assert_eq!(draft.whole(questionnaire().unwrap(), rulebook().unwrap()), None);
    let whole = only(&copied(0));
    let topic = whole.topics[0].0.clone();
    let (item, _) = whole.reading.first_key_value().unwrap();
    let (orientation, _) = whole.orientations.first_key_value().unwrap();
    let unknown = ItemId::new("fax").unwrap();
    type Spoil = Box<dyn Fn(&mut WrittenCase)>;
    let spoiled: Vec<(Spoil, Missing)> = vec![
        (Box::new(|case| case.name = "x".repeat(41)), Name),
        (Box::new(|case| case.topics[0].1.reply = " ".into()), Missing::Topic(topic.clone())),
        (Box::new(|case| case.topics.iter_mut().for_each(|(_, topic)| topic.hidden = None)), Hidden),
        (
            Box::new({
                let item = item.clone();
                move |case| drop(case.reading.remove(&item))
            }),
            Missing::Reading(item.clone()),
        ),
        (
            Box::new({
                let item = item.clone();
                move |case| case.reading.get_mut(&item).unwrap().why.clear()
            }),
            Missing::AnswerArgument(item.clone()),
        ),
        (
            Box::new({
                let item = item.clone();
                move |case| case.reading.get_mut(&item).unwrap().also = vec![Answer::Many([].into())]
            }),
            Missing::WrongAnswer(item.clone()),
        ),
        (
            Box::new({
                let item = item.clone();
                move |case| case.topics.iter_mut().for_each(|(_, topic)| topic.about.retain(|one| *one != item))
            }),
            Missing::NothingSaid(item.clone()),
        ),
        (
            Box::new({
                let unknown = unknown.clone();
                move |case| case.topics[0].1.about.extend([unknown.clone()])
            }),
            Missing::UnknownItem(unknown.clone()),
        ),
        (
            Box::new({
                let id = orientation.clone();
                move |case| case.orientations.get_mut(&id).unwrap().why.clear()
            }),
            Missing::OrientationArgument(orientation.clone()),
        ),
    ];
    for (spoil, expected) in spoiled {
        let mut case = whole.clone();
        spoil(&mut case);
        assert!(missing(&case).contains(&expected), "{expected:?} {:?}", missing(&case));
        assert_eq!(case.whole(questionnaire().unwrap(), rulebook().unwrap()), None, "{expected:?}");
        // What is found missing is what the check of delivered cases finds, but for the label of an interview.
        let faults = case.assembled().unwrap().check(questionnaire().unwrap(), rulebook().unwrap());
        assert_eq!(faults.is_empty(), expected == Name, "{expected:?} {faults:?}");
    }
}

#[test]
fn two_people_who_write_other_parts_are_both_kept_and_one_part_written_twice_is_told() {
    let base = copied(0);
    let case = only(&base);
    let (topic, written) = case.topics[0].clone();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    stored(
        &mut mine,
        &case_change::write_topic(&case.key, &topic, Some(&WrittenTopic { reply: "Autre".into(), ..written })),
        "r2",
    );
    let shown = Identity::of(&case);
    let retitled = Identity { title: "Sans réseau".into(), ..shown.clone() };
    stored(&mut theirs, &retitled.changes(&case.key, &shown).unwrap(), "r3");
    let merged = |mine: &Tables, theirs: &Tables| {
        let mut merged = mine.clone();
        merged.merged_with(theirs).into_iter().for_each(|(key, record)| merged.put(key, record));
        merged
    };
    let both = only(&merged(&mine, &theirs));
    assert_eq!((both.title.as_str(), both.topics[0].1.reply.as_str()), ("Sans réseau", "Autre"));
    assert_eq!(both.disputed, []);
    let mine_retitled = Identity { title: "Hors ligne".into(), ..shown.clone() };
    stored(&mut mine, &mine_retitled.changes(&case.key, &shown).unwrap(), "r2");
    let disputed = only(&merged(&mine, &theirs)).disputed;
    assert_eq!(disputed.iter().map(FieldName::as_str).collect::<Vec<_>>(), ["title"]);
}

/// A case with these topics, each with its rank.
fn with_topics(ranks: &[(&str, i64)]) -> Tables {
    let mut tables = Tables::default();
    for (id, rank) in ranks {
        let topic = WrittenTopic { rank: *rank, question: (*id).to_owned(), ..WrittenTopic::default() };
        stored(&mut tables, &case_change::write_topic(&case_key(), &TopicId::new(id).unwrap(), Some(&topic)), "r1");
    }
    tables
}

#[test]
fn a_topic_is_moved_and_only_what_changes_its_rank_is_written() {
    for (ranks, from, to, expected, writes) in [
        (&[1, 2, 3][..], 0, 1, "b a c", 2),
        (&[1, 2, 3], 2, 1, "a c b", 2),
        (&[-4, 7, 90], 0, 2, "b c a", 3),
        (&[1, 2, 3], 1, 1, "a b c", 0),
        (&[1, 2, 3], 2, 3, "a b c", 0),
        // Added apart, they had one rank.
        (&[5, 5, 5], 0, 1, "b a c", 3),
        (&[1, 1, 3], 1, 2, "a c b", 2),
        (&[i64::MAX, i64::MAX, i64::MAX], 2, 0, "c a b", 3),
        (&[1], 0, 1, "a", 0),
        (&[], 0, 0, "", 0),
    ] {
        let named: Vec<(&str, i64)> = ["a", "b", "c"].into_iter().zip(ranks.iter().copied()).collect();
        let mut tables = with_topics(&named);
        let before = WrittenCase::from_record(&case_key().id, tables.get(&case_key()).unwrap_or(&Record::default()));
        let changes = case_change::move_topic(&before.unwrap(), from, to);
        assert_eq!(changes.changes.len(), writes, "{ranks:?} {from} {to}");
        stored(&mut tables, &changes, "r1");
        let order: Vec<String> = WrittenCase::all(&tables)
            .iter()
            .flat_map(|case| case.topics.iter().map(|(id, _)| id.to_string()))
            .collect();
        assert_eq!(order.join(" "), expected, "{ranks:?} {from} {to}");
        let texts = |case: &WrittenCase| case.topics.iter().all(|(id, topic)| topic.question == id.as_str());
        assert!(WrittenCase::all(&tables).iter().all(texts), "what is said goes along");
    }
}

#[test]
fn it_is_taken_away_and_put_back() {
    let mut tables = copied(1);
    let case = only(&tables);
    stored(&mut tables, &case_change::delete(&case), "r1");
    assert_eq!((WrittenCase::all(&tables), WrittenCase::find(&tables, &case.id)), (Vec::new(), None));
    assert_eq!(WrittenCase::removed(&tables), std::slice::from_ref(&case));
    assert!(whole_cases(&tables, questionnaire().unwrap(), rulebook().unwrap()).is_empty());
    stored(&mut tables, &case_change::restore(&case), "r1");
    assert_eq!((WrittenCase::find(&tables, &case.id), WrittenCase::removed(&tables).len()), (Some(case), 0));
    assert_eq!(whole_cases(&tables, questionnaire().unwrap(), rulebook().unwrap()).len(), 1);
}

#[test]
fn what_is_typed_needs_a_title_and_bounds() {
    let shown = Identity::default();
    let long = Identity { story: "a".repeat(6_001), name: "b".repeat(41), ..shown.clone() };
    let too_long = |part, chars, max| Fault::TooLong { part, chars, max };
    assert_eq!(
        long.changes(&case_key(), &shown),
        Err(vec![Fault::TitleMissing, too_long(Part::Name, 41, 40), too_long(Part::Story, 6_001, 6_000)])
    );
    let titled = Identity { title: " Un titre ".into(), ..shown.clone() };
    assert_eq!(titled.changes(&case_key(), &shown), Ok(ChangeSet::one(&case_key(), field::TITLE, Some("Un titre"))));
    assert_eq!(titled.changes(&case_key(), &titled), Ok(ChangeSet::new()), "nothing was touched");
}

#[test]
fn an_answer_is_typed_as_on_paper_and_comes_back_so() {
    use case_change::{AnswerFault, read_answer, written_also};
    for case in &cases().unwrap().cases {
        for read in &case.reading.answers {
            let item = questionnaire().unwrap().item(&read.item).unwrap();
            let marks = super::super::grid::written(item, Some(&read.answer));
            let back = read_answer(item, &marks, &written_also(item, &read.also), &read.why).unwrap();
            assert!(back.answer.says_the_same(&read.answer), "{} {}", case.name, item.id);
            assert_eq!((back.also.len(), &back.why), (read.also.len(), &read.why), "{} {}", case.name, item.id);
        }
    }
    let item = questionnaire().unwrap().item(&ItemId::new("fill-form").unwrap()).unwrap();
    assert_eq!(read_answer(item, "", "1", ""), Err(vec![AnswerFault::Missing]));
    assert!(matches!(read_answer(item, "9", "", "").unwrap_err()[..], [AnswerFault::Answer(_)]));
    assert!(matches!(read_answer(item, "1", "2 / 9", "").unwrap_err()[..], [AnswerFault::Also(_)]));
    assert_eq!(read_answer(item, "1", "1 / 2 / 2", "").unwrap().also.len(), 1, "told once");
}

#[test]
fn what_cannot_be_read_is_kept_aside() {
    let mut changes = ChangeSet::new();
    for (name, value) in [
        ("title", json!("Ici")),
        ("age_band", json!("vieux")),
        ("topic/Un", json!({ "rank": 1, "about": [], "question": "", "reply": "" })),
        ("topic/un", json!({ "rank": 1 })),
        ("reading/devices", json!("smartphone")),
        ("orientation/pix", json!({ "verdict": "keep", "why": "", "later": 1 })),
        ("later", json!(1)),
    ] {
        changes.set_named(&case_key(), name, value).unwrap();
    }
    let mut tables = Tables::default();
    stored(&mut tables, &changes, "r1");
    let case = only(&tables);
    assert_eq!((case.title.as_str(), case.topics.len(), case.orientations.len()), ("Ici", 0, 0));
    let aside: BTreeMap<_, _> = case.kept_aside.iter().map(|one| (one.field.as_str(), one.reason)).collect();
    use AsideReason::{InvalidValue, UnknownField};
    let expected = [
        ("age_band", InvalidValue),
        ("later", UnknownField),
        ("orientation/pix", InvalidValue),
        ("reading/devices", InvalidValue),
        ("topic/Un", UnknownField),
        ("topic/un", InvalidValue),
    ];
    assert_eq!(aside, expected.into());
    assert_eq!(WrittenCase::from_record(&RecordId::new("Un_Nom").unwrap(), &Record::default()), None);
}

proptest! {
    /// Whatever is taken out of a case, what is missing is said, and what is not missing is sound.
    #[test]
    fn a_case_is_whole_when_nothing_is_missing(nth in 0_usize..8, cut in prop::collection::vec(any::<prop::sample::Index>(), 0..4)) {
        let mut tables = copied(nth);
        let names: Vec<FieldName> = tables.get(&case_key()).unwrap().fields.keys().cloned().collect();
        for index in cut {
            let mut changes = ChangeSet::new();
            changes.set(&case_key(), index.get(&names).clone(), Value::Null);
            stored(&mut tables, &changes, "r1");
        }
        let case = only(&tables);
        let (questionnaire, rulebook) = (questionnaire().unwrap(), rulebook().unwrap());
        prop_assert_eq!(case.whole(questionnaire, rulebook).is_some(), missing(&case).is_empty());
        if let Some(assembled) = case.assembled() {
            prop_assert_eq!(assembled.check(questionnaire, rulebook).is_empty(), missing(&case).is_empty());
        }
    }
}
