//! What is said of codes read on participants' screens, from pictures or by the camera.

use super::exercise::{pack_fault, seat};
use super::exercise_desk::asked;
use super::format::{bytes, count, number};
use crate::domain::exercise::case::CaseBook;
use crate::exchange::collect::{Arrival, Outcome, Sender, Standing};
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
    "La caméra regarde. Présentez un code, bien éclairé, jusqu’à ce qu’il remplisse la moitié de l’image.";
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

/// Which picture is being read, from 1: « Lecture de l’image 2 sur 5… »
pub fn reading(nth: usize, of: usize) -> String {
    match of {
        1 => "Lecture de l’image…".to_owned(),
        of => format!("Lecture de l’image {nth} sur {of}…"),
    }
}

/// What a code brought: « Numéro 7, Élodie\u{a0}: reçu. »
pub fn arrival(arrival: &Arrival, cases: &CaseBook) -> String {
    match arrival {
        Arrival::New(sender) => came(sender, "reçu", cases),
        Arrival::Later(sender) => came(sender, "nouvelle version reçue", cases),
        Arrival::Again(sender) => came(sender, "déjà reçu", cases),
        Arrival::Gone => {
            "Ces réponses ont été retirées ou effacées de cet appareil\u{a0}: elles n’ont pas été reprises.".to_owned()
        }
        Arrival::OtherExercise(code) => {
            format!("Ces réponses sont celles de l’exercice {code}. Ouvrez-le pour les recevoir.")
        }
        Arrival::Refused(fault) => pack_fault(*fault).to_owned(),
    }
}

fn came(Sender { seat: from, asked: what, standing }: &Sender, how: &str, cases: &CaseBook) -> String {
    let standing = match standing {
        Standing::Counts => "",
        Standing::ToSettle => ", à départager avec un autre envoi de ce numéro",
        Standing::SetAside => ", mis de côté",
    };
    format!("{}, {}\u{a0}: {how}{standing}.", seat(*from), asked(what, cases))
}

/// What became of a picture, a sentence for each of its codes.
pub fn outcome(outcome: &Outcome, cases: &CaseBook) -> Vec<String> {
    let said = match outcome {
        Outcome::Stored(arrivals) => return arrivals.iter().map(|one| arrival(one, cases)).collect(),
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
        let arrivals = match outcome {
            Outcome::Stored(arrivals) => arrivals.as_slice(),
            _ => &[],
        };
        let (come_before, again_before) = (come, again);
        for arrival in arrivals {
            match arrival {
                Arrival::New(_) | Arrival::Later(_) => come += 1,
                Arrival::Again(_) => again += 1,
                Arrival::Gone | Arrival::OtherExercise(_) | Arrival::Refused(_) => {}
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
    use crate::content::cases::cases;
    use crate::domain::exercise::code::{ExerciseCode, Manner};
    use crate::domain::exercise::seat::Seat;
    use crate::domain::exercise::work::{Asked, Moment};
    use crate::domain::interview::id::CaseId;
    use crate::domain::interview::questionnaire::Length;
    use crate::exchange::packed::PackFault;
    use std::collections::BTreeSet;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    fn sender(standing: Standing) -> Sender {
        Sender { seat: Seat::new(7).unwrap(), asked: Asked::Case(CaseId::new("elodie").unwrap()), standing }
    }

    #[test]
    fn a_number_is_told_and_whether_it_counts() {
        let counts = || sender(Standing::Counts);
        for (told, expected) in [
            (Arrival::New(counts()), "Numéro 7, Élodie : reçu."),
            (Arrival::Later(counts()), "Numéro 7, Élodie : nouvelle version reçue."),
            (Arrival::Again(counts()), "Numéro 7, Élodie : déjà reçu."),
            (Arrival::Again(sender(Standing::SetAside)), "Numéro 7, Élodie : déjà reçu, mis de côté."),
            (
                Arrival::New(sender(Standing::ToSettle)),
                "Numéro 7, Élodie : reçu, à départager avec un autre envoi de ce numéro.",
            ),
            (
                Arrival::New(Sender { asked: Asked::Positioning(Moment::Before), ..counts() }),
                "Numéro 7, Positionnement du matin : reçu.",
            ),
        ] {
            assert_eq!(plain(&arrival(&told, cases().unwrap())), expected);
        }
    }

    #[test]
    fn each_outcome_says_something_of_its_own_and_what_to_do() {
        let other = ExerciseCode::new(&[].into(), Length::Short, Manner::Alone, 3);
        let stored = |arrival| Outcome::Stored(vec![arrival]);
        let outcomes = [
            stored(Arrival::OtherExercise(other)),
            stored(Arrival::Refused(PackFault::NotOurs)),
            stored(Arrival::Refused(PackFault::Damaged)),
            Outcome::NotStored,
            Outcome::Unclear,
            Outcome::Nothing,
            Outcome::Fault(PictureFault::TooLarge { bytes: 80_000_000 }),
            Outcome::Fault(PictureFault::Unreadable),
            Outcome::Fault(PictureFault::NoPixels),
            Outcome::NotRead,
        ];
        let said: BTreeSet<String> =
            outcomes.iter().flat_map(|one| outcome(one, cases().unwrap())).map(|text| plain(&text)).collect();
        assert_eq!(said.len(), outcomes.len());
        let acts = ["Ouvrez", "Demandez", "lisez", "Suivez", "Reprenez", "Vérifiez", "Donnez", "Recevez"];
        for text in &said {
            assert!(acts.iter().any(|act| text.contains(act)), "{text}");
        }
        assert!(said.iter().any(|text| text.contains(&other.to_string())));
        assert!(said.iter().any(|text| text.contains("plus que les")));
    }

    #[test]
    fn counts_agree() {
        let new = || Arrival::New(sender(Standing::Counts));
        let again = || Arrival::Again(sender(Standing::Counts));
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
