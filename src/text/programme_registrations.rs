//! The places of a session, in French.

use super::format::{self, count, number};
use super::programme_sessions as of_sessions;
use super::programme_wording::{Part, Wording};
use crate::domain::commune::Communes;
use crate::domain::programme::enrol::Enrolled;
use crate::domain::programme::hours::Half;
use crate::domain::programme::queue::{Given, Group};
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::text::programme as words;
use std::fmt::Write;

/// Over the places of a session: « 11 personnes inscrites, 2 en attente, 4 places libres ».
pub fn group(group: Group) -> String {
    let registered = match group.registered {
        0 => "Personne n’est inscrit".to_owned(),
        some => count(number(some), "personne inscrite", "personnes inscrites"),
    };
    let waiting = (group.waiting > 0).then(|| format!("{}\u{a0}en attente", group.waiting));
    let free = match group.free() {
        0 => "plus de place libre".to_owned(),
        free => count(number(free), "place libre", "places libres"),
    };
    let parts: Vec<String> = [Some(registered), waiting, Some(free)].into_iter().flatten().collect();
    format!("{}.", parts.join(", "))
}

/// What came of registering several people: the title and the rest.
pub fn enrolled(enrolled: &Enrolled) -> (String, String) {
    let seats = enrolled.given.iter().filter(|(_, given)| *given == Given::Seat).count();
    let turns = enrolled.given.len() - seats;
    let title = match (seats, turns) {
        (0, 0) => "Personne n’a été inscrit".to_owned(),
        (0, turns) => format!("{} en liste d’attente", count(number(turns), "personne mise", "personnes mises")),
        (seats, 0) => count(number(seats), "personne inscrite", "personnes inscrites"),
        (seats, turns) => {
            format!(
                "{}, {turns}\u{a0}en liste d’attente",
                count(number(seats), "personne inscrite", "personnes inscrites")
            )
        }
    };
    let body = match enrolled.refused.len() {
        0 => String::new(),
        refused => format!("{} laissées de côté.", count(number(refused), "personne a été", "personnes ont été")),
    };
    (title, body.replace("1\u{a0}personne a été laissées", "1\u{a0}personne a été laissée"))
}

/// Those who keep their place though it was to be taken back; empty when there is nobody.
pub fn kept(people: usize) -> String {
    match people {
        0 => String::new(),
        1 => "1\u{a0}personne garde sa place\u{a0}: sa présence est notée.".to_owned(),
        people => format!("{people}\u{a0}personnes gardent leur place\u{a0}: leur présence est notée."),
    }
}

/// « 12 personnes trouvées »; how many are shown when there are more.
pub fn found(found: usize, shown: usize) -> String {
    match found {
        0 => "Aucune personne à inscrire ne correspond.".to_owned(),
        found if found > shown => format!(
            "{} trouvées, les {shown} premières sont affichées\u{a0}: précisez le nom ou la structure.",
            count(number(found), "personne", "personnes")
        ),
        found => format!("{}.", count(number(found), "personne trouvée", "personnes trouvées")),
    }
}

/// How many of those who have a place are still to tell.
pub fn to_invite(people: usize, registered: usize) -> String {
    match (people, registered) {
        (_, 0) => "Personne n’est inscrit pour l’instant.".to_owned(),
        (0, _) => "Toutes les convocations sont notées comme envoyées.".to_owned(),
        (people, _) => format!("{} à prévenir.", count(number(people), "personne", "personnes")),
    }
}

/// The message that invites those who have a place, ready to send.
pub fn invitation(programme: &Programme, communes: &Communes, wording: &Wording, session: &Session) -> String {
    let mut text = String::from("Bonjour,\n\n");
    let title = words::cycle_name(&programme.cycle);
    let on = session.held_on.map_or_else(
        || "à une date à préciser".to_owned(),
        |on| format!("le {}", format::uncapitalised(&format::full_date(on))),
    );
    let _ = writeln!(
        text,
        "Votre inscription à la formation «\u{202f}{title}\u{202f}» est confirmée. La formation se tiendra {on}.\n"
    );
    for (half, hours) in session.hours.halves() {
        let (from, to) = (format::time(hours.from), format::time(hours.to));
        let _ = writeln!(text, "{}\u{a0}: de {from} à {to}", half_name(half));
    }
    let commune = of_sessions::commune(session, communes).unwrap_or_default();
    for (label, value) in [
        ("Lieu", list_of(&[&session.place, &session.room])),
        ("Adresse", list_of(&[&session.address, &commune])),
        ("Accès", session.access.clone()),
        ("À apporter", wording.of(Part::Bring).to_owned()),
    ] {
        if !value.is_empty() {
            let _ = writeln!(text, "{label}\u{a0}: {value}");
        }
    }
    text.push_str("\nSi vous avez besoin d’un aménagement, dites-le-nous dès que possible. Si vous ne pouvez plus venir, prévenez-nous\u{a0}: votre place servira à une autre personne.\n");
    let provider = &programme.provider;
    let reach = list_of(&[&provider.email, &provider.phone]);
    if !reach.is_empty() {
        let _ = writeln!(text, "\nPour nous joindre\u{a0}: {reach}.");
    }
    let _ = write!(text, "\nCordialement,\n{}", provider.name);
    text.trim_end().to_owned()
}

fn half_name(half: Half) -> &'static str {
    words::half(half)
}

fn list_of(parts: &[&String]) -> String {
    let said: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::communes::communes;
    use crate::domain::programme::fixture::Fixture;
    use crate::domain::programme::forms;
    use crate::text::programme_wording::adjust;

    fn plain(text: &str) -> String {
        text.replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn a_group_is_told_in_a_sentence() {
        let of = |registered, waiting, capacity| plain(&group(Group { registered, waiting, capacity, fit: None }));
        assert_eq!(of(0, 0, 15), "Personne n’est inscrit, 15 places libres.");
        assert_eq!(of(1, 0, 2), "1 personne inscrite, 1 place libre.");
        assert_eq!(of(15, 2, 15), "15 personnes inscrites, 2 en attente, plus de place libre.");
    }

    #[test]
    fn what_came_of_registering_agrees() {
        let mut fixture = Fixture::new();
        let id = fixture.session_with("s1", &[("held_on", "2022-02-01"), ("capacity", "1")]);
        let people = ["a", "b"].map(|id| fixture.person(id, None));
        let programme = fixture.programme();
        let both = programme.register_all(programme.session(&id).unwrap(), &people, 1);
        assert_eq!(plain(&enrolled(&both).0), "1 personne inscrite, 1 en liste d’attente");
        fixture.commit(&both.changes);
        let programme = fixture.programme();
        let again = programme.register_all(programme.session(&id).unwrap(), &people[..1], 1);
        let (title, body) = enrolled(&again);
        assert_eq!(
            (title.as_str(), plain(&body).as_str()),
            ("Personne n’a été inscrit", "1 personne a été laissée de côté.")
        );
    }

    #[test]
    fn an_invitation_says_when_and_where() {
        let mut fixture = Fixture::new();
        let typed =
            [("held_on", "2022-02-01"), ("place", "Maison du projet"), ("room", "Salle 2"), ("access", "Métro 5")];
        let id = fixture.session_with("s1", &typed);
        let programme = fixture.programme();
        let of = |programme: &Programme, wording: &Wording| {
            let communes = &communes().unwrap().communes;
            plain(&invitation(programme, communes, wording, programme.session(&id).unwrap()))
        };
        let text = of(&programme, &Wording::default());
        for said in [
            "mardi 1er février 2022",
            "Matin : de 9 h à 12 h 30",
            "Lieu : Maison du projet, Salle 2",
            "Accès : Métro 5",
            &plain(&format!("À apporter : {}", Part::Bring.usual())),
        ] {
            assert!(text.contains(said), "{said} in {text}");
        }
        assert!(!text.contains("Adresse"), "what is not known is not said");

        fixture.fill(&forms::SESSION, &id.key().unwrap(), &[("address", "1 rue des Essais"), ("commune", "93008")]);
        fixture.commit(&adjust(Part::Bring, "Un carnet."));
        let text = of(&fixture.programme(), &Wording::read(&fixture.tables));
        for said in ["Adresse : 1 rue des Essais, Bobigny", "À apporter : Un carnet."] {
            assert!(text.contains(said), "{said} in {text}");
        }
    }

    #[test]
    fn who_is_still_to_tell_is_counted() {
        assert_eq!(to_invite(0, 0), "Personne n’est inscrit pour l’instant.");
        assert_eq!(to_invite(0, 3), "Toutes les convocations sont notées comme envoyées.");
        assert_eq!(plain(&to_invite(2, 3)), "2 personnes à prévenir.");
    }
}
