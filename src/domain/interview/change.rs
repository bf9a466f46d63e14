//! Every act on an interview, as a change set. Identity and dates are arguments.

use super::answer::Answer;
use super::decision::{Decision, Referral};
use super::decode::field;
use super::flow::Step;
use super::id::{BlockId, ItemId, OrientationId};
use super::label::CaseLabel;
use super::model::{AgeBand, Informed, Presentation, Residence, Restriction};
use super::questionnaire::{Length, Version};
use crate::domain::commune::InseeCode;
use crate::records::{ChangeSet, DELETED, Key};
use chrono::NaiveDate;

/// What an interview starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Start {
    pub label: CaseLabel,
    pub commune: Option<Residence>,
    pub age_band: Option<AgeBand>,
    pub length: Length,
    pub presentation: Presentation,
    pub questionnaire: Version,
    pub on: NaiveDate,
}

/// Starts an interview.
pub fn start(key: &Key, start: &Start) -> ChangeSet {
    let mut changes = ChangeSet::new();
    changes.write(key, field::LABEL, Some(&start.label));
    if let Some(commune) = &start.commune {
        changes.write(key, field::COMMUNE, Some(commune));
    }
    if let Some(age_band) = &start.age_band {
        changes.write(key, field::AGE_BAND, Some(age_band));
    }
    changes.write(key, field::LENGTH, Some(&start.length));
    changes.write(key, field::PRESENTATION, Some(&start.presentation));
    changes.write(key, field::QUESTIONNAIRE, Some(&start.questionnaire));
    changes.write(key, field::STARTED_ON, Some(&start.on));
    changes
}

/// Answers an item; `None` returns it to « not discussed ».
pub fn answer(key: &Key, item: &ItemId, answer: Option<&Answer>) -> ChangeSet {
    let is_empty = matches!(answer, Some(Answer::Many(options)) if options.is_empty());
    ChangeSet::one(key, &format!("{}{item}", field::ANSWER), answer.filter(|_| !is_empty))
}

/// Writes the note of a block; a blank one is removed.
pub fn note(key: &Key, block: &BlockId, text: &str) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{block}", field::NOTE), Some(text.trim()).filter(|text| !text.is_empty()))
}

/// Asks a block that an answer makes pointless, or no longer.
pub fn ask_anyway(key: &Key, block: &BlockId, ask: bool) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{block}", field::ASK_ANYWAY), ask.then_some(&true))
}

pub fn set_label(key: &Key, label: &CaseLabel) -> ChangeSet {
    ChangeSet::one(key, field::LABEL, Some(label))
}

pub fn set_commune(key: &Key, commune: Option<&Residence>) -> ChangeSet {
    ChangeSet::one(key, field::COMMUNE, commune)
}

/// Counts distances from a commune when the person's gives none. Where the person lives is left as it was said.
pub fn set_starting_commune(key: &Key, commune: Option<&InseeCode>) -> ChangeSet {
    ChangeSet::one(key, field::STARTING_COMMUNE, commune)
}

pub fn set_age_band(key: &Key, age_band: Option<AgeBand>) -> ChangeSet {
    ChangeSet::one(key, field::AGE_BAND, age_band.as_ref())
}

/// Goes on with the other length. No answer is lost, and those already given still count.
pub fn set_length(key: &Key, length: Length) -> ChangeSet {
    ChangeSet::one(key, field::LENGTH, Some(&length))
}

pub fn set_presentation(key: &Key, presentation: Presentation) -> ChangeSet {
    ChangeSet::one(key, field::PRESENTATION, Some(&presentation))
}

/// Remembers where to resume.
pub fn stay_at(key: &Key, step: &Step) -> ChangeSet {
    ChangeSet::one(key, field::AT, Some(step))
}

/// Decides on an orientation; `None` returns it to undecided.
pub fn decide(key: &Key, orientation: &OrientationId, decision: Option<&Decision>) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{orientation}", field::ORIENTATION), decision)
}

/// Chooses the place of an orientation, or none.
pub fn refer(key: &Key, orientation: &OrientationId, referral: Option<&Referral>) -> ChangeSet {
    ChangeSet::one(key, &format!("{}{orientation}", field::REFERRAL), referral)
}

/// Notes that the person was informed, and whether they agree; `None`: not yet.
pub fn inform(key: &Key, informed: Option<Informed>) -> ChangeSet {
    ChangeSet::one(key, field::PERSON_INFORMED, informed.as_ref())
}

/// Notes whether the professional is an employee, which the frame needs to know; `None`: not asked.
pub fn set_employee(key: &Key, employee: Option<bool>) -> ChangeSet {
    ChangeSet::one(key, field::EMPLOYEE, employee.as_ref())
}

/// Notes whether the professional's structure is habilitated by Aidants Connect; `None`: not asked.
pub fn set_habilitated(key: &Key, habilitated: Option<bool>) -> ChangeSet {
    ChangeSet::one(key, field::HABILITATED, habilitated.as_ref())
}

pub fn conclude(key: &Key, on: NaiveDate) -> ChangeSet {
    ChangeSet::one(key, field::CONCLUDED_ON, Some(&on))
}

pub fn reopen(key: &Key) -> ChangeSet {
    ChangeSet::one::<NaiveDate>(key, field::CONCLUDED_ON, None)
}

/// Postpones the day from which erasing is proposed; `None`: as the rule says.
pub fn keep_until(key: &Key, until: Option<NaiveDate>) -> ChangeSet {
    ChangeSet::one(key, field::KEEP_UNTIL, until.as_ref())
}

/// Restricts the use of an interview, or lifts that.
pub fn restrict(key: &Key, restriction: Option<&Restriction>) -> ChangeSet {
    ChangeSet::one(key, field::RESTRICTED, restriction)
}

/// Removes an interview; it may be restored.
pub fn delete(key: &Key) -> ChangeSet {
    ChangeSet::one(key, DELETED, Some(&true))
}

pub fn restore(key: &Key) -> ChangeSet {
    ChangeSet::one::<bool>(key, DELETED, None)
}

#[cfg(test)]
mod tests {
    use super::super::framing::Professional;
    use super::*;
    use crate::domain::directory::place::{Place, PlaceId};
    use crate::domain::interview::decode;
    use crate::domain::interview::model::Interview;
    use crate::records::{Author, DeviceId, RecordId, ReplicaId, Tables, Undo};

    fn the_key() -> Key {
        decode::key(&RecordId::new("case-1").unwrap()).unwrap()
    }

    fn write(tables: &mut Tables, changes: &ChangeSet) {
        let author =
            Author { replica: ReplicaId::new("me").unwrap(), device: DeviceId::new("desk").unwrap(), at_ms: 1 };
        changes.apply(tables, &author).into_iter().for_each(|(key, record)| tables.put(key, record));
    }

    fn read(tables: &Tables) -> Interview {
        Interview::from_record(&the_key().id, tables.get(&the_key()).unwrap())
    }

    #[test]
    fn a_starting_commune_leaves_where_the_person_lives() {
        let mut tables = Tables::default();
        let [montreuil, bobigny] = ["93048", "93008"].map(|code| InseeCode::new(code).unwrap());
        write(&mut tables, &set_commune(&the_key(), Some(&Residence::NotSaid)));
        for chosen in [Some(&montreuil), Some(&bobigny), None] {
            write(&mut tables, &set_starting_commune(&the_key(), chosen));
            let interview = read(&tables);
            assert_eq!((interview.commune, interview.starting_commune.as_ref()), (Some(Residence::NotSaid), chosen));
        }
    }

    #[test]
    fn each_answer_about_the_professional_leaves_the_other() {
        let mut tables = Tables::default();
        // Both made before either is stored, as when one answers quickly.
        let changes = [set_employee(&the_key(), Some(true)), set_habilitated(&the_key(), Some(false))];
        changes.iter().for_each(|changes| write(&mut tables, changes));
        let both = Professional { employee: Some(true), habilitated: Some(false) };
        assert_eq!(read(&tables).professional, both);
        write(&mut tables, &set_employee(&the_key(), None));
        assert_eq!(read(&tables).professional, Professional { employee: None, ..both });
    }

    #[test]
    fn a_place_comes_back_only_where_none_was_chosen_since() {
        let mut tables = Tables::default();
        let orientation = OrientationId::new("help").unwrap();
        let [first, second] =
            ["a", "b"].map(|id| Referral::to(&Place::named(PlaceId::new(id).unwrap(), "Le Relais"), "Essai"));
        write(&mut tables, &refer(&the_key(), &orientation, Some(&first)));
        let taken_away = refer(&the_key(), &orientation, None);
        let undo = Undo::of(&taken_away, &tables);
        let again = |tables: &Tables| undo.changes(tables);
        write(&mut tables, &taken_away);
        let changes = again(&tables);
        write(&mut tables, &changes);
        assert_eq!(read(&tables).referrals.get("help"), Some(&first));
        write(&mut tables, &refer(&the_key(), &orientation, Some(&second)));
        assert!(again(&tables).is_empty(), "another place was chosen");
        write(&mut tables, &refer(&the_key(), &orientation, None));
        write(&mut tables, &delete(&the_key()));
        assert!(again(&tables).is_empty(), "the interview was removed");
    }
}
