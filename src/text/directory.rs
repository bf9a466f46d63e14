//! What is said of places: open or closed, how far, why they fit, how far to trust the description.

use super::format;
use crate::domain::directory::filter::Feature;
use crate::domain::directory::holidays::PublicHoliday;
use crate::domain::directory::hours::{DayPlan, Span};
use crate::domain::directory::nearest::{Distance, Freshness, Precision};
use crate::domain::directory::opening::{OpenState, UnknownHours, WeekDay};
use crate::domain::directory::standard::{AccessMode, Fee, Programme, Public, SpecialCare, StandardValue, SupportMode};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// What the distances mean, to be written once beside them.
pub const DISTANCE_NOTE: &str = "Distances à vol d’oiseau, depuis le centre de la commune";
/// Shown where the description is old or undated and nobody here has checked it.
pub const CALL_FIRST: &str = "Appelez avant de vous déplacer";
/// Shown beside hours that differ during school holidays.
pub const SCHOOL_HOLIDAYS_NOTE: &str = "Horaires différents pendant les vacances scolaires";
/// Shown for a place that someone here knows to be closed.
pub const CLOSED_FOR_GOOD: &str = "Signalé fermé";
/// What to do when one was about to send someone there.
pub const CHOOSE_ANOTHER: &str = "Choisissez un autre lieu";
/// Shown for a place that receives nobody.
pub const NO_PUBLIC: &str = "Ce lieu n’accueille pas de public";
/// Shown in a list where the description is old or undated and nobody here has checked it.
pub const OLD_CALL_FIRST: &str = "Fiche ancienne ou sans date\u{a0}: appelez avant";
/// Shown for a place that moves.
pub const ITINERANT_NOTE: &str = "Lieu itinérant\u{a0}: demandez où et quand il passe";

/// « Ouvert jusqu’à 17 h », « Fermé, ouvre lundi à 9 h ».
pub fn open_state(state: OpenState, now: NaiveDateTime) -> String {
    match state {
        OpenState::Open { until: None } => "Ouvert jour et nuit".into(),
        OpenState::Open { until: Some(until) } => format!("Ouvert jusqu’à {}", end(until, now.date())),
        OpenState::Closed { next: None } => "Fermé, aucune ouverture prévue dans les deux semaines".into(),
        OpenState::Closed { next: Some(next) } => format!("Fermé, ouvre {}", start(next, now.date())),
        OpenState::Unknown(UnknownHours::NotGiven) => "Horaires non renseignés".into(),
        OpenState::Unknown(UnknownHours::NotEvaluated) => "Horaires à vérifier par téléphone".into(),
        OpenState::Unknown(UnknownHours::Holiday(holiday)) => {
            format!("Jour férié ({})\u{a0}: ouverture à vérifier par téléphone", public_holiday(holiday))
        }
    }
}

/// « 17 h », « minuit », « demain 2 h », « vendredi 18 h ».
fn end(until: NaiveDateTime, today: NaiveDate) -> String {
    let time = clock(until.time());
    match (until.date() - today).num_days() {
        0 => time,
        1 if until.time() == NaiveTime::MIN => time,
        1 => format!("demain {time}"),
        _ => format!("{} {time}", near_day(until.date(), today)),
    }
}

/// « à 14 h », « demain à 9 h », « lundi à 9 h », « lundi 16 mars à 9 h ».
fn start(next: NaiveDateTime, today: NaiveDate) -> String {
    let time = clock(next.time());
    match (next.date() - today).num_days() {
        0 => format!("à {time}"),
        1 => format!("demain à {time}"),
        _ => format!("{} à {time}", near_day(next.date(), today)),
    }
}

/// A weekday alone names one day only within the coming week.
fn near_day(day: NaiveDate, today: NaiveDate) -> String {
    if (day - today).num_days() < 7 { format::weekday(day).into() } else { format::day_and_month(day) }
}

fn clock(time: NaiveTime) -> String {
    if time == NaiveTime::MIN { "minuit".into() } else { format::time(time) }
}

/// A row of the week's table: the day, and what the hours say of it.
pub fn week_row(day: &WeekDay) -> (&'static str, String) {
    let hours = match (&day.plan, day.holiday) {
        (DayPlan::UnsureHoliday, Some(holiday)) => {
            format!("Jour férié ({})\u{a0}: à vérifier", public_holiday(holiday))
        }
        (DayPlan::UnsureHoliday, None) => "À vérifier".into(),
        (DayPlan::Closed, None) => "Fermé".into(),
        (DayPlan::Closed, Some(holiday)) => format!("Fermé ({})", public_holiday(holiday)),
        (DayPlan::Open(spans), None) => ranges(spans),
        (DayPlan::Open(spans), Some(holiday)) => format!("{} ({})", ranges(spans), public_holiday(holiday)),
    };
    (format::weekday(day.date), hours)
}

/// « de 9 h à 12 h et de 13 h 30 à 17 h ».
pub fn ranges(spans: &[Span]) -> String {
    let at = |minutes: u16| {
        let minutes = u32::from(minutes) % (24 * 60);
        clock(NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0).unwrap_or_default())
    };
    if let [Span { start_min: 0, end_min: 1440 }] = spans {
        return "Jour et nuit".into();
    }
    let ranges: Vec<String> =
        spans.iter().map(|span| format!("de {} à {}", at(span.start_min), at(span.end_min))).collect();
    format::list(&ranges)
}

/// The name of a public holiday.
pub fn public_holiday(holiday: PublicHoliday) -> &'static str {
    match holiday {
        PublicHoliday::NewYear => "jour de l’An",
        PublicHoliday::EasterMonday => "lundi de Pâques",
        PublicHoliday::LabourDay => "1er\u{a0}mai",
        PublicHoliday::VictoryDay => "8\u{a0}mai",
        PublicHoliday::Ascension => "Ascension",
        PublicHoliday::WhitMonday => "lundi de Pentecôte",
        PublicHoliday::NationalDay => "14\u{a0}juillet",
        PublicHoliday::Assumption => "15\u{a0}août",
        PublicHoliday::AllSaints => "Toussaint",
        PublicHoliday::Armistice => "11\u{a0}novembre",
        PublicHoliday::Christmas => "Noël",
    }
}

/// « 650 m », « environ 3,7 km ».
pub fn distance(distance: Distance) -> String {
    let metres = format::distance(distance.metres);
    match distance.precision {
        Precision::Exact => metres,
        Precision::CommuneCentre => format!("environ {metres}"),
    }
}

/// How far the description may be relied upon.
pub fn freshness(freshness: Freshness) -> String {
    match freshness {
        Freshness::Verified => "Fiche vérifiée sur cet appareil".into(),
        Freshness::Recent { since } => format!("Fiche mise à jour le {}", format::date(since)),
        Freshness::Old { since } => format!("Fiche ancienne, mise à jour le {}", format::date(since)),
        Freshness::Undated => "Fiche sans date de mise à jour fiable".into(),
    }
}

/// What a description says of a place, in words fit for anyone's eyes.
pub fn feature(feature: Feature) -> &'static str {
    match feature {
        Feature::SpecialCare(care) => special_care(care),
        Feature::Public(public) => self::public(public),
        Feature::SupportMode(mode) => support_mode(mode),
        Feature::AccessMode(mode) => access_mode(mode),
        Feature::Fee(fee) => self::fee(fee),
        Feature::Programme(programme) => self::programme(programme),
        Feature::Label(_) | Feature::Service(_) => feature.label(),
    }
}

/// A programme by the name it bears: the standard misspells some.
pub fn programme(programme: Programme) -> &'static str {
    match programme {
        Programme::ReferenceDigitalLibraries => "Bibliothèques numériques de référence",
        Programme::PixCertification => "Certification Pix",
        Programme::FranceServices => "France services",
        Programme::RedCross => "Croix-Rouge",
        _ => programme.label(),
    }
}

/// The needs that a place knows how to welcome.
pub fn special_care(care: SpecialCare) -> &'static str {
    match care {
        SpecialCare::Deafness => "Accueil des personnes sourdes ou malentendantes",
        SpecialCare::MotorDisability => "Accueil des personnes à mobilité réduite",
        SpecialCare::MentalDisability => "Accueil des personnes en situation de handicap mental",
        SpecialCare::Literacy => "Aide à la lecture et à l’écriture",
        SpecialCare::English => "Accueil en anglais",
        SpecialCare::OtherLanguages => "Accueil dans d’autres langues que le français",
        SpecialCare::VisualImpairment => "Accueil des personnes aveugles ou malvoyantes",
    }
}

/// For whom the place is first meant.
pub fn public(public: Public) -> &'static str {
    match public {
        Public::Young => "Destiné d’abord aux jeunes",
        Public::Students => "Destiné d’abord aux étudiantes et étudiants",
        Public::Families => "Destiné d’abord aux familles et aux enfants",
        Public::Seniors => "Destiné d’abord aux seniors",
        Public::Women => "Destiné d’abord aux femmes",
    }
}

/// How to reach a place.
pub fn access_mode(mode: AccessMode) -> &'static str {
    match mode {
        AccessMode::WalkIn => "Se présenter sur place",
        AccessMode::Phone => "Téléphoner",
        AccessMode::Email => "Écrire un courriel",
        AccessMode::OnlineBooking => "Prendre rendez-vous en ligne",
        AccessMode::ClosedToPublic => "Ce lieu n’accueille pas de public",
        AccessMode::PrescriptionByEmail => "Envoyer une fiche de prescription par courriel",
    }
}

/// The form that support takes.
pub fn support_mode(mode: SupportMode) -> &'static str {
    match mode {
        SupportMode::Workshop => "Atelier collectif",
        SupportMode::Alone | SupportMode::Individual | SupportMode::Remote => mode.label(),
    }
}

/// What coming costs.
pub fn fee(fee: Fee) -> &'static str {
    fee.label()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::directory::hours::Hours;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    /// Sentences are compared with plain spaces, for legibility.
    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn says_whether_a_place_is_open() {
        // Monday 2 March 2026, ten o'clock.
        let now = at("2026-03-02 10:00");
        let open = |until: &str| OpenState::Open { until: Some(at(until)) };
        let closed = |next: &str| OpenState::Closed { next: Some(at(next)) };
        for (state, expected) in [
            (open("2026-03-02 17:00"), "Ouvert jusqu’à 17 h"),
            (open("2026-03-02 12:30"), "Ouvert jusqu’à 12 h 30"),
            (open("2026-03-03 00:00"), "Ouvert jusqu’à minuit"),
            (open("2026-03-03 02:00"), "Ouvert jusqu’à demain 2 h"),
            (open("2026-03-06 18:00"), "Ouvert jusqu’à vendredi 18 h"),
            (OpenState::Open { until: None }, "Ouvert jour et nuit"),
            (closed("2026-03-02 14:00"), "Fermé, ouvre à 14 h"),
            (closed("2026-03-03 09:00"), "Fermé, ouvre demain à 9 h"),
            (closed("2026-03-08 09:00"), "Fermé, ouvre dimanche à 9 h"),
            (closed("2026-03-09 09:00"), "Fermé, ouvre lundi 9 mars à 9 h"),
            (OpenState::Closed { next: None }, "Fermé, aucune ouverture prévue dans les deux semaines"),
            (OpenState::Unknown(UnknownHours::NotGiven), "Horaires non renseignés"),
            (OpenState::Unknown(UnknownHours::NotEvaluated), "Horaires à vérifier par téléphone"),
            (
                OpenState::Unknown(UnknownHours::Holiday(PublicHoliday::LabourDay)),
                "Jour férié (1er mai) : ouverture à vérifier par téléphone",
            ),
        ] {
            assert_eq!(plain(&open_state(state, now)), expected);
        }
    }

    #[test]
    fn writes_the_week() {
        let rows = |hours: &str, day: &str| -> Vec<String> {
            let week = Hours::parse(hours).unwrap().week_of(at(day).date());
            week.iter().map(week_row).map(|(day, hours)| plain(&format!("{day}, {hours}"))).collect()
        };
        let week =
            rows("Mo-Fr 09:00-12:00,13:30-17:00; Th 18:00-24:00; Fr 20:00-26:00; Sa 00:00-24:00", "2026-07-14 09:00");
        assert_eq!(
            week,
            [
                "lundi, de 9 h à 12 h et de 13 h 30 à 17 h",
                "mardi, Jour férié (14 juillet) : à vérifier",
                "mercredi, de 9 h à 12 h et de 13 h 30 à 17 h",
                "jeudi, de 18 h à minuit",
                "vendredi, de 20 h à 2 h",
                "samedi, Jour et nuit",
                "dimanche, Fermé",
            ]
        );
        let holiday = rows("Mo-Fr 09:00-12:00; PH 10:00-11:00", "2026-07-14 09:00");
        assert_eq!(holiday[1], "mardi, de 10 h à 11 h (14 juillet)");
    }

    #[test]
    fn says_when_a_distance_is_approximate() {
        let at = |precision| plain(&distance(Distance { metres: 3_655, precision }));
        assert_eq!([at(Precision::Exact), at(Precision::CommuneCentre)], ["3,7 km", "environ 3,7 km"]);
    }

    #[test]
    fn tells_the_age_of_a_description() {
        let since = "2020-01-01".parse().unwrap();
        assert_eq!(plain(&freshness(Freshness::Old { since })), "Fiche ancienne, mise à jour le 1er janvier 2020");
        assert_eq!(plain(&freshness(Freshness::Recent { since })), "Fiche mise à jour le 1er janvier 2020");
    }
}
