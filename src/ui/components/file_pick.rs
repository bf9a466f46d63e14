//! Choosing or dropping a file.

use super::drop_frame::DropFrame;
use super::icon::{Icon, Pictogram};
use crate::browser::files::{self, FileError, ReadFile};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A place where a file is dropped or chosen; the file is read whole before it is given.
#[component]
pub fn FilePick(
    /// What to bring here.
    #[prop(into)]
    label: String,
    /// Formats and weight, before the choice.
    #[prop(into)]
    hint: String,
    /// The endings proposed by the browser's chooser (`.csv,text/csv`).
    accept: &'static str,
    /// Receives the file as read, or why it was not.
    on_file: Callback<Result<ReadFile, FileError>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let read = move |file: Option<files::ChosenFile>| {
        if let Some(file) = file {
            // One may have left the page while a large file was being read.
            spawn_local(async move {
                let _ = on_file.try_run(files::read(&file).await);
            });
        }
    };
    let drop = Callback::new(move |event: leptos::ev::DragEvent| {
        read(files::dropped(event.data_transfer()));
    });
    let choose = move |_| read(input.get().and_then(|input| files::take_chosen(&input)));
    view! {
        <DropFrame on_drop=drop>
            <label class="stack stack--tight">
                <span class="row">
                    <Pictogram icon=Icon::Upload />
                    <strong>{label}</strong>
                </span>
                <span class="hint">{hint}</span>
                <input type="file" accept=accept node_ref=input on:change=choose />
            </label>
        </DropFrame>
    }
}
