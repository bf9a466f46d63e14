//! The one place where a failure of the browser becomes a French sentence: what happened, what is safe, what to do.

use super::components::{Action, Message, Tone};
use crate::browser::camera::CameraFault;
use crate::browser::files::FileError;
use crate::jobs::Failure;
use crate::storage::StorageError;
use crate::text::exchange::Fault;
use crate::text::{backup, exchange, format, import};

/// What to say when what this browser keeps cannot be read: a title, then what is safe and what to do.
pub fn reading_sentences(error: &StorageError) -> (&'static str, &'static str) {
    match error {
        StorageError::Other { .. } => {
            ("La lecture a échoué", "Ce qui est enregistré est intact. Rechargez la page pour réessayer.")
        }
        named => storage_sentences(named),
    }
}

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
        StorageError::Superseded => (
            "Une version plus récente de Repères est ouverte dans un autre onglet",
            "Cet onglet n’enregistre plus, pour ne rien abîmer. Ce qui était enregistré est intact. Exportez ce que vous venez de saisir si besoin, puis rechargez la page.",
        ),
        StorageError::Quota => (
            "L’espace accordé à Repères est plein",
            "Rien de ce qui était enregistré n’est perdu. Exportez vos données, puis libérez de la place sur cet ordinateur.",
        ),
        StorageError::Closed => (
            "Le navigateur a fermé le stockage de Repères",
            "Ce qui était enregistré est intact. Exportez ce qui vient d’être saisi, puis rechargez la page.",
        ),
        StorageError::Lost => (
            "Les données de Repères ont été effacées de ce navigateur pendant que cette page était ouverte",
            "Ce qui est affiché ici en est la dernière copie. Ne fermez pas cette page\u{a0}: préparez un fichier de sauvegarde, ou enregistrez tout à nouveau.",
        ),
        StorageError::Emptied => (
            "Repères a été vidé dans un autre onglet",
            "Cet onglet n’affiche plus rien et n’enregistre plus. Rechargez la page pour repartir de zéro.",
        ),
        StorageError::Unconfirmed => (
            "C’est enregistré, mais le navigateur s’est interrompu juste après",
            "Rien n’est perdu\u{a0}: la page montre ce qui est enregistré, et les points de retour permettent de revenir en arrière.",
        ),
        StorageError::NotMigrated => (
            "Vos données n’ont pas pu être mises au format de cette version",
            "Elles sont intactes, et cette page ne les modifie pas. Exportez-les, puis demandez de l’aide ou revenez à la version précédente.",
        ),
        StorageError::NoWorker => (
            "Ce navigateur n’a pas laissé démarrer le travail de fond",
            "Rien n’a été changé. Rechargez la page, puis réessayez.",
        ),
        StorageError::Moved => (
            "Un autre onglet de Repères enregistre en même temps",
            "Rien n’est perdu. Fermez les autres onglets, puis réessayez.",
        ),
        StorageError::Unreadable { .. } => (
            "Un élément gardé ici ne peut pas être lu",
            "Rien n’a été changé, pour ne pas l’écraser. Page «\u{202f}Données\u{202f}», choisissez «\u{202f}Exporter ce qui est illisible\u{202f}», puis demandez de l’aide.",
        ),
        StorageError::Other { .. } => (
            "L’enregistrement a échoué",
            "Ce qui était enregistré est intact. Réessayez\u{202f}; si l’échec se répète, exportez vos données et rechargez la page.",
        ),
    }
}

/// What to say when this page can no longer write at all.
pub fn halt_sentences(error: &StorageError) -> (&'static str, &'static str) {
    match error {
        StorageError::Quota => (
            "Ce navigateur n’enregistre plus\u{a0}: l’espace accordé à Repères est plein",
            "Vous pouvez tout lire et tout exporter. Libérez de la place sur cet ordinateur, puis rechargez la page.",
        ),
        other => storage_sentences(other),
    }
}

/// The message that follows a write that failed, with the ways out of it.
pub fn storage_message(error: &StorageError, actions: Vec<Action>) -> Message {
    let (title, body) = storage_sentences(error);
    Message { tone: Tone::Fault, title: title.to_owned(), body: body.to_owned(), actions }
}

/// What to say when a long work could not be done.
pub fn failure_message(failure: &Failure, actions: Vec<Action>) -> Message {
    let fault = match failure {
        Failure::Storage(error) => return storage_message(error, actions),
        Failure::PointDamaged => import::unreadable_point(),
        Failure::Prepare(error) => Fault {
            what: "Le fichier n’a pas pu être préparé".to_owned(),
            next: backup::prepare_error(error),
        },
        Failure::NotSealed => Fault {
            what: "Le fichier n’a pas pu être fermé par une phrase de passe".to_owned(),
            next: "Rien n’est sorti de cet appareil, et vos données sont intactes. Réessayez, ou préparez un fichier sans phrase de passe.".to_owned(),
        },
        Failure::NoMemory => exchange::no_memory(),
        Failure::NoWorker => Fault {
            what: "Ce navigateur n’a pas laissé démarrer le travail de fond".to_owned(),
            next: "Rien n’a été changé. Rechargez la page, puis réessayez\u{202f}; si cela recommence, ouvrez Repères dans un navigateur récent.".to_owned(),
        },
        Failure::Unknown => Fault {
            what: "Ce qui était préparé n’est plus disponible".to_owned(),
            next: "Rien n’a été changé. Rechargez la page, puis recommencez depuis le début.".to_owned(),
        },
    };
    Message { tone: Tone::Fault, title: fault.what, body: fault.next, actions }
}

/// What to say when the browser lets no file out.
pub fn download_refused(actions: Vec<Action>) -> Message {
    Message {
        tone: Tone::Fault,
        title: "Le navigateur a refusé le téléchargement".to_owned(),
        body: "Vos données sont intactes. Autorisez les téléchargements pour cette page, puis réessayez.".to_owned(),
        actions,
    }
}

/// What to say when the single file, which a bag is a copy of, cannot be read.
pub fn no_single_file() -> Message {
    Message {
        tone: Tone::Fault,
        title: "La mallette n’a pas pu être préparée".to_owned(),
        body: "Elle est une copie de Repères en un seul fichier, qui se télécharge avec le réseau. Rien n’a été changé. Reconnectez cet appareil, ou préparez-la depuis le fichier «\u{202f}reperes.html\u{202f}».".to_owned(),
        actions: Vec::new(),
    }
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

/// What to say when there is no camera: a title, then what to do, or to use instead.
pub fn camera_sentences(fault: CameraFault) -> (&'static str, &'static str) {
    match fault {
        CameraFault::Refused => (
            "La caméra n’est pas autorisée",
            "Autorisez-la pour cette page dans les réglages du navigateur, puis réessayez. Sinon, donnez des photos des codes, ou recevez les fichiers.",
        ),
        CameraFault::Absent => (
            "Cet appareil n’a pas de caméra",
            "Photographiez les codes avec un autre appareil et donnez ces photos, ou recevez les fichiers.",
        ),
        CameraFault::Busy => (
            "La caméra est occupée",
            "Un autre logiciel s’en sert peut-être\u{a0}: fermez-le, puis réessayez. Sinon, donnez des photos des codes, ou recevez les fichiers.",
        ),
        CameraFault::Insecure => (
            "La caméra n’est pas disponible ici",
            "Ce navigateur la refuse à un fichier ouvert depuis un disque ou une clé, ou à une adresse sans https. Donnez des photos des codes, ou recevez les fichiers.",
        ),
        CameraFault::Unknown => (
            "La caméra n’a pas démarré",
            "Réessayez. Si cela recommence, donnez des photos des codes, ou recevez les fichiers.",
        ),
    }
}
