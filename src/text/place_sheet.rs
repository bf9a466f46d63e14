//! What a place's sheet adds to its description: a text to carry along, and how much the directory tells.

use super::directory as words;
use super::format;
use super::places::address;
use super::sheet::week;
use crate::domain::directory::completeness::Essential;
use crate::domain::directory::hours::Hours;
use crate::domain::directory::local::model::Closure;
use crate::domain::directory::opening::WeekDay;
use crate::domain::directory::place::Place;
use crate::domain::directory::usual_week::Weeks;
use chrono::NaiveDate;

/// The contact as plain text, for a telephone or a message: what one needs to go or to call, and nothing else.
pub fn contact(place: &Place) -> String {
    let phones = place.phones().map(|phone| format!("Tél. {}", format::phone(phone)));
    let links = place.websites.iter().take(1);
    let lines = std::iter::once(place.name.clone())
        .chain(address(place))
        .chain(phones)
        .chain(place.emails.iter().cloned())
        .chain(links.cloned());
    lines.collect::<Vec<_>>().join("\n")
}

/// The contact and the hours of the week of `today`, to paste into a message; or that the place is closed.
pub fn copied(place: &Place, closed: Option<&Closure>, today: NaiveDate) -> String {
    let contact = contact(place);
    match closed {
        Some(closure) => {
            format!("{contact}\n\n{} depuis le {}", words::CLOSED_FOR_GOOD, format::date(closure.since))
        }
        None => [contact].into_iter().chain(hours(place, today)).collect::<Vec<_>>().join("\n\n"),
    }
}

fn hours(place: &Place, today: NaiveDate) -> Option<String> {
    let Ok(hours) = Hours::parse(&place.hours) else {
        let written = place.hours.trim();
        return (!written.is_empty()).then(|| format!("Horaires\u{a0}: {written}"));
    };
    let row =
        |(day, hours): (&str, String)| format!("{}\u{a0}: {}", format::capitalised(day), format::uncapitalised(&hours));
    let rows = hours.week_of(today).iter().map(words::week_row).map(row).collect::<Vec<_>>();
    let note = hours.differs_in_school_holidays().then(|| words::SCHOOL_HOLIDAYS_NOTE.to_owned());
    let lines = ["Horaires cette semaine".to_owned()].into_iter().chain(rows).chain(note);
    Some(lines.collect::<Vec<_>>().join("\n"))
}

/// How to write opening hours, under the field where they are typed.
pub const HOURS_HINT: &str = "Jours\u{a0}: Mo (lundi), Tu, We, Th, Fr, Sa, Su (dimanche). Exemple\u{a0}: Mo-Fr 09:00-12:00,14:00-17:00; PH off (fermé les jours fériés).";

/// What is understood of hours as they are typed: « Compris ainsi : lundi et mardi de 9 h à 12 h ».
pub fn understood(typed: &str, today: NaiveDate) -> String {
    match Hours::parse(typed) {
        _ if typed.trim().is_empty() => "Horaires non renseignés.".to_owned(),
        Err(_) => "Cette écriture n’est pas comprise\u{a0}: elle sera montrée telle quelle.".to_owned(),
        Ok(hours) => {
            let (days, others) = match Weeks::from(&hours, today) {
                Weeks::Closed => (Vec::new(), ""),
                Weeks::Alike(week) => (week.days, if week.closes_at_times { SOME_CLOSED } else { "" }),
                Weeks::Varied(days) => (days, OTHER_WEEKS),
            };
            match (understood_week(&days), others) {
                (None, "") => "Compris ainsi\u{a0}: toujours fermé.".to_owned(),
                (None, others) => format!("Compris ainsi\u{a0}: fermé ces jours-ci.{others}"),
                (Some(week), others) => format!("Compris ainsi\u{a0}: {week}.{others}"),
            }
        }
    }
}

const SOME_CLOSED: &str = " Fermé certains jours des prochaines semaines.";
const OTHER_WEEKS: &str = " D’autres horaires sont compris pour d’autres semaines.";

fn understood_week(days: &[WeekDay]) -> Option<String> {
    let days = week(days).into_iter().map(|(days, hours)| format!("{} {hours}", format::uncapitalised(&days)));
    let days: Vec<String> = days.collect();
    (!days.is_empty()).then(|| days.join("\u{202f}; "))
}

/// « 9 renseignements utiles sur 11. Manquent : les horaires et le tarif. »
pub fn completeness(missing: &[Essential]) -> String {
    let total = Essential::ALL.len();
    let told = total - missing.len();
    if missing.is_empty() {
        return format!("Les {total} renseignements utiles y sont.");
    }
    let names: Vec<&str> = missing.iter().copied().map(essential).collect();
    let verb = if missing.len() == 1 { "Manque" } else { "Manquent" };
    let told = format::count(format::number(told), "renseignement utile", "renseignements utiles");
    format!("{told} sur {total}. {verb}\u{a0}: {}.", format::list(&names))
}

fn essential(essential: Essential) -> &'static str {
    match essential {
        Essential::Phone => "le téléphone",
        Essential::Address => "l’adresse",
        Essential::Position => "la position sur la carte",
        Essential::Hours => "les horaires",
        Essential::Services => "les services",
        Essential::AccessModes => "la façon de venir",
        Essential::SupportModes => "la forme de l’accompagnement",
        Essential::Fees => "le tarif",
        Essential::EmailOrWebsite => "un courriel ou un site",
        Essential::Summary => "une présentation",
        Essential::UpdatedOn => "la date de mise à jour",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::qr;
    use crate::domain::commune::PostalCode;
    use crate::domain::directory::completeness::missing;
    use crate::domain::directory::place::PlaceId;

    fn place() -> Place {
        let mut place = Place::named(PlaceId::new("a").unwrap(), "Le Relais fictif");
        place.address = "3 rue de l’Essai".into();
        place.postal_code = PostalCode::new("93000").ok();
        place.commune = "Bobigny".into();
        place.phone = "0199001234".into();
        place.emails = vec!["relais@example.org".into()];
        place.websites = vec!["https://example.org".into(), "https://example.com".into()];
        place.hours = "Mo 09:00-12:00".into();
        place
    }

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn the_contact_fits_in_a_code() {
        let contact = contact(&place());
        let lines = [
            "Le Relais fictif",
            "3 rue de l’Essai",
            "93000 Bobigny",
            "Tél. 01 99 00 12 34",
            "relais@example.org",
            "https://example.org",
        ];
        assert_eq!(plain(&contact).split('\n').collect::<Vec<_>>(), lines);
        assert!(qr::draw(&contact).is_some());
    }

    #[test]
    fn what_is_copied_has_the_week() {
        let copied = |place: &Place, closed| plain(&copied(place, closed, "2026-11-25".parse().unwrap()));
        let hours = |hours: &str| {
            let copied = copied(&Place { hours: hours.into(), ..place() }, None);
            copied.split_once("\n\n").map(|(_, hours)| hours.to_owned())
        };
        let week = hours("Mo 09:00-12:00; SH off").unwrap();
        assert!(week.starts_with("Horaires cette semaine\nLundi : de 9 h à 12 h\nMardi : fermé\n"), "{week}");
        assert!(week.ends_with("\nHoraires différents pendant les vacances scolaires"), "{week}");
        assert_eq!(hours(" sur rendez-vous ").as_deref(), Some("Horaires : sur rendez-vous"));
        assert_eq!(hours(""), None);
        let closure = Closure::new("2026-03-01".parse().unwrap(), "travaux", None).unwrap();
        let closed = copied(&place(), Some(&closure));
        assert!(closed.ends_with("\n\nSignalé fermé depuis le 1er mars 2026"), "{closed}");
    }

    #[test]
    fn says_what_is_understood_of_hours() {
        for (typed, expected) in [
            ("", "Horaires non renseignés."),
            ("le matin", "Cette écriture n’est pas comprise : elle sera montrée telle quelle."),
            ("Mo-Su off", "Compris ainsi : toujours fermé."),
            (
                "Mo,Tu 09:00-12:00; Fr 14:00-17:00; PH off",
                "Compris ainsi : lundi et mardi de 9 h à 12 h ; vendredi de 14 h à 17 h.",
            ),
            (
                "Mo 09:00-12:00; 2027 Jan 11 off",
                "Compris ainsi : lundi de 9 h à 12 h. Fermé certains jours des prochaines semaines.",
            ),
            (
                "Mo 09:00-12:00; Feb 01-28 Mo 14:00-17:00",
                "Compris ainsi : lundi de 9 h à 12 h. D’autres horaires sont compris pour d’autres semaines.",
            ),
            (
                "Feb 01-28 Mo 14:00-17:00",
                "Compris ainsi : fermé ces jours-ci. D’autres horaires sont compris pour d’autres semaines.",
            ),
        ] {
            // The week of Christmas: Friday is a public holiday.
            assert_eq!(plain(&understood(typed, "2026-12-23".parse().unwrap())), expected, "{typed}");
        }
    }

    #[test]
    fn tells_what_is_missing() {
        let told = plain(&completeness(&missing(&place())));
        assert!(
            told.starts_with("4 renseignements utiles sur 11. Manquent : la position sur la carte, les services, "),
            "{told}"
        );
        assert!(told.ends_with("une présentation et la date de mise à jour."), "{told}");
        assert_eq!(plain(&completeness(&[Essential::Fees])), "10 renseignements utiles sur 11. Manque : le tarif.");
        assert_eq!(completeness(&[]), "Les 11 renseignements utiles y sont.");
    }
}
