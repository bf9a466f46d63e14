//! How much a description tells of what matters before sending someone to a place.

use super::place::Place;

/// What one wants to know before sending someone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Essential {
    Phone,
    Address,
    Position,
    Hours,
    Services,
    AccessModes,
    SupportModes,
    Fees,
    EmailOrWebsite,
    Summary,
    UpdatedOn,
}

impl Essential {
    /// All of them, what is missed most first.
    pub const ALL: [Self; 11] = [
        Self::Phone,
        Self::Address,
        Self::Position,
        Self::Hours,
        Self::Services,
        Self::AccessModes,
        Self::SupportModes,
        Self::Fees,
        Self::EmailOrWebsite,
        Self::Summary,
        Self::UpdatedOn,
    ];

    /// Whether the description tells it.
    pub fn is_told(self, place: &Place) -> bool {
        match self {
            Self::Phone => place.phones().next().is_some(),
            Self::Address => !place.address.is_empty(),
            Self::Position => place.coordinates.is_some(),
            Self::Hours => !place.hours.trim().is_empty(),
            Self::Services => !place.services.is_empty(),
            Self::AccessModes => !place.access_modes.is_empty(),
            Self::SupportModes => !place.support_modes.is_empty(),
            Self::Fees => !place.fees.is_empty(),
            Self::EmailOrWebsite => !place.emails.is_empty() || !place.websites.is_empty(),
            Self::Summary => !place.summary.is_empty() || !place.detail.is_empty(),
            Self::UpdatedOn => place.updated_on.is_some(),
        }
    }
}

/// What a description does not tell.
pub fn missing(place: &Place) -> Vec<Essential> {
    Essential::ALL.into_iter().filter(|essential| !essential.is_told(place)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::place::{Coordinates, PlaceId};
    use super::super::standard::{AccessMode, Fee, Service, SupportMode};
    use super::*;

    #[test]
    fn each_thing_told_is_missed_no_more() {
        let mut place = Place::named(PlaceId::new("a").unwrap(), "Le Relais");
        let tell: [fn(&mut Place); 11] = [
            |place| place.phone = "0199001234".into(),
            |place| place.address = "1 rue de l’Essai".into(),
            |place| place.coordinates = Some(Coordinates { lat_udeg: 48_900_000, lon_udeg: 2_400_000 }),
            |place| place.hours = "Mo 09:00-12:00".into(),
            |place| place.services.known.push(Service::SafeUse),
            |place| place.access_modes.known.push(AccessMode::Phone),
            |place| place.support_modes.known.push(SupportMode::Alone),
            |place| place.fees.known.push(Fee::Free),
            |place| place.websites.push("https://example.org".into()),
            |place| place.detail = "Deux salles.".into(),
            |place| place.updated_on = "2026-01-01".parse().ok(),
        ];
        for (told, (tell, essential)) in tell.into_iter().zip(Essential::ALL).enumerate() {
            assert_eq!(missing(&place), Essential::ALL[told..]);
            assert!(!essential.is_told(&place));
            tell(&mut place);
        }
        assert_eq!(missing(&place), []);
    }
}
