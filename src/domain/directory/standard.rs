//! The closed lists of the national standard « Lieux de médiation numérique » v1.0.2. The texts are values of the
//! standard, read and written as such.

use crate::domain::fold::squash;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A value of one of the closed lists.
pub trait StandardValue: Copy + Eq + 'static {
    /// Every value, in the standard's order.
    const ALL: &'static [Self];
    /// The column that holds it.
    const COLUMN: &'static str;

    /// The value's exact text in the standard.
    fn label(self) -> &'static str;

    /// Other texts found in files for the same value.
    fn aliases(self) -> &'static [&'static str];

    /// Reads a value whatever its case, accents, apostrophes and spaces: published files differ on these.
    fn parse(text: &str) -> Option<Self> {
        let exact = Self::ALL.iter().find(|value| value.label() == text);
        exact.copied().or_else(|| {
            let wanted = squash(text);
            let is_wanted = |label: &str| squash(label) == wanted;
            Self::ALL
                .iter()
                .copied()
                .find(|value| is_wanted(value.label()) || value.aliases().iter().any(|alias| is_wanted(alias)))
        })
    }
}

macro_rules! standard_values {
    ($(#[$doc:meta])* $name:ident in $column:literal { $($value:ident = $label:literal $(| $alias:literal)*,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($value),+ }

        impl StandardValue for $name {
            const ALL: &'static [Self] = &[$(Self::$value),+];
            const COLUMN: &'static str = $column;

            fn label(self) -> &'static str {
                match self { $(Self::$value => $label),+ }
            }

            fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$value => &[$($alias),*]),+ }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.label())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| D::Error::custom(format!("unknown {}: {text}", $column)))
            }
        }
    };
}

standard_values! {
    /// What a place offers.
    Service in "services" {
        AdministrativeHelp = "Aide aux démarches administratives",
        EverydayTools = "Maîtrise des outils numériques du quotidien",
        WorkInclusion = "Insertion professionnelle via le numérique",
        SafeUse = "Utilisation sécurisée du numérique",
        Parenting = "Parentalité et éducation avec le numérique",
        LeisureAndCreation = "Loisirs et créations numériques",
        UnderstandingDigital = "Compréhension du monde numérique",
        AccessAndEquipment = "Accès internet et matériel informatique",
        AffordableEquipment = "Acquisition de matériel informatique à prix solidaire",
    }
}

standard_values! {
    /// For whom the offer is reserved or first meant; none stands for everyone.
    Public in "publics_specifiquement_adresses" {
        Young = "Jeunes",
        Students = "Étudiants",
        Families = "Familles et/ou enfants",
        Seniors = "Seniors",
        Women = "Femmes",
    }
}

standard_values! {
    /// The particular needs that a place knows how to welcome.
    SpecialCare in "prise_en_charge_specifique" {
        Deafness = "Surdité",
        MotorDisability = "Handicaps moteurs",
        MentalDisability = "Handicaps mentaux",
        Literacy = "Illettrisme",
        English = "Langues étrangères (anglais)",
        OtherLanguages = "Langues étrangères (autres)",
        VisualImpairment = "Déficience visuelle",
    }
}

standard_values! {
    /// What coming costs.
    Fee in "frais_a_charge" {
        Free = "Gratuit",
        FreeUnderCondition = "Gratuit sous condition",
        Paid = "Payant",
    }
}

standard_values! {
    /// The national schemes that a place belongs to.
    Programme in "dispositif_programmes_nationaux" {
        AidantsConnect = "Aidants Connect",
        ReferenceDigitalLibraries = "Bibliothèques numérique de référence" | "Bibliothèques numériques de référence",
        PixCertification = "Certification PIX",
        DigitalAdvisers = "Conseillers numériques" | "Conseillers numériques France Services",
        EmmausConnect = "Emmaüs Connect",
        FranceServices = "France Services",
        GrandeEcoleDuNumerique = "Grande école du numérique",
        RedCross = "La Croix Rouge",
        CafAccessPoint = "Point d'accès numérique CAF",
        PromeneursDuNet = "Promeneurs du net",
        DigitalRelay = "Relais numérique (Emmaüs Connect)",
    }
}

standard_values! {
    /// Training received and labels obtained.
    Label in "formations_labels" {
        MonEspaceSante = "Formé à « Mon Espace Santé »",
        Duplex = "Formé à « DUPLEX » (illettrisme)",
        Arnia = "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
        CollectifRessources = "Collectif ressources et acteurs réemploi (Normandie)",
        EtapesNumeriques = "Étapes numériques (La Poste)",
        FabriquesDeTerritoire = "Fabriques de Territoire",
        EclaireursDuNumerique = "Les Éclaireurs du numérique (Drôme)",
        MesPapiers = "Mes Papiers (Métropole de Lyon)",
        Ordi30 = "ORDI 3.0",
        SudLabs = "SUD LABS (PACA)",
    }
}

standard_values! {
    /// How to reach a place.
    AccessMode in "modalites_acces" {
        WalkIn = "Se présenter",
        Phone = "Téléphoner",
        Email = "Contacter par mail",
        OnlineBooking = "Prendre un RDV en ligne",
        ClosedToPublic = "Ce lieu n'accueille pas de public",
        PrescriptionByEmail = "Envoyer un mail avec une fiche de prescription",
    }
}

standard_values! {
    /// The form that support takes.
    SupportMode in "modalites_accompagnement" {
        Alone = "En autonomie",
        Individual = "Accompagnement individuel",
        Workshop = "Dans un atelier collectif",
        Remote = "À distance",
    }
}

standard_values! {
    /// Whether a place moves; a place may be both.
    Itinerance in "itinerance" {
        Itinerant = "Itinérant",
        Fixed = "Fixe",
    }
}

/// A cell's values: those of the list, and the others word for word so that nothing is lost. Serialised as the list
/// of their texts, so that a later version of the standard reads what this one did not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values<T> {
    pub known: Vec<T>,
    pub other: Vec<String>,
}

impl<T> Default for Values<T> {
    fn default() -> Self {
        Self { known: Vec::new(), other: Vec::new() }
    }
}

impl<T: StandardValue> Values<T> {
    /// Reads texts; doubles and empty texts are dropped.
    pub fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut values = Self::default();
        for text in texts.into_iter().map(str::trim).filter(|text| !text.is_empty()) {
            match T::parse(text) {
                Some(value) if !values.known.contains(&value) => values.known.push(value),
                None if !values.other.iter().any(|other| other == text) => values.other.push(text.to_owned()),
                _ => {}
            }
        }
        values
    }

    pub fn is_empty(&self) -> bool {
        self.known.is_empty() && self.other.is_empty()
    }

    pub fn contains(&self, value: T) -> bool {
        self.known.contains(&value)
    }

    /// The values that are also in `wanted`, in the order of `wanted`.
    pub fn among(&self, wanted: &[T]) -> Vec<T> {
        wanted.iter().copied().filter(|value| self.contains(*value)).collect()
    }

    /// Every value's text, the known ones first.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(|value| value.label()).chain(self.other.iter().map(String::as_str))
    }
}

impl<T: StandardValue> Serialize for Values<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.labels())
    }
}

impl<'de, T: StandardValue> Deserialize<'de> for Values<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let texts = Vec::<String>::deserialize(deserializer)?;
        Ok(Self::read(texts.iter().map(String::as_str)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_have_the_standard_s_sizes_and_parse_their_own_labels() {
        fn check<T: StandardValue + std::fmt::Debug>(size: usize) {
            assert_eq!(T::ALL.len(), size, "{}", T::COLUMN);
            for value in T::ALL {
                assert_eq!(T::parse(value.label()), Some(*value));
                assert_eq!(T::parse(&value.label().to_uppercase()), Some(*value));
            }
        }
        check::<Service>(9);
        check::<Public>(5);
        check::<SpecialCare>(7);
        check::<Fee>(3);
        check::<Programme>(11);
        check::<Label>(10);
        check::<AccessMode>(6);
        check::<SupportMode>(4);
        check::<Itinerance>(2);
    }

    #[test]
    fn reads_the_variants_found_in_files() {
        assert_eq!(Label::parse("Étapes numériques(La Poste)"), Some(Label::EtapesNumeriques));
        assert_eq!(Label::parse("Formé à «\u{a0}DUPLEX\u{a0}» (illettrisme)"), Some(Label::Duplex));
        assert_eq!(Programme::parse("point d’accès numerique caf"), Some(Programme::CafAccessPoint));
        assert_eq!(Programme::parse("Conseillers numériques France Services"), Some(Programme::DigitalAdvisers));
        assert_eq!(AccessMode::parse("Ce lieu n’accueille pas de public"), Some(AccessMode::ClosedToPublic));
        assert_eq!(SpecialCare::parse("Langues étrangères"), None);
        assert_eq!(Service::parse(""), None);
    }

    #[test]
    fn keeps_unknown_values_word_for_word() {
        let json = r#"["Gratuit","Prix libre","Gratuit"]"#;
        let fees: Values<Fee> = serde_json::from_str(json).unwrap();
        assert_eq!(fees, Values { known: vec![Fee::Free], other: vec!["Prix libre".into()] });
        assert_eq!(serde_json::to_string(&fees).unwrap(), r#"["Gratuit","Prix libre"]"#);
    }
}
