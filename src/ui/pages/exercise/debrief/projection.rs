//! What the trainer reveals on the wall, and the window that follows.

use super::frozen::Frozen;
use crate::browser::wall::WallChannel;
use crate::domain::exercise::wall::{Says, Wall};
use crate::text::exercise_debrief::Told;
use leptos::prelude::*;
use std::sync::Arc;

/// The wall, as the trainer's page directs it.
#[derive(Clone, Copy)]
pub struct Projection {
    /// What is revealed.
    pub wall: RwSignal<Wall>,
    /// The window of the wall has other answers than those shown here: it shows nothing.
    pub is_waiting: RwSignal<bool>,
    frozen: Frozen,
    channel: StoredValue<WallChannel, LocalStorage>,
}

impl Projection {
    /// Nothing is revealed at first; a window that is open already is told so.
    pub fn open(frozen: Frozen) -> Self {
        let (wall, is_waiting) = (RwSignal::new(Wall::default()), RwSignal::new(false));
        let (code, case) = (frozen.on.code, frozen.on.id());
        let channel = WallChannel::open(code, case, Some(Says::Hides), move |says| match says {
            Says::Opened => {
                let of = frozen.shown.try_with_untracked(|shown| shown.mark)?;
                is_waiting.try_set(false);
                Some(Says::Shows { wall: wall.try_get_untracked()?, of })
            }
            Says::Waits | Says::Follows => {
                is_waiting.try_set(says == Says::Waits);
                None
            }
            Says::Hides | Says::Shows { .. } => None,
        });
        let projection = Self { wall, is_waiting, frozen, channel: StoredValue::new_local(channel) };
        projection.tell();
        projection
    }

    /// Reveals or hides, here and on the wall.
    pub fn set(self, wall: Wall) {
        self.wall.set(wall);
        self.tell();
    }

    /// Shows what came since; the wall hides, since what it showed may have another place.
    pub fn renew(self) {
        self.frozen.renew();
        self.is_waiting.set(false);
        self.set(Wall::default());
    }

    fn tell(self) {
        let of = self.frozen.shown.with_untracked(|shown| shown.mark);
        let wall = self.wall.get_untracked();
        self.channel.with_value(|channel| channel.tell(Says::Shows { wall, of }));
    }
}

/// A debrief that is told, and the wall that follows it.
#[derive(Clone)]
pub struct Open {
    pub told: Arc<Told>,
    pub projection: Projection,
}
