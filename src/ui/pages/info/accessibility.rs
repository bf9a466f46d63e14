//! The accessibility statement, as honest as the tests behind it.

use crate::ui::components::Page;
use leptos::prelude::*;

/// The accessibility statement.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    view! {
        <Page
            title="Accessibilité\u{a0}: non conforme"
            lead="Aucun audit n’a encore été mené selon le RGAA 4.1\u{a0}: Repères est donc déclaré «\u{202f}non conforme\u{202f}»."
        >
            <section class="stack" aria-labelledby="verifie">
                <h2 id="verifie">"Ce qui est vérifié à chaque version"</h2>
                <ul>
                    <li>"Le parcours complet d’un entretien se fait au clavier seul."</li>
                    <li>
                        "Chaque écran passe les règles automatiques d’axe-core (RGAA 4, WCAG 2.2 AA, bonnes pratiques), en clair, en sombre et à 320 pixels de large. Ces règles couvrent une partie des critères seulement."
                    </li>
                    <li>"Chaque graphique est accompagné d’un tableau qui dit la même chose."</li>
                    <li>"Les fiches imprimées existent aussi comme pages lisibles par un lecteur d’écran."</li>
                </ul>
            </section>
            <section class="stack" aria-labelledby="pas-encore">
                <h2 id="pas-encore">"Ce qui ne l’est pas encore"</h2>
                <ul>
                    <li>"Un audit des 106 critères par une personne formée."</li>
                    <li>"Des essais avec NVDA, VoiceOver et TalkBack par des personnes qui s’en servent chaque jour."</li>
                    <li>"Les fichiers PDF produits par le navigateur au moment d’imprimer."</li>
                </ul>
            </section>
            <section class="stack" aria-labelledby="signaler">
                <h2 id="signaler">"Signaler un obstacle"</h2>
                <p>
                    "Dites-le à la personne qui vous a remis Repères, avec le nom de l’écran et ce que vous vouliez faire. Sans réponse satisfaisante, vous pouvez saisir la déléguée ou le délégué du Défenseur des droits de votre département."
                </p>
            </section>
        </Page>
    }
}
