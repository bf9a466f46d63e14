use super::commit::{Choice, Choices, Done, Outcome, take_back};
use super::trial::{Because, Context, Issue, Rejection, Trial, TwinOf};
use super::{Column, Mapping, Rows};
use crate::content::communes::communes;
use crate::domain::commune::InseeCode;
use crate::domain::programme::erasure::restrict;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::id::PROFESSIONAL_KIND;
use crate::domain::programme::person::{Professional, Restriction};
use crate::domain::programme::structure::StructureKind;
use crate::records::{ChangeSet, RecordId, Undo};
use proptest::prelude::*;
use std::collections::BTreeSet;

const FILE: &str = "Nom;Prénom;Structure;Type de structure;Fonction;Date de prise de poste;Commune;Courriel;Téléphone;Besoins\r\n\
    Lefèvre;Inès;Relais fictif;mission_locale;conseillère;01/09/2021;Bobigny;ines@exemple.test;01 99 00 00 01;\r\n\
    Martin;;Relais fictif;;;;;;;\r\n\
    Durand;Noé;Maison fictive;inconnu;;31/02/2021;Lyon;pas une adresse;'+33199000002;place assise\r\n";

fn kind(text: &str) -> Option<StructureKind> {
    StructureKind::from_code(text)
}

fn trial(fixture: &Fixture, rows: &Rows) -> Trial {
    let mapping = Mapping::guess(&rows.heads, rows.width());
    let programme = fixture.programme();
    let communes = &communes().unwrap().communes;
    Trial::of(rows, &mapping, Context { programme: &programme, communes, kind_named: kind })
}

fn outcome(fixture: &Fixture, trial: &Trial, said: &[(usize, Choice)]) -> Outcome {
    let mut choices = Choices::default();
    for (nth, choice) in said {
        trial.rows.get(*nth).into_iter().for_each(|row| choices.say(*nth, row, Some(*choice)));
    }
    outcome_of(fixture, trial, &choices)
}

fn outcome_of(fixture: &Fixture, trial: &Trial, choices: &Choices) -> Outcome {
    let mut number = 0;
    trial.outcome(&fixture.tables, &fixture.programme(), choices, || {
        number += 1;
        RecordId::new(format!("new-{number}")).ok()
    })
}

fn rows(text: &str) -> Rows {
    Rows::from_csv(text.as_bytes()).unwrap()
}

fn people(fixture: &Fixture) -> Vec<Professional> {
    Professional::all(&fixture.tables)
}

#[test]
fn a_list_made_before_a_column_was_renamed_is_read_still() {
    for (head, column) in [
        ("Adresse électronique", Column::Email),
        ("Courriel", Column::Email),
        ("Besoins", Column::Needs),
        ("Aménagements demandés", Column::Needs),
    ] {
        assert_eq!(Mapping::guess(&[head.to_owned()], 1).get(0), Some(column), "{head}");
    }
}

#[test]
fn heads_are_recognised_however_they_are_typed() {
    let heads = ["NOM", "prenom", "Type  de structure", "E-mail", "Date de prise de poste", "Remarque", "nom"];
    let heads = heads.map(str::to_owned);
    let mut mapping = Mapping::guess(&heads, 8);
    let held: Vec<_> = (0..8).map(|nth| mapping.get(nth)).collect();
    let some = Some;
    assert_eq!(
        held,
        [
            some(Column::FamilyName),
            some(Column::GivenName),
            some(Column::StructureKind),
            some(Column::Email),
            some(Column::HiredOn),
            None,
            None,
            None
        ]
    );
    assert!(mapping.names_people());
    mapping.set(6, Some(Column::FamilyName));
    assert_eq!((mapping.get(0), mapping.get(6)), (None, Some(Column::FamilyName)), "no two hold the same");
    assert!(Column::ALL.iter().all(|column| Column::from_code(column.code()) == Some(*column)));
}

#[test]
fn every_row_is_taken_or_says_why_not() {
    let fixture = Fixture::new();
    let trial = trial(&fixture, &rows(FILE));
    let [whole, nameless, partial] = trial.rows.as_slice() else { panic!("{trial:?}") };
    assert_eq!((whole.line, whole.issues.len()), (2, 0));
    assert_eq!(nameless.draft, Err(Rejection::NoGivenName));
    assert!(partial.draft.is_ok());
    let told = |issue: &Issue| partial.issues.contains(issue);
    assert!(told(&Issue::Day("31/02/2021".to_owned())) && told(&Issue::Missing(Column::HiredOn)));
    assert!(told(&Issue::Kind("inconnu".to_owned())));
    assert!(partial.issues.iter().any(|it| matches!(it, Issue::Commune(text, _) if text == "Lyon")));
    assert!(partial.issues.iter().any(|it| matches!(it, Issue::Wrong { column: Column::Email, .. })));
}

#[test]
fn people_and_their_structures_are_written_once() {
    let mut fixture = Fixture::new();
    fixture.structure_named("r", "RELAIS  FICTIF", StructureKind::Siae);
    let trial = trial(&fixture, &rows(FILE));
    let outcome = outcome(&fixture, &trial, &[]);
    assert_eq!((outcome.people(), outcome.structures()), ((2, 0), 1));
    fixture.commit(&outcome.changes);
    let people = people(&fixture);
    let [durand, lefevre] = people.as_slice() else { panic!("{people:?}") };
    assert_eq!((lefevre.name().as_str(), lefevre.hired_on), ("Inès LEFÈVRE", Some(day("2021-09-01"))));
    assert_eq!(lefevre.commune, InseeCode::new("93008").ok());
    assert_eq!(
        (durand.phone.as_str(), durand.needs.as_str(), durand.email.as_str()),
        ("+33199000002", "place assise", "")
    );
    let programme = fixture.programme();
    assert_eq!(programme.kind_of(lefevre), Some(StructureKind::Siae), "what is known is not written over");
    assert_eq!(programme.structure_of(durand).map(|it| (it.name.as_str(), it.kind)), Some(("Maison fictive", None)));
    assert_eq!(programme.structures.len(), 2);
}

#[test]
fn nobody_is_merged_unless_a_person_says_so() {
    let mut fixture = Fixture::new();
    let structure = fixture.structure_named("r", "Relais fictif", StructureKind::MissionLocale);
    fixture.person_named("l", "LEFEVRE", Some(&structure));
    let text = "Nom;Prénom;Structure;Courriel;Fonction\n\
        Lefèvre;Camille;relais fictif;a@exemple.test;accueil\n\
        Lefèvre;Camille;Ailleurs;;\n\
        Autre;Personne;;A@exemple.test;\n\
        Lefèvre;Camille;Ailleurs;;insertion\n";
    let trial = trial(&fixture, &rows(text));
    let twins: Vec<_> =
        trial.rows.iter().map(|row| row.twin.as_ref().map(|twin| (twin.of.clone(), twin.because))).collect();
    let known = TwinOf::Known(people(&fixture)[0].id.clone());
    assert_eq!(
        twins,
        [
            Some((known, Because::NameAndStructure)),
            None,
            Some((TwinOf::Row(0), Because::Email)),
            Some((TwinOf::Row(1), Because::NameAndStructure)),
        ]
    );
    let left = outcome(&fixture, &trial, &[]);
    assert!(matches!(left.done.as_slice(), [Done::Left, Done::Created(_), Done::Left, Done::Left]), "{:?}", left.done);
    let chosen = outcome(&fixture, &trial, &[(0, Choice::Same), (2, Choice::Another), (3, Choice::Same)]);
    assert_eq!(chosen.people(), (2, 2));
    fixture.commit(&chosen.changes);
    let people = people(&fixture);
    assert_eq!(people.len(), 3);
    let functions: BTreeSet<&str> = people.iter().map(|person| person.function.as_str()).collect();
    assert_eq!(functions, BTreeSet::from(["", "accueil", "insertion"]));
    assert!(people.iter().any(|person| person.hired_on.is_some() && person.email == "a@exemple.test"), "completed");
}

#[test]
fn no_structure_is_made_for_somebody_who_has_one() {
    let mut fixture = Fixture::new();
    let structure = fixture.structure_named("r", "Relais fictif", StructureKind::MissionLocale);
    fixture.person_with(
        "l",
        &[("family_name", "L"), ("given_name", "C"), ("structure", structure.as_str()), ("email", "a@exemple.test")],
    );
    let trial = trial(&fixture, &rows("Nom;Prénom;Structure;Courriel;Fonction\nL;C;Ailleurs;a@exemple.test;accueil\n"));
    let outcome = outcome(&fixture, &trial, &[(0, Choice::Same)]);
    assert_eq!((outcome.people(), outcome.structures()), ((0, 1), 0));
    fixture.commit(&outcome.changes);
    assert_eq!((people(&fixture)[0].function.as_str(), fixture.programme().structures.len()), ("accueil", 1));
}

#[test]
fn somebody_whose_use_is_restricted_is_not_made_anew() {
    let mut fixture = Fixture::new();
    let structure = fixture.structure_named("r", "Relais fictif", StructureKind::MissionLocale);
    let kept = fixture.person_named("l", "LEFEVRE", Some(&structure));
    let until = Restriction { until: day("2030-01-01"), reason: "preuve".to_owned() };
    fixture.commit(&restrict(&kept, Some(&until)));
    let text = "Nom;Prénom;Structure\nLefèvre;Camille;relais fictif\nLefèvre;Camille;Ailleurs\nLefèvre;Camille;\n";
    let trial = trial(&fixture, &rows(text));
    let rejected: Vec<_> = trial.rows.iter().map(|row| row.draft.as_ref().err().copied()).collect();
    assert_eq!(rejected, [Some(Rejection::Restricted), None, Some(Rejection::Restricted)]);
    assert!(trial.rows.iter().all(|row| row.twin.is_none()), "nor told of");
    assert_eq!(outcome(&fixture, &trial, &[]).people(), (1, 0));
}

#[test]
fn what_was_said_of_a_double_is_said_of_nobody_else() {
    let mut fixture = Fixture::new();
    fixture.person_with("m", &[("family_name", "Martin"), ("given_name", "Alix"), ("email", "a@exemple.test")]);
    fixture.person_with("d", &[("family_name", "Durand"), ("given_name", "Noé"), ("email", "b@exemple.test")]);
    let rows =
        rows("Nom;Prénom;Courriel;Autre courriel\nUn;Ali;a@exemple.test;\nDeux;Zoé;a@exemple.test;b@exemple.test\n");
    let read = |fixture: &Fixture, email: usize| {
        let mut mapping = Mapping::guess(&rows.heads, rows.width());
        mapping.set(2, None);
        mapping.set(email, Some(Column::Email));
        let programme = fixture.programme();
        let communes = &communes().unwrap().communes;
        Trial::of(&rows, &mapping, Context { programme: &programme, communes, kind_named: kind })
    };
    let first = read(&fixture, 2);
    let mut choices = Choices::default();
    choices.say(0, &first.rows[0], Some(Choice::Leave));
    choices.say(1, &first.rows[1], Some(Choice::Same));
    // By the other column, the first row is nobody's double any more and the second is another's.
    let other = outcome_of(&fixture, &read(&fixture, 3), &choices);
    assert!(matches!(other.done.as_slice(), [Done::Created(_), Done::Left]), "{:?}", other.done);
    let again = outcome_of(&fixture, &read(&fixture, 2), &choices);
    assert!(matches!(again.done.as_slice(), [Done::Left, Done::Completed(_)]), "{:?}", again.done);
}

#[test]
fn names_in_one_cell_are_split_only_where_capitals_say() {
    let fixture = Fixture::new();
    let trial = trial(&fixture, &rows("Nom et prénom;Structure\nLEFEVRE Camille;A\nCamille Lefevre;A\n"));
    assert_eq!(trial.rows[0].name, "LEFEVRE Camille");
    assert_eq!(trial.rows[1].draft, Err(Rejection::NameUnclear));
}

#[test]
fn a_sheet_reads_like_a_file() {
    let sheet = [["Nom", "Prénom"], ["", ""], ["Lefèvre", " Inès "]].map(|row| row.map(str::to_owned).to_vec());
    let rows = Rows::from_sheet(sheet.to_vec()).unwrap();
    assert_eq!((rows.rows.len(), rows.rows[0].line, rows.rows[0].cells[1].as_str()), (1, 3, "Inès"));
    assert!(Rows::from_sheet(Vec::new()).is_err());
}

#[test]
fn an_import_is_taken_back_but_for_what_was_done_since() {
    let mut fixture = Fixture::new();
    let structure = fixture.structure_named("r", "Relais fictif", StructureKind::MissionLocale);
    fixture.person_named("l", "Lefèvre", Some(&structure));
    let session = fixture.session("s1", "2022-03-01");
    let text = "Nom;Prénom;Structure;Courriel\nLefèvre;Camille;Relais fictif;a@exemple.test\n\
        Un;Alix;Maison;\nDeux;Alix;Maison;\nTrois;Alix;Toit;\n";
    let trial = trial(&fixture, &rows(text));
    let made = outcome(&fixture, &trial, &[(0, Choice::Same)]);
    let undo = Undo::of(&made.changes, &fixture.tables);
    fixture.commit(&made.changes);
    assert_eq!((people(&fixture).len(), fixture.programme().structures.len()), (4, 3));
    let registered = people(&fixture).into_iter().find(|person| person.family_name == "Un").unwrap();
    fixture.register(&session, [&registered.id]);
    let back = take_back(&fixture.tables, &made, &undo);
    fixture.commit(&back);
    let kept = people(&fixture);
    let names: Vec<&str> = kept.iter().map(|person| person.family_name.as_str()).collect();
    assert_eq!(names, ["Lefèvre", "Un"], "whoever has a place stays");
    assert_eq!(kept[0].email, "");
    let structures: Vec<String> = fixture.programme().structures.iter().map(|one| one.name.clone()).collect();
    assert_eq!(structures, ["Maison", "Relais fictif"], "so does their structure");
    assert_eq!(take_back(&fixture.tables, &made, &undo).changes.len(), 0);
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_reported(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(rows) = Rows::from_csv(&bytes) {
            let _ = trial(&Fixture::new(), &rows);
        }
    }

    #[test]
    fn nothing_is_written_without_being_in_the_report(
        cells in prop::collection::vec(prop::collection::vec("[ABab;'\"=é ]{0,3}|Lefèvre|a@b.fr|\\PC{0,5}", 5), 1..8),
        choices in prop::collection::vec(0_usize..4, 8),
    ) {
        let mut fixture = Fixture::new();
        let structure = fixture.structure("A", StructureKind::Siae);
        fixture.person_named("l", "Lefèvre", Some(&structure));
        let before: BTreeSet<RecordId> = fixture.tables.live(PROFESSIONAL_KIND).map(|(id, _)| id.clone()).collect();
        let mut sheet = vec![["nom", "prénom", "structure", "courriel", "fonction"].map(str::to_owned).to_vec()];
        sheet.extend(cells);
        let Ok(rows) = Rows::from_sheet(sheet) else { return Ok(()) };
        let trial = trial(&fixture, &rows);
        let choices: Vec<_> = choices.into_iter().enumerate()
            .filter_map(|(nth, choice)| Some((nth, *Choice::ALL.get(choice)?))).collect();
        let outcome = outcome(&fixture, &trial, &choices);
        prop_assert_eq!(outcome.done.len(), rows.rows.len());
        let told: BTreeSet<RecordId> = outcome.done.iter().filter_map(|done| match done {
            Done::Created(id) | Done::Completed(id) => Some(id.0.clone()),
            Done::Left | Done::Rejected => None,
        }).collect();
        let written: BTreeSet<RecordId> = outcome.changes.changes.iter()
            .filter(|change| change.key().kind.as_str() == PROFESSIONAL_KIND)
            .map(|change| change.key().id.clone()).collect();
        prop_assert!(written.is_subset(&told));
        let made: BTreeSet<_> = outcome.done.iter().filter_map(|done| match done {
            Done::Created(id) => Some(id.0.clone()),
            _ => None,
        }).collect();
        fixture.commit(&ChangeSet { changes: outcome.changes.changes.clone() });
        let after: BTreeSet<RecordId> = fixture.tables.live(PROFESSIONAL_KIND).map(|(id, _)| id.clone()).collect();
        prop_assert_eq!(after.difference(&before).cloned().collect::<BTreeSet<_>>(), made);
    }
}
