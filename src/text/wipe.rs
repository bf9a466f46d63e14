//! Making this browser forget everything: what goes, what could not, what is out of reach.

/// What this browser can be made to forget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wiped {
    Records,
    Preferences,
    /// The files of the program kept to work without network, and the worker that serves them.
    Program,
}

/// What was wiped, or could not be.
pub fn wiped(wiped: Wiped, is_done: bool) -> &'static str {
    match (wiped, is_done) {
        (Wiped::Records, true) => {
            "Les entretiens, les annuaires et tout ce qui était enregistré : effacés de ce navigateur."
        }
        (Wiped::Records, false) => {
            "Les entretiens, les annuaires et tout ce qui était enregistré n’ont pas pu être effacés. Réessayez, ou effacez les données de ce site dans les réglages du navigateur."
        }
        (Wiped::Preferences, true) => "Les préférences et le nom de ce poste : effacés.",
        (Wiped::Preferences, false) => {
            "Les préférences n’ont pas pu être effacées. Elles ne disent rien des personnes ; les réglages du navigateur les effacent avec les données de ce site."
        }
        (Wiped::Program, true) => "Les fichiers de l’application, gardés pour fonctionner hors connexion : effacés.",
        (Wiped::Program, false) => {
            "Les fichiers de l’application n’ont pas tous pu être effacés. Ils ne contiennent aucune de vos données ; les réglages du navigateur les effacent avec les données de ce site."
        }
    }
}

/// What no page can wipe.
pub const OUT_OF_REACH: [&str; 5] = [
    "Les fichiers téléchargés : regardez dans le dossier des téléchargements et sur les clés.",
    "Les feuilles imprimées, et celles qui attendent dans l’imprimante.",
    "L’historique du navigateur : il garde les adresses visitées, sans nom ni réponse.",
    "Un autre onglet de Repères encore ouvert : il se vide de lui-même, mais l’écran peut garder un moment ce qu’il montrait. Fermez-le.",
    "Les autres appareils, et les autres navigateurs de celui-ci.",
];

/// What is left after a wipe that leaves the program.
const PROGRAM_STAYS: &str =
    "Les fichiers de l’application restent, pour fonctionner hors connexion. Ils ne contiennent aucune de vos données.";

/// What became of each thing, one sentence after the other.
pub fn summary(outcome: &[(Wiped, bool)]) -> String {
    outcome.iter().map(|(what, is_done)| wiped(*what, *is_done)).collect::<Vec<_>>().join(" ")
}

/// The same, where the program was left.
pub fn summary_without_program(outcome: &[(Wiped, bool)]) -> String {
    format!("{} {PROGRAM_STAYS}", summary(outcome))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_wiped_says_where_to_go() {
        for what in [Wiped::Records, Wiped::Preferences, Wiped::Program] {
            assert!(wiped(what, false).contains("réglages du navigateur"), "{what:?}");
            assert!(wiped(what, true).contains("effacé"), "{what:?}");
        }
    }

    #[test]
    fn what_was_wiped_is_said_thing_by_thing() {
        let outcome = [(Wiped::Records, true), (Wiped::Preferences, false)];
        let said = summary(&outcome);
        assert!(said.starts_with(wiped(Wiped::Records, true)) && said.ends_with(wiped(Wiped::Preferences, false)));
        assert!(summary_without_program(&outcome).ends_with("aucune de vos données."));
    }
}
