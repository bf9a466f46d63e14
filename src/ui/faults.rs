//! The one place where a failure of the browser becomes a French sentence: what happened, what is safe, what to do.

use super::components::{Action, Message, Tone};
use crate::browser::files::FileError;
use crate::storage::StorageError;
use crate::text::format;

/// What to say when a database cannot be opened or written: a title, then what is safe and what to do.
pub fn storage_sentences(error: &StorageError) -> (&'static str, &'static str) {
    match error {
        StorageError::Refused => (
            "Ce navigateur refuse d’enregistrer",
            "Rien n’a été perdu, mais rien ne peut être gardé ici. Ouvrez Repères dans une fenêtre ordinaire, hors navigation privée, ou dans un autre navigateur.",
        ),
        StorageError::Blocked => (
            "Repères est ouvert ailleurs dans une version plus ancienne",
            "Vos données sont intactes. Fermez les autres onglets de Repères, puis réessayez.",
        ),
        StorageError::Newer => (
            "Vos données viennent d’une version plus récente de Repères",
            "Elles sont intactes. Rechargez la page pour obtenir cette version, ou ouvrez le fichier Repères le plus récent.",
        ),
        StorageError::Quota => (
            "L’espace accordé à Repères est plein",
            "Rien de ce qui était enregistré n’est perdu. Exportez vos données, puis libérez de la place sur cet ordinateur.",
        ),
        StorageError::Closed => (
            "Le navigateur a fermé le stockage de Repères",
            "Ce qui était enregistré est intact. Exportez ce qui vient d’être saisi, puis rechargez la page.",
        ),
        StorageError::Moved => (
            "Un autre onglet de Repères enregistre en même temps",
            "Rien n’est perdu. Fermez les autres onglets, puis réessayez.",
        ),
        StorageError::Other { .. } => (
            "L’enregistrement a échoué",
            "Ce qui était enregistré est intact. Réessayez\u{202f}; si l’échec se répète, exportez vos données et rechargez la page.",
        ),
    }
}

/// The message that follows a write that failed, with the ways out of it.
pub fn storage_message(error: &StorageError, actions: Vec<Action>) -> Message {
    let (title, body) = storage_sentences(error);
    Message { tone: Tone::Fault, title: title.to_owned(), body: body.to_owned(), actions }
}

/// What to say when a chosen file could not be read.
pub fn file_message(error: FileError) -> Message {
    let (title, body) = match error {
        FileError::TooLarge { bytes } => (
            "Ce fichier est trop lourd".to_owned(),
            format!("Il pèse {}\u{202f}; Repères lit des fichiers de 64\u{a0}Mo au plus. Rien n’a été changé.", format::bytes(bytes)),
        ),
        FileError::Unreadable => (
            "Ce fichier ne peut pas être lu".to_owned(),
            "Rien n’a été changé. S’il est sur une clé, vérifiez qu’elle est bien branchée, puis choisissez-le à nouveau.".to_owned(),
        ),
    };
    Message { tone: Tone::Fault, title, body, actions: Vec::new() }
}
