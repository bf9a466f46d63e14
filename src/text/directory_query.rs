//! What is looked for in the directory, in words: the name of each filter, to show it and to take it away.

use super::directory as words;
use super::format;
use crate::domain::commune::Communes;
use crate::domain::directory::filter::Feature;
use crate::domain::directory::query::{Area, Around, Condition, Opening, Origin};
use crate::domain::directory::standard::{
    AccessMode, Fee, Programme, Public, Service, SpecialCare, StandardValue, SupportMode,
};

/// Said where only recent descriptions are kept.
pub const RECENT: &str = "Fiche de moins d’un an, ou vérifiée ici";

/// Said where only the favourites are kept.
pub const FAVOURITES: &str = "Mes favoris";

/// Filters about one matter: one of those chosen is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterGroup {
    pub title: &'static str,
    pub features: Vec<Feature>,
}

/// The services, by what brings the person.
pub fn needs() -> [FilterGroup; 3] {
    let group = |title, services: &[Service]| FilterGroup {
        title,
        features: services.iter().copied().map(Feature::Service).collect(),
    };
    [
        group(
            "Apprendre",
            &[
                Service::EverydayTools,
                Service::SafeUse,
                Service::UnderstandingDigital,
                Service::Parenting,
                Service::LeisureAndCreation,
            ],
        ),
        group("Faire une démarche", &[Service::AdministrativeHelp, Service::WorkInclusion]),
        group("S’équiper", &[Service::AccessAndEquipment, Service::AffordableEquipment]),
    ]
}

/// The other matters.
pub fn others() -> [FilterGroup; 6] {
    fn group<T: StandardValue>(title: &'static str, feature: fn(T) -> Feature) -> FilterGroup {
        FilterGroup { title, features: T::ALL.iter().copied().map(feature).collect() }
    }
    let mut access_modes = group::<AccessMode>("Pour venir", Feature::AccessMode);
    // Nobody looks for a place that receives nobody.
    access_modes.features.retain(|feature| *feature != Feature::AccessMode(AccessMode::ClosedToPublic));
    [
        group::<Fee>("Tarif", Feature::Fee),
        group::<SupportMode>("Accompagnement", Feature::SupportMode),
        access_modes,
        group::<SpecialCare>("Accueil adapté", Feature::SpecialCare),
        group::<Public>("Destiné d’abord", Feature::Public),
        group::<Programme>("Dispositif", Feature::Programme),
    ]
}

/// The value of a filter, as it is written in print.
pub fn feature(feature: Feature) -> String {
    words::feature(feature).replace('\'', "’")
}

/// The value of a filter under the title of its group.
pub fn choice(feature: Feature) -> String {
    match feature {
        Feature::Public(Public::Young) => "aux jeunes".to_owned(),
        Feature::Public(Public::Students) => "aux étudiantes et étudiants".to_owned(),
        Feature::Public(Public::Families) => "aux familles et aux enfants".to_owned(),
        Feature::Public(Public::Seniors) => "aux seniors".to_owned(),
        Feature::Public(Public::Women) => "aux femmes".to_owned(),
        _ => self::feature(feature),
    }
}

/// When places must be open: « Ouvert maintenant », « Ouvert le samedi ».
pub fn opening(opening: Opening) -> String {
    match opening {
        Opening::Now => "Ouvert maintenant".to_owned(),
        Opening::On(day) => format!("Ouvert le {}", format::day_name(day)),
    }
}

/// A filter, in a few words. `place` names the place around which one looks.
pub fn condition(condition: &Condition, communes: &Communes, place: Option<&str>) -> String {
    match condition {
        Condition::Feature(feature) => self::feature(*feature),
        Condition::Opening(opening) => self::opening(*opening),
        Condition::Area(area) => self::area(area, communes),
        Condition::Around(Around { from, radius_km }) => {
            let from = match from {
                Origin::Commune(code) => area(&Area::Commune(code.clone()), communes),
                Origin::Place(_) => place.unwrap_or("Un lieu inconnu ici").to_owned(),
            };
            format!("{from} et {radius_km}\u{a0}km autour")
        }
        Condition::Recent => RECENT.to_owned(),
        Condition::Favourite => FAVOURITES.to_owned(),
    }
}

/// The name of an area; its code where it is not known here.
fn area(area: &Area, communes: &Communes) -> String {
    match area {
        Area::Territory(territory) => territory.as_str().to_owned(),
        Area::Commune(code) => {
            let commune = communes.by_code(code);
            let former = commune.and_then(|commune| commune.former.iter().find(|old| old.code == *code));
            let name = former.map(|old| &old.name).or(commune.map(|commune| &commune.name));
            name.cloned().unwrap_or_else(|| format!("Commune {code}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::commune::{InseeCode, Territory};
    use crate::domain::directory::place::PlaceId;
    use chrono::Weekday;

    #[test]
    fn every_feature_but_the_labels_is_proposed_once() {
        let proposed: Vec<Feature> = needs().into_iter().chain(others()).flat_map(|group| group.features).collect();
        let counts = [
            Service::ALL.len(),
            Fee::ALL.len(),
            SupportMode::ALL.len(),
            AccessMode::ALL.len() - 1,
            SpecialCare::ALL.len(),
            Public::ALL.len(),
            Programme::ALL.len(),
        ];
        assert_eq!(proposed.len(), counts.iter().sum::<usize>());
        let distinct: std::collections::BTreeSet<Feature> = proposed.iter().copied().collect();
        assert_eq!(distinct.len(), proposed.len());
    }

    #[test]
    fn each_filter_is_named() {
        let communes = &communes().unwrap().communes;
        let commune = |code: &str| InseeCode::new(code).unwrap();
        let said = |asked: Condition, place| condition(&asked, communes, place).replace('\u{a0}', " ");
        let around = |from| Condition::Around(Around { from, radius_km: 5 });
        let place = PlaceId::new("a").unwrap();
        for (asked, place, expected) in [
            (Condition::Feature(Feature::Programme(Programme::CafAccessPoint)), None, "Point d’accès numérique CAF"),
            (Condition::Opening(Opening::Now), None, "Ouvert maintenant"),
            (Condition::Opening(Opening::On(Weekday::Sat)), None, "Ouvert le samedi"),
            (Condition::Area(Area::Commune(commune("93066"))), None, "Saint-Denis"),
            (Condition::Area(Area::Commune(commune("93059"))), None, "Pierrefitte-sur-Seine"),
            (Condition::Area(Area::Commune(commune("75056"))), None, "Commune 75056"),
            (Condition::Area(Area::Territory(Territory::new("Est Ensemble").unwrap())), None, "Est Ensemble"),
            (around(Origin::Commune(commune("93062"))), None, "Le Raincy et 5 km autour"),
            (around(Origin::Place(place.clone())), Some("Le Relais"), "Le Relais et 5 km autour"),
            (around(Origin::Place(place)), None, "Un lieu inconnu ici et 5 km autour"),
            (Condition::Recent, None, "Fiche de moins d’un an, ou vérifiée ici"),
        ] {
            assert_eq!(said(asked.clone(), place), expected, "{asked:?}");
        }
    }
}
