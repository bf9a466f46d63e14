//! What is looked for in a place, and why a place answers it.

use super::place::Place;
use super::standard::{AccessMode, Fee, Label, Programme, Public, Service, SpecialCare, StandardValue, SupportMode};
use serde::{Deserialize, Serialize};

/// What is looked for. An empty filter keeps every place. Otherwise:
///
/// - **offer** (`services`, `programmes`): when one is asked, the place must have at least one of the services or
///   belong to at least one of the programmes;
/// - **needs** (`special_care`, `publics`, `labels`): required, any one of them, when no offer is asked; with an offer
///   they are preferences, and the places that meet one come first;
/// - **conditions** (`access_modes`, `fees`, `support_modes`): each list asked must share a value with the place's, but a
///   place that says nothing on the matter is not ruled out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlaceFilter {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Programme>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub special_care: Vec<SpecialCare>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub publics: Vec<Public>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Label>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub access_modes: Vec<AccessMode>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub support_modes: Vec<SupportMode>,
}

/// One thing that a description says of a place, in the standard's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    SpecialCare(SpecialCare),
    Public(Public),
    Label(Label),
    Programme(Programme),
    Service(Service),
    SupportMode(SupportMode),
    AccessMode(AccessMode),
    Fee(Fee),
}

impl Feature {
    /// The value's text in the standard.
    pub fn label(self) -> &'static str {
        match self {
            Self::SpecialCare(value) => value.label(),
            Self::Public(value) => value.label(),
            Self::Label(value) => value.label(),
            Self::Programme(value) => value.label(),
            Self::Service(value) => value.label(),
            Self::SupportMode(value) => value.label(),
            Self::AccessMode(value) => value.label(),
            Self::Fee(value) => value.label(),
        }
    }

    /// Whether the place's description says it.
    pub fn is_said_of(self, place: &Place) -> bool {
        match self {
            Self::SpecialCare(value) => place.special_care.contains(value),
            Self::Public(value) => place.publics.contains(value),
            Self::Label(value) => place.labels.contains(value),
            Self::Programme(value) => place.programmes.contains(value),
            Self::Service(value) => place.services.contains(value),
            Self::SupportMode(value) => place.support_modes.contains(value),
            Self::AccessMode(value) => place.access_modes.contains(value),
            Self::Fee(value) => place.fees.contains(value),
        }
    }

    /// Whether both are about the same matter: a price and a price.
    pub fn is_akin_to(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// How well a place answers, from the least to the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FitQuality {
    /// A part of the offer.
    Partial,
    /// All the families of the offer that were asked.
    Full,
    /// A part of the offer, and a particular need.
    PartialWithNeed,
    /// All the families of the offer that were asked, and a particular need.
    FullWithNeed,
}

/// Why a place answers a filter: needs first, then the offer, then the conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fits {
    pub reasons: Vec<Feature>,
    pub quality: FitQuality,
}

impl PlaceFilter {
    /// Nothing is asked.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Why the place answers this filter; `None` when it does not.
    pub fn matches(&self, place: &Place) -> Option<Fits> {
        let mut reasons: Vec<Feature> = Vec::new();
        reasons.extend(place.special_care.among(&self.special_care).into_iter().map(Feature::SpecialCare));
        reasons.extend(place.publics.among(&self.publics).into_iter().map(Feature::Public));
        reasons.extend(place.labels.among(&self.labels).into_iter().map(Feature::Label));
        let meets_need = !reasons.is_empty();

        let programmes = place.programmes.among(&self.programmes);
        let services = place.services.among(&self.services);
        let asks_offer = !self.programmes.is_empty() || !self.services.is_empty();
        let asks_need = !self.special_care.is_empty() || !self.publics.is_empty() || !self.labels.is_empty();
        let has_offer = !programmes.is_empty() || !services.is_empty();
        if (asks_offer && !has_offer) || (!asks_offer && asks_need && !meets_need) {
            return None;
        }
        let has_whole_offer = (self.programmes.is_empty() || !programmes.is_empty())
            && (self.services.is_empty() || !services.is_empty());
        reasons.extend(programmes.into_iter().map(Feature::Programme));
        reasons.extend(services.into_iter().map(Feature::Service));

        reasons.extend(condition(&self.support_modes, &place.support_modes)?.into_iter().map(Feature::SupportMode));
        reasons.extend(condition(&self.access_modes, &place.access_modes)?.into_iter().map(Feature::AccessMode));
        reasons.extend(condition(&self.fees, &place.fees)?.into_iter().map(Feature::Fee));

        let quality = match (meets_need, has_whole_offer) {
            (true, true) => FitQuality::FullWithNeed,
            (true, false) => FitQuality::PartialWithNeed,
            (false, true) => FitQuality::Full,
            (false, false) => FitQuality::Partial,
        };
        Some(Fits { reasons, quality })
    }
}

/// The values shared with what is asked; `None` when the place rules itself out.
fn condition<T: StandardValue>(asked: &[T], said: &super::standard::Values<T>) -> Option<Vec<T>> {
    let shared = said.among(asked);
    let is_ruled_out = !asked.is_empty() && !said.known.is_empty() && shared.is_empty();
    (!is_ruled_out).then_some(shared)
}

#[cfg(test)]
mod tests {
    use super::super::place::PlaceId;
    use super::super::standard::Values;
    use super::*;

    fn place(services: &[Service], programmes: &[Programme], care: &[SpecialCare]) -> Place {
        let mut place = Place::named(PlaceId::new("fictif-1").unwrap(), "Le Relais fictif");
        place.services.known = services.to_vec();
        place.programmes.known = programmes.to_vec();
        place.special_care.known = care.to_vec();
        place
    }

    fn filter(json: &str) -> PlaceFilter {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn an_empty_filter_keeps_everything_without_a_reason() {
        let fits = filter("{}").matches(&place(&[], &[], &[])).unwrap();
        assert_eq!(fits.reasons, []);
    }

    #[test]
    fn a_service_or_a_programme_is_required_and_both_are_better() {
        let asked = filter(r#"{"services":["Aide aux démarches administratives"],"programmes":["France Services"]}"#);
        let quality = |services: &[Service], programmes: &[Programme]| {
            asked.matches(&place(services, programmes, &[])).map(|fits| fits.quality)
        };
        assert_eq!(quality(&[Service::AdministrativeHelp], &[Programme::FranceServices]), Some(FitQuality::Full));
        assert_eq!(quality(&[Service::AdministrativeHelp], &[]), Some(FitQuality::Partial));
        assert_eq!(quality(&[], &[Programme::FranceServices]), Some(FitQuality::Partial));
        assert_eq!(quality(&[Service::SafeUse], &[Programme::PixCertification]), None);
    }

    #[test]
    fn a_need_beside_an_offer_comes_first_without_being_required() {
        let asked = filter(r#"{"services":["Aide aux démarches administratives"],"special_care":["Illettrisme"]}"#);
        let plain = asked.matches(&place(&[Service::AdministrativeHelp], &[], &[])).unwrap();
        let caring = asked.matches(&place(&[Service::AdministrativeHelp], &[], &[SpecialCare::Literacy])).unwrap();
        assert!(caring.quality > plain.quality);
        assert_eq!(
            caring.reasons,
            [Feature::SpecialCare(SpecialCare::Literacy), Feature::Service(Service::AdministrativeHelp)]
        );
        assert_eq!(asked.matches(&place(&[], &[], &[SpecialCare::Literacy])), None);
    }

    #[test]
    fn a_need_alone_is_required() {
        let asked = filter(r#"{"special_care":["Illettrisme","Surdité"]}"#);
        assert!(asked.matches(&place(&[], &[], &[SpecialCare::Deafness])).is_some());
        assert_eq!(asked.matches(&place(&[Service::SafeUse], &[], &[])), None);
    }

    #[test]
    fn a_condition_rules_out_only_places_that_say_otherwise() {
        let asked = filter(r#"{"fees":["Gratuit"]}"#);
        let mut place = place(&[], &[], &[]);
        assert!(asked.matches(&place).is_some());
        place.fees = Values::read(["Payant"]);
        assert_eq!(asked.matches(&place), None);
        place.fees = Values::read(["Payant", "Gratuit"]);
        assert_eq!(asked.matches(&place).unwrap().reasons, [Feature::Fee(Fee::Free)]);
    }

    #[test]
    fn a_filter_with_an_unknown_value_is_refused() {
        assert!(serde_json::from_str::<PlaceFilter>(r#"{"services":["Coiffure"]}"#).is_err());
        assert!(serde_json::from_str::<PlaceFilter>(r#"{"service":[]}"#).is_err());
    }
}
