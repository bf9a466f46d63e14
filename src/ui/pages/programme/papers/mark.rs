//! Somebody's presence on half a day: one key chooses it, minutes are typed beside when they were there in part.

use super::attendance::Desk;
use crate::domain::programme::attendance::{Attendee, Noted, Presence};
use crate::domain::programme::hours::Half;
use crate::domain::programme::roll::partial;
use crate::text::programme as words;
use crate::text::programme_attendance::{self as text, Mark};
use crate::ui::components::Rewrite;
use leptos::prelude::*;

/// A row of the table.
#[component]
pub fn MarkRow(
    /// What the page notes.
    desk: Desk,
    /// Who.
    who: Attendee,
    /// Which half.
    half: Half,
    /// The minutes of training of that half.
    whole: u32,
) -> impl IntoView {
    let who = StoredValue::new(who);
    let name = Memo::new(move |_| desk.with(|programme, _| who.with_value(|who| text::name(programme, who))));
    let role = Memo::new(move |_| desk.with(|programme, _| who.with_value(|who| text::role(programme, who))));
    let noted =
        Memo::new(move |_| desk.with(|programme, session| who.with_value(|who| programme.noted(session, who, half))));
    // What was noted when « in part » was chosen: until minutes are typed, nothing else is.
    let waits_over = RwSignal::new(None::<Option<Noted>>);
    let is_waiting = Signal::derive(move || waits_over.get() == Some(noted.get()));
    let mark = move || if is_waiting.get() { Mark::Partial } else { Mark::of(noted.get()) };
    let choose = move |event| {
        let Some(chosen) = Mark::from_code(&event_target_value(&event)) else { return };
        waits_over.set((chosen == Mark::Partial).then(|| noted.get_untracked()));
        let presence = match chosen {
            Mark::Partial => return,
            Mark::ToNote => None,
            Mark::Present => Some(Presence::Present),
            Mark::Absent => Some(Presence::Absent),
        };
        who.with_value(|who| desk.note(who, half, presence, || {}));
    };
    let option = move |one: Mark| {
        view! {
            <option value=one.code() selected=untrack(mark) == one>
                {one.words()}
            </option>
        }
    };
    let half_words = words::half(half).to_lowercase();
    let label = move || format!("Présence, {}, {half_words}", name.get());
    let minutes = move || noted.get().map(|noted| words::minutes(noted.presence.minutes(whole))).unwrap_or_default();
    let from = move || noted.get().map(|noted| text::source_short(noted.from));
    view! {
        <tr>
            <th scope="row">
                {name} <br />
                <span class="hint">{role}</span>
            </th>
            <td>
                <select class="input" aria-label=label prop:value=move || mark().code() on:change=choose>
                    {Mark::ALL.map(option).collect_view()}
                </select>
                <Show when=move || mark() == Mark::Partial>
                    <Minutes desk who half whole is_waiting />
                </Show>
                <span class="hint">{from}</span>
            </td>
            <td class="number">{minutes}</td>
        </tr>
    }
}

/// How late somebody came, and how early they left.
#[component]
fn Minutes(
    /// What the page notes.
    desk: Desk,
    /// Who.
    who: StoredValue<Attendee>,
    /// Which half.
    half: Half,
    /// The minutes of training of that half.
    whole: u32,
    /// Whether minutes are waited for.
    is_waiting: Signal<bool>,
) -> impl IntoView {
    let stored = move |read: fn(u32, u32) -> u32| {
        let presence = desk.with(|programme, session| {
            who.with_value(|who| programme.noted(session, who, half)).map(|noted| noted.presence)
        });
        match presence {
            Some(Presence::Partial { late, early }) if read(late, early) > 0 => read(late, early).to_string(),
            _ => String::new(),
        }
    };
    let late = Rewrite::of(move || stored(|late, _| late));
    let early = Rewrite::of(move || stored(|_, early| early));
    let trouble = RwSignal::new(None::<String>);
    let note = move |_| {
        let (typed_late, typed_early) = (late.now(), early.now());
        let read = text::minutes_typed(&typed_late, whole).and_then(|late| {
            let early = text::minutes_typed(&typed_early, whole - late)?;
            Ok((late, early))
        });
        match read {
            Err(sentence) => trouble.set(Some(sentence)),
            // Nothing to say yet.
            Ok((0, 0)) if is_waiting.get_untracked() => trouble.set(None),
            Ok((late_minutes, early_minutes)) => {
                trouble.set(None);
                let settle = move || {
                    late.settle(&typed_late);
                    early.settle(&typed_early);
                };
                who.with_value(|who| desk.note(who, half, Some(partial(late_minutes, early_minutes)), settle));
            }
        }
    };
    let name = move || desk.with(|programme, _| who.with_value(|who| text::name(programme, who)));
    let half_words = words::half(half).to_lowercase();
    let fault = StoredValue::new(format!("minutes-{}-{}", half.code(), who.with_value(|who| identity(who).to_owned())));
    let input = move |words: &'static str, typed: Rewrite| {
        let half_words = half_words.clone();
        let shown = move || typed.with(str::to_owned);
        view! {
            <label class="minutes__input">
                <span aria-hidden="true">{words}</span>
                <input
                    class="input input--short"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label=move || format!("{words} en minutes, {}, {half_words}", name())
                    aria-invalid=move || trouble.with(Option::is_some).then_some("true")
                    aria-describedby=move || trouble.with(Option::is_some).then(|| fault.get_value())
                    prop:value=shown
                    on:input=move |event| typed.write(event_target_value(&event))
                    on:change=note
                />
                <span aria-hidden="true">"min"</span>
            </label>
        }
    };
    view! {
        <div class="minutes">
            {input.clone()("Retard", late)} {input("Départ avant la fin", early)}
            <p class="field__error" role="alert" id=fault.get_value()>
                {trouble}
            </p>
        </div>
    }
}

fn identity(who: &Attendee) -> &str {
    match who {
        Attendee::Professional(id) => id.as_str(),
        Attendee::Trainer(id) => id.as_str(),
    }
}
