//! A note about a theme, in the professional's words.

use super::fields::Caution;
use super::held::Held;
use crate::domain::interview::change;
use crate::domain::interview::questionnaire::Block;
use crate::text::interview as text;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long typing must pause before what is typed is stored.
const PAUSE: Duration = Duration::from_millis(1200);

/// The note of a theme. Stored when typing pauses, when one leaves the field, and when one leaves the page.
#[component]
pub fn NoteField(
    /// The interview.
    held: Held,
    /// The theme.
    block: &'static Block,
) -> impl IntoView {
    let stored = Memo::new(move |_| {
        held.interview.with(|interview| interview.notes.get(&block.id).cloned().unwrap_or_default())
    });
    let typed = RwSignal::new(None::<String>);
    let sent = StoredValue::new(None::<String>);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let store = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        // Removing a field that is being typed in makes it say that it changed, once its signals are gone.
        let text = typed.try_get_untracked().flatten();
        if let Some(text) = text.filter(|text| sent.with_value(|sent| sent.as_ref() != Some(text))) {
            held.save(held.change(|key| change::note(key, &block.id, &text)));
            sent.set_value(Some(text));
        }
    };
    let input = move |event| {
        typed.set(Some(event_target_value(&event)));
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(store, PAUSE).ok());
    };
    // Leaving by the browser's Back does not blur the field.
    on_cleanup(store);
    let shown = move || typed.get().unwrap_or_else(|| stored.get());
    let id = format!("note-{}", block.id);
    let hint = format!("{id}-aide");
    view! {
        <div class="field note">
            <label for=id.clone()>"Note sur ce thème " <span class="hint">"(facultatif)"</span></label>
            <p class="hint" id=hint.clone()>
                {text::NOTE_WARNING}
            </p>
            <textarea
                class="input"
                id=id
                rows="3"
                aria-describedby=hint
                prop:value=shown
                on:input=input
                on:change=move |_| store()
            ></textarea>
            <Caution text=Signal::derive(shown) />
        </div>
    }
}
