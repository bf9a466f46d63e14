//! A tablet that goes from hand to hand: how long a participant's page waits for them, and how it is warned of.

use serde::{Deserialize, Serialize};

/// How long a participant's page stays without any input on a shared device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u8", into = "u8")]
pub enum Inactivity {
    /// The device is somebody's own.
    #[default]
    Off,
    Three,
    Five,
    Ten,
}

impl Inactivity {
    pub const ALL: [Self; 4] = [Self::Off, Self::Three, Self::Five, Self::Ten];

    /// None when the page waits for ever.
    pub fn minutes(self) -> Option<u8> {
        match self {
            Self::Off => None,
            Self::Three => Some(3),
            Self::Five => Some(5),
            Self::Ten => Some(10),
        }
    }

    /// Whether the device is shared.
    pub fn is_on(self) -> bool {
        self != Self::Off
    }

    /// In milliseconds, before the warning.
    pub fn wait_ms(self) -> Option<i64> {
        self.minutes().map(|minutes| i64::from(minutes) * 60_000)
    }

    /// What a device that is said to be shared, or not any more, keeps: a time that was chosen stays.
    pub fn shared(self, is_shared: bool) -> Self {
        match (is_shared, self) {
            (false, _) => Self::Off,
            (true, Self::Off) => Self::Five,
            (true, chosen) => chosen,
        }
    }
}

/// What another version wrote is the nearest time that does not leave answers longer on the screen.
impl From<u8> for Inactivity {
    fn from(minutes: u8) -> Self {
        match minutes {
            0 => Self::Off,
            1..=4 => Self::Three,
            5..=9 => Self::Five,
            10.. => Self::Ten,
        }
    }
}

impl From<Inactivity> for u8 {
    fn from(inactivity: Inactivity) -> u8 {
        inactivity.minutes().unwrap_or(0)
    }
}

/// How long one has to say that one is there, in milliseconds: three times what the accessibility rules ask for at least.
pub const WARNING_MS: i64 = 60_000;

/// The seconds that are left, rounded up; none once the time is over.
pub fn seconds_left(deadline_ms: i64, at_ms: i64) -> Option<u8> {
    let left_ms = deadline_ms.saturating_sub(at_ms).clamp(0, WARNING_MS);
    u8::try_from((left_ms + 999) / 1000).ok().filter(|seconds| *seconds > 0)
}

/// Whether these seconds are said aloud: a voice that counts every one could not be heard over.
pub fn is_said(seconds: u8) -> bool {
    [30, 10].contains(&seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_comes_back_as_it_was_kept() {
        for one in Inactivity::ALL {
            let kept = serde_json::to_string(&one).unwrap();
            assert_eq!(serde_json::from_str::<Inactivity>(&kept).unwrap(), one);
        }
        for minutes in 0..=u8::MAX {
            let read = Inactivity::from(minutes);
            assert!(read.minutes().is_none_or(|kept| kept <= minutes.max(3)), "{minutes}");
            assert_eq!(read.is_on(), minutes > 0);
        }
    }

    #[test]
    fn a_time_that_was_chosen_stays_while_the_device_is_shared() {
        assert_eq!(Inactivity::Off.shared(true), Inactivity::Five);
        assert_eq!(Inactivity::Ten.shared(true), Inactivity::Ten);
        assert_eq!(Inactivity::Ten.shared(false), Inactivity::Off);
        assert_eq!((Inactivity::Off.wait_ms(), Inactivity::Three.wait_ms()), (None, Some(180_000)));
    }

    #[test]
    fn seconds_are_counted_down_to_the_end() {
        for (at_ms, left) in
            [(0, Some(60)), (1, Some(60)), (1000, Some(59)), (59_001, Some(1)), (60_000, None), (3_600_000, None)]
        {
            assert_eq!(seconds_left(WARNING_MS, at_ms), left, "{at_ms}");
        }
        // The clock of the machine was set back.
        assert_eq!(seconds_left(WARNING_MS, -3_600_000), Some(60));
        assert_eq!((1..=60).filter(|seconds| is_said(*seconds)).count(), 2);
    }
}
