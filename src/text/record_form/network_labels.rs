//! The words of each input of a card of the network, and of a count of people who were oriented.

use super::labels::{Said, said};

pub static CARD: [Said; 13] = [
    said("given_name", "Prénom", ""),
    said("family_name", "Nom", ""),
    said("structure", "Structure", ""),
    said(
        "can_help",
        "Ce sur quoi je peux aider",
        "Par exemple «\u{202f}Ouvrir un compte Ameli avec la personne\u{202f}».",
    ),
    said("looks_for", "Ce que je cherche", "Par exemple «\u{202f}Où trouver un ordinateur à bas prix\u{202f}»."),
    said("reach", "Comment me joindre", "Une adresse ou un numéro professionnels. L’un des deux suffit."),
    said("reach/email", "Courriel", ""),
    said("reach/phone", "Téléphone", ""),
    said("met_in", "Session suivie", "Elle range la carte dans l’annuaire de cette session."),
    said("until", "Carte visible jusqu’au", "Passé ce jour, elle n’apparaît plus. Trois ans au plus après l’accord."),
    said("consent", "Accord de la personne", ""),
    said("consent/wording", "J’accepte que ma carte soit partagée comme il est écrit ci-dessus", ""),
    said("consent/on", "Accord donné le", ""),
];

pub static ORIENTED: [Said; 3] = [
    said("from", "Depuis", "Le type de structure de la personne qui a orienté."),
    said("to", "Vers", "Le type de structure qui a accueilli."),
    said("people", "Nombre de personnes", "Depuis la journée de formation. Aucun nom."),
];
