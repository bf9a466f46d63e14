//! What is corrected here, beside what the imported file says.

use super::Known;
use super::sign::{SignField, fault};
use crate::browser::{clock, dom};
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::local::change;
use crate::domain::directory::local::correction::{CorrectionsDraft, Verdict, corrected};
use crate::domain::directory::local::model::{Correction, Signature};
use crate::text::local as text;
use crate::text::place_sheet::{HOURS_HINT, understood};
use crate::ui::components::{ErrorSummary, FieldFault, Fold, Rewrite, Takes, TextField};
use crate::ui::save::Undoable;
use leptos::prelude::*;

const SIGN: &str = "correction-par";
const HEADING: &str = "lieu-corrections";

/// What is corrected most often: how to reach the place, and when.
const FIELDS: [PlaceField; 6] = [
    PlaceField::Phone,
    PlaceField::Emails,
    PlaceField::Websites,
    PlaceField::Hours,
    PlaceField::Address,
    PlaceField::Name,
];

/// The corrections, and the form to make some.
#[component]
pub fn Corrections(
    /// The place.
    known: Known,
) -> impl IntoView {
    let corrections = Memo::new(move |_| {
        known.life.with(|life| life.corrections.iter().map(|(field, one)| (*field, one.clone())).collect::<Vec<_>>())
    });
    let is_open = RwSignal::new(false);
    view! {
        <div class="stack stack--tight">
            <h3 id=HEADING tabindex="-1">
                "Corrections"
            </h3>
            <Show when=move || !corrections.with(Vec::is_empty) fallback=|| view! { <p class="screen-only">"Aucune correction."</p> }>
                <dl class="facts">
                    {move || {
                        let row = |(field, correction)| view! { <CorrectionRow known field correction /> };
                        corrections.get().into_iter().map(row).collect_view()
                    }}
                </dl>
            </Show>
            <Fold summary="Corriger cette fiche" is_open>
                <CorrectionForm known is_open />
            </Fold>
        </div>
    }
}

/// A corrected field: its value, what the file says, and the way back to it.
#[component]
fn CorrectionRow(
    /// The place.
    known: Known,
    /// The field.
    field: PlaceField,
    /// Its correction.
    correction: Correction,
) -> impl IntoView {
    let (says, verdict) =
        known.imported.with_value(|imported| (field.value(imported), correction.verdict(field, imported)));
    let drop_it = move |_| {
        let changes = known.life.with_untracked(|life| change::drop_corrections(life, [field]));
        let done = Undoable {
            title: "Correction retirée".to_owned(),
            body: String::new(),
            take_back: "Annuler",
            taken_back: "Correction rétablie",
        };
        known.saver.save_undoable(changes, done, || dom::focus(HEADING));
    };
    let keep = move |_| {
        let imported = known.imported.get_value();
        known.act(|life| change::keep_correction(life, &imported, field), "Correction gardée", || dom::focus(HEADING));
    };
    let keep = (verdict == Verdict::Contradicted).then(|| {
        view! {
            <button type="button" class="button screen-only" on:click=keep>
                "Garder notre correction"
                <span class="visually-hidden">{format!("\u{a0}: {}", text::field(field))}</span>
            </button>
        }
    });
    let warns = (verdict != Verdict::Left).then(|| view! { <p class="hint">{text::verdict(verdict)}"."</p> });
    view! {
        <dt>{text::field(field)}</dt>
        <dd>
            <p>
                <strong>{text::value(field, &correction.value)}</strong>
            </p>
            <p class="hint">{text::corrected(&correction)}". "{text::imported(field, &says)}"."</p>
            {warns}
            <div class="row">
                {keep}
                <button type="button" class="button screen-only" on:click=drop_it>
                    "Revenir à l’annuaire importé"
                    <span class="visually-hidden">{format!("\u{a0}: {}", text::field(field))}</span>
                </button>
            </div>
        </dd>
    }
}

fn field_id(field: PlaceField) -> String {
    format!("corriger-{}", field.column())
}

/// The fields, as known here, to be changed.
#[component]
fn CorrectionForm(
    /// The place.
    known: Known,
    /// Whether the form is open.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let place =
        Memo::new(move |_| known.imported.with_value(|imported| known.life.with(|life| corrected(imported, life))));
    let stored = Memo::new(move |_| place.with(|place| CorrectionsDraft::of(place, FIELDS)));
    let text = move |field| stored.with(|draft| draft.texts.get(&field).cloned().unwrap_or_default());
    let typed = FIELDS.map(|field| (field, Rewrite::of(move || text(field))));
    let by_whom = RwSignal::new(String::new());
    let faults = RwSignal::new(Vec::<FieldFault>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = CorrectionsDraft { texts: typed.map(|(field, rewrite)| (field, rewrite.now())).into() };
        let read = place.with_untracked(|place| draft.read(place));
        let signed = Signature::read(&by_whom.get_untracked());
        match (read, signed) {
            (Ok(values), Ok(_)) if values.is_empty() => {
                faults.set(Vec::new());
                is_open.set(false);
                dom::focus(HEADING);
            }
            (Ok(values), Ok(by)) => {
                faults.set(Vec::new());
                let imported = known.imported.get_value();
                let today = clock::today();
                known.act(
                    |life| change::correct(life, &imported, &values, today, by.as_ref()),
                    "Correction enregistrée",
                    move || {
                        let _ = (is_open.try_set(false), by_whom.try_set(String::new()));
                        for (field, rewrite) in typed {
                            rewrite.settle(draft.texts.get(&field).map_or("", String::as_str));
                        }
                        dom::focus(HEADING);
                    },
                );
            }
            (read, signed) => {
                let of_fields = read.err().unwrap_or_default().into_iter().map(|wrong| FieldFault {
                    field: field_id(wrong.field),
                    sentence: format!("{}\u{a0}: {}", text::field(wrong.field), text::fault(&wrong.fault)),
                });
                faults.set(of_fields.chain(signed.err().map(|wrong| fault(SIGN, wrong))).collect());
            }
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <ErrorSummary faults />
            {typed.map(|(field, typed)| view! { <CorrectionField field typed faults /> })}
            <SignField id=SIGN typed=by_whom faults />
            <button type="submit" class="button button--start">
                "Enregistrer les corrections"
            </button>
        </form>
    }
}

/// One field.
#[component]
fn CorrectionField(
    /// The field.
    field: PlaceField,
    /// What is typed.
    typed: Rewrite,
    /// Every fault of the form.
    faults: RwSignal<Vec<FieldFault>>,
) -> impl IntoView {
    let hint = match field {
        PlaceField::Hours => HOURS_HINT,
        _ if field.is_list() => "Un par ligne.",
        _ => "",
    };
    let rows = if hint.is_empty() { 1 } else { 2 };
    let hours = (field == PlaceField::Hours).then(|| view! { <Understood typed /> });
    view! {
        <TextField id=field_id(field) label=text::field(field) hint takes=Takes::Text rows value=typed faults />
        {hours}
    }
}

/// What is understood of the hours that are typed.
#[component]
fn Understood(
    /// What is typed.
    typed: Rewrite,
) -> impl IntoView {
    let today = clock::today();
    view! {
        <p class="hint" role="status">
            {move || typed.with(|typed| understood(typed, today))}
        </p>
    }
}
