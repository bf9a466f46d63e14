//! What is said of codes read on participants’ screens, from pictures or by the camera, whatever they hold.

use super::format::{bytes, count, number};
use crate::exchange::qr_read::{MAX_PICTURE_BYTES, PictureFault};

/// What the section is for.
pub const LEAD: &str = "Un code affiché par une personne tient lieu de fichier. Photographiez-le, ou montrez-le à la caméra de cet appareil\u{a0}: rien ne passe par un réseau, et ce qui est déjà là n’est jamais compté deux fois.";
/// Beside the choice of pictures.
pub const PICTURES_HINT: &str = "Photos ou captures d’écran, plusieurs à la fois\u{a0}; un code bien net, entier, sans reflet. 64\u{a0}Mo au plus chacune. Les images ne sont pas gardées.";
/// Beside the camera.
pub const CAMERA_HINT: &str = "Votre navigateur vous demandera d’utiliser la caméra. Rien n’est filmé ni gardé\u{a0}: seules les réponses lues dans les codes le sont.";
/// Nothing was dropped that can be read.
pub const NO_FILE: &str = "Aucun fichier ici. Déposez des photos ou des captures d’écran.";
/// The browser asks.
pub const CAMERA_ASKED: &str = "En attente de votre accord pour la caméra…";
/// It looks.
pub const CAMERA_ON: &str =
    "La caméra est en marche. Présentez un code, bien éclairé, jusqu’à ce qu’il remplisse la moitié de l’image.";
/// Every code was taken.
pub const CAMERA_OFF: &str = "La caméra est arrêtée.";
/// It was taken away, or another program took it.
pub const CAMERA_LOST: &str =
    "La caméra s’est arrêtée d’elle-même. Vérifiez qu’elle est branchée et libre, puis démarrez-la à nouveau.";
/// No worker answers.
pub const CAMERA_BLIND: &str =
    "Ce navigateur n’arrive pas à lire les images de la caméra. Donnez des photos des codes, ou recevez les fichiers.";
/// Something read on a screen could not be stored.
pub const NOT_STORED: &str =
    "Lu, mais pas enregistré. Suivez le message affiché, puis présentez le code à nouveau pour vérifier.";

/// What one code brought, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub how: How,
    pub sentence: String,
}

/// How what a code brought is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It was not here, or comes after what was.
    Come,
    Again,
    /// Nothing of it was taken.
    Other,
}

/// What became of a picture that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It waits, or is being read.
    Waiting,
    /// What its codes brought is stored.
    Stored(Vec<Told>),
    /// It was read, and what it brought could not be stored.
    NotStored,
    /// There seems to be a code, which does not read.
    Unclear,
    Nothing,
    Fault(PictureFault),
    /// It took too long, or the browser stopped.
    NotRead,
    /// The person stopped the reading before it.
    Stopped,
}

/// Which picture is being read, from 1: « Lecture de l’image 2 sur 5… »
pub fn reading(nth: usize, of: usize) -> String {
    match of {
        1 => "Lecture de l’image…".to_owned(),
        of => format!("Lecture de l’image {nth} sur {of}…"),
    }
}

/// What became of a picture, a sentence for each of its codes.
pub fn outcome(outcome: &Outcome) -> Vec<String> {
    let said = match outcome {
        Outcome::Stored(told) => return told.iter().map(|one| one.sentence.clone()).collect(),
        Outcome::Waiting => "En attente de lecture.".to_owned(),
        Outcome::NotStored => NOT_STORED.to_owned(),
        Outcome::Unclear => {
            "Il y a un code, mais il n’a pas pu être lu. Reprenez la photo de plus près, bien en face, sans reflet."
                .to_owned()
        }
        Outcome::Nothing => {
            "Aucun code sur cette image. Vérifiez que le code y est entier, avec son bord blanc.".to_owned()
        }
        Outcome::Fault(fault) => picture_fault(*fault),
        Outcome::NotRead => {
            "Cette image n’a pas pu être examinée. Reprenez la photo, ou recevez le fichier de cette personne."
                .to_owned()
        }
        Outcome::Stopped => "Pas lue\u{a0}: vous avez arrêté la lecture.".to_owned(),
    };
    vec![said]
}

/// Why a picture could not be looked at, and what to do.
fn picture_fault(fault: PictureFault) -> String {
    match fault {
        PictureFault::TooLarge { bytes: weight } => format!(
            "Cette image pèse {}, plus que les {} acceptés. Donnez-en une plus petite.",
            bytes(weight),
            bytes(MAX_PICTURE_BYTES)
        ),
        PictureFault::Unreadable => {
            "Ce fichier n’est pas une image que ce navigateur ouvre. Donnez une photo JPEG ou une capture PNG.".to_owned()
        }
        PictureFault::NoPixels => {
            "Ce navigateur ne sait pas lire les images. Recevez les fichiers, ou ouvrez Repères dans un navigateur récent."
                .to_owned()
        }
    }
}

/// What all the pictures gave: « 3 images lues\u{a0}: 2 réponses reçues, 1 déjà reçue, 1 image sans réponse. »
pub fn summary<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> String {
    let (mut pictures, mut come, mut again, mut other) = (0, 0, 0, 0);
    for outcome in outcomes {
        pictures += 1;
        let told = match outcome {
            Outcome::Stored(told) => told.as_slice(),
            _ => &[],
        };
        let (come_before, again_before) = (come, again);
        for one in told {
            match one.how {
                How::Come => come += 1,
                How::Again => again += 1,
                How::Other => {}
            }
        }
        if (come, again) == (come_before, again_before) {
            other += 1;
        }
    }
    if pictures == 0 {
        return String::new();
    }
    let mut parts = vec![count(number(come), "réponse reçue", "réponses reçues")];
    if again > 0 {
        parts.push(count(number(again), "déjà reçue", "déjà reçues"));
    }
    if other > 0 {
        parts.push(count(number(other), "image sans réponse", "images sans réponse"));
    }
    format!("{}\u{a0}: {}.", count(number(pictures), "image", "images"), parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn told(how: How) -> Told {
        Told { how, sentence: String::new() }
    }

    #[test]
    fn each_outcome_says_something_of_its_own_and_what_to_do() {
        let outcomes = [
            Outcome::NotStored,
            Outcome::Unclear,
            Outcome::Nothing,
            Outcome::Fault(PictureFault::TooLarge { bytes: 80_000_000 }),
            Outcome::Fault(PictureFault::Unreadable),
            Outcome::Fault(PictureFault::NoPixels),
            Outcome::NotRead,
        ];
        let said: std::collections::BTreeSet<String> =
            outcomes.iter().flat_map(outcome).map(|text| plain(&text)).collect();
        assert_eq!(said.len(), outcomes.len());
        let acts = ["Suivez", "Reprenez", "Vérifiez", "Donnez", "Recevez"];
        for text in &said {
            assert!(acts.iter().any(|act| text.contains(act)), "{text}");
        }
        assert!(said.iter().any(|text| text.contains("plus que les")));
    }

    #[test]
    fn counts_agree() {
        let (new, again) = (|| told(How::Come), || told(How::Again));
        for (outcomes, expected) in [
            (vec![], ""),
            (vec![Outcome::Nothing], "1 image : 0 réponse reçue, 1 image sans réponse."),
            (vec![Outcome::Stored(vec![new()])], "1 image : 1 réponse reçue."),
            (
                vec![Outcome::Stored(vec![new(), new()]), Outcome::Stored(vec![again()]), Outcome::Unclear],
                "3 images : 2 réponses reçues, 1 déjà reçue, 1 image sans réponse.",
            ),
        ] {
            assert_eq!(plain(&summary(outcomes.iter())), expected);
        }
        assert_eq!(
            (reading(1, 1), reading(2, 5)),
            ("Lecture de l’image…".into(), "Lecture de l’image 2 sur 5…".into())
        );
        assert!(plain(PICTURES_HINT).contains(&plain(&bytes(MAX_PICTURE_BYTES))));
    }
}
