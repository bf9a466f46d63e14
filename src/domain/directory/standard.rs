//! The closed lists of the national standard « Lieux de médiation numérique » v1.0.2. The texts are values of the
//! standard, read and written as such. Each value names what it was called in version 0.1 (`<`), as the national map
//! translated it.

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

    /// The values of version 0.1 that this one stands for.
    fn former(self) -> &'static [&'static str];

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

    /// Reads a value of version 0.1, with the explanation that follows its colon or without; of the present one too.
    fn parse_former(text: &str) -> Option<Self> {
        let wanted = squash(text);
        let is_wanted = |former: &str| {
            squash(former) == wanted || former.split_once(" : ").is_some_and(|(name, _)| squash(name) == wanted)
        };
        let former = |value: &Self| value.former().iter().any(|former| is_wanted(former));
        Self::parse(text).or_else(|| Self::ALL.iter().copied().find(former))
    }
}

macro_rules! standard_values {
    ($(#[$doc:meta])* $name:ident in $column:literal {
        $($value:ident = $label:literal $(| $alias:literal)* $(< $former:literal)*,)+
    }) => {
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

            fn former(self) -> &'static [&'static str] {
                match self { $(Self::$value => &[$($former),*]),+ }
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
        AdministrativeHelp = "Aide aux démarches administratives"
            < "Devenir autonome dans les démarches administratives"
            < "Réaliser des démarches administratives avec un accompagnement"
            < "Accompagner les démarches de santé",
        EverydayTools = "Maîtrise des outils numériques du quotidien"
            < "Prendre en main un smartphone ou une tablette"
            < "Prendre en main un ordinateur"
            < "Utiliser le numérique au quotidien",
        WorkInclusion = "Insertion professionnelle via le numérique"
            < "Favoriser mon insertion professionnelle"
            < "Créer et développer mon entreprise",
        SafeUse = "Utilisation sécurisée du numérique",
        Parenting = "Parentalité et éducation avec le numérique"
            < "Soutenir la parentalité et l'éducation avec le numérique",
        LeisureAndCreation = "Loisirs et créations numériques" < "Créer avec le numérique",
        UnderstandingDigital = "Compréhension du monde numérique"
            < "Approfondir ma culture numérique"
            < "Promouvoir la citoyenneté numérique",
        AccessAndEquipment = "Accès internet et matériel informatique"
            < "Accéder à une connexion internet"
            < "Accéder à du matériel",
        AffordableEquipment = "Acquisition de matériel informatique à prix solidaire"
            < "S'équiper en matériel informatique",
    }
}

standard_values! {
    /// For whom the offer is reserved or first meant; none stands for everyone.
    Public in "publics_specifiquement_adresses" {
        Young = "Jeunes" < "Jeunes (16-26 ans)",
        Students = "Étudiants",
        Families = "Familles et/ou enfants" < "Familles/enfants",
        Seniors = "Seniors" < "Seniors (+ 65 ans)",
        Women = "Femmes" < "Uniquement femmes",
    }
}

standard_values! {
    /// The particular needs that a place knows how to welcome.
    SpecialCare in "prise_en_charge_specifique" {
        Deafness = "Surdité",
        MotorDisability = "Handicaps moteurs",
        MentalDisability = "Handicaps mentaux"
            < "Handicaps mentaux : déficiences limitant les activités d'une personne",
        Literacy = "Illettrisme" < "Personnes en situation d'illettrisme",
        English = "Langues étrangères (anglais)",
        OtherLanguages = "Langues étrangères (autres)" < "Public langues étrangères",
        VisualImpairment = "Déficience visuelle",
    }
}

standard_values! {
    /// What coming costs.
    Fee in "frais_a_charge" {
        Free = "Gratuit" | "Gratuit : Je peux accéder gratuitement au lieu et à ses services",
        FreeUnderCondition = "Gratuit sous condition"
            | "Gratuit sous condition : La gratuité est conditionnée à des critères (adhésion, situation familiale, \
               convention avec un organisme social, pass numériques…)"
            < "Gratuit sous condition : La gratuité est conditionnée à des critères (situation familiale, \
               convention avec un organisme social...)"
            < "Accepte le Pass numérique : Il est possible d'utiliser un Pass numérique pour accéder au lieu"
            < "Pass numérique",
        Paid = "Payant" | "Payant : L'accès au lieu et/ou à ses services est payant"
            < "Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer",
    }
}

standard_values! {
    /// The national schemes that a place belongs to.
    Programme in "dispositif_programmes_nationaux" {
        AidantsConnect = "Aidants Connect",
        ReferenceDigitalLibraries = "Bibliothèques numérique de référence" | "Bibliothèques numériques de référence",
        PixCertification = "Certification PIX",
        DigitalAdvisers = "Conseillers numériques" | "Conseillers numériques France Services" < "CNFS",
        EmmausConnect = "Emmaüs Connect",
        FranceServices = "France Services",
        GrandeEcoleDuNumerique = "Grande école du numérique" < "Grandes écoles du numérique",
        RedCross = "La Croix Rouge",
        CafAccessPoint = "Point d'accès numérique CAF" < "Point numérique CAF" < "Point relais CAF",
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
        Alone = "En autonomie" < "Seul : j'ai accès à du matériel et une connexion",
        Individual = "Accompagnement individuel"
            < "Avec de l'aide : je suis accompagné seul dans l'usage du numérique"
            < "A ma place : une personne habilitée fait les démarches à ma place",
        Workshop = "Dans un atelier collectif"
            | "Dans un atelier collectif : j'apprends collectivement à utiliser le numérique"
            < "Dans un atelier : j'apprends collectivement à utiliser le numérique",
        Remote = "À distance" | "À distance (par téléphone ou en visioconférence)",
    }
}

standard_values! {
    /// Whether a place moves; a place may be both.
    Itinerance in "itinerance" {
        Itinerant = "Itinérant",
        Fixed = "Fixe",
    }
}

/// The public of version 0.1 that is no particular one.
pub const FORMER_EVERYONE: &str = "Adultes";

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
        Self::read_with(texts, T::parse)
    }

    /// Reads texts of version 0.1.
    pub fn read_former<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::read_with(texts, T::parse_former)
    }

    fn read_with<'a>(texts: impl IntoIterator<Item = &'a str>, parse: fn(&str) -> Option<T>) -> Self {
        let mut values = Self::default();
        for text in texts.into_iter().map(str::trim).filter(|text| !text.is_empty()) {
            match parse(text) {
                Some(value) => values.add(value),
                None => values.keep(text),
            }
        }
        values
    }

    /// Adds a value, once.
    pub fn add(&mut self, value: T) {
        if !self.known.contains(&value) {
            self.known.push(value);
        }
    }

    /// Keeps a text that is not in the list, once.
    pub fn keep(&mut self, text: &str) {
        if !self.other.iter().any(|other| other == text) {
            self.other.push(text.to_owned());
        }
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
    fn reads_what_values_were_called_in_version_0_1() {
        // The fifteen services of then are the nine of now, but for safe use.
        let services: usize = Service::ALL.iter().map(|service| service.former().len()).sum();
        assert_eq!((services, Service::SafeUse.former().len()), (15, 0));
        assert_eq!(Service::parse_former("S’équiper en matériel informatique"), Some(Service::AffordableEquipment));
        assert_eq!(Service::parse("S’équiper en matériel informatique"), None);
        assert_eq!(Service::parse_former("Utilisation sécurisée du numérique"), Some(Service::SafeUse));
        for (text, expected) in [
            ("Adhésion : L'accès au lieu et/ou à ses services nécessite d'y adhérer", Some(Fee::Paid)),
            ("Adhésion", Some(Fee::Paid)),
            ("Adhésion : 10 € par an", None),
            ("Accepte le Pass numérique", Some(Fee::FreeUnderCondition)),
            ("Gratuit", Some(Fee::Free)),
            ("Troc", None),
        ] {
            assert_eq!(Fee::parse_former(text), expected, "{text}");
        }
    }

    #[test]
    fn keeps_unknown_values_word_for_word() {
        let json = r#"["Gratuit","Prix libre","Gratuit"]"#;
        let fees: Values<Fee> = serde_json::from_str(json).unwrap();
        assert_eq!(fees, Values { known: vec![Fee::Free], other: vec!["Prix libre".into()] });
        assert_eq!(serde_json::to_string(&fees).unwrap(), r#"["Gratuit","Prix libre"]"#);
    }
}
