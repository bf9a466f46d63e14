//! How to use the product, in the order in which one meets it.

use crate::domain::directory::query::{DirectoryQuery, Display};
use crate::route::Route;
use crate::route::community::CommunityRoute;
use crate::route::evaluation::EvaluationRoute;
use crate::route::exercise::ExerciseRoute;
use crate::route::teaching::TeachingRoute;
use crate::ui::components::Page;
use leptos::prelude::*;

/// A part of a paragraph.
enum Piece {
    Words(&'static str),
    /// A link: where it leads, and its words.
    Way(String, &'static str),
}

/// What is said of one thing.
struct Section {
    id: &'static str,
    title: &'static str,
    paragraphs: Vec<Vec<Piece>>,
}

/// The help page.
#[component]
pub fn HelpPage() -> impl IntoView {
    view! {
        <Page title="Aide" lead="L’essentiel pour mener un entretien, orienter, imprimer et ne rien perdre.">
            {sections().into_iter().map(section).collect_view()}
        </Page>
    }
}

fn section(Section { id, title, paragraphs }: Section) -> impl IntoView {
    let piece = |piece: Piece| match piece {
        Piece::Words(words) => words.into_any(),
        Piece::Way(to, words) => view! { <a href=to>{words}</a> }.into_any(),
    };
    let paragraph = |pieces: Vec<Piece>| view! { <p>{pieces.into_iter().map(piece).collect_view()}</p> };
    view! {
        <section class="stack" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {paragraphs.into_iter().map(paragraph).collect_view()}
        </section>
    }
}

fn sections() -> Vec<Section> {
    use Piece::{Way, Words};
    let map = Route::Directory(DirectoryQuery { display: Display::Map, ..DirectoryQuery::default() });
    vec![
        Section {
            id: "entretien",
            title: "Mener un entretien",
            paragraphs: vec![
                vec![Words(
                    "Choisissez le repérage si vous avez cinq minutes, l’entretien complet si vous en avez vingt. Le repérage peut être complété plus tard\u{a0}: les réponses déjà données restent.",
                )],
                vec![Words(
                    "Suivez l’ordre de la conversation\u{a0}: tous les thèmes restent ouverts. Une question laissée de côté est «\u{202f}non abordée\u{202f}»\u{202f}; elle ne compte jamais comme un échec. Chaque réponse est enregistrée aussitôt.",
                )],
                vec![Words(
                    "Si la personne préfère répondre elle-même, passez à «\u{202f}une question par page\u{202f}» et donnez-lui l’écran.",
                )],
            ],
        },
        Section {
            id: "resultat",
            title: "Lire le résultat et orienter",
            paragraphs: vec![
                vec![
                    Words(
                        "Le résultat se lit axe par axe, sans note globale. Chaque conseil montre les réponses qui l’ont déclenché\u{202f}; vous retenez l’orientation, vous l’écartez en disant pourquoi, ou vous en ajoutez une. ",
                    ),
                    Way(Route::Rules.to_hash(), "Toutes les règles sont écrites ici"),
                    Words("."),
                ],
                vec![Words(
                    "Pour chaque orientation retenue, l’annuaire que vous avez importé propose les lieux les plus proches. Les distances sont à vol d’oiseau depuis le centre de la commune.",
                )],
            ],
        },
        Section {
            id: "annuaire",
            title: "Importer un annuaire",
            paragraphs: vec![vec![
                Words(
                    "Repères lit les fichiers CSV au standard national des lieux de médiation numérique. Téléchargez un fichier à jour avant de partir en salle, puis déposez-le sur la page ",
                ),
                Way(Route::directory().to_hash(), "Annuaire"),
                Words(". Un compte rendu ligne par ligne s’affiche avant tout enregistrement."),
            ]],
        },
        Section {
            id: "carte-des-lieux",
            title: "Voir les lieux sur une carte",
            paragraphs: vec![
                vec![
                    Words("Sur la page Annuaire, choisissez l’affichage "),
                    Way(map.to_hash(), "Carte"),
                    Words(
                        "\u{a0}: les lieux trouvés s’y placent, sans réseau, et la même liste reste dessous. Un nombre réunit des lieux trop proches\u{202f}; l’activer rapproche la vue. Un lieu sans coordonnées est au centre de sa commune\u{202f}; sans commune reconnue, il est en liste à part.",
                    ),
                ],
                vec![
                    Words("Pour dessiner des contours sous les lieux, "),
                    Way(Route::BaseMap.to_hash(), "importez un fond de carte"),
                    Words("."),
                ],
            ],
        },
        Section {
            id: "listes-de-lieux",
            title: "Réunir des lieux dans une liste",
            paragraphs: vec![vec![
                Words("Depuis la fiche d’un lieu, rangez-le dans une ou plusieurs "),
                Way(Route::Lists.to_hash(), "listes de lieux"),
                Words(
                    ". Une liste a un nom, un ordre et des notes\u{202f}; elle s’imprime, un lieu par ligne, et s’exporte au format national.",
                ),
            ]],
        },
        Section {
            id: "animer",
            title: "Animer une journée en salle",
            paragraphs: vec![
                vec![
                    Words("Sur la page "),
                    Way(ExerciseRoute::List.to_hash(), "Animer"),
                    Words(
                        ", préparez un exercice\u{a0}: vous obtenez un code à écrire au tableau et des tickets à tirer au sort. Chaque personne mène un entretien sur un cas fictif et remet ses réponses sous un numéro, jamais sous un nom.",
                    ),
                ],
                vec![Words(
                    "Le matin et le soir, chaque personne peut dire où elle en est pour chaque objectif de la formation. Vous voyez l’évolution du groupe, jamais celle d’une personne.",
                )],
                vec![Words(
                    "Pour une salle sans réseau, préparez la mallette\u{a0}: une copie de Repères en un fichier, avec l’exercice, ses cas et l’annuaire. Si une tablette passe de main en main, cochez «\u{202f}Cet appareil est partagé\u{202f}» en entrant dans l’exercice\u{a0}: chaque place se ferme alors d’elle-même, et ne se rouvre qu’avec son ticket.",
                )],
            ],
        },
        Section {
            id: "referentiel",
            title: "Adapter la journée de formation",
            paragraphs: vec![
                vec![
                    Words("Le "),
                    Way(TeachingRoute::Versions.to_hash(), "référentiel pédagogique"),
                    Words(
                        " donne une journée entière, séquence par séquence, prête à animer. Pour l’adapter, créez une version\u{a0}: vous en changez l’ordre, les durées et les textes, et Repères vérifie que chaque objectif du cahier des charges reste couvert.",
                    ),
                ],
                vec![Words(
                    "Quand une session est dite tenue, la version qu’elle suit se fige\u{a0}: on sait toujours ce qui a été animé ce jour-là.",
                )],
            ],
        },
        Section {
            id: "outils",
            title: "Présenter un outil, comprendre un sigle",
            paragraphs: vec![vec![
                Words("Les "),
                Way(TeachingRoute::Tools.to_hash(), "fiches outils"),
                Words(
                    " disent à quoi sert chaque outil, comment commencer et quoi dire à la personne, avec un exercice et cinq questions. ",
                ),
                Way(TeachingRoute::AidantsConnect.to_hash(), "Cinq questions"),
                Words(" disent si Aidants Connect est possible. Le "),
                Way(TeachingRoute::Glossary.to_hash(), "lexique"),
                Words(" donne le sens des sigles et ce que l’on dit aujourd’hui. Tout s’imprime."),
            ]],
        },
        Section {
            id: "evaluer",
            title: "Évaluer la formation",
            paragraphs: vec![
                vec![
                    Words("L’"),
                    Way(EvaluationRoute::Home.to_hash(), "évaluation"),
                    Words(
                        " recueille un avis en fin de journée, puis trois mois après\u{a0}: sur tablette, sur papier, par fichier, par code ou par message. Les réponses se lisent en résultats regroupés\u{202f}; un texte libre ne paraît qu’une fois relu.",
                    ),
                ],
                vec![
                    Words("La "),
                    Way(EvaluationRoute::Synthesis.to_hash(), "synthèse"),
                    Words(
                        " se lit une fois ses chiffres arrêtés\u{a0}: ce qui a été dit ne change plus, et les réponses suivantes entrent dans la prochaine. Le ",
                    ),
                    Way(EvaluationRoute::Closing.to_hash(), "dossier de clôture"),
                    Words(" réunit tout à la fin du cycle."),
                ],
            ],
        },
        Section {
            id: "reseau-cartes",
            title: "Garder le lien après la formation",
            paragraphs: vec![
                vec![
                    Words("Les "),
                    Way(CommunityRoute::Cards.to_hash(), "cartes du réseau"),
                    Words(
                        " disent qui peut aider, qui cherche quoi et comment se joindre. Chaque personne lit d’abord ce qu’elle accepte de partager, choisit jusqu’à quand sa carte est visible, et peut la retirer quand elle veut.",
                    ),
                ],
                vec![
                    Words("Entre ces personnes se forment les "),
                    Way(CommunityRoute::Pairs.to_hash(), "binômes"),
                    Words(" qui s’appellent au bout de trois mois. "),
                    Way(CommunityRoute::Oriented.to_hash(), "Qui oriente vers qui"),
                    Words(" se compte sans aucun nom."),
                ],
            ],
        },
        Section {
            id: "sauvegarder",
            title: "Ne rien perdre",
            paragraphs: vec![vec![
                Words(
                    "Vos données sont dans ce navigateur, et nulle part ailleurs. À la fin de chaque séance, préparez un fichier de sauvegarde depuis la page ",
                ),
                Way(Route::Data.to_hash(), "Données"),
                Words(
                    ". Ce fichier se relit sur un autre poste\u{a0}: il complète ce qui s’y trouve, sans rien écraser.",
                ),
            ]],
        },
        Section {
            id: "reseau",
            title: "Travailler sans réseau",
            paragraphs: vec![vec![Words(
                "Quand le bas de page indique «\u{202f}Prêt hors connexion\u{202f}», Repères s’ouvre sans réseau dans ce navigateur. Vous pouvez aussi copier le fichier «\u{202f}reperes.html\u{202f}» sur une clé USB et l’ouvrir d’un double-clic. Les données restent alors dans le navigateur de l’ordinateur, pas sur la clé\u{a0}: préparez un fichier de sauvegarde avant de partir.",
            )]],
        },
    ]
}
