//! Structures of the programme, in French: how far each is brought to send people, and what is written to it.

use super::format::{agree, count, date, list, uncapitalised};
use super::programme as words;
use crate::domain::programme::session::{Session, Status};
use crate::domain::programme::structure::{Mobilised, Step, Structure};
use crate::domain::programme::whole::Programme;
use chrono::NaiveDate;
use std::fmt::Write as _;

/// « 3 structures ».
pub fn structures(number: usize) -> String {
    count(number as u64, "structure", "structures")
}

/// How many structures are shown, of how many.
pub fn found(found: usize, all: usize) -> String {
    match (found, all) {
        (found, all) if found == all => structures(all),
        (0, all) => format!("Aucune structure ne correspond, sur {}", structures(all)),
        (found, all) => format!("{} sur {all}", structures(found)),
    }
}

/// « Structure supprimée (1) ».
pub fn removed(number: usize) -> String {
    format!("{} ({number})", agree(number as u64, "Structure supprimée", "Structures supprimées"))
}

/// Seats offered against seats taken.
pub fn seats(offered: Option<u32>, taken: usize) -> String {
    let seats = |number: u64| count(number, "place proposée", "places proposées");
    let took = match taken {
        0 => "aucune prise".to_owned(),
        taken => format!("{taken}\u{a0}{}", agree(taken as u64, "prise", "prises")),
    };
    match offered {
        Some(offered) => format!("{}, {took}", seats(u64::from(offered))),
        None if taken == 0 => "Aucune place proposée".to_owned(),
        None => format!("Places proposées non notées, {took}"),
    }
}

/// What was done so far, the last act first: « Relancée le 1er mars 2022 (2 relances) ».
pub fn last_act(structure: &Structure) -> String {
    let reminders = structure.reminders.len();
    if let Some(on) = structure.reminders.last() {
        return format!("Relancée le {} ({})", date(*on), count(reminders as u64, "relance", "relances"));
    }
    match (structure.invited_on, structure.contacted_on) {
        (Some(on), _) => format!("Invitée le {}", date(on)),
        (None, Some(on)) => format!("Contactée le {}", date(on)),
        (None, None) => words::mobilised(Mobilised::NotYet).to_owned(),
    }
}

/// What notes that a step was done today.
pub fn step_today(step: Step) -> &'static str {
    match step {
        Step::Contact => "Contactée aujourd’hui",
        Step::Invite => "Invitée aujourd’hui",
        Step::Remind => "Relance faite aujourd’hui",
    }
}

/// Said once it is noted.
pub fn step_noted(step: Step) -> &'static str {
    match step {
        Step::Contact => "Contact noté",
        Step::Invite => "Invitation notée",
        Step::Remind => "Relance notée",
    }
}

/// « À relancer depuis le 1er mars 2022 », once that day has come.
pub fn to_remind(from: Option<NaiveDate>, today: NaiveDate) -> Option<String> {
    from.filter(|from| *from <= today).map(|from| format!("À relancer depuis le {}", date(from)))
}

/// The people whose record still names a structure.
pub fn named_by(number: usize) -> Option<String> {
    let people = count(number as u64, "personne est rattachée", "personnes sont rattachées");
    let keeps = agree(number as u64, "Sa fiche restera, sans structure", "Leurs fiches resteront, sans structure");
    (number > 0).then(|| format!("{people} à cette structure. {keeps} tant que la structure n’est pas rétablie."))
}

/// What may be sent to a structure to invite its people.
pub fn invitation(programme: &Programme, structure: &Structure, today: NaiveDate) -> String {
    let mut text = String::from("Bonjour,\n\n");
    let title = words::cycle_name(&programme.cycle);
    let commissioner = match programme.cycle.commissioner.trim() {
        "" => String::new(),
        name => format!(" (commanditaire\u{a0}: {name})"),
    };
    let _ = writeln!(text, "Nous organisons la formation «\u{202f}{title}\u{202f}»{commissioner}.");
    text.push_str(
        "Elle aide les professionnelles et professionnels de l’insertion à repérer les besoins numériques des personnes accompagnées, et à les orienter.\n",
    );
    if let Some(hours) = programme.cycle.hours {
        let hours = count(u64::from(hours), "heure", "heures");
        let _ = writeln!(text, "Elle dure une journée ({hours}).");
    }
    if let Some(seats) = structure.seats.filter(|seats| *seats > 0) {
        let seats = count(u64::from(seats), "place", "places");
        let _ = writeln!(text, "\nNous vous proposons {seats} pour {}.", structure.name);
    }
    let sessions: Vec<String> = coming(programme, today).map(|session| line(programme, session)).collect();
    if !sessions.is_empty() {
        text.push_str("\nLes prochaines dates\u{a0}:\n");
        for line in &sessions {
            let _ = writeln!(text, "- {line}");
        }
    }
    text.push_str("\nPour chaque personne à inscrire, merci de nous indiquer\u{a0}: nom, prénom, fonction, date de prise de poste, commune de travail, courriel, et la date choisie. Dites-nous aussi si un aménagement est nécessaire.\n");
    let provider = &programme.provider;
    let reach: Vec<&str> =
        [&provider.email, &provider.phone].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    if !reach.is_empty() {
        let _ = writeln!(text, "\nPour répondre\u{a0}: {}.", list(&reach));
    }
    text.push_str("\nCordialement,\n");
    text.push_str(&provider.name);
    text.trim_end().to_owned()
}

/// The sessions to come where somebody may still be registered.
fn coming(programme: &Programme, today: NaiveDate) -> impl Iterator<Item = &Session> {
    let open = |session: &&Session| matches!(session.status, Status::Planned | Status::Confirmed);
    let ahead = move |session: &&Session| session.held_on.is_some_and(|on| on > today);
    let sessions = programme.sessions.iter().map(AsRef::as_ref);
    sessions.filter(open).filter(ahead).filter(|session| programme.group(session).free() > 0)
}

fn line(programme: &Programme, session: &Session) -> String {
    let on = session.held_on.map(super::format::full_date).unwrap_or_default();
    let places: Vec<&str> =
        [&session.place, &session.address].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let place = if places.is_empty() { "lieu à préciser".to_owned() } else { places.join(", ") };
    let free = count(programme.group(session).free() as u64, "place libre", "places libres");
    format!("{}, {place}\u{202f}; {free}", uncapitalised(&on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::fixture::{Fixture, day};
    use crate::domain::programme::session::set_status;
    use crate::domain::programme::structure::{StructureKind, note_day, offer, remind};

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn says_how_far_a_structure_is() {
        assert_eq!(plain(&seats(Some(3), 1)), "3 places proposées, 1 prise");
        assert_eq!(plain(&seats(None, 2)), "Places proposées non notées, 2 prises");
        assert_eq!(plain(&seats(None, 0)), "Aucune place proposée");
        let mut fixture = Fixture::new();
        let id = fixture.structure("m", StructureKind::Mde);
        let key = id.key().unwrap();
        let act = |fixture: &Fixture| plain(&last_act(fixture.programme().structure(&id).unwrap()));
        assert_eq!(act(&fixture), "Pas encore contactée");
        fixture.commit(&note_day(&key, "contacted_on", day("2022-01-10")));
        assert_eq!(act(&fixture), "Contactée le 10 janvier 2022");
        fixture.commit(&note_day(&key, "invited_on", day("2022-01-12")));
        fixture.commit(&remind(&key, day("2022-02-01"), true));
        assert_eq!(act(&fixture), "Relancée le 1er février 2022 (1 relance)");
        let from = fixture.programme().structure(&id).unwrap().remind_from(0);
        assert_eq!(to_remind(from, day("2022-02-14")), None);
        assert_eq!(
            to_remind(from, day("2022-02-15")).map(|it| plain(&it)),
            Some("À relancer depuis le 15 février 2022".to_owned())
        );
        assert_eq!(fixture.programme().structure(&id).unwrap().remind_from(1), None);
    }

    #[test]
    fn an_invitation_names_the_dates_where_there_is_room() {
        let mut fixture = Fixture::new();
        let id = fixture.structure_named("m", "Maison fictive", StructureKind::Mde);
        fixture.commit(&offer(&id.key().unwrap(), Some(2)));
        fixture.session("s1", "2022-02-01");
        fixture.session("s2", "2022-03-01");
        let cancelled = fixture.session("s3", "2022-04-01");
        fixture.commit(&set_status(&cancelled, &Status::Cancelled { reason: "salle".to_owned() }));
        let programme = fixture.programme();
        let text = plain(&invitation(&programme, programme.structure(&id).unwrap(), day("2022-02-15")));
        assert!(text.contains("2 places pour Maison fictive"), "{text}");
        assert!(text.contains("mardi 1er mars 2022, lieu à préciser ; 15 places libres"), "{text}");
        assert!(!text.contains("février") && !text.contains("avril"), "{text}");
    }
}
