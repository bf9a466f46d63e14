//! A place, with the thirty-two fields of the national standard.

use super::hours::Hours;
use super::standard::{
    AccessMode, Fee, Itinerance, Label, Programme, Public, Service, SpecialCare, SupportMode, Values,
};
use crate::domain::commune::{InseeCode, PostalCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// A place's identifier, chosen by the producer of the file and unique within it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlaceId(String);

impl PlaceId {
    /// An identifier, spaces around it removed; `None` when nothing is left.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The identifier of a place of another source that uses the same one.
    #[must_use]
    pub fn within(&self, source: &str) -> Self {
        Self(format!("{}:{}", source.trim(), self.0))
    }

    /// What became this identifier in a source; `None` when it is not one of its derived identifiers.
    pub fn outside(&self, source: &str) -> Option<Self> {
        Self::new(self.0.strip_prefix(source.trim())?.strip_prefix(':')?)
    }
}

impl fmt::Display for PlaceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A point on the globe, in millionths of a degree (about ten centimetres): integers compare and merge exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "WrittenCoordinates")]
pub struct Coordinates {
    #[serde(rename = "lat")]
    pub lat_udeg: i32,
    #[serde(rename = "lon")]
    pub lon_udeg: i32,
}

/// Two numbers from elsewhere, which may be no point of the globe.
#[derive(Deserialize)]
struct WrittenCoordinates {
    lat: i32,
    lon: i32,
}

impl Coordinates {
    /// Whether there is such a point on the globe.
    pub fn is_on_earth(self) -> bool {
        (-90_000_000..=90_000_000).contains(&self.lat_udeg) && (-180_000_000..=180_000_000).contains(&self.lon_udeg)
    }
}

impl TryFrom<WrittenCoordinates> for Coordinates {
    type Error = &'static str;

    fn try_from(WrittenCoordinates { lat, lon }: WrittenCoordinates) -> Result<Self, Self::Error> {
        let read = Self { lat_udeg: lat, lon_udeg: lon };
        read.is_on_earth().then_some(read).ok_or("no point of the globe")
    }
}

/// A place as it is read from a file: those are many and large, and shared by whoever shows, stores or searches them.
pub type SharedPlace = Arc<Place>;

/// Places as a file gives them.
#[cfg(any(test, feature = "fixtures"))]
pub fn shared(places: &[Place]) -> Vec<SharedPlace> {
    places.iter().cloned().map(Arc::new).collect()
}

/// A place. Empty fields are absent from its serialised form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub id: PlaceId,
    /// The official number of the structure (SIRET, RNA or RIDET), as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pivot: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub commune: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<PostalCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub insee_code: Option<InseeCode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address_extra: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<Coordinates>,
    /// Codes of the kind of structure; their list is not part of the standard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub typology: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub websites: Vec<String>,
    /// Opening hours in the notation of OpenStreetMap, as written.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hours: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// The organisation that collected the description.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub itinerance: Values<Itinerance>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub parent: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub services: Values<Service>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub publics: Values<Public>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub special_care: Values<SpecialCare>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub fees: Values<Fee>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub programmes: Values<Programme>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub labels: Values<Label>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_labels: Vec<String>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub access_modes: Values<AccessMode>,
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub support_modes: Values<SupportMode>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub accessibility_url: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub booking_url: String,
    /// Cells that could not be read, by column of the standard, word for word.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub unread: BTreeMap<String, String>,
}

/// The address to open for a link found in a file: a web address as it is, a bare host name completed. Anything else,
/// scripts above all, is no link.
pub fn web_link(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let host = rest.unwrap_or(&lower).split(['/', '?', '#']).next().unwrap_or("");
    let is_host = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && host.chars().all(|c| c.is_alphanumeric() || ".-:".contains(c));
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"<>\\".contains(c));
    match (is_host && is_plain, rest) {
        (false, _) => None,
        (true, Some(_)) => Some(text.to_owned()),
        // A bare name with a colon may be another scheme.
        (true, None) if host.contains(':') => None,
        (true, None) => Some(format!("https://{text}")),
    }
}

impl Place {
    /// A place of which only the identifier and the name are known.
    pub fn named(id: PlaceId, name: impl Into<String>) -> Self {
        Self {
            id,
            pivot: String::new(),
            name: name.into(),
            commune: String::new(),
            postal_code: None,
            insee_code: None,
            address: String::new(),
            address_extra: String::new(),
            coordinates: None,
            typology: Vec::new(),
            phone: String::new(),
            emails: Vec::new(),
            websites: Vec::new(),
            hours: String::new(),
            summary: String::new(),
            detail: String::new(),
            source: String::new(),
            itinerance: Values::default(),
            parent: String::new(),
            updated_on: None,
            services: Values::default(),
            publics: Values::default(),
            special_care: Values::default(),
            fees: Values::default(),
            programmes: Values::default(),
            labels: Values::default(),
            other_labels: Vec::new(),
            access_modes: Values::default(),
            support_modes: Values::default(),
            accessibility_url: String::new(),
            booking_url: String::new(),
            unread: BTreeMap::new(),
        }
    }

    /// Its telephone numbers, as written: the standard has room for one, files hold several.
    pub fn phones(&self) -> impl Iterator<Item = &str> {
        self.phone.split('|').map(str::trim).filter(|phone| !phone.is_empty())
    }

    /// Whether the place goes from one spot to another, wholly or in part.
    pub fn is_itinerant(&self) -> bool {
        self.itinerance.contains(Itinerance::Itinerant)
    }

    /// Whether other hours hold during school holidays: those that are shown are for the rest of the year.
    pub fn differs_in_school_holidays(&self) -> bool {
        Hours::parse(&self.hours).is_ok_and(|hours| hours.differs_in_school_holidays())
    }

    /// Whether people may be sent there.
    pub fn is_closed_to_public(&self) -> bool {
        self.access_modes.contains(AccessMode::ClosedToPublic) && self.services.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_web_addresses_only() {
        for (text, expected) in [
            ("https://www.example.org/a?b#c", Some("https://www.example.org/a?b#c")),
            (" HTTP://example.org ", Some("HTTP://example.org")),
            ("www.example.org/accueil", Some("https://www.example.org/accueil")),
            ("https://example.org:8080/", Some("https://example.org:8080/")),
            ("javascript:alert(1)", None),
            ("javascript:alert.call", None),
            ("data:text/html.x", None),
            ("mailto:accueil@example.org", None),
            ("example", None),
            ("https://", None),
            ("https://exa mple.org", None),
            ("https://example.org/\"><script>", None),
            ("", None),
        ] {
            assert_eq!(web_link(text).as_deref(), expected, "{text}");
        }
    }
}
