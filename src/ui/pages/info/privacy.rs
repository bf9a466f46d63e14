//! What is kept, where, for how long, and who sees it.

use crate::route::Route;
use crate::ui::components::{Notice, Page, Tone};
use leptos::prelude::*;

/// The page about personal data.
#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! {
        <Page title="Données personnelles" lead="Ce que Repères garde, où, et comment le retirer.">
            <section class="stack" aria-labelledby="garde">
                <h2 id="garde">"Ce qui est gardé"</h2>
                <p>
                    "Un entretien garde un repère de dossier, une commune, une tranche d’âge, les réponses, vos notes et les orientations. Repères ne demande ni nom, ni date de naissance, ni numéro de sécurité sociale, ni identifiant, ni mot de passe."
                </p>
                <p>
                    "Un repère de dossier et des réponses peuvent suffire à reconnaître quelqu’un\u{a0}: ces données restent des données personnelles."
                </p>
                <p>
                    "La page "<a href=Route::ToComplete.to_hash()>"Contacts à compléter"</a>
                    " peut garder le nom, la fonction et les coordonnées de professionnelles et de professionnels. Ils partent seulement avec le fichier complet. Au bout d’un an, Repères propose de les vérifier\u{202f}; au bout de deux ans, de les effacer. Une personne qui s’y oppose est effacée pour toujours, et un fichier plus ancien ne la fait pas revenir."
                </p>
            </section>
            <section class="stack" aria-labelledby="ou">
                <h2 id="ou">"Où, et qui les voit"</h2>
                <p>
                    "Tout reste dans ce navigateur, sur cet ordinateur ou cette tablette. Rien n’est envoyé\u{a0}: une fois la page chargée, Repères ne transmet aucune donnée. Les données partent seulement dans les fichiers que vous exportez et les fiches que vous imprimez."
                </p>
                <p>"Toute personne qui ouvre cette session de l’ordinateur peut voir ces données."</p>
                <Notice tone=Tone::Caution title="Un navigateur peut être vidé">
                    <p>
                        "Un nettoyage de l’historique, une politique de votre organisation ou une longue absence peuvent effacer ces données. Préparez un fichier de sauvegarde à la fin de chaque séance."
                    </p>
                </Notice>
            </section>
            <section class="stack" aria-labelledby="effacer">
                <h2 id="effacer">"Effacer"</h2>
                <p>
                    "Chaque entretien peut être supprimé, ce qui s’annule, ou effacé pour toujours. La page "
                    <a href=Route::Data.to_hash()>"Données"</a> " permet de vider cet appareil."
                </p>
            </section>
            <section class="stack" aria-labelledby="droits">
                <h2 id="droits">"Informer la personne"</h2>
                <p>
                    "Avant l’entretien, dites à la personne pourquoi vous posez ces questions, ce qui est gardé, qui le lira et pendant combien de temps. Elle peut ne pas répondre, demander à lire ses réponses, les faire corriger ou effacer. Votre organisation est responsable de ces données\u{202f}; sa déléguée ou son délégué à la protection des données répond à ces demandes, et la CNIL peut être saisie."
                </p>
            </section>
        </Page>
    }
}
