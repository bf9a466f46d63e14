//! Choosing or dropping files: several at once, or a whole folder. They are not read here.

use super::drop_frame::DropFrame;
use super::icon::{Icon, Pictogram};
use super::notice::Messages;
use crate::browser::files::{self, ChosenFile};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

const CLOSED_FOLDER: &str =
    "Ce navigateur ne laisse pas lire un dossier déposé ici. Choisissez-le avec le bouton prévu pour les dossiers.";
const NOTHING: &str = "Aucun fichier ici. Choisissez un fichier de sauvegarde, ou un dossier qui en contient.";

/// What was wrong with what was given.
const TROUBLE: &str = "fichiers-donnes-erreur";

/// A place where files are dropped or chosen.
#[component]
pub fn FilesPick(
    /// What to bring here.
    #[prop(into)]
    label: String,
    /// Formats and weight, before the choice.
    #[prop(into)]
    hint: String,
    /// The endings proposed by the browser's chooser (`.json,application/json`).
    accept: &'static str,
    /// Receives the files, not yet read.
    on_files: Callback<Vec<ChosenFile>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let folder = NodeRef::<html::Input>::new();
    let trouble = RwSignal::new(None::<&'static str>);
    let messages = Messages::expect();
    let give = move |files: Vec<ChosenFile>| {
        // An empty choice of files is a choice given up; an empty folder is worth a word.
        trouble.set(None);
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    let drop = Callback::new(move |event: leptos::ev::DragEvent| {
        let dropped = files::dropped_all(event.data_transfer());
        spawn_local(async move {
            let dropped = dropped.await;
            // One may have left the page meanwhile.
            let _ = trouble.try_set(match (dropped.has_closed_folder, dropped.files.is_empty()) {
                (true, true) => Some(CLOSED_FOLDER),
                (false, true) => Some(NOTHING),
                _ => None,
            });
            if !dropped.files.is_empty() {
                if dropped.has_closed_folder {
                    messages.done("Un dossier déposé n’a pas été lu", "Les autres fichiers sont examinés. Choisissez ce dossier avec le bouton prévu pour les dossiers.");
                }
                let _ = on_files.try_run(dropped.files);
            }
        });
    });
    Effect::new(move |_| {
        if let Some(folder) = folder.get() {
            files::choose_folders(&folder);
        }
    });
    let chosen = move |field: NodeRef<html::Input>| field.get().map(|input| files::take_all_chosen(&input));
    view! {
        <DropFrame on_drop=drop>
            <label class="stack stack--tight">
                <span class="row">
                    <Pictogram icon=Icon::Upload />
                    <strong>{label}</strong>
                </span>
                <span class="hint">{hint}</span>
                <input
                    type="file"
                    multiple
                    accept=accept
                    aria-describedby=TROUBLE
                    node_ref=input
                    on:change=move |_| give(chosen(input).unwrap_or_default())
                />
            </label>
            <label class="stack stack--tight">
                <span class="hint">"Ou tous les fichiers d’un dossier, d’une clé par exemple"</span>
                <input
                    type="file"
                    aria-describedby=TROUBLE
                    node_ref=folder
                    on:change=move |_| give(chosen(folder).unwrap_or_default())
                />
            </label>
            <p id=TROUBLE class="field__error" role="status">
                {move || trouble.get()}
            </p>
        </DropFrame>
    }
}
