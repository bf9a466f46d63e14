//! The fields of a place, their values, and why a typed one is refused.

use super::too_long;
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::standard::{AccessMode, Public, SpecialCare, StandardValue, SupportMode};
use crate::domain::directory::value::{FieldValue, ValueFault};
use crate::text::{directory, format};
use chrono::NaiveDate;

/// A field of a place, as a label.
pub fn field(field: PlaceField) -> &'static str {
    match field {
        PlaceField::Pivot => "Numéro SIRET ou RNA",
        PlaceField::Name => "Nom",
        PlaceField::Commune => "Commune",
        PlaceField::PostalCode => "Code postal",
        PlaceField::InseeCode => "Code INSEE",
        PlaceField::Address => "Adresse",
        PlaceField::AddressExtra => "Complément d’adresse",
        PlaceField::Position => "Position sur la carte",
        PlaceField::Typology => "Type de structure",
        PlaceField::Phone => "Téléphone",
        PlaceField::Emails => "Courriel",
        PlaceField::Websites => "Site web",
        PlaceField::Hours => "Horaires",
        PlaceField::Summary => "Présentation courte",
        PlaceField::Detail => "Présentation détaillée",
        PlaceField::Source => "Origine de la fiche",
        PlaceField::Itinerance => "Lieu fixe ou itinérant",
        PlaceField::Parent => "Structure parente",
        PlaceField::UpdatedOn => "Date de mise à jour",
        PlaceField::Services => "Services",
        PlaceField::Publics => "Public",
        PlaceField::SpecialCare => "Accueil adapté",
        PlaceField::Fees => "Tarif",
        PlaceField::Programmes => "Dispositifs",
        PlaceField::Labels => "Formations et labels",
        PlaceField::OtherLabels => "Autres formations et labels",
        PlaceField::AccessModes => "Pour venir",
        PlaceField::SupportModes => "Accompagnement",
        PlaceField::AccessibilityUrl => "Fiche Accès Libre",
        PlaceField::BookingUrl => "Prise de rendez-vous",
    }
}

/// What a field says: « 01 99 00 00 12 », « Non renseigné ».
pub fn value(field: PlaceField, value: &FieldValue) -> String {
    if value.is_empty() {
        return "Non renseigné".to_owned();
    }
    let texts: Vec<String> = value.texts().map(|text| words(field, text)).collect();
    texts.join("\u{202f}; ")
}

fn words(field: PlaceField, text: &str) -> String {
    let known = match field {
        PlaceField::Phone => return format::phone(text),
        PlaceField::UpdatedOn => return text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), format::date),
        PlaceField::SpecialCare => SpecialCare::parse(text).map(directory::special_care),
        PlaceField::Publics => Public::parse(text).map(directory::public),
        PlaceField::AccessModes => AccessMode::parse(text).map(directory::access_mode),
        PlaceField::SupportModes => SupportMode::parse(text).map(directory::support_mode),
        _ => None,
    };
    // The standard writes straight apostrophes.
    let standard = || if field.is_closed_list() { text.replace('\'', "’") } else { text.to_owned() };
    known.map_or_else(standard, str::to_owned)
}

/// Why a typed value is refused, and what to write.
pub fn fault(fault: &ValueFault) -> String {
    let quoted = |text: &str| format!("«\u{202f}{text}\u{202f}»");
    match fault {
        ValueFault::Missing => "Donnez un nom au lieu.".to_owned(),
        ValueFault::TooLong { max_chars } => too_long(*max_chars),
        ValueFault::SeveralLines => "Écrivez sur une seule ligne.".to_owned(),
        ValueFault::Separator => "Retirez le signe «\u{202f}|\u{202f}»\u{a0}: il sépare les valeurs.".to_owned(),
        ValueFault::NotAPostalCode => "Écrivez un code postal de cinq chiffres, par exemple 93100.".to_owned(),
        ValueFault::NotAnInseeCode => "Écrivez un code INSEE de cinq caractères, par exemple 93048.".to_owned(),
        ValueFault::NotAPosition => {
            "Écrivez une latitude puis une longitude en France, par exemple 48.9358, 2.3596.".to_owned()
        }
        ValueFault::NotAPhone(text) => {
            format!("{} n’est pas un numéro de téléphone. Écrivez un numéro par ligne, et rien d’autre.", quoted(text))
        }
        ValueFault::NotAnEmail(text) => {
            format!("{} n’est pas une adresse de courriel. Écrivez une adresse par ligne.", quoted(text))
        }
        ValueFault::NotALink(text) => {
            format!("{} n’est pas une adresse web. Écrivez par exemple https://www.exemple.fr.", quoted(text))
        }
        ValueFault::NotHours => {
            "Écrivez les horaires dans la notation du standard, par exemple Mo-Fr 09:00-12:00,14:00-17:00.".to_owned()
        }
        ValueFault::Unknown(text) => format!("{} n’est pas dans la liste du standard national.", quoted(text)),
        ValueFault::NotCorrectable => "Ce champ vient du fichier importé et ne se corrige pas ici.".to_owned(),
    }
}
