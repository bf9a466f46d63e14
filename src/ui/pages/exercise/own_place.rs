//! What stands before a place on a shared tablet: the addresses of those who came before are still in its history.

use super::join::JoinPage;
use super::known::Known;
use super::seat::SeatPage;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::ui::open_place::OpenPlace;
use leptos::prelude::*;

/// The place, to whoever typed its ticket; to somebody else, where one types it.
#[component]
pub fn OwnPlace(
    /// What is delivered.
    known: Known,
    /// The exercise.
    code: ExerciseCode,
    /// The number that was drawn.
    seat: Seat,
) -> impl IntoView {
    let place = OpenPlace::expect();
    let is_admitted = Memo::new(move |_| place.admits(code, seat));
    move || match is_admitted.get() {
        true => view! { <SeatPage known code seat /> }.into_any(),
        false => view! { <JoinPage exercise=code /> }.into_any(),
    }
}
