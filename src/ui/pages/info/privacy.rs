//! What is kept, where, for how long, and who sees it.

use crate::route::Route;
use crate::route::community::CommunityRoute;
use crate::route::evaluation::EvaluationRoute;
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
                    "Un entretien garde un repère de dossier, une commune, une tranche d’âge, les réponses, vos notes et les orientations. Il ne demande ni nom, ni date de naissance, ni numéro de sécurité sociale, ni identifiant, ni mot de passe."
                </p>
                <p>
                    "Un repère de dossier et des réponses peuvent suffire à reconnaître quelqu’un\u{a0}: ces données restent des données personnelles."
                </p>
                <p>
                    "La page "<a href=Route::ToComplete.to_hash()>"Contacts à compléter"</a>
                    " peut garder le nom, la fonction et les coordonnées de professionnelles et de professionnels. Ils partent seulement avec le fichier complet. Au bout d’un an, Repères propose de les vérifier\u{202f}; au bout de deux ans, de les effacer. Une personne qui s’y oppose est effacée pour toujours, et un fichier plus ancien ne la fait pas revenir."
                </p>
                <p>
                    "Le programme de formation garde le nom, la structure, la fonction et les coordonnées des personnes à former et de l’équipe, les aménagements demandés, les inscriptions et les présences. Ces données partent seulement avec le fichier complet, celui du programme ou celui d’une session. Une personne qui le demande est effacée\u{a0}; si une preuve de présence est à garder, elle quitte les listes jusqu’à la date prévue."
                </p>
                <p>
                    "Les "<a href=CommunityRoute::Cards.to_hash()>"cartes du réseau"</a>
                    " gardent le nom, la structure, les coordonnées et ce qu’écrivent les personnes qui l’ont accepté, avec la date de cet accord et le texte lu. Elles sont visibles jusqu’au jour choisi, trois ans au plus après l’accord\u{202f}; ensuite, Repères propose de les effacer. Elles partent seulement avec le fichier complet, celui des cartes, l’annuaire imprimé et les fiches pour un carnet d’adresses. Une carte retirée est effacée pour toujours, ici et sur chaque appareil qui importe un fichier préparé ensuite\u{202f}; un fichier plus ancien ne la fait pas revenir."
                </p>
                <p>
                    "En formation, les réponses à un exercice et les positionnements («\u{202f}Où j’en suis\u{202f}», avant et après) sont gardés sous un numéro tiré au sort, sans nom ni texte libre. Seul le groupe est montré, à partir d’un nombre de personnes choisi dans les "
                    <a href=Route::Preferences.to_hash()>"préférences"</a>
                    ", jamais moins de trois. La mallette n’emporte rien sur les personnes, accompagnées ou formées."
                </p>
                <p>
                    "Les réponses à l’"<a href=EvaluationRoute::Home.to_hash()>"évaluation"</a>
                    " sont gardées sous un numéro tiré au sort, sans nom, sans appareil et sans heure. Elles peuvent contenir des textes libres\u{a0}: personne ne devrait y être nommé, et chaque texte est relu avant de paraître. Elles partent avec le fichier complet, celui du programme, celui d’une session et celui des réponses. Sur l’appareil d’une personne, ce qui n’est pas remis reste dans l’onglet jusqu’à ce qu’elle l’efface ou le ferme. Les numéros préparés pour des messages sont gardés sans dire à qui ils vont. Les engagements ne sont pas gardés."
                </p>
                <p>
                    "Sur un appareil partagé, la place d’une personne se ferme quand plus rien n’y est touché, et ne se rouvre qu’avec son ticket. Ses réponses restent sur l’appareil jusqu’à ce qu’il soit vidé."
                </p>
            </section>
            <section class="stack" aria-labelledby="ou">
                <h2 id="ou">"Où, et qui les voit"</h2>
                <p>
                    "Tout reste dans ce navigateur, sur cet ordinateur ou cette tablette. Rien n’est envoyé\u{a0}: une fois la page chargée, Repères ne transmet aucune donnée. Les données partent seulement dans les fichiers que vous exportez et les fiches que vous imprimez."
                </p>
                <p>"Toute personne qui utilise cet ordinateur avec le même compte peut voir ces données."</p>
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
                <p>
                    "Un an après une session, ou au bout du nombre de mois que vous fixez, Repères propose d’effacer les réponses à l’évaluation une à une et leurs textes\u{202f}; les chiffres déjà arrêtés et le nombre de réponses restent."
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
