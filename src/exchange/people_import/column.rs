//! What each column of a list holds: guessed from its head, and for a person to correct.

use crate::domain::fold::squash;

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    FamilyName,
    GivenName,
    /// Both in one cell, the family name in capitals.
    FullName,
    Structure,
    StructureKind,
    Function,
    HiredOn,
    /// A name, or a postal code.
    Commune,
    Email,
    Phone,
    DigitalAdviser,
    Needs,
}

impl Column {
    pub const ALL: [Self; 12] = [
        Self::FamilyName,
        Self::GivenName,
        Self::FullName,
        Self::Structure,
        Self::StructureKind,
        Self::Function,
        Self::HiredOn,
        Self::Commune,
        Self::Email,
        Self::Phone,
        Self::DigitalAdviser,
        Self::Needs,
    ];

    /// As a form names it.
    pub fn code(self) -> &'static str {
        match self {
            Self::FamilyName => "family_name",
            Self::GivenName => "given_name",
            Self::FullName => "full_name",
            Self::Structure => "structure",
            Self::StructureKind => "structure_kind",
            Self::Function => "function",
            Self::HiredOn => "hired_on",
            Self::Commune => "commune",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::DigitalAdviser => "digital_adviser",
            Self::Needs => "needs",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }

    /// The heads that name it, without spaces, accents nor capitals.
    fn heads(self) -> &'static [&'static str] {
        match self {
            Self::FamilyName => &["nom", "nomdefamille", "nomdusage", "nomusage", "nomdenaissance", "noms"],
            Self::GivenName => &["prenom", "prenoms", "prenomusuel"],
            Self::FullName => {
                &["nometprenom", "nomprenom", "prenometnom", "prenomnom", "nomcomplet", "participant", "agent"]
            }
            Self::Structure => &[
                "structure",
                "nomdelastructure",
                "nomstructure",
                "employeur",
                "organisme",
                "etablissement",
                "association",
                "entreprise",
                "service",
            ],
            Self::StructureKind => {
                &["typedestructure", "typestructure", "type", "categorie", "categoriedestructure", "typeorganisme"]
            }
            Self::Function => {
                &["fonction", "poste", "postedetravail", "metier", "intitule", "intituledeposte", "intituleduposte"]
            }
            Self::HiredOn => &[
                "datedeprisedeposte",
                "dateprisedeposte",
                "prisedeposte",
                "datedeprisedefonction",
                "dateprisedefonction",
                "prisedefonction",
                "datedembauche",
                "dateembauche",
                "embauche",
                "enpostedepuis",
                "enpostedepuisle",
                "datedarrivee",
                "datedentree",
            ],
            Self::Commune => &[
                "commune",
                "ville",
                "communedetravail",
                "villedetravail",
                "lieudetravail",
                "codepostal",
                "cp",
                "codepostaldetravail",
                "territoire",
            ],
            Self::Email => &[
                "courriel",
                "email",
                "mail",
                "adresseelectronique",
                "adressemail",
                "adresseemail",
                "mel",
                "adressecourriel",
                "courrielprofessionnel",
                "mailprofessionnel",
                "emailprofessionnel",
            ],
            Self::Phone => &[
                "telephone",
                "tel",
                "numerodetelephone",
                "portable",
                "mobile",
                "telephoneprofessionnel",
                "telephoneportable",
            ],
            Self::DigitalAdviser => {
                &["conseillernumerique", "conseillerenumerique", "conseillereouconseillernumerique", "cnfs"]
            }
            Self::Needs => &[
                "besoins",
                "besoin",
                "besoinsspecifiques",
                "besoinsparticuliers",
                "amenagements",
                "amenagement",
                "amenagementsdemandes",
                "accessibilite",
            ],
        }
    }

    fn of_head(head: &str) -> Option<Self> {
        let squashed = squash(head);
        Self::ALL.into_iter().find(|column| column.heads().contains(&squashed.as_str()))
    }
}

/// What each column holds; none: it is left out. No two hold the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(Vec<Option<Column>>);

impl Mapping {
    /// What the heads say; the first of two that say the same is believed.
    pub fn guess(heads: &[String], width: usize) -> Self {
        let mut mapping = Self(vec![None; width]);
        for (nth, head) in heads.iter().enumerate() {
            if let Some(column) = Column::of_head(head).filter(|column| mapping.position(*column).is_none()) {
                mapping.set(nth, Some(column));
            }
        }
        mapping
    }

    /// Says what a column holds; another that was said to hold the same is left out.
    pub fn set(&mut self, nth: usize, column: Option<Column>) {
        if let Some(before) = column.and_then(|column| self.position(column))
            && let Some(other) = self.0.get_mut(before)
        {
            *other = None;
        }
        if let Some(place) = self.0.get_mut(nth) {
            *place = column;
        }
    }

    pub fn get(&self, nth: usize) -> Option<Column> {
        self.0.get(nth).copied().flatten()
    }

    /// Which column holds this.
    pub fn position(&self, column: Column) -> Option<usize> {
        self.0.iter().position(|held| *held == Some(column))
    }

    /// Whether people can be named from it.
    pub fn names_people(&self) -> bool {
        let has = |column| self.position(column).is_some();
        has(Column::FullName) || (has(Column::FamilyName) && has(Column::GivenName))
    }
}
