//! A version that was written here: where it stands, what it changes, what the commissioner says of it, who sends and reminds.

use super::super::known::Known;
use super::Versions;
use super::acts::Acts;
use super::questions::Questions;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::evaluation::wording::{Wording, WordingId, field};
use crate::records::ChangeSet;
use crate::text::evaluation_told as told;
use crate::ui::components::{FieldFault, Fold, Rewrite, Takes, TextField};
use leptos::prelude::*;
use std::sync::Arc;

/// A version, followed; none when it is not here any more.
pub type Followed = Memo<Option<Arc<Wording>>>;

/// A version.
#[component]
pub fn VersionSection(
    /// What is known.
    known: Known,
    /// Which questionnaire.
    kind: SurveyKind,
    /// Every version, followed.
    versions: Versions,
    /// Which version.
    id: WordingId,
) -> impl IntoView {
    let heading = format!("version-{}", id.as_str());
    let version: Followed = Memo::new(move |_| versions.with(|all| all.iter().find(|one| one.id == id).cloned()));
    let say = move |read: fn(&Wording) -> String| {
        move || version.with(|version| version.as_deref().map(read).unwrap_or_default())
    };
    let is_writable = Memo::new(move |_| version.with(|version| version.as_deref().is_some_and(Wording::is_writable)));
    let delivered = known.delivered(kind);
    let is_open = RwSignal::new(false);
    // What is typed stays when it is closed.
    let was_open = Memo::new(move |was: Option<&bool>| was == Some(&true) || is_open.get());
    view! {
        <section class="card stack" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{say(|one| one.name.clone())}</h2>
            <p>{say(|one| told::standing(&one.state))}</p>
            <Changes known kind version />
            <Notes known version />
            <Show when=move || is_writable.get()>
                <Fold summary="Modifier les questions" is_open>
                    <Show when=move || was_open.get()>
                        <Questions known delivered version />
                    </Show>
                </Fold>
                <Acts known version />
            </Show>
        </section>
    }
}

/// What it changes of the delivered words.
#[component]
fn Changes(
    /// What is known.
    known: Known,
    /// Which questionnaire.
    kind: SurveyKind,
    /// The version, followed.
    version: Followed,
) -> impl IntoView {
    let delivered = known.delivered(kind);
    let changes = Memo::new(move |_| {
        version.with(|version| {
            let changes = version.as_deref().map(|one| one.changes(delivered)).unwrap_or_default();
            let owned = changes.into_iter().map(|(question, words)| (question.title.clone(), words.map(str::to_owned)));
            owned.collect::<Vec<(String, Option<String>)>>()
        })
    });
    let name = move || {
        let of = version.with(|version| version.as_ref().map(|one| one.name.clone()).unwrap_or_default());
        format!("Ce que change «\u{202f}{of}\u{202f}»")
    };
    let summary = move || {
        changes.with(|all| {
            let left_out = all.iter().filter(|(_, words)| words.is_none()).count();
            told::changed(all.len() - left_out, left_out)
        })
    };
    let row = |(before, after): (String, Option<String>)| {
        view! {
            <tr>
                <th scope="row">{before}</th>
                <td>{after.unwrap_or_else(|| "Retirée".to_owned())}</td>
            </tr>
        }
    };
    view! {
        <p>{summary}</p>
        <Show when=move || changes.with(|all| !all.is_empty())>
            <div class="table-scroll" tabindex="0" role="region" aria-label=name>
                <table class="table">
                    <caption>{name}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Question fournie"</th>
                            <th scope="col">"Dans cette version"</th>
                        </tr>
                    </thead>
                    <tbody>{move || changes.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Show>
    }
}

/// What is noted of it: its name, the commissioner's comments, who sends and who reminds.
const NOTES: [(&str, &str, &str, Takes); 4] = [
    (field::NAME, "Nom de la version", "", Takes::Line),
    (field::COMMENTS, "Remarques du Département", "", Takes::Text),
    (field::SENDER, "Qui envoie le questionnaire", "Une fonction ou un service, pas un nom.", Takes::Line),
    (field::REMINDER, "Qui relance", "Une fonction ou un service, pas un nom.", Takes::Line),
];

fn noted(version: &Wording, name: &str) -> String {
    let text = match name {
        field::NAME => &version.name,
        field::COMMENTS => &version.comments,
        field::SENDER => &version.sender,
        _ => &version.reminder,
    };
    text.clone()
}

#[component]
fn Notes(
    /// What is known.
    known: Known,
    /// The version, followed.
    version: Followed,
) -> impl IntoView {
    let id = version.with_untracked(|one| one.as_ref().map(|one| one.id.as_str().to_owned())).unwrap_or_default();
    let texts = NOTES.map(|(name, ..)| {
        (name, Rewrite::of(move || version.with(|one| one.as_deref().map(|one| noted(one, name)).unwrap_or_default())))
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(one) = version.get_untracked() else { return };
        let touched: Vec<_> = texts.into_iter().filter(|(_, text)| text.is_touched()).collect();
        let typed: Vec<_> = touched.iter().map(|(name, text)| (*name, *text, text.now())).collect();
        let mut changes = ChangeSet::new();
        for (name, _, words) in &typed {
            // A version keeps a name.
            if *name != field::NAME || !words.trim().is_empty() {
                changes.changes.extend(one.note(name, words).changes);
            }
        }
        known.board.saver.save_then(changes, move || {
            typed.iter().for_each(|(_, text, sent)| text.settle(sent));
            known.messages.done("Version enregistrée", "");
        });
    };
    let none = Signal::derive(Vec::<FieldFault>::new);
    let fields = NOTES.into_iter().zip(texts).map(|((name, label, hint, takes), (_, text))| {
        view! { <TextField id=format!("{name}-{id}") label hint takes value=text faults=none /> }
    });
    view! {
        <form class="stack stack--tight" on:submit=send novalidate>
            {fields.collect_view()}
            <p>
                <button type="submit" class="button">
                    "Enregistrer"
                    <span class="visually-hidden">
                        {move || version.with(|one| one.as_ref().map(|one| format!("\u{a0}: {}", one.name)))}
                    </span>
                </button>
            </p>
        </form>
    }
}
