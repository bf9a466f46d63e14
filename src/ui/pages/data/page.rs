//! What this device keeps, and what may be done with all of it.

use super::backup::{Backup, BackupSection};
use super::restore::RestoreSection;
use super::unreadable::UnreadableSection;
use super::wipe::WipeSection;
use crate::browser::dom::{Delivery, delivery};
use crate::ui::components::{Notice, Page, Tone};
use leptos::prelude::*;

/// The page about all the data.
#[component]
pub fn DataPage() -> impl IntoView {
    let backup = Backup::new();
    view! {
        <Page title="Données" lead="Garder dans un fichier ce que cet appareil contient, le reprendre ailleurs, ou tout effacer.">
            <Whereabouts />
            <UnreadableSection />
            <BackupSection backup />
            <RestoreSection />
            <WipeSection backup />
        </Page>
    }
}

/// Where the data live: the single file keeps nothing on its key.
#[component]
fn Whereabouts() -> impl IntoView {
    match delivery() {
        Delivery::File => view! {
            <Notice tone=Tone::Caution title="Vos données sont dans le navigateur de cet ordinateur, pas sur la clé">
                <p>
                    "Si vous ouvrez ce fichier sur un autre ordinateur, il paraîtra vide. Avant de partir, préparez un fichier de sauvegarde et enregistrez-le sur la clé."
                </p>
            </Notice>
        }
        .into_any(),
        Delivery::Web => view! {
            <p>
                "Vos données sont dans ce navigateur, sur cet appareil, et nulle part ailleurs. Un nettoyage du navigateur peut les effacer : le fichier de sauvegarde, lui, reste."
            </p>
        }
        .into_any(),
    }
}
