//! How to use the product, in the order in which one meets it.

use crate::domain::directory::query::{DirectoryQuery, Display};
use crate::route::Route;
use crate::route::community::CommunityRoute;
use crate::route::evaluation::EvaluationRoute;
use crate::route::exercise::ExerciseRoute;
use crate::route::teaching::TeachingRoute;
use crate::ui::components::Page;
use leptos::prelude::*;

/// The help page.
#[component]
pub fn HelpPage() -> impl IntoView {
    let map = Route::Directory(DirectoryQuery { display: Display::Map, ..DirectoryQuery::default() });
    view! {
        <Page title="Aide" lead="L’essentiel pour mener un entretien, orienter, imprimer et ne rien perdre.">
            <section class="stack" aria-labelledby="entretien">
                <h2 id="entretien">"Mener un entretien"</h2>
                <p>
                    "Choisissez le repérage si vous avez cinq minutes, l’entretien complet si vous en avez vingt. Le repérage peut être complété plus tard\u{a0}: les réponses déjà données restent."
                </p>
                <p>
                    "Suivez l’ordre de la conversation\u{a0}: tous les thèmes restent ouverts. Une question laissée de côté est «\u{202f}non abordée\u{202f}»\u{202f}; elle ne compte jamais comme un échec. Chaque réponse est enregistrée aussitôt."
                </p>
                <p>
                    "Si la personne préfère répondre elle-même, passez à «\u{202f}une question par page\u{202f}» et donnez-lui l’écran."
                </p>
            </section>
            <section class="stack" aria-labelledby="resultat">
                <h2 id="resultat">"Lire le résultat et orienter"</h2>
                <p>
                    "Le résultat se lit axe par axe, sans note globale. Chaque conseil montre les réponses qui l’ont déclenché\u{202f}; vous retenez l’orientation, vous l’écartez en disant pourquoi, ou vous en ajoutez une. "
                    <a href=Route::Rules.to_hash()>"Toutes les règles sont écrites ici"</a> "."
                </p>
                <p>
                    "Pour chaque orientation retenue, l’annuaire que vous avez importé propose les lieux les plus proches. Les distances sont à vol d’oiseau depuis le centre de la commune."
                </p>
            </section>
            <section class="stack" aria-labelledby="annuaire">
                <h2 id="annuaire">"Importer un annuaire"</h2>
                <p>
                    "Repères lit les fichiers CSV au standard national des lieux de médiation numérique. Téléchargez un fichier à jour avant de partir en salle, puis déposez-le sur la page "
                    <a href=Route::directory().to_hash()>"Annuaire"</a>
                    ". Un compte rendu ligne par ligne s’affiche avant tout enregistrement."
                </p>
            </section>
            <section class="stack" aria-labelledby="carte-des-lieux">
                <h2 id="carte-des-lieux">"Voir les lieux sur une carte"</h2>
                <p>
                    "Sur la page Annuaire, choisissez l’affichage "
                    <a href=map.to_hash()>"Carte"</a>
                    "\u{a0}: les lieux trouvés s’y placent, sans réseau, et la même liste reste dessous. Un nombre réunit des lieux trop proches\u{202f}; l’activer rapproche la vue. Un lieu sans coordonnées est au centre de sa commune\u{202f}; sans commune reconnue, il est en liste à part."
                </p>
                <p>
                    "Pour dessiner des contours sous les lieux, "
                    <a href=Route::BaseMap.to_hash()>"importez un fond de carte"</a> "."
                </p>
            </section>
            <section class="stack" aria-labelledby="listes-de-lieux">
                <h2 id="listes-de-lieux">"Réunir des lieux dans une liste"</h2>
                <p>
                    "Depuis la fiche d’un lieu, rangez-le dans une ou plusieurs "
                    <a href=Route::Lists.to_hash()>"listes de lieux"</a>
                    ". Une liste a un nom, un ordre et des notes\u{202f}; elle s’imprime, un lieu par ligne, et s’exporte au format national."
                </p>
            </section>
            <section class="stack" aria-labelledby="animer">
                <h2 id="animer">"Animer une journée en salle"</h2>
                <p>
                    "Sur la page "<a href=ExerciseRoute::List.to_hash()>"Animer"</a>
                    ", préparez un exercice\u{a0}: vous obtenez un code à écrire au tableau et des tickets à tirer au sort. Chaque personne mène un entretien sur un cas fictif et remet ses réponses sous un numéro, jamais sous un nom."
                </p>
                <p>
                    "Le matin et le soir, chaque personne peut dire où elle en est pour chaque objectif de la formation. Vous voyez l’évolution du groupe, jamais celle d’une personne."
                </p>
                <p>
                    "Pour une salle sans réseau, préparez la mallette\u{a0}: une copie de Repères en un fichier, avec l’exercice, ses cas et l’annuaire. Si une tablette passe de main en main, cochez «\u{202f}Cet appareil est partagé\u{202f}» en entrant dans l’exercice\u{a0}: chaque place se ferme alors d’elle-même, et ne se rouvre qu’avec son ticket."
                </p>
            </section>
            <section class="stack" aria-labelledby="referentiel">
                <h2 id="referentiel">"Adapter la journée de formation"</h2>
                <p>
                    "Le "<a href=TeachingRoute::Versions.to_hash()>"référentiel pédagogique"</a>
                    " donne une journée entière, séquence par séquence, prête à animer. Pour l’adapter, créez une version\u{a0}: vous en changez l’ordre, les durées et les textes, et Repères vérifie que chaque objectif du cahier des charges reste couvert."
                </p>
                <p>
                    "Quand une session est dite tenue, la version qu’elle suit se fige\u{a0}: on sait toujours ce qui a été animé ce jour-là."
                </p>
            </section>
            <section class="stack" aria-labelledby="outils">
                <h2 id="outils">"Présenter un outil, comprendre un sigle"</h2>
                <p>
                    "Les "<a href=TeachingRoute::Tools.to_hash()>"fiches outils"</a>
                    " disent à quoi sert chaque outil, comment commencer et quoi dire à la personne, avec un exercice et cinq questions. "
                    <a href=TeachingRoute::AidantsConnect.to_hash()>"Cinq questions"</a>
                    " disent si Aidants Connect est possible. Le "
                    <a href=TeachingRoute::Glossary.to_hash()>"lexique"</a>
                    " donne le sens des sigles et ce que l’on dit aujourd’hui. Tout s’imprime."
                </p>
            </section>
            <section class="stack" aria-labelledby="evaluer">
                <h2 id="evaluer">"Évaluer la formation"</h2>
                <p>
                    "L’"<a href=EvaluationRoute::Home.to_hash()>"évaluation"</a>
                    " recueille un avis en fin de journée, puis trois mois après\u{a0}: sur tablette, sur papier, par fichier, par code ou par message. Les réponses se lisent en résultats regroupés\u{202f}; un texte libre ne paraît qu’une fois relu."
                </p>
                <p>
                    "La "<a href=EvaluationRoute::Synthesis.to_hash()>"synthèse"</a>
                    " s’arrête avant d’être transmise\u{a0}: ce qui a été dit ne change plus, et les réponses suivantes entrent dans la prochaine. Le "
                    <a href=EvaluationRoute::Closing.to_hash()>"dossier de clôture"</a>
                    " réunit tout à la fin du cycle."
                </p>
            </section>
            <section class="stack" aria-labelledby="reseau-cartes">
                <h2 id="reseau-cartes">"Garder le lien après la formation"</h2>
                <p>
                    "Les "<a href=CommunityRoute::Cards.to_hash()>"cartes du réseau"</a>
                    " disent qui peut aider, qui cherche quoi et comment se joindre. Chaque personne lit d’abord à quoi elle s’engage, choisit jusqu’à quand sa carte est visible, et peut la retirer quand elle veut."
                </p>
                <p>
                    "Entre ces personnes se forment les "<a href=CommunityRoute::Pairs.to_hash()>"binômes"</a>
                    " qui s’appellent au bout de trois mois. "
                    <a href=CommunityRoute::Oriented.to_hash()>"Qui oriente vers qui"</a>
                    " se compte sans aucun nom."
                </p>
            </section>
            <section class="stack" aria-labelledby="sauvegarder">
                <h2 id="sauvegarder">"Ne rien perdre"</h2>
                <p>
                    "Vos données sont dans ce navigateur, et nulle part ailleurs. À la fin de chaque séance, préparez un fichier de sauvegarde depuis la page "
                    <a href=Route::Data.to_hash()>"Données"</a>
                    ". Ce fichier se relit sur un autre poste\u{a0}: il complète ce qui s’y trouve, sans rien écraser."
                </p>
            </section>
            <section class="stack" aria-labelledby="reseau">
                <h2 id="reseau">"Travailler sans réseau"</h2>
                <p>
                    "Quand le bas de page indique «\u{202f}Prêt hors connexion\u{202f}», Repères s’ouvre sans réseau dans ce navigateur. Vous pouvez aussi copier le fichier «\u{202f}reperes.html\u{202f}» sur une clé USB et l’ouvrir d’un double-clic. Les données restent alors dans le navigateur de l’ordinateur, pas sur la clé\u{a0}: préparez un fichier de sauvegarde avant de partir."
                </p>
            </section>
        </Page>
    }
}
