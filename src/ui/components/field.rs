//! A labelled field: what to know before filling it, what is wrong with it, what is typed.

use super::errors::{FieldError, FieldFault};
use leptos::prelude::*;

/// What a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    Line,
    /// A few letters.
    Short,
    Number,
    Text,
    Date,
    Time,
}

/// What a field shows, and where what is typed goes.
#[derive(Clone, Copy)]
pub struct Typed {
    shown: Signal<String>,
    on_input: Callback<String>,
}

impl Typed {
    /// What the field holds now.
    pub fn now(self) -> String {
        self.shown.get_untracked()
    }
}

impl From<RwSignal<String>> for Typed {
    fn from(value: RwSignal<String>) -> Self {
        Self { shown: value.into(), on_input: Callback::new(move |typed| value.set(typed)) }
    }
}

/// What is typed over what is stored. Until one types, the field shows what is stored, whoever changes it meanwhile: what
/// was not touched here is not written over.
#[derive(Clone, Copy)]
pub struct Rewrite {
    stored: Signal<String>,
    typed: RwSignal<Option<String>>,
}

impl Rewrite {
    /// Nothing is typed yet over what is stored.
    pub fn of(stored: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self { stored: Signal::derive(stored), typed: RwSignal::new(None) }
    }

    /// What the field shows now.
    pub fn now(self) -> String {
        untrack(|| self.with(str::to_owned))
    }

    /// What the field shows, followed.
    pub fn with<T>(self, read: impl FnOnce(&str) -> T) -> T {
        self.typed.with(|typed| match typed {
            Some(typed) => read(typed),
            None => self.stored.with(|stored| read(stored)),
        })
    }

    /// Types a text over what is stored.
    pub fn write(self, text: impl Into<String>) {
        self.typed.set(Some(text.into()));
    }

    /// Whether somebody typed here.
    pub fn is_touched(self) -> bool {
        self.typed.with_untracked(Option::is_some)
    }

    /// Shows what is stored again, once `sent` is: what was typed meanwhile stays. One may have left the page.
    pub fn settle(self, sent: &str) {
        if self.typed.try_with_untracked(|typed| typed.as_deref() == Some(sent)) == Some(true) {
            let _ = self.typed.try_set(None);
        }
    }
}

impl From<Rewrite> for Typed {
    fn from(rewrite: Rewrite) -> Self {
        Self {
            shown: Signal::derive(move || rewrite.with(str::to_owned)),
            on_input: Callback::new(move |text: String| rewrite.write(text)),
        }
    }
}

/// A field that is typed in.
#[component]
pub fn TextField(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What to know before filling it; empty: nothing.
    #[prop(optional)]
    hint: &'static str,
    /// It may stay empty, and its label says so.
    #[prop(optional)]
    is_optional: bool,
    /// What it takes.
    takes: Takes,
    /// How many lines of a text are seen at once.
    #[prop(default = 3)]
    rows: u8,
    /// What is typed.
    #[prop(into)]
    value: Typed,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let Typed { shown, on_input } = value;
    let field = StoredValue::new(id.clone());
    let is_wrong = move || field.with_value(|id| faults.with(|faults| faults.iter().any(|fault| fault.field == *id)));
    let described = move || field.with_value(|id| described_by(id, !hint.is_empty(), is_wrong()));
    let invalid = move || is_wrong().then_some("true");
    let typed = move |event| on_input.run(event_target_value(&event));
    let input = match takes {
        Takes::Text => view! {
            <textarea
                class="input"
                class:input--low=rows < 3
                id=id.clone()
                rows=rows.to_string()
                aria-describedby=described
                aria-invalid=invalid
                prop:value=shown
                on:input=typed
            ></textarea>
        }
        .into_any(),
        Takes::Line | Takes::Short | Takes::Number | Takes::Date | Takes::Time => view! {
            <input
                class="input"
                class:input--short=takes != Takes::Line
                id=id.clone()
                type=match takes {
                    Takes::Date => "date",
                    Takes::Time => "time",
                    _ => "text",
                }
                inputmode=(takes == Takes::Number).then_some("numeric")
                autocomplete="off"
                aria-describedby=described
                aria-invalid=invalid
                prop:value=shown
                on:input=typed
            />
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {is_optional.then(|| view! { " " <span class="hint">"(facultatif)"</span> })}
            </label>
            <Hint id=id.clone() hint />
            <FieldError field=id faults />
            {input}
        </div>
    }
}

/// A choice in a list.
#[component]
pub fn ChoiceField(
    /// Its identifier.
    #[prop(into)]
    id: String,
    /// Its label.
    label: &'static str,
    /// What to know before choosing; empty: nothing.
    #[prop(optional)]
    hint: &'static str,
    /// It may stay without a choice, and its label says so.
    #[prop(optional)]
    is_optional: bool,
    /// The choices: the value of each, and its words.
    options: Vec<(String, String)>,
    /// The value chosen; empty: none.
    value: RwSignal<String>,
    /// The faults of the form.
    #[prop(into)]
    faults: Signal<Vec<FieldFault>>,
) -> impl IntoView {
    let field = StoredValue::new(id.clone());
    let is_wrong = move || field.with_value(|id| faults.with(|faults| faults.iter().any(|fault| fault.field == *id)));
    let options = options
        .into_iter()
        .map(|(code, words)| {
            let is_chosen = value.with_untracked(|value| *value == code);
            view! {
                <option value=code selected=is_chosen>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                {is_optional.then(|| view! { " " <span class="hint">"(facultatif)"</span> })}
            </label>
            <Hint id=id.clone() hint />
            <FieldError field=id.clone() faults />
            <select
                class="input"
                id=id
                aria-describedby=move || field.with_value(|id| described_by(id, !hint.is_empty(), is_wrong()))
                aria-invalid=move || is_wrong().then_some("true")
                prop:value=value
                on:change=move |event| value.set(event_target_value(&event))
            >
                <option value="">"Choisir…"</option>
                {options}
            </select>
        </div>
    }
}

/// What to know before filling a field.
#[component]
fn Hint(
    /// The field.
    id: String,
    /// Empty: nothing.
    hint: &'static str,
) -> impl IntoView {
    (!hint.is_empty()).then(|| {
        view! {
            <p class="hint" id=format!("{id}-aide")>
                {hint}
            </p>
        }
    })
}

fn described_by(id: &str, has_hint: bool, is_wrong: bool) -> Option<String> {
    let hint = has_hint.then(|| format!("{id}-aide"));
    let parts: Vec<String> = hint.into_iter().chain(is_wrong.then(|| FieldFault::described_by(id))).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
