//! The columns of the national standard.

use serde::{Deserialize, Serialize};

macro_rules! columns {
    ($($column:ident = $name:literal,)+) => {
        /// A column of the standard, in its order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Column { $($column),+ }

        impl Column {
            /// Every column, in the standard's order.
            pub const ALL: &'static [Self] = &[$(Self::$column),+];

            /// The column's name in the first line of a file.
            pub fn name(self) -> &'static str {
                match self { $(Self::$column => $name),+ }
            }
        }
    };
}

columns! {
    Id = "id",
    Pivot = "pivot",
    Name = "nom",
    Commune = "commune",
    PostalCode = "code_postal",
    InseeCode = "code_insee",
    Address = "adresse",
    AddressExtra = "complement_adresse",
    Latitude = "latitude",
    Longitude = "longitude",
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

/// What became of a column of version 0.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Former {
    Renamed(Column),
    Split(SplitColumn),
}

/// A column of version 0.1 whose values are now in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitColumn {
    /// In [`Column::Publics`] and [`Column::SpecialCare`].
    Publics,
    /// In [`Column::Programmes`], [`Column::Labels`] and [`Column::OtherLabels`].
    Labels,
}

impl Former {
    /// The names that version 0.1 gave and that no longer are.
    pub const ALL: [(&'static str, Self); 6] = [
        ("courriel", Self::Renamed(Column::Emails)),
        ("publics_accueillis", Self::Split(SplitColumn::Publics)),
        ("conditions_acces", Self::Renamed(Column::Fees)),
        ("labels_nationaux", Self::Split(SplitColumn::Labels)),
        ("labels_autres", Self::Renamed(Column::OtherLabels)),
        ("accessibilite", Self::Renamed(Column::AccessibilityUrl)),
    ];
}

impl Column {
    /// The columns without which a file is not in the standard.
    pub const REQUIRED: &'static [Self] =
        &[Self::Id, Self::Pivot, Self::Name, Self::Commune, Self::PostalCode, Self::Address, Self::UpdatedOn];
}
