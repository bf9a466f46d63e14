//! A search of the directory in an address, so that it can be sent to a colleague.

use super::{decode, encode};
use crate::domain::commune::{InseeCode, Territory};
use crate::domain::directory::filter::Feature;
use crate::domain::directory::place::PlaceId;
use crate::domain::directory::query::{
    Area, Around, Conditions, DirectoryQuery, Display, MAX_RADIUS_KM, Opening, Origin, RADIUS_KM,
};
use crate::domain::directory::standard::StandardValue;
use crate::domain::fold::fold;
use chrono::Weekday;

const TEXT: &str = "q";
const OPEN: &str = "ouvert";
const NOW: &str = "maintenant";
const COMMUNE: &str = "commune";
const TERRITORY: &str = "territoire";
const AROUND_COMMUNE: &str = "autour";
const AROUND_PLACE: &str = "autour-du-lieu";
const RADIUS: &str = "rayon";
const RECENT: &str = "fiche";
const IS_RECENT: &str = "recente";
const FAVOURITES: &str = "favoris";
const YES: &str = "oui";
const DISPLAY: &str = "vue";
const MAP: &str = "carte";

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "lundi"),
    (Weekday::Tue, "mardi"),
    (Weekday::Wed, "mercredi"),
    (Weekday::Thu, "jeudi"),
    (Weekday::Fri, "vendredi"),
    (Weekday::Sat, "samedi"),
    (Weekday::Sun, "dimanche"),
];

/// The search as the end of an address, with its `?`; nothing for the whole directory.
pub fn write(query: &DirectoryQuery) -> String {
    let mut parts = Vec::new();
    let mut push = |name: &str, value: &str| parts.push(format!("{name}={}", encode(value)));
    if !query.text.is_empty() {
        push(TEXT, &query.text);
    }
    let Conditions { features, opening, area, around, is_recent, is_favourite } = &query.conditions;
    for feature in features {
        push(matter(*feature), &slug(feature.label()));
    }
    match opening {
        Some(Opening::Now) => push(OPEN, NOW),
        Some(Opening::On(day)) => push(OPEN, DAYS.iter().find(|(known, _)| known == day).map_or("", |(_, name)| name)),
        None => {}
    }
    match area {
        Some(Area::Commune(code)) => push(COMMUNE, code.as_str()),
        Some(Area::Territory(territory)) => push(TERRITORY, territory.as_str()),
        None => {}
    }
    if let Some(Around { from, radius_km }) = around {
        match from {
            Origin::Commune(code) => push(AROUND_COMMUNE, code.as_str()),
            Origin::Place(id) => push(AROUND_PLACE, id.as_str()),
        }
        push(RADIUS, &radius_km.to_string());
    }
    if *is_recent {
        push(RECENT, IS_RECENT);
    }
    if *is_favourite {
        push(FAVOURITES, YES);
    }
    if query.display == Display::Map {
        push(DISPLAY, MAP);
    }
    if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
}

/// Reads the end of an address, without its `?`. What is not understood is left out: the others stand.
pub fn read(text: &str) -> Option<DirectoryQuery> {
    let mut query = DirectoryQuery::default();
    let mut origin = None;
    let mut radius_km = RADIUS_KM;
    for part in text.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = decode(value)?;
        let conditions = &mut query.conditions;
        match name {
            TEXT => query.text = value,
            OPEN if value == NOW => conditions.opening = Some(Opening::Now),
            OPEN => {
                let day = DAYS.iter().find(|(_, name)| *name == value);
                conditions.opening = day.map(|(day, _)| Opening::On(*day)).or(conditions.opening);
            }
            COMMUNE => conditions.area = InseeCode::new(&value).ok().map(Area::Commune),
            TERRITORY => conditions.area = Territory::new(&value).map(Area::Territory),
            AROUND_COMMUNE => origin = InseeCode::new(&value).ok().map(Origin::Commune),
            AROUND_PLACE => origin = PlaceId::new(&value).map(Origin::Place),
            RADIUS => radius_km = value.parse().ok().filter(|km| (1..=MAX_RADIUS_KM).contains(km)).unwrap_or(radius_km),
            RECENT => conditions.is_recent = value == IS_RECENT,
            FAVOURITES => conditions.is_favourite = value == YES,
            DISPLAY => query.display = if value == MAP { Display::Map } else { Display::List },
            _ => conditions.features.extend(feature(name, &value)),
        }
    }
    query.conditions.around = origin.map(|from| Around { from, radius_km });
    Some(query)
}

/// What a feature is about, in an address.
fn matter(feature: Feature) -> &'static str {
    match feature {
        Feature::SpecialCare(_) => "accueil",
        Feature::Public(_) => "public",
        Feature::Label(_) => "label",
        Feature::Programme(_) => "dispositif",
        Feature::Service(_) => "service",
        Feature::SupportMode(_) => "accompagnement",
        Feature::AccessMode(_) => "acces",
        Feature::Fee(_) => "tarif",
    }
}

fn feature(matter: &str, value: &str) -> Option<Feature> {
    match matter {
        "accueil" => of_slug(value).map(Feature::SpecialCare),
        "public" => of_slug(value).map(Feature::Public),
        "label" => of_slug(value).map(Feature::Label),
        "dispositif" => of_slug(value).map(Feature::Programme),
        "service" => of_slug(value).map(Feature::Service),
        "accompagnement" => of_slug(value).map(Feature::SupportMode),
        "acces" => of_slug(value).map(Feature::AccessMode),
        "tarif" => of_slug(value).map(Feature::Fee),
        _ => None,
    }
}

fn of_slug<T: StandardValue>(text: &str) -> Option<T> {
    T::ALL.iter().copied().find(|value| slug(value.label()) == text)
}

/// A value of the standard, as an address writes it: `aide-aux-demarches-administratives`.
fn slug(label: &str) -> String {
    fold(label).replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::standard::{
        AccessMode, Fee, Label, Programme, Public, Service, SpecialCare, SupportMode,
    };
    use proptest::prelude::*;

    fn features() -> Vec<Feature> {
        fn all<T: StandardValue>(feature: fn(T) -> Feature) -> impl Iterator<Item = Feature> {
            T::ALL.iter().copied().map(feature)
        }
        all::<Service>(Feature::Service)
            .chain(all::<Public>(Feature::Public))
            .chain(all::<SpecialCare>(Feature::SpecialCare))
            .chain(all::<Fee>(Feature::Fee))
            .chain(all::<Programme>(Feature::Programme))
            .chain(all::<Label>(Feature::Label))
            .chain(all::<AccessMode>(Feature::AccessMode))
            .chain(all::<SupportMode>(Feature::SupportMode))
            .collect()
    }

    #[test]
    fn an_address_reads_like_a_search() {
        let query = DirectoryQuery {
            text: "pôle & co".into(),
            conditions: Conditions {
                features: [Feature::Service(Service::SafeUse), Feature::Fee(Fee::Free)].into(),
                opening: Some(Opening::Now),
                area: Territory::new("Plaine Commune").map(Area::Territory),
                around: Some(Around { from: Origin::Commune(InseeCode::new("93008").unwrap()), radius_km: 2 }),
                is_recent: true,
                is_favourite: true,
            },
            display: Display::Map,
        };
        let address = "?q=p%C3%B4le%20%26%20co&service=utilisation-securisee-du-numerique&tarif=gratuit\
                       &ouvert=maintenant&territoire=Plaine%20Commune&autour=93008&rayon=2&fiche=recente&favoris=oui&vue=carte";
        assert_eq!(write(&query), address);
        assert_eq!(read(&address[1..]), Some(query));
        assert_eq!(write(&DirectoryQuery::default()), "");
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        let read =
            read("q=relais&tarif=inconnu&couleur=bleue&ouvert=hier&commune=x&rayon=900&&fiche&vue=liste").unwrap();
        assert_eq!(read, DirectoryQuery::of_text("relais"));
        assert_eq!(super::read("q=%FF"), None);
    }

    fn conditions() -> impl Strategy<Value = Conditions> {
        let code = "9[0-9]{4}".prop_map(|code| InseeCode::new(&code).unwrap());
        let opening = prop_oneof![Just(Opening::Now), (0..7_usize).prop_map(|day| Opening::On(DAYS[day].0))];
        let area = prop_oneof![
            code.clone().prop_map(Area::Commune),
            "[A-Zé’&= ]{1,12}".prop_filter_map("blank", |name| Territory::new(&name).map(Area::Territory)),
        ];
        let origin = prop_oneof![
            code.prop_map(Origin::Commune),
            "\\PC{1,12}".prop_filter_map("blank", |id| PlaceId::new(&id).map(Origin::Place)),
        ];
        let around = (origin, 1..=MAX_RADIUS_KM).prop_map(|(from, radius_km)| Around { from, radius_km });
        let features = prop::collection::btree_set(prop::sample::select(features()), 0..6);
        (features, prop::option::of(opening), prop::option::of(area), prop::option::of(around), any::<(bool, bool)>())
            .prop_map(|(features, opening, area, around, (is_recent, is_favourite))| Conditions {
                features,
                opening,
                area,
                around,
                is_recent,
                is_favourite,
            })
    }

    proptest! {
        #[test]
        fn any_search_comes_back(text in "\\PC{0,20}", conditions in conditions(), is_map in any::<bool>()) {
            let display = if is_map { Display::Map } else { Display::List };
            let query = DirectoryQuery { text, conditions, display };
            let address = write(&query);
            prop_assert_eq!(read(address.trim_start_matches('?')), Some(query));
        }
    }
}
