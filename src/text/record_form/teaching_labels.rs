//! The words of each input of a version of the curriculum and of its sequences.

use super::labels::{Said, said};

pub static CURRICULUM: [Said; 3] = [
    said("title", "Nom de la version", "Par exemple «\u{202f}Journée du printemps, groupe débutant\u{202f}»."),
    said("starts_at", "Début de la journée", "Les heures des séquences en découlent."),
    said("note", "Remarques", "Pour qui, pourquoi cette version."),
];

pub static SEQUENCE: [Said; 26] = [
    said("title", "Titre", ""),
    said("method", "Méthode", "Une pause ne compte pas dans les heures de formation."),
    said("minutes", "Durée, en minutes", ""),
    said("least", "Durée minimale, en minutes", "En cas de retard. Vide\u{a0}: elle ne se raccourcit pas."),
    said("aim", "Objectif de la séquence", "Ce que l’on saura faire ensuite."),
    said("content", "Contenu", ""),
    said("trainer", "Ce que fait la formatrice ou le formateur", "Ce qu’il faut faire, et dire."),
    said("learners", "Ce que font les participantes et participants", ""),
    said("support", "Supports", "Ce qui est montré ou remis."),
    said("materials", "Matériel à portée de main", "Un par ligne."),
    said(
        "active",
        "Minutes actives, par objectif",
        "Le temps où les participantes et participants font quelque chose. Laissez vide ce que la séquence ne travaille pas.",
    ),
    said("active/define", "Inclusion numérique", ""),
    said("active/needs", "Besoins et freins", ""),
    said("active/actors", "Acteurs", ""),
    said("active/contacts", "Interlocuteurs", ""),
    said("active/network", "Réseau", ""),
    said("active/map", "Cartographie", ""),
    said("active/pix", "Pix", ""),
    said("active/aidants-connect", "Aidants Connect", ""),
    said("active/digital-safe", "Coffre-fort", ""),
    said("online", "Pratique avec le réseau", "Comment l’outil est manipulé en ligne."),
    said("offline", "Pratique sans le réseau", "Comment faire si la salle n’a pas de connexion."),
    said("assessed", "Objectifs évalués", ""),
    said("means", "Moyens d’évaluation", ""),
    said("assessment", "Déroulement de l’évaluation", ""),
    said("opens", "Écrans à ouvrir", "Ceux dont on a besoin à ce moment de la journée."),
];
