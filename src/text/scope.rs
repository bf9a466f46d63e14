//! What a partial file holds, in words.

use super::{backup, format};
use crate::exchange::backup::Held;
use crate::exchange::scope::Scope;

/// How a scope is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopeWords {
    pub name: &'static str,
    pub what: &'static str,
    /// The button.
    pub act: &'static str,
}

/// A scope, as it is proposed.
pub fn describe(scope: &Scope) -> ScopeWords {
    let (name, what, act) = match scope {
        Scope::Everything => (
            "Tout",
            "Tout ce que garde cet appareil\u{a0}: entretiens, annuaires et contacts, formation et personnes à former, exercices, évaluation, cartes du réseau, réglages partagés.",
            "Préparer le fichier complet",
        ),
        Scope::Interviews => {
            ("Les entretiens", "Réponses, orientations et notes.", "Préparer les entretiens avec les notes")
        }
        Scope::InterviewsWithoutNotes => (
            "Les entretiens, sans les notes",
            "Réponses et orientations\u{202f}; ni note, ni motif écrit, ni rendez-vous. Repris ici plus tard, ce fichier n’efface aucune note.",
            "Préparer les entretiens sans les notes",
        ),
        Scope::Programme => (
            "Le programme",
            "Cycles, sessions, personnes, structures, inscriptions, présences, suivi de mission et versions du référentiel. Les personnes dont l’usage est limité n’y sont pas.",
            "Préparer le programme",
        ),
        Scope::Session(_) => (
            "Une session",
            "La session et son cycle, les personnes inscrites et leurs structures, les présences, l’équipe, l’organisme, la version du référentiel suivie, les questionnaires validés. Les personnes dont l’usage est limité n’y sont pas.",
            "Préparer un fichier de cette session",
        ),
        Scope::Answers(_) => (
            "Les réponses aux questionnaires",
            "Ce qui a été répondu sur cet appareil, sans le nom de la personne, ni celui de l’appareil, ni l’heure. Un texte libre peut nommer quelqu’un\u{a0}: il sera relu.",
            "Préparer les réponses",
        ),
        Scope::Directory => (
            "L’annuaire",
            "Les lieux importés, le fond de carte, les acteurs ajoutés ou corrigés, ce qui est noté à leur sujet et les listes de lieux. Jamais les contacts.",
            "Préparer l’annuaire",
        ),
        Scope::Curriculum => (
            "Le référentiel",
            "Les versions écrites ici, et celles que des sessions ont figées. Rien sur les personnes.",
            "Préparer le référentiel",
        ),
        Scope::Bag(_) => (
            "La mallette de l’exercice",
            "L’exercice, ses cas, l’annuaire et les questionnaires validés. Rien sur les personnes accompagnées, rien sur les personnes formées.",
            "Préparer la mallette",
        ),
        Scope::HandedIn { seat: Some(_), .. } => (
            "Mes réponses à l’exercice",
            "Vos réponses et les orientations choisies, avec le numéro tiré\u{202f}; aucun nom, aucun texte libre.",
            "Préparer mes réponses",
        ),
        Scope::HandedIn { seat: None, .. } => (
            "Les réponses à l’exercice",
            "Les réponses de chaque numéro tiré\u{202f}; aucun nom, aucun texte libre.",
            "Préparer les réponses",
        ),
        Scope::Cards { .. } => (
            "Les cartes du réseau",
            "Nom, structure et coordonnées des personnes qui ont accepté de les partager, leurs binômes, et les décomptes d’orientations. Les cartes retirées ou échues n’y sont pas.",
            "Préparer les cartes du réseau",
        ),
        Scope::Cases { only: None } => (
            "Les cas écrits ici",
            "Des situations fictives, avec leur lecture de référence, pour les exercices en salle.",
            "Préparer les cas",
        ),
        Scope::Cases { only: Some(_) } => (
            "Un cas écrit ici",
            "Une situation fictive, avec sa lecture de référence, pour les exercices en salle.",
            "Préparer ce cas",
        ),
    };
    ScopeWords { name, what, act }
}

/// « 3 entretiens. »; « Rien ici pour l’instant. »
pub fn amount(held: &Held) -> String {
    if held.0.values().all(|count| *count == 0) {
        return "Rien ici pour l’instant.".to_owned();
    }
    format!("{}.", format::capitalised(&backup::held(held)))
}

/// What a file says that it holds, in a few words.
pub fn contents(scope: Option<&Scope>, records: usize) -> String {
    let records = format::count(records as u64, "élément", "éléments");
    match scope {
        Some(Scope::Everything) => format!("Sauvegarde complète, {records}."),
        Some(scope) => format!("{}, {records}.", describe(scope).name),
        None => format!("{}.", format::capitalised(&records)),
    }
}

/// What raw data holds that does not read.
pub fn unread(records: usize) -> Option<String> {
    match records {
        0 => None,
        1 => Some("1\u{a0}élément illisible reste dans ce fichier\u{a0}: gardez-le.".to_owned()),
        many => {
            let many = format::count(many as u64, "élément illisible", "éléments illisibles");
            Some(format!("{many} restent dans ce fichier\u{a0}: gardez-le."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::Kind;

    #[test]
    fn says_what_a_file_holds() {
        let plain = |text: String| text.replace('\u{a0}', " ");
        assert_eq!(plain(contents(Some(&Scope::Everything), 12)), "Sauvegarde complète, 12 éléments.");
        assert_eq!(plain(contents(Some(&Scope::Directory), 1)), "L’annuaire, 1 élément.");
        assert_eq!(plain(contents(None, 2)), "2 éléments.");
        assert_eq!(
            (unread(0), plain(unread(2).unwrap())),
            (None, "2 éléments illisibles restent dans ce fichier : gardez-le.".to_owned())
        );
        assert_eq!(amount(&Held::default()), "Rien ici pour l’instant.");
        let one = Held([(Kind::new("interview").unwrap(), 1)].into());
        assert_eq!(plain(amount(&one)), "1 entretien.");
    }
}
