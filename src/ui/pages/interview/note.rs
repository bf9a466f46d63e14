//! A note about a theme, in the professional's words.

use super::fields::Caution;
use super::held::Held;
use crate::domain::interview::change;
use crate::domain::interview::questionnaire::Block;
use crate::records::MAX_TEXT_CHARS;
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
    let is_sent = StoredValue::new(true);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let store = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        // Removing a field that is being typed in makes it say that it changed, once its signals are gone.
        let text = typed.try_get_untracked().flatten();
        if let Some(text) = text.filter(|_| !is_sent.get_value()) {
            is_sent.set_value(true);
            held.save_ahead(held.change(|key| change::note(key, &block.id, &text)));
        }
    };
    let input = move |event| {
        is_sent.set_value(false);
        typed.set(Some(event_target_value(&event)));
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
        waiting.set_value(set_timeout_with_handle(store, PAUSE).ok());
    };
    // Leaving by the browser's Back does not blur the field.
    on_cleanup(store);
    let shown = move || {
        let (typed, stored) = (typed.get(), stored.get());
        let Some(typed) = typed else { return stored };
        // Else another tab wrote since: its text is shown, not written over unseen.
        if typed.trim() == stored || !is_sent.get_value() { typed } else { stored }
    };
    let is_full = Memo::new(move |_| shown().encode_utf16().count() >= MAX_TEXT_CHARS);
    let full = move || is_full.get().then(|| text::note_is_full(MAX_TEXT_CHARS));
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
                maxlength=MAX_TEXT_CHARS.to_string()
                aria-describedby=hint
                prop:value=shown
                on:input=input
                on:change=move |_| store()
            ></textarea>
            <p class="hint" role="status">
                {full}
            </p>
            <Caution text=Signal::derive(shown) />
        </div>
    }
}
