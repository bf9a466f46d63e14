//! What is described of a place, field by field: what an edition changes, and what people here may correct.

use super::contact;
use super::place::{Coordinates, Place};
use super::standard::{StandardValue, Values};
use super::value::FieldValue;
use crate::domain::commune::{InseeCode, PostalCode};

macro_rules! fields {
    ($($field:ident = $column:literal,)+) => {
        /// A field of a place, in the standard's order. The identifier is none: it says which place is described.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PlaceField { $($field),+ }

        impl PlaceField {
            /// Every field, in the standard's order.
            pub const ALL: &'static [Self] = &[$(Self::$field),+];

            /// The column's name in the standard. It is part of stored fields' names: never change one.
            pub fn column(self) -> &'static str {
                match self { $(Self::$field => $column),+ }
            }
        }
    };
}

fields! {
    Pivot = "pivot",
    Name = "nom",
    Commune = "commune",
    PostalCode = "code_postal",
    InseeCode = "code_insee",
    Address = "adresse",
    AddressExtra = "complement_adresse",
    // Two columns, and one point.
    Position = "latitude",
    Typology = "typologie",
    Phone = "telephone",
    Emails = "courriels",
    Websites = "site_web",
    Hours = "horaires",
    Summary = "presentation_resume",
    Detail = "presentation_detail",
    Source = "source",
    Itinerance = "itinerance",
    Parent = "structure_parente",
    UpdatedOn = "date_maj",
    Services = "services",
    Publics = "publics_specifiquement_adresses",
    SpecialCare = "prise_en_charge_specifique",
    Fees = "frais_a_charge",
    Programmes = "dispositif_programmes_nationaux",
    Labels = "formations_labels",
    OtherLabels = "autres_formations_labels",
    AccessModes = "modalites_acces",
    SupportModes = "modalites_accompagnement",
    AccessibilityUrl = "fiche_acces_libre",
    BookingUrl = "prise_rdv",
}

/// The other column of a position.
const LONGITUDE: &str = "longitude";
/// Two positions nearer than this are the same: files round differently.
const SAME_SPOT_M: u32 = 10;

impl PlaceField {
    /// The field whose column has this name.
    pub fn of_column(column: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.column() == column)
    }

    /// Whether people here may correct it: who collected a description, and when, is a fact about the file.
    pub fn is_correctable(self) -> bool {
        !matches!(self, Self::Source | Self::UpdatedOn)
    }

    /// Whether it may hold several values.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Typology | Self::Phone | Self::Emails | Self::Websites | Self::OtherLabels)
            || self.is_closed_list()
    }

    /// Whether its values are those of a closed list of the standard.
    pub fn is_closed_list(self) -> bool {
        matches!(
            self,
            Self::Itinerance
                | Self::Services
                | Self::Publics
                | Self::SpecialCare
                | Self::Fees
                | Self::Programmes
                | Self::Labels
                | Self::AccessModes
                | Self::SupportModes
        )
    }

    /// What a place's description says; what could not be read, as it was written.
    pub fn value(self, place: &Place) -> FieldValue {
        let values = |known: &[&str]| FieldValue::of(known.iter().copied());
        match self {
            Self::Pivot => values(&[&place.pivot]),
            Self::Name => values(&[&place.name]),
            Self::Commune => values(&[&place.commune]),
            Self::PostalCode => self.or_unread(place, place.postal_code.as_ref().map(PostalCode::to_string)),
            Self::InseeCode => self.or_unread(place, place.insee_code.as_ref().map(InseeCode::to_string)),
            Self::Address => values(&[&place.address]),
            Self::AddressExtra => values(&[&place.address_extra]),
            Self::Position => self.or_unread(place, place.coordinates.map(Coordinates::to_text)),
            Self::Typology => FieldValue::of(&place.typology),
            Self::Phone => FieldValue::of(place.phones()),
            Self::Emails => FieldValue::of(&place.emails),
            Self::Websites => FieldValue::of(&place.websites),
            Self::Hours => values(&[&place.hours]),
            Self::Summary => values(&[&place.summary]),
            Self::Detail => values(&[&place.detail]),
            Self::Source => values(&[&place.source]),
            Self::Itinerance => FieldValue::of(place.itinerance.labels()),
            Self::Parent => values(&[&place.parent]),
            Self::UpdatedOn => self.or_unread(place, place.updated_on.map(|date| date.to_string())),
            Self::Services => FieldValue::of(place.services.labels()),
            Self::Publics => FieldValue::of(place.publics.labels()),
            Self::SpecialCare => FieldValue::of(place.special_care.labels()),
            Self::Fees => FieldValue::of(place.fees.labels()),
            Self::Programmes => FieldValue::of(place.programmes.labels()),
            Self::Labels => FieldValue::of(place.labels.labels()),
            Self::OtherLabels => FieldValue::of(&place.other_labels),
            Self::AccessModes => FieldValue::of(place.access_modes.labels()),
            Self::SupportModes => FieldValue::of(place.support_modes.labels()),
            Self::AccessibilityUrl => values(&[&place.accessibility_url]),
            Self::BookingUrl => values(&[&place.booking_url]),
        }
    }

    fn or_unread(self, place: &Place, read: Option<String>) -> FieldValue {
        let unread = |column: &str| place.unread.get(column).cloned();
        let of_position = || (self == Self::Position).then(|| unread(LONGITUDE)).flatten();
        match read {
            Some(text) => FieldValue::of([text]),
            None => FieldValue::of(unread(self.column()).into_iter().chain(of_position())),
        }
    }

    /// Gives a place another value of this field, one that was checked ([`Self::check`]); what could not be read before
    /// goes with the former one. A description's date and who collected it stay.
    pub fn put(self, value: &FieldValue, place: &mut Place) {
        place.unread.remove(self.column());
        let text = value.text();
        match self {
            Self::Pivot => place.pivot = text,
            Self::Name => place.name = text,
            Self::Commune => place.commune = text,
            Self::PostalCode => place.postal_code = PostalCode::new(&text).ok(),
            Self::InseeCode => place.insee_code = InseeCode::new(&text).ok(),
            Self::Address => place.address = text,
            Self::AddressExtra => place.address_extra = text,
            Self::Position => {
                place.unread.remove(LONGITUDE);
                place.coordinates = Coordinates::from_text(&text);
            }
            Self::Typology => place.typology = value.to_vec(),
            Self::Phone => place.phone = text,
            Self::Emails => place.emails = value.to_vec(),
            Self::Websites => place.websites = value.to_vec(),
            Self::Hours => place.hours = text,
            Self::Summary => place.summary = text,
            Self::Detail => place.detail = text,
            Self::Itinerance => place.itinerance = known(value),
            Self::Parent => place.parent = text,
            Self::Services => place.services = known(value),
            Self::Publics => place.publics = known(value),
            Self::SpecialCare => place.special_care = known(value),
            Self::Fees => place.fees = known(value),
            Self::Programmes => place.programmes = known(value),
            Self::Labels => place.labels = known(value),
            Self::OtherLabels => place.other_labels = value.to_vec(),
            Self::AccessModes => place.access_modes = known(value),
            Self::SupportModes => place.support_modes = known(value),
            Self::AccessibilityUrl => place.accessibility_url = text,
            Self::BookingUrl => place.booking_url = text,
            Self::Source | Self::UpdatedOn => {}
        }
    }

    /// Whether two values say the same, however they are written: the signs of a telephone number, the order of a list,
    /// the case of an address on the web.
    pub fn agree(self, one: &FieldValue, other: &FieldValue) -> bool {
        one == other || self.normal(one) == self.normal(other) || self.is_same_spot(one, other)
    }

    fn normal(self, value: &FieldValue) -> Vec<String> {
        let mut texts: Vec<String> = value.texts().map(|text| self.normal_text(text)).collect();
        texts.sort();
        texts.dedup();
        texts
    }

    fn normal_text(self, text: &str) -> String {
        match self {
            Self::Phone => contact::french_digits(text).unwrap_or_else(|| contact::without_signs(text)),
            Self::Emails => text.to_lowercase(),
            Self::Websites | Self::AccessibilityUrl | Self::BookingUrl => {
                let lower = text.to_lowercase();
                let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
                bare.trim_end_matches('/').to_owned()
            }
            _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    fn is_same_spot(self, one: &FieldValue, other: &FieldValue) -> bool {
        let spot = |value: &FieldValue| Coordinates::from_text(&value.text());
        match (self, spot(one), spot(other)) {
            (Self::Position, Some(one), Some(other)) => one.distance_m(other) <= SAME_SPOT_M,
            _ => false,
        }
    }
}

fn known<T: StandardValue>(value: &FieldValue) -> Values<T> {
    Values::read(value.texts())
}
