//! One thing to do, on the person's sheet: what, whom to call, where, when, what to bring, whom to ask for.

use super::paper::BlankLine;
use super::referral::address;
use crate::domain::interview::sheet::{PersonStep, SheetHours, SheetPlace};
use crate::text::directory::CLOSED_FOR_GOOD;
use crate::text::directory::{CALL_FIRST, ITINERANT_NOTE, SCHOOL_HOLIDAYS_NOTE};
use crate::text::nearby::Phone;
use crate::text::sheet::{ASK_FOR_ANOTHER, CLOSURES_NOTE, closes_some_days, week};
use crate::ui::components::{Icon, Pictogram, SheetPictogram};
use leptos::prelude::*;

/// One action. Built at once from what is lent, so that the sheet is a value.
#[component]
pub fn StepView<'a>(
    /// Its place in the list, from 1.
    number: usize,
    /// The action.
    step: &'a PersonStep<'a>,
) -> impl IntoView + use<> {
    let place = step.place.as_ref();
    let bring = step.orientation.bring.clone();
    let ask_for = step.ask_for.to_owned();
    let when = step.when.to_owned();
    view! {
        <li class="step">
            <SheetPictogram drawing=step.orientation.pictogram />
            <div class="step__body">
                <h3 class="step__action">
                    <span class="step__number">{number}</span>
                    {step.orientation.action.clone()}
                </h3>
                {place.map(phones)}
                {place.map(whereabouts)}
                {step.lacks_place().then(|| view! { <BlankLine label="Où" /> })}
                {step.place.is_none().then(|| view! { <BlankLine label="Téléphone" /> })}
                {(!when.is_empty()).then(|| line(Icon::Calendar, "Rendez-vous", view! { <strong>{when}</strong> }))}
                {place.map(opening)}
                {(!bring.is_empty()).then(|| line(Icon::Bag, "À apporter", items(bring)))}
                {(!ask_for.is_empty()).then(|| line(Icon::Person, "Sur place", ask_for))}
            </div>
        </li>
    }
}

fn line(icon: Icon, label: &'static str, said: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="step__line">
            <Pictogram icon />
            <div>
                <span class="step__label">{label}</span>
                <div>{said}</div>
            </div>
        </div>
    }
    .into_any()
}

fn items(items: Vec<String>) -> impl IntoView {
    let items = items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view();
    view! { <ul>{items}</ul> }
}

fn phones(place: &SheetPlace<'_>) -> AnyView {
    let numbers = place
        .phones
        .iter()
        .map(|phone| {
            let phone = Phone::new(phone);
            match phone.link {
                Some(link) => view! { <a class="step__phone" href=link>{phone.text}</a> }.into_any(),
                None => view! { <span class="step__phone">{phone.text}</span> }.into_any(),
            }
        })
        .collect_view();
    let first = place.asks_for_a_call.then(|| view! { <span class="step__call">{CALL_FIRST}</span> });
    if place.phones.is_empty() {
        return view! { <BlankLine label="Téléphone" /> }.into_any();
    }
    line(Icon::Phone, "Téléphone", view! { {numbers} {first} })
}

fn whereabouts(place: &SheetPlace<'_>) -> AnyView {
    let itinerant = place.is_itinerant.then(|| view! { <p>{ITINERANT_NOTE}</p> });
    line(
        Icon::Pin,
        "Où",
        view! {
            <strong>{place.name.to_owned()}</strong>
            <p>{address(place)}</p>
            {itinerant}
        },
    )
}

fn opening(place: &SheetPlace<'_>) -> AnyView {
    let holidays = place.differs_in_school_holidays.then(|| view! { <p>{SCHOOL_HOLIDAYS_NOTE}"."</p> });
    match &place.hours {
        SheetHours::Week(usual) => {
            let lines = week(&usual.days)
                .into_iter()
                .map(|(days, hours)| view! { <p>{days} "\u{a0}: " {hours}</p> })
                .collect_view();
            let closed = closes_some_days(&usual.days).then(|| view! { <p>"Fermé les autres jours."</p> });
            let closures = usual.closes_at_times.then(|| view! { <p>{CLOSURES_NOTE}</p> });
            line(Icon::Clock, "Ouvert", view! { {lines} {closed} {closures} {holidays} })
        }
        SheetHours::Text(text) => line(Icon::Clock, "Horaires", (*text).to_owned()),
        SheetHours::Unknown => line(Icon::Clock, "Horaires", view! { <p>"Demandez-les au téléphone."</p> {holidays} }),
        SheetHours::ClosedForGood => line(Icon::Clock, CLOSED_FOR_GOOD, view! { <p>{ASK_FOR_ANOTHER}</p> }),
    }
}
