//! Opening hours in the notation of OpenStreetMap: what they say of one day.
//!
//! Only what is understood exactly is kept. Anything else (sunrise, « on appointment » comments, fallback rules…) is
//! refused when read, so that nobody is sent to a closed door: the text itself is then shown.

use super::holidays::public_holiday;
use super::ordinary_hours;
use chrono::{Datelike, NaiveDate, Weekday};
use opening_hours_syntax::ExtendedTime;
use opening_hours_syntax::rules::day::{
    Date, DateOffset, DaySelector, HolidayKind, Month, MonthdayRange, WeekDayRange, WeekRange, YearRange,
};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

const DAY_MIN: u16 = 24 * 60;
const WHOLE_DAY: Span = Span { start_min: 0, end_min: DAY_MIN };
/// Longer texts are not opening hours; the grammar is not made for them.
const MAX_LEN: usize = 2_000;

/// Why a text gives no opening hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoursError {
    /// The text does not follow the notation.
    Unreadable,
    /// It does, with a part that this program does not evaluate.
    NotEvaluated,
}

/// Opening hours that can be evaluated on any date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    rules: Vec<Rule>,
    names_public_holidays: bool,
    names_school_holidays: bool,
}

/// From one minute of the day to another; the end passes 1,440 when the place closes after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub start_min: u16,
    pub end_min: u16,
}

/// What the hours say of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayPlan {
    Closed,
    /// In order, without overlap.
    Open(Vec<Span>),
    /// A public holiday of which the hours say nothing: the usual hours would mislead.
    UnsureHoliday,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    days: DaySelector,
    spans: Vec<Span>,
    effect: Effect,
    scope: Scope,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    Opens,
    Closes,
}

/// Whether a rule replaces what earlier rules said of the day (`;`) or completes it (`,`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Replaces,
    Completes,
}

impl Rule {
    fn opens_all_day(&self) -> bool {
        self.effect == Effect::Opens && self.spans == [WHOLE_DAY]
    }

    /// « Mo 09:00-12:00; Mo 14:00-17:00 »: to the letter the afternoon replaces the morning, which nobody writes.
    fn was_meant_to_complete(&self, earlier: &Self) -> bool {
        let overlap = |a: &Span, b: &Span| a.start_min < b.end_min && b.start_min < a.end_min;
        self.effect == Effect::Opens
            && earlier.effect == Effect::Opens
            && self.days == earlier.days
            && !self.spans.iter().any(|span| earlier.spans.iter().any(|other| overlap(span, other)))
    }
}

impl Hours {
    /// Reads opening hours; harmless variants found in files (long dashes, a last semicolon) are accepted.
    pub fn parse(text: &str) -> Result<Self, HoursError> {
        let text = text.trim().trim_end_matches([';', ' ']).replace(['–', '—'], "-");
        if text.is_empty() || text.len() > MAX_LEN {
            return Err(HoursError::Unreadable);
        }
        let rules = match ordinary_hours::rules(&text) {
            Some(rules) => rules,
            None => {
                let expression = opening_hours_syntax::parse(&text).map_err(|_| HoursError::Unreadable)?;
                if joins_holidays_and_weekdays_by_a_space(&text) {
                    return Err(HoursError::NotEvaluated);
                }
                expression.rules
            }
        };
        // « Mo-Fr » alone means day and night to the letter; whoever wrote it left the hours out.
        let says_all_day = text.contains("24:00") || text.contains("24/7");
        let mut hours = Self { rules: Vec::new(), names_public_holidays: false, names_school_holidays: false };
        for sequence in rules {
            hours.names_public_holidays |= names(&sequence, HolidayKind::Public);
            if names(&sequence, HolidayKind::School) {
                if sequence.day_selector.weekday.len() > 1 {
                    return Err(HoursError::NotEvaluated);
                }
                hours.names_school_holidays = true;
                continue;
            }
            let mut rule = rule(sequence)?;
            if rule.opens_all_day() && !says_all_day {
                return Err(HoursError::NotEvaluated);
            }
            if hours.rules.iter().any(|earlier| rule.was_meant_to_complete(earlier)) {
                rule.scope = Scope::Completes;
            }
            hours.rules.push(rule);
        }
        // Blanks alone say nothing.
        if hours.rules.iter().all(|rule| rule.spans.is_empty()) { Err(HoursError::NotEvaluated) } else { Ok(hours) }
    }

    /// Other hours hold during school holidays; what this type answers is for the rest of the year.
    pub fn differs_in_school_holidays(&self) -> bool {
        self.names_school_holidays
    }

    /// Opening in the small hours and closing the same day: nearly always a slip of the keyboard (01:00 for 10:00).
    pub fn is_unlikely(&self) -> bool {
        const SMALL_HOURS_MIN: std::ops::Range<u16> = 1..5 * 60;
        let mut openings = self.rules.iter().filter(|rule| rule.effect == Effect::Opens).flat_map(|rule| &rule.spans);
        openings.any(|span| SMALL_HOURS_MIN.contains(&span.start_min))
    }

    /// What the hours say of a date.
    pub fn on(&self, date: NaiveDate) -> DayPlan {
        let mut open: Vec<Span> = Vec::new();
        let mut is_said_of_every_day = false;
        for rule in self.rules.iter().filter(|rule| selects(&rule.days, date)) {
            match (rule.effect, rule.scope) {
                (Effect::Opens, Scope::Replaces) => open = rule.spans.clone(),
                (Effect::Opens, Scope::Completes) => open.extend(&rule.spans),
                (Effect::Closes, _) => open = without(&open, &rule.spans),
            }
            is_said_of_every_day = rule.days.is_empty() && rule.opens_all_day();
        }
        let open = joined(open);
        if open.is_empty() {
            DayPlan::Closed
        } else if public_holiday(date).is_some() && !self.names_public_holidays && !is_said_of_every_day {
            DayPlan::UnsureHoliday
        } else {
            DayPlan::Open(open)
        }
    }
}

/// « PH Mo-Fr » means holidays that fall on these days, but is parsed like « PH,Mo-Fr », which means both.
fn joins_holidays_and_weekdays_by_a_space(text: &str) -> bool {
    const WEEKDAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
    let words: Vec<String> = text.split(' ').filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let ends_in = |word: &str, ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let starts_with = |word: &str, starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    words.windows(2).any(|pair| match pair {
        [left, right] => {
            (ends_in(left, &["ph", "sh"]) && starts_with(right, &WEEKDAYS))
                || (ends_in(left, &WEEKDAYS) && starts_with(right, &["ph", "sh"]))
        }
        _ => false,
    })
}

fn names(sequence: &RuleSequence, wanted: HolidayKind) -> bool {
    let is_wanted = |range: &WeekDayRange| matches!(range, WeekDayRange::Holiday { kind, .. } if *kind == wanted);
    sequence.day_selector.weekday.iter().any(is_wanted)
}

fn rule(sequence: RuleSequence) -> Result<Rule, HoursError> {
    let effect = match sequence.kind {
        RuleKind::Open if sequence.comment.is_empty() => Effect::Opens,
        RuleKind::Closed => Effect::Closes,
        RuleKind::Open | RuleKind::Unknown => return Err(HoursError::NotEvaluated),
    };
    let scope = match sequence.operator {
        RuleOperator::Normal => Scope::Replaces,
        RuleOperator::Additional => Scope::Completes,
        RuleOperator::Fallback => return Err(HoursError::NotEvaluated),
    };
    if !is_evaluated(&sequence.day_selector) {
        return Err(HoursError::NotEvaluated);
    }
    let filled = sequence.time_selector.spans.iter().filter(|one| effect == Effect::Closes || !is_blank(one));
    let spans: Option<Vec<Span>> = filled.map(span).collect();
    let spans = joined(spans.ok_or(HoursError::NotEvaluated)?);
    Ok(Rule { days: sequence.day_selector, spans, effect, scope })
}

/// « 00:00-00:00 » is what forms write where nothing was filled in: beside an afternoon, or on a day that others give as
/// closed. It is no information, and no whole day.
fn is_blank(span: &TimeSpan) -> bool {
    let is_midnight = |time: Time| matches!(time, Time::Fixed(time) if time.mins_from_midnight() == 0);
    !span.open_end && span.repeats.is_none() && is_midnight(span.range.start) && is_midnight(span.range.end)
}

/// A fixed span; one that ends where it starts may mean a whole day or none, and is refused.
fn span(span: &TimeSpan) -> Option<Span> {
    let minutes = |time: Time| match time {
        Time::Fixed(time) => Some(ExtendedTime::mins_from_midnight(time)),
        Time::Variable(_) => None,
    };
    let (start_min, end_min) = (minutes(span.range.start)?, minutes(span.range.end)?);
    if span.open_end || span.repeats.is_some() || start_min == end_min {
        return None;
    }
    let end_min = if end_min < start_min { end_min + DAY_MIN } else { end_min };
    Some(Span { start_min, end_min })
}

fn is_evaluated(days: &DaySelector) -> bool {
    let weekdays = days.weekday.iter().all(|range| match range {
        WeekDayRange::Fixed { offset, .. } | WeekDayRange::Holiday { offset, .. } => *offset == 0,
    });
    let dates = days.monthday.iter().all(|range| match range {
        MonthdayRange::Month { .. } => true,
        MonthdayRange::Date { start, end } => {
            let is_plain = |(date, offset): &(Date, DateOffset)| {
                matches!(date, Date::Fixed { .. }) && *offset == DateOffset::default()
            };
            is_plain(start) && is_plain(end) && start.0.year().is_some() == end.0.year().is_some()
        }
    });
    weekdays && dates
}

fn selects(days: &DaySelector, date: NaiveDate) -> bool {
    (days.year.is_empty() || days.year.iter().any(|range| in_years(range, date)))
        && (days.monthday.is_empty() || days.monthday.iter().any(|range| in_dates(range, date)))
        && (days.week.is_empty() || days.week.iter().any(|range| in_weeks(range, date)))
        && (days.weekday.is_empty() || days.weekday.iter().any(|range| in_weekdays(range, date)))
}

fn in_years(range: &YearRange, date: NaiveDate) -> bool {
    let (years, step) = range.into_parts();
    let after = date.year() - years.start().0;
    after >= 0 && date.year() <= years.end().0 && after % i32::from(step.max(1)) == 0
}

fn in_weeks(range: &WeekRange, date: NaiveDate) -> bool {
    let (weeks, step) = range.into_parts();
    let week = date.iso_week().week();
    let (first, last) = (u32::from(weeks.start().0), u32::from(weeks.end().0));
    (first..=last).contains(&week) && (week - first).is_multiple_of(u32::from(step.max(1)))
}

fn in_dates(range: &MonthdayRange, date: NaiveDate) -> bool {
    match range {
        MonthdayRange::Month { range, year } => {
            year.is_none_or(|year| year.0 == date.year())
                && is_within(Month::from_date(date), *range.start(), *range.end())
        }
        MonthdayRange::Date { start: (start, _), end: (end, _) } => match (start, end) {
            (
                Date::Fixed { year: from_year, month: from_month, day: from_day },
                Date::Fixed { year: to_year, month: to_month, day: to_day },
            ) => {
                let (month, day) = (Month::from_date(date), date.day());
                let from = (*from_month, u32::from(*from_day));
                let to = (*to_month, u32::from(*to_day));
                match (from_year, to_year) {
                    (Some(from_year), Some(to_year)) => {
                        let this = (date.year(), month, day);
                        (from_year.0, from.0, from.1) <= this && this <= (to_year.0, to.0, to.1)
                    }
                    _ => is_within((month, day), from, to),
                }
            }
            _ => false,
        },
    }
}

fn in_weekdays(range: &WeekDayRange, date: NaiveDate) -> bool {
    match range {
        WeekDayRange::Holiday { kind, .. } => *kind == HolidayKind::Public && public_holiday(date).is_some(),
        WeekDayRange::Fixed { range, nth_from_start, nth_from_end, .. } => {
            let number = Weekday::num_days_from_monday;
            if !is_within(number(&date.weekday()), number(range.start()), number(range.end())) {
                return false;
            }
            let before = usize::from(date.day0() as u8 / 7);
            let after = usize::from((u32::from(date.num_days_in_month()) - date.day()) as u8 / 7);
            let is_kept = |kept: &[bool; 5], index: usize| kept.get(index).copied().unwrap_or(false);
            is_kept(nth_from_start, before) || is_kept(nth_from_end, after)
        }
    }
}

/// Within a range that may pass the end of the week or of the year (`Sa-Mo`, `Nov-Feb`).
fn is_within<T: PartialOrd>(value: T, from: T, to: T) -> bool {
    if from <= to { from <= value && value <= to } else { value >= from || value <= to }
}

/// In order, with overlapping and touching spans made one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start_min <= last.end_min => last.end_min = last.end_min.max(span.end_min),
            _ => joined.push(span),
        }
    }
    joined
}

/// What remains of `spans` outside `removed`. A removal of the whole day also removes what runs past midnight.
fn without(spans: &[Span], removed: &[Span]) -> Vec<Span> {
    let mut remaining = spans.to_vec();
    for cut in removed {
        if cut.start_min == 0 && cut.end_min >= DAY_MIN {
            return Vec::new();
        }
        remaining = remaining
            .into_iter()
            .flat_map(|span| {
                let before = Span { start_min: span.start_min, end_min: span.end_min.min(cut.start_min) };
                let after = Span { start_min: span.start_min.max(cut.end_min), end_min: span.end_min };
                [before, after]
            })
            .filter(|span| span.start_min < span.end_min)
            .collect();
    }
    remaining
}
