//! The hours of a day of training: two half-days, their breaks apart.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

/// One of the two halves of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    Morning,
    Afternoon,
}

impl Half {
    pub const ALL: [Self; 2] = [Self::Morning, Self::Afternoon];

    /// As stored, and as addresses name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }
}

/// The hours of half a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HalfDay {
    #[serde(with = "clock")]
    pub from: NaiveTime,
    #[serde(with = "clock")]
    pub to: NaiveTime,
    /// Minutes of it that are no training.
    #[serde(default)]
    pub pause: u32,
}

impl HalfDay {
    /// The minutes of training, the break left out.
    pub fn minutes(self) -> u32 {
        let whole = (self.to - self.from).num_minutes();
        u32::try_from(whole).unwrap_or_default().saturating_sub(self.pause)
    }

    fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// The hours of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hours {
    pub morning: Option<HalfDay>,
    pub afternoon: Option<HalfDay>,
}

impl Hours {
    pub fn half(self, half: Half) -> Option<HalfDay> {
        match half {
            Half::Morning => self.morning,
            Half::Afternoon => self.afternoon,
        }
    }

    /// The halves that have hours.
    pub fn halves(self) -> impl Iterator<Item = (Half, HalfDay)> {
        Half::ALL.into_iter().filter_map(move |half| Some((half, self.half(half)?)))
    }

    /// The minutes of training of the day.
    pub fn minutes(self) -> u32 {
        self.halves().map(|(_, half)| half.minutes()).sum()
    }

    /// When the day begins and ends; none without hours.
    pub fn span(self) -> Option<(NaiveTime, NaiveTime)> {
        let from = self.halves().map(|(_, half)| half.from).min()?;
        let to = self.halves().map(|(_, half)| half.to).max()?;
        Some((from, to))
    }

    /// Whether two days, held on the same date, are held at the same time. A day without hours may be at any.
    pub fn overlaps(self, other: Self) -> bool {
        let unknown = self.halves().next().is_none() || other.halves().next().is_none();
        unknown || self.halves().any(|(_, one)| other.halves().any(|(_, theirs)| one.overlaps(theirs)))
    }

    /// What keeps the day from being right.
    pub fn faults(self, least_minutes: u32) -> Vec<HoursFault> {
        let crossed = match (self.morning, self.afternoon) {
            (Some(morning), Some(afternoon)) => morning.overlaps(afternoon) || afternoon.from < morning.from,
            _ => false,
        };
        let minutes = self.minutes();
        let crossed = crossed.then_some(HoursFault::HalvesCross);
        let short = (minutes < least_minutes).then_some(HoursFault::TooShort { minutes, least: least_minutes });
        crossed.into_iter().chain(short).collect()
    }
}

/// What is wrong with the hours of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HoursFault {
    /// The afternoon begins before the morning ends.
    HalvesCross,
    TooShort {
        minutes: u32,
        least: u32,
    },
}

/// Times as they are stored: « 09:00 ».
/// A time as it is stored: « 09:30 ».
pub(in crate::domain) mod clock {
    use chrono::NaiveTime;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(time: &NaiveTime, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&time.format("%H:%M"))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        NaiveTime::parse_from_str(&text, "%H:%M").map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half(from: &str, to: &str, pause: u32) -> Option<HalfDay> {
        serde_json::from_value(serde_json::json!({ "from": from, "to": to, "pause": pause })).ok()
    }

    #[test]
    fn breaks_are_no_training() {
        let day = Hours { morning: half("09:00", "12:30", 15), afternoon: half("13:30", "17:30", 15) };
        assert_eq!(day.minutes(), 7 * 60);
        assert_eq!(day.faults(420), []);
        let longer = Hours { afternoon: half("13:30", "17:30", 20), ..day };
        assert_eq!(longer.faults(420), [HoursFault::TooShort { minutes: 415, least: 420 }]);
        assert_eq!(half("09:00", "09:10", 30).unwrap().minutes(), 0, "a break longer than its half-day");
        assert_eq!(Hours::default().minutes(), 0);
    }

    #[test]
    fn halves_follow_one_another() {
        let crossed = Hours { morning: half("09:00", "13:00", 0), afternoon: half("12:30", "17:00", 0) };
        assert_eq!(crossed.faults(0), [HoursFault::HalvesCross]);
        let inverted = Hours { morning: half("14:00", "17:00", 0), afternoon: half("09:00", "12:00", 0) };
        assert_eq!(inverted.faults(0), [HoursFault::HalvesCross]);
    }

    #[test]
    fn days_at_the_same_time_are_seen() {
        let morning = Hours { morning: half("09:00", "12:00", 0), afternoon: None };
        let afternoon = Hours { morning: None, afternoon: half("12:00", "17:00", 0) };
        assert!(!morning.overlaps(afternoon) && morning.overlaps(morning));
        assert!(morning.overlaps(Hours::default()), "hours that are not known may be any");
    }
}
