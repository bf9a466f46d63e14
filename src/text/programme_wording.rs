//! The texts of documents that may be adjusted, with what they say when nobody does.

use crate::domain::programme::provider;
use crate::records::{ChangeSet, Tables};
use std::collections::BTreeMap;

/// A text that may be adjusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Audience,
    Methods,
    Assessment,
    Invitation,
    Bring,
    InvitationEnd,
    Signing,
    Certificate,
    Attestation,
    InvoiceNote,
    Foot,
}

/// The longest that a text may be, in characters: documents hold on their page.
pub const LONGEST: usize = 900;

impl Part {
    pub const ALL: [Self; 11] = [
        Self::Audience,
        Self::Methods,
        Self::Assessment,
        Self::Invitation,
        Self::Bring,
        Self::InvitationEnd,
        Self::Signing,
        Self::Certificate,
        Self::Attestation,
        Self::InvoiceNote,
        Self::Foot,
    ];

    /// As stored, « document/part »: never rename one.
    pub fn code(self) -> &'static str {
        match self {
            Self::Audience => "programme/audience",
            Self::Methods => "programme/methods",
            Self::Assessment => "programme/assessment",
            Self::Invitation => "invitation/introduction",
            Self::Bring => "invitation/bring",
            Self::InvitationEnd => "invitation/end",
            Self::Signing => "attendance/signing",
            Self::Certificate => "certificate/note",
            Self::Attestation => "attestation/note",
            Self::InvoiceNote => "invoice/note",
            Self::Foot => "all/foot",
        }
    }

    /// The document it is on.
    pub fn document(self) -> &'static str {
        match self {
            Self::Audience | Self::Methods | Self::Assessment => "Programme",
            Self::Invitation | Self::Bring | Self::InvitationEnd => "Convocation",
            Self::Signing => "Feuille d’émargement",
            Self::Certificate => "Certificat de réalisation",
            Self::Attestation => "Attestation individuelle",
            Self::InvoiceNote => "Annexe à la facture",
            Self::Foot => "Tous les documents",
        }
    }

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Audience => "Public du programme",
            Self::Methods => "Méthodes du programme",
            Self::Assessment => "Évaluation dans le programme",
            Self::Invitation => "Introduction de la convocation",
            Self::Bring => "Ce qu’il faut apporter",
            Self::InvitationEnd => "Fin de la convocation",
            Self::Signing => "Consigne de la feuille d’émargement",
            Self::Certificate => "Mention du certificat de réalisation",
            Self::Attestation => "Phrase de l’attestation",
            Self::InvoiceNote => "Mention de l’annexe à la facture",
            Self::Foot => "Pied de page",
        }
    }

    /// What it says when nobody wrote another text.
    pub fn usual(self) -> &'static str {
        match self {
            Self::Audience => {
                "Professionnelles et professionnels de l’insertion, de l’action sociale et de la médiation numérique."
            }
            Self::Methods => {
                "Apports courts, exercice en salle sur des situations fictives, échanges entre structures, découverte des outils."
            }
            Self::Assessment => {
                "Positionnement sur chaque objectif le matin et le soir. Questionnaire de satisfaction en fin de journée, puis enquête trois mois après."
            }
            Self::Invitation => "Vous êtes inscrite ou inscrit à la journée de formation décrite ci-dessous.",
            Self::Bring => "De quoi écrire, et votre téléphone ou votre ordinateur si vous souhaitez vous en servir.",
            Self::InvitationEnd => {
                "Si vous ne pouvez pas venir, prévenez-nous dès que possible\u{a0}: la place sera proposée à une autre personne."
            }
            Self::Signing => {
                "Chaque personne signe elle-même, pour la demi-journée où elle est là. La formatrice ou le formateur signe aussi."
            }
            Self::Certificate => {
                "La durée est celle que la personne a suivie\u{a0}; elle est établie d’après les feuilles d’émargement."
            }
            Self::Attestation => "Cette journée portait sur les objectifs suivants.",
            Self::InvoiceNote => "Les durées sont celles des feuilles d’émargement, tenues à disposition.",
            Self::Foot => "Document établi avec Repères",
        }
    }
}

/// The texts that somebody wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(BTreeMap<Part, String>);

impl Wording {
    /// Reads them. Total.
    pub fn read(tables: &Tables) -> Self {
        let written = |part: Part| Some((part, provider::wording(tables, part.code())?));
        Self(Part::ALL.into_iter().filter_map(written).collect())
    }

    /// What a part says.
    pub fn of(&self, part: Part) -> &str {
        self.0.get(&part).map_or_else(|| part.usual(), String::as_str)
    }

    /// Whether somebody wrote it.
    pub fn is_adjusted(&self, part: Part) -> bool {
        self.0.contains_key(&part)
    }
}

/// Writes a text anew. What is blank, or is the usual text, leaves the usual one.
pub fn adjust(part: Part, typed: &str) -> ChangeSet {
    let typed = typed.trim();
    let is_usual = typed.is_empty() || typed == part.usual();
    provider::reword(part.code(), (!is_usual).then_some(typed))
}

/// What is wrong with what is typed; none: nothing.
pub fn fault(typed: &str) -> Option<String> {
    let length = typed.trim().chars().count();
    (length > LONGEST)
        .then(|| format!("Raccourcissez ce texte\u{a0}: {LONGEST}\u{a0}caractères au plus, {length} écrits."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{Author, DeviceId, ReplicaId};
    use std::collections::BTreeSet;

    fn stored(tables: &mut Tables, changes: &ChangeSet, at_ms: i64) {
        let replica = ReplicaId::new("r").unwrap();
        let author = Author { replica, device: DeviceId::new("poste").unwrap(), at_ms };
        for (key, record) in changes.apply(tables, &author) {
            tables.put(key, record);
        }
    }

    #[test]
    fn a_text_is_the_usual_one_until_somebody_writes_another() {
        let mut tables = Tables::default();
        assert_eq!(Wording::read(&tables).of(Part::Bring), Part::Bring.usual());
        stored(&mut tables, &adjust(Part::Bring, "  Votre bonne humeur.\n"), 1);
        let wording = Wording::read(&tables);
        assert_eq!(wording.of(Part::Bring), "Votre bonne humeur.");
        assert!(wording.is_adjusted(Part::Bring) && !wording.is_adjusted(Part::Foot));
        for back in ["", " \n", Part::Bring.usual()] {
            stored(&mut tables, &adjust(Part::Bring, "Autre chose"), 2);
            stored(&mut tables, &adjust(Part::Bring, back), 3);
            assert!(!Wording::read(&tables).is_adjusted(Part::Bring), "{back:?}");
        }
    }

    #[test]
    fn no_two_parts_share_a_place() {
        let codes: BTreeSet<_> = Part::ALL.iter().map(|part| part.code()).collect();
        assert_eq!(codes.len(), Part::ALL.len());
        assert!(Part::ALL.iter().all(|part| fault(part.usual()).is_none() && !part.usual().is_empty()));
        assert!(fault(&"a".repeat(LONGEST + 1)).is_some());
    }
}
