//! Sharing a part: personal on one side, non-personal on the other.

use super::backup::SealChoice;
use super::export::Export;
use super::grouped::GroupedSection;
use super::handed_over::HandedOverNotice;
use crate::browser::clock;
use crate::exchange::backup::Held;
use crate::exchange::scope::Scope;
use crate::route::Route;
use crate::text;
use crate::ui::components::{BackTo, Icon, Page, Pictogram};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What may be shared, apart from everything: that is the backup.
fn scopes(today: NaiveDate) -> [Scope; 7] {
    [
        Scope::Interviews,
        Scope::InterviewsWithoutNotes,
        Scope::Programme,
        Scope::Cards { on: today },
        Scope::Directory,
        Scope::Curriculum,
        Scope::Cases { only: None },
    ]
}

/// Preparing a file for somebody else.
#[component]
pub fn SharePage() -> impl IntoView {
    let back = BackTo::new(Route::Data, "Données");
    view! {
        <Page
            title="Partager une partie"
            lead="Un fichier pour une ou un collègue, avec seulement ce qui lui est utile."
            back
        >
            <ScopeSection
                id="personnel"
                heading="Avec des données personnelles"
                advice="Seulement à une personne tenue au secret professionnel qui suit la même situation, ou qui prépare la même formation. Fermez le fichier par une phrase de passe s’il voyage sur une clé ou par courriel."
                is_personal=true
            />
            <ScopeSection
                id="sans-personne"
                heading="Sans donnée personnelle"
                advice="Rien ici ne parle d’une personne accompagnée."
                is_personal=false
            />
            <GroupedSection />
        </Page>
    }
}

/// The choices of one side.
#[component]
fn ScopeSection(
    /// The section's identifier.
    id: &'static str,
    /// Its heading.
    heading: &'static str,
    /// To whom such a file may go.
    advice: &'static str,
    /// Whether these files say something of people.
    is_personal: bool,
) -> impl IntoView {
    let export = Export::new(id);
    let sealed = RwSignal::new(false);
    let choices = scopes(clock::today())
        .into_iter()
        .filter(|scope| scope.is_personal() == is_personal)
        .map(|scope| view! { <ScopeRow scope export sealed /> })
        .collect_view();
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id tabindex="-1">
                {heading}
            </h2>
            <p>{advice}</p>
            <HandedOverNotice export />
            {is_personal.then(|| view! { <SealChoice sealed /> })}
            <ul class="stack" role="list">
                {choices}
            </ul>
            <p class="status-line" role="status">
                {move || export.progress()}
            </p>
        </section>
    }
}

/// One scope: what it would hold now, and its act; nothing for what does not exist here.
#[component]
fn ScopeRow(
    /// What the file would hold.
    scope: Scope,
    /// The export of the section.
    export: Export,
    /// Whether the file is closed by a passphrase.
    sealed: RwSignal<bool>,
) -> impl IntoView {
    let held = {
        let scope = scope.clone();
        Memo::new(move |_| export.state.with_tables(|tables| Held::within(tables, &scope)))
    };
    // A kind of data that nobody has yet is not proposed at all.
    let is_future = matches!(scope, Scope::Programme | Scope::Cards { .. } | Scope::Curriculum);
    let is_empty = move || held.with(|held| held.0.values().all(|count| *count == 0));
    let words = text::scope::describe(&scope);
    let start = move |_| {
        if !is_empty() {
            export.start(scope.clone(), sealed.get_untracked());
        }
    };
    let start = StoredValue::new_local(start);
    view! {
        <Show when=move || !(is_future && is_empty())>
            <li class="scope">
                <p>
                    <strong>{words.name}</strong>
                    <br />
                    <span class="hint">{words.what}</span>
                </p>
                <p class="card__meta">{move || text::scope::amount(&held.get())}</p>
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || (is_empty() || export.is_preparing()).to_string()
                    on:click=move |event| start.with_value(|start| start(event))
                >
                    <Pictogram icon=Icon::Download />
                    {words.act}
                </button>
            </li>
        </Show>
    }
}
