//! What a participant handed in, on its way to the trainer: by file, or by a code on the screen.

use super::known::Known;
use crate::chart::qr;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::hand_in::HandIn;
use crate::domain::exercise::handing_in::handed_in_here;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::Asked;
use crate::exchange::packed::pack;
use crate::exchange::scope::Scope;
use crate::text::exercise as words;
use crate::text::{exercise_positioning, format};
use crate::ui::components::QrCode;
use crate::ui::pages::data::{Export, OneExport};
use leptos::prelude::*;

const SECTION: &str = "faire-parvenir";

/// What was handed in from a seat, in each way it may travel; nothing before something was.
#[component]
pub fn Send(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The number that was drawn.
    seat: Seat,
) -> impl IntoView {
    let export = Export::new(SECTION);
    let state = export.state;
    let handed_in = Memo::new(move |_| state.with_tables(|tables| handed_in_here(tables, code, seat)));
    view! {
        <Show when=move || handed_in.with(|all| !all.is_empty())>
            <section class="card" aria-labelledby=SECTION>
                <h2 id=SECTION tabindex="-1">
                    "Faire parvenir mes réponses"
                </h2>
                <p>
                    "Si cet appareil est celui de la personne qui anime, elle les a déjà. Sinon, donnez-lui le fichier sur une clé ou dans un dossier partagé, ou montrez-lui le code à l’écran. Le fichier et le code ne contiennent que vos réponses et votre numéro."
                </p>
                <OneExport export scope=Scope::HandedIn { exercise: code, seat: Some(seat) } label="Préparer le fichier à remettre" />
                <For
                    each=move || handed_in.get()
                    key=|one| (one.key.clone(), one.work.edition)
                    let(one)
                >
                    <ShowCode known one />
                </For>
            </section>
        </Show>
    }
}

/// One thing that was handed in, as a code that the trainer's camera reads.
#[component]
fn ShowCode(
    /// What is delivered.
    known: Known,
    /// What was handed in.
    one: HandIn,
) -> impl IntoView {
    let what = match one.work.asked() {
        Asked::Case(id) => known.cases_now().case(&id).map_or_else(String::new, |case| case.name.clone()),
        Asked::Positioning(moment) => exercise_positioning::title(moment).to_owned(),
    };
    let name = format!("Code des réponses\u{a0}: {what}, {}", format::uncapitalised(&words::seat(one.work.seat)));
    let drawing = pack(&one.key.id, &one.work, &known.lists()).map(|packed| qr::draw(&packed));
    let shown = match drawing {
        Ok(Some(drawing)) => view! {
            <QrCode
                drawing
                name
                caption="À montrer à la caméra de la personne qui anime, l’écran bien éclairé."
                is_large=true
            />
        }
        .into_any(),
        Ok(None) => view! { <p>"Ces réponses sont trop longues pour un code. Donnez le fichier."</p> }.into_any(),
        Err(fault) => view! { <p>{words::pack_fault(fault)}</p> }.into_any(),
    };
    view! {
        <details class="disclosure">
            <summary>{format!("Montrer le code\u{a0}: {what}")}</summary>
            {shown}
        </details>
    }
}
