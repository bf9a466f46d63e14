//! How to use the product, in the order in which one meets it.

use crate::domain::directory::query::{DirectoryQuery, Display};
use crate::route::Route;
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
