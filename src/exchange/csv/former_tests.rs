//! Files of version 0.1: nothing of them is lost, and what has a name today takes it.

use super::*;
use crate::domain::directory::place::Place;
use crate::domain::directory::standard::{Fee, Label, Programme, Public, Service, SpecialCare, SupportMode};

const HEADER: &str = "id,pivot,nom,commune,code_postal,adresse,latitude,longitude,cle_ban,courriel,site_web,date_maj,\
                      services,publics_accueillis,conditions_acces,labels_nationaux,labels_autres,\
                      modalites_accompagnement,accessibilite";
const START: &str =
    "fictif-1,99999999900017,Le Relais fictif,Saint-Denis,93200,1 rue de l’Exemple,48.9,2.3,93066_1_00001";

fn read(end: &str) -> (Place, DirectoryImport) {
    let import = import_directory(format!("{HEADER}\n{START},{end}\n").as_bytes()).unwrap();
    assert_eq!(import.counts.rejected, 0, "{:?}", import.report);
    (import.places[0].as_ref().clone(), import)
}

#[test]
fn a_file_of_version_0_1_is_translated() {
    let (place, import) = read(
        "accueil@example.org,\"https://a.example.org/,https://b.example.org/;https://c.example.org/\",2022-06-02,\
         Réaliser des démarches administratives avec un accompagnement;Accéder à du matériel;Créer avec le numérique,\
         Déficience visuelle;Uniquement femmes;Personnes en situation d'illettrisme,\
         Gratuit : Je peux accéder gratuitement au lieu et à ses services;Adhésion,\
         France Services;CNFS;APTIC;Fabriques de Territoire,SudLabs;Réseau fictif,\
         Seul : j'ai accès à du matériel et une connexion;A ma place,https://acceslibre.example.org/a/",
    );
    assert_eq!(import.version, Version::Former);
    assert_eq!(import.report[0].outcome, RowOutcome::Accepted);
    assert_eq!(import.ignored_columns, ["cle_ban"]);
    assert_eq!(place.emails, ["accueil@example.org"]);
    assert_eq!(place.websites, ["https://a.example.org/", "https://b.example.org/", "https://c.example.org/"]);
    let services = [Service::AdministrativeHelp, Service::AccessAndEquipment, Service::LeisureAndCreation];
    assert_eq!((place.services.known.as_slice(), place.services.other.len()), (&services[..], 0));
    assert_eq!(place.publics.known, [Public::Women]);
    assert_eq!(place.special_care.known, [SpecialCare::VisualImpairment, SpecialCare::Literacy]);
    assert_eq!(place.fees.known, [Fee::Free, Fee::Paid]);
    assert_eq!(place.programmes.known, [Programme::FranceServices, Programme::DigitalAdvisers]);
    assert_eq!(place.labels.known, [Label::FabriquesDeTerritoire]);
    assert_eq!(place.other_labels, ["SudLabs", "Réseau fictif", "APTIC"]);
    assert_eq!(place.support_modes.known, [SupportMode::Alone, SupportMode::Individual]);
    assert_eq!(place.accessibility_url, "https://acceslibre.example.org/a/");
}

#[test]
fn a_place_that_welcomes_adults_is_meant_for_everyone() {
    for (cell, known, other) in [
        ("Seniors (+ 65 ans);Jeunes (16-26 ans)", vec![Public::Seniors, Public::Young], vec![]),
        (
            "Seniors (+ 65 ans);Adultes;Familles/enfants",
            vec![],
            vec!["Seniors (+ 65 ans)", "Adultes", "Familles/enfants"],
        ),
        ("Adultes;Uniquement femmes", vec![Public::Women], vec!["Adultes"]),
    ] {
        let (place, import) = read(&format!(",,2022-06-02,,{cell},,,,,"));
        assert_eq!(place.publics.known, known, "{cell}");
        assert_eq!(place.publics.other, other, "{cell}");
        assert_eq!(import.report[0].outcome, RowOutcome::Accepted, "{cell}");
    }
}

#[test]
fn what_has_no_name_today_is_kept_and_remarked_upon() {
    let care = "Handicaps psychiques : troubles psychiatriques donnant lieu à des atteintes comportementales";
    let (place, import) = read(&format!(",,2022-06-02,Coiffure;Prendre en main un ordinateur,{care},Troc,,,Par fax,"));
    assert_eq!(
        (place.services.known, place.services.other),
        (vec![Service::EverydayTools], vec!["Coiffure".to_owned()])
    );
    assert_eq!((place.publics.known, place.publics.other), (vec![], vec![care.to_owned()]));
    assert_eq!(place.fees.other, ["Troc"]);
    let RowOutcome::AcceptedWithRemarks(remarks) = &import.report[0].outcome else { panic!("{:?}", import.report) };
    let columns: Vec<Column> = remarks
        .iter()
        .map(|remark| match remark {
            Remark::UnknownValue { column, .. } => *column,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(columns, [Column::Services, Column::Fees, Column::SupportModes, Column::Publics]);
}

#[test]
fn the_present_names_win_and_their_values_are_not_translated() {
    let header = "id,pivot,nom,commune,code_postal,adresse,date_maj,services,fiche_acces_libre,accessibilite,site_web,\
                  autres_formations_labels,typologie";
    let row = "fictif-1,99999999900017,Le Relais,Saint-Denis,93200,1 rue A,2026-01-15,\
               Accéder à du matériel;Utilisation sécurisée du numérique,https://acceslibre.example.org/,rampe,\
               \"https://a.example.org/?a;b,https://c;https://b.example.org/\",Premier ; second|Tiers,BIB;Zut";
    let import = import_directory(format!("{header}\n{row}\n").as_bytes()).unwrap();
    let place = &import.places[0];
    assert_eq!((import.version, &import.ignored_columns), (Version::Current, &vec!["accessibilite".to_owned()]));
    assert_eq!(place.accessibility_url, "https://acceslibre.example.org/");
    assert_eq!(place.services.other, ["Accéder à du matériel"]);
    assert_eq!(place.services.known, [Service::SafeUse], "a semicolon separates values all the same");
    assert_eq!(place.websites, ["https://a.example.org/?a;b,https://c", "https://b.example.org/"]);
    assert_eq!(place.other_labels, ["Premier ; second", "Tiers"]);
    assert_eq!(place.typology, ["BIB", "Zut"]);
    let unknown = |column, value: &str| Remark::UnknownValue { column, value: value.to_owned() };
    let expected =
        [unknown(Column::Typology, "Zut"), Remark::NoCoordinates, unknown(Column::Services, "Accéder à du matériel")];
    assert_eq!(import.report[0].outcome, RowOutcome::AcceptedWithRemarks(expected.to_vec()));
}
