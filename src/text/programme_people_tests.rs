use super::*;
use crate::content::communes::communes;
use crate::domain::programme::fixture::{Fixture, day};
use crate::domain::programme::person::Override;
use crate::domain::programme::roster::{Query, Roster};
use crate::domain::programme::structure::StructureKind;
use crate::exchange::people_import::trial::Context;
use crate::exchange::people_import::{Mapping, Rows, Trial};
use crate::text::programme_import::kind_named;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn says_who_comes_first_and_why() {
    let decided = |is_accepted, reason: &str| Eligibility::Decided {
        decided: Override { is_accepted, reason: reason.to_owned() },
        grounds: vec![Ground::DigitalAdviser],
    };
    let before = Ground::HiredBefore { on: day("2020-03-01"), since: day("2021-07-01") };
    for (given, expected) in [
        (Eligibility::First, "Prioritaire"),
        (
            Eligibility::NotFirst(vec![before, Ground::DigitalAdviser]),
            "Non prioritaire : en poste depuis le 1er mars 2020, avant le 1er juillet 2021 et conseillère ou conseiller numérique, formation propre",
        ),
        (
            Eligibility::NotFirst(vec![Ground::Kind(StructureKind::Other)]),
            "Non prioritaire : type de structure non prioritaire (Autre)",
        ),
        (
            Eligibility::Unknown(vec![Lacking::HiredOn, Lacking::StructureKind]),
            "À compléter : date de prise de poste et type de structure",
        ),
        (decided(true, "poste refondu"), "Prioritaire par décision : poste refondu"),
        (decided(false, ""), "Non prioritaire par décision"),
    ] {
        assert_eq!(plain(&eligibility(&given)), expected);
    }
}

#[test]
fn counts_and_places_read_well() {
    assert_eq!(plain(&found(3, 3)), "3 personnes");
    assert_eq!(plain(&found(1, 3)), "1 personne sur 3");
    assert_eq!(plain(&found(0, 3)), "Aucune personne ne correspond, sur 3 personnes");
    let mut fixture = Fixture::new();
    let session = fixture.session("s1", "2022-03-01");
    let person = fixture.person("a", None);
    fixture.register(&session, [&person]);
    let programme = fixture.programme();
    let roster = Roster::of(&programme);
    assert_eq!(
        plain(&standing(&programme, &roster.lines[0].standing)),
        "Inscription confirmée : session 1 du 1er mars 2022"
    );
}

#[test]
fn says_what_keeps_somebody_and_until_when() {
    let proof = Held::Proof { attended_on: day("2022-02-01"), until: day("2027-02-01") };
    assert_eq!(
        plain(&held(&proof)),
        "La preuve de sa présence le 1er février 2022 est à garder jusqu’au 1er février 2027."
    );
    let hold = Held::Hold { until: day("2030-01-01"), reason: "contrôle.".to_owned() };
    assert_eq!(plain(&held(&hold)), "Votre organisation doit tout garder jusqu’au 1er janvier 2030 : contrôle.");
    let kept = restriction_for(&proof);
    assert_eq!(
        plain(&restricted(&kept, day("2027-02-01"))),
        "Usage limité jusqu’au 1er février 2027 : preuve de présence."
    );
    assert!(restricted(&kept, day("2027-02-02")).contains("à effacer"));
}

#[test]
fn the_list_goes_out_and_is_recognised_when_it_comes_back() {
    let mut fixture = Fixture::new();
    let structure = fixture.structure_named("r", "Relais fictif", StructureKind::DigitalMediation);
    fixture.person_named("l", "Lefèvre", Some(&structure));
    let programme = fixture.programme();
    let communes = &communes().unwrap().communes;
    let lines = Roster::of(&programme).found(&Query::default());
    let rows = Rows::from_csv(&table(&programme, communes, &lines).to_csv()).unwrap();
    let mapping = Mapping::guess(&rows.heads, rows.width());
    let trial = Trial::of(&rows, &mapping, Context { programme: &programme, communes, kind_named });
    let row = &trial.rows[0];
    let draft = row.draft.as_ref().unwrap();
    assert_eq!((draft.kind, row.issues.len()), (Some(StructureKind::DigitalMediation), 0), "{:?}", row.issues);
    assert_eq!(row.twin.as_ref().map(|twin| twin.name.as_str()), Some("LEFÈVRE Camille"));
}
