//! « Faire, faire avec, faire à la place » in French.

use crate::domain::interview::framing::{AidantsConnect, Blocker, Frame, Input};

/// Always beside a frame.
pub const NO_CREDENTIALS: &str =
    "Ne gardez ni identifiant, ni mot de passe, ni code reçu par message : ni sur papier, ni dans Repères.";
/// Beside a frame that names the Aidants Connect mandate.
pub const MANDATE_REMINDER: &str = "Le mandat Aidants Connect se crée dans Aidants Connect, avec la personne. Repères ne le produit pas et ne l’imite pas.";
/// Where to learn more before deciding.
pub const HABILITATION: &str = "L’habilitation Aidants Connect est demandée par la structure : les personnes qu’elle emploie et qui sont formées peuvent ensuite agir. \
     Les bénévoles, les proches, les élues et élus et les personnes en service civique ne le peuvent pas.";
/// While the frame is not settled.
pub const MEANWHILE: &str = "En attendant, faites avec la personne : elle saisit elle-même, vous êtes à côté d’elle.";

/// A frame in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameText {
    pub title: &'static str,
    pub explanation: &'static str,
    /// The document to sign, or that there is none.
    pub document: &'static str,
    /// Who produces the document; none when there is no document.
    pub producer: Option<&'static str>,
    /// What to remember.
    pub reminders: &'static [&'static str],
}

pub fn frame(frame: Frame) -> FrameText {
    match frame {
        Frame::Teach => FrameText {
            title: "Apprendre à faire",
            explanation: "Rien ne presse et la personne souhaite apprendre : elle tient le clavier, vous montrez.",
            document: "Aucun document à signer.",
            producer: None,
            reminders: &[
                "Entraînez-vous avec des informations inventées, pas avec un vrai compte.",
                "Sur un appareil partagé, montrez comment se déconnecter et effacer ses traces.",
            ],
        },
        Frame::DoWith => FrameText {
            title: "Faire avec",
            explanation: "La personne agit et vous êtes à côté d’elle : elle saisit elle-même ses identifiants.",
            document: "Aucun document à signer.",
            producer: None,
            reminders: &[
                "Dites ce que vous faites à chaque étape.",
                "À la fin, vérifiez ensemble que la personne est déconnectée.",
            ],
        },
        Frame::InPlaceUnderAidantsConnect => FrameText {
            title: "Faire à la place, avec Aidants Connect",
            explanation: "Votre structure est habilitée : elle peut agir au nom de la personne, qui s’identifie avec \
                          FranceConnect.",
            document: "Le mandat Aidants Connect, imprimé en deux exemplaires signés : un pour la personne, un pour la \
                       structure.",
            producer: Some("Aidants Connect le produit, pendant le rendez-vous."),
            reminders: &[
                "Il dure un jour, un mois (31 jours), six mois ou un an ; la personne peut y mettre fin à tout moment.",
                "Il ne vaut que pour les démarches cochées.",
                "Seule une personne formée, avec un compte actif et sa carte, peut agir : sinon, passez la main à une ou un collègue.",
                "Vérifiez avant le rendez-vous que la personne ouvre bien FranceConnect.",
                "Seule la version française signée protège la personne et la structure ; les traductions aident à la lire.",
            ],
        },
        Frame::InPlaceWithMandate => FrameText {
            title: "Faire à la place, avec un mandat écrit",
            explanation: "La date est trop proche pour orienter et Aidants Connect n’est pas possible ici.",
            document: "Un mandat écrit, sur le modèle de la CNIL, qui nomme chaque démarche.",
            producer: Some("Votre structure le rédige et le fait signer par la personne avant d’agir."),
            reminders: &[
                "Vérifiez d’abord que votre structure le permet.",
                "Agissez avec la personne à côté de vous, et remettez-lui ce qui a été envoyé.",
            ],
        },
        Frame::Refer => FrameText {
            title: "Faire faire par une structure qui peut agir",
            explanation: "Une maison France services ou une structure habilitée Aidants Connect peut faire la démarche \
                          avec la personne ou à sa place.",
            document: "Aucun document à signer ici.",
            producer: Some("La structure qui reçoit la personne produit le document utile."),
            reminders: &["Téléphonez avant : dites la démarche et la date à respecter, sans le nom de la personne."],
        },
        Frame::Guardian => FrameText {
            title: "Passer par la personne ou le service chargé de la protection",
            explanation: "Une mesure de protection est en place : Aidants Connect n’est pas possible. Voyez qui peut agir \
                          avec la personne ou le service qui exerce la mesure.",
            document: "Aucun document à signer ici.",
            producer: None,
            reminders: &["Le guichet, le téléphone et le papier restent possibles."],
        },
        Frame::Counter => FrameText {
            title: "Passer par un guichet, le téléphone ou le papier",
            explanation: "Le chemin en ligne n’est pas possible ou n’est pas souhaité : l’organisme doit pouvoir répondre \
                          autrement.",
            document: "Le formulaire papier de l’organisme, s’il existe.",
            producer: Some("L’organisme concerné le fournit."),
            reminders: &["Gardez avec la personne une trace de ce qui est envoyé : date, copie, récépissé."],
        },
    }
}

/// What to ask to settle a frame.
pub fn question(input: Input) -> &'static str {
    match input {
        Input::Urgent => "Une démarche presse-t-elle ?",
        Input::Immediate => "Faut-il la faire aujourd’hui ou demain ?",
        Input::Autonomous => "La personne fait-elle l’essentiel de ses démarches en ligne sans aide ?",
        Input::WantsToLearn => "La personne souhaite-t-elle apprendre à faire ?",
        Input::WantsItDone => "La personne souhaite-t-elle que quelqu’un fasse ?",
        Input::WantsNoDigital => "La personne souhaite-t-elle éviter internet ?",
        Input::Agrees => "La personne est-elle d’accord pour que l’on agisse en son nom ?",
        Input::Protected => "La personne a-t-elle une mesure de protection juridique ?",
        Input::Identity => "La personne peut-elle utiliser FranceConnect ?",
        Input::Employee => "Votre structure vous emploie-t-elle, par contrat ou dans la fonction publique ?",
        Input::Habilitated => "Votre structure est-elle habilitée Aidants Connect ?",
    }
}

/// What is known, as a statement.
pub fn statement(input: Input, value: bool) -> &'static str {
    match (input, value) {
        (Input::Urgent, true) => "Une démarche presse.",
        (Input::Urgent, false) => "Rien ne presse.",
        (Input::Immediate, true) => "Elle est à faire aujourd’hui ou demain.",
        (Input::Immediate, false) => "Elle n’est pas à faire aujourd’hui ni demain.",
        (Input::Autonomous, true) => "La personne fait l’essentiel de ses démarches en ligne sans aide.",
        (Input::Autonomous, false) => "La personne ne fait pas l’essentiel de ses démarches en ligne sans aide.",
        (Input::WantsToLearn, true) => "La personne souhaite apprendre à faire.",
        (Input::WantsToLearn, false) => "La personne ne demande pas à apprendre pour l’instant.",
        (Input::WantsItDone, true) => "La personne souhaite que quelqu’un fasse.",
        (Input::WantsItDone, false) => "La personne ne demande pas que quelqu’un fasse à sa place.",
        (Input::WantsNoDigital, true) => "La personne souhaite éviter internet.",
        (Input::WantsNoDigital, false) => "La personne accepte de passer par internet.",
        (Input::Agrees, true) => "La personne est d’accord pour que l’on agisse en son nom.",
        (Input::Agrees, false) => "La personne n’est pas d’accord pour que l’on agisse en son nom.",
        (Input::Protected, true) => "La personne a une mesure de protection juridique.",
        (Input::Protected, false) => "La personne n’a pas de mesure de protection juridique.",
        (Input::Identity, true) => "Rien de connu n’empêche FranceConnect.",
        (Input::Identity, false) => "La personne ne peut pas utiliser FranceConnect pour l’instant.",
        (Input::Employee, true) => "Votre structure vous emploie.",
        (Input::Employee, false) => "Votre structure ne vous emploie pas.",
        (Input::Habilitated, true) => "Votre structure est habilitée Aidants Connect.",
        (Input::Habilitated, false) => "Votre structure n’est pas habilitée Aidants Connect.",
    }
}

/// Whether Aidants Connect can be used.
pub fn aidants_connect(status: &AidantsConnect) -> &'static str {
    match status {
        AidantsConnect::Possible => "Aidants Connect est possible.",
        AidantsConnect::Impossible(_) => "Aidants Connect n’est pas possible ici.",
        AidantsConnect::ToAsk(_) => "Aidants Connect est peut-être possible : il reste à demander.",
    }
}

/// Why Aidants Connect is not possible.
pub fn blocker(blocker: Blocker) -> &'static str {
    match blocker {
        Blocker::ProtectedAdult => "Une mesure de protection juridique est en place.",
        Blocker::NoIdentity => "Sans numéro de sécurité sociale définitif, la personne ne peut pas s’identifier.",
        Blocker::NotEmployee => "Aidants Connect est réservé aux personnes employées par la structure.",
        Blocker::NotHabilitated => "La structure n’est pas habilitée.",
        Blocker::PersonDisagrees => "La personne n’a pas donné son accord pour que l’on agisse en son nom.",
    }
}
