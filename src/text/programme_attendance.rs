//! Who was there, in words.

use crate::domain::programme::attendance::{Attendee, Noted, Presence, Source};
use crate::domain::programme::hours::{Half, HalfDay};
use crate::domain::programme::id::ProfessionalId;
use crate::domain::programme::queue::Refusal;
use crate::domain::programme::session::Session;
use crate::domain::programme::whole::Programme;
use crate::text::format;
use crate::text::programme as words;

/// What each way of noting is worth.
pub const WORTH: &str = "Ce qui est noté sur l’écran est un relevé\u{a0}: il sert à suivre la journée. La preuve est la feuille signée, demi-journée par demi-journée\u{a0}: gardez-la.";

/// What may be chosen for somebody, on half a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    ToNote,
    Present,
    Partial,
    Absent,
}

impl Mark {
    pub const ALL: [Self; 4] = [Self::ToNote, Self::Present, Self::Partial, Self::Absent];

    pub fn of(noted: Option<Noted>) -> Self {
        match noted.map(|noted| noted.presence) {
            None => Self::ToNote,
            Some(Presence::Present) => Self::Present,
            Some(Presence::Partial { .. }) => Self::Partial,
            Some(Presence::Absent) => Self::Absent,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::ToNote => "a-noter",
            Self::Present => "la",
            Self::Partial => "partie",
            Self::Absent => "absence",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }

    /// Each begins with another letter: one key chooses it.
    pub fn words(self) -> &'static str {
        match self {
            Self::ToNote => "À noter",
            Self::Present => "Présence entière",
            Self::Partial => "Retard ou départ avant la fin",
            Self::Absent => "Absence",
        }
    }
}

/// A source, as it is chosen.
pub fn source(source: Source) -> &'static str {
    match source {
        Source::Screen => "Sur l’écran, d’après ce que je vois\u{a0}: un relevé",
        Source::Sheet => "D’après la feuille signée\u{a0}: la preuve",
    }
}

/// A source, beside what was noted from it.
pub fn source_short(source: Source) -> &'static str {
    match source {
        Source::Screen => "relevé à l’écran",
        Source::Sheet => "feuille signée",
    }
}

/// « Tout le monde est là ce matin ».
pub fn everybody(half: Half, from: Source) -> &'static str {
    match (half, from) {
        (Half::Morning, Source::Screen) => "Tout le monde est là ce matin",
        (Half::Afternoon, Source::Screen) => "Tout le monde est là cet après-midi",
        (Half::Morning, Source::Sheet) => "Tout le monde a signé le matin",
        (Half::Afternoon, Source::Sheet) => "Tout le monde a signé l’après-midi",
    }
}

/// What confirms, with the sheet, what was noted on the screen.
pub fn prove(half: Half) -> &'static str {
    match half {
        Half::Morning => "La feuille du matin confirme ce qui est noté",
        Half::Afternoon => "La feuille de l’après-midi confirme ce qui est noté",
    }
}

/// « Matin, de 9 h à 12 h 30 ».
pub fn half_title(half: Half, hours: HalfDay) -> String {
    format!("{}, de {} à {}", words::half(half), format::time(hours.from), format::time(hours.to))
}

/// How many presences of half a day are still to note.
pub fn to_note(missing: usize) -> String {
    match missing {
        0 => "Tout est noté.".to_owned(),
        count => format!("{} à noter.", format::count(format::number(count), "présence", "présences")),
    }
}

/// Minutes as they are typed, of so many.
pub fn minutes_typed(typed: &str, whole: u32) -> Result<u32, String> {
    let typed = typed.trim();
    let minutes = if typed.is_empty() { Ok(0) } else { typed.parse::<u32>() };
    let within = minutes.ok().filter(|minutes| *minutes <= whole);
    within.ok_or_else(|| format!("Écrivez des minutes, de 0 à {whole}."))
}

/// « Noté : MARTIN Camille, matin : absente ou absent ».
pub fn said(name: &str, half: Half, noted: Option<Noted>) -> String {
    let half = format::uncapitalised(words::half(half));
    let presence =
        noted.map_or_else(|| "à noter".to_owned(), |noted| format::uncapitalised(&words::presence(noted.presence)));
    format!("Enregistré\u{a0}: {name}, {half}, {presence}.")
}

/// Somebody of the roll, as lists are sorted.
pub fn name(programme: &Programme, who: &Attendee) -> String {
    match who {
        Attendee::Professional(id) => programme.person(id).map(|person| person.listed_name()),
        Attendee::Trainer(id) => programme.trainer(id).map(|trainer| trainer.name()),
    }
    .unwrap_or_default()
}

/// Where somebody of the roll comes from, or that they train.
pub fn role(programme: &Programme, who: &Attendee) -> String {
    match who {
        Attendee::Professional(id) => {
            let structure = programme.person(id).and_then(|person| programme.structure_of(person));
            structure.map(|structure| structure.name.clone()).unwrap_or_default()
        }
        Attendee::Trainer(_) => "Équipe de formation".to_owned(),
    }
}

/// When somebody was away; none: never, as far as it was noted.
pub fn away(programme: &Programme, session: &Session, person: &ProfessionalId) -> Option<&'static str> {
    let who = Attendee::of(person);
    let is_away = |half| {
        let noted = programme.noted(session, &who, half);
        noted.is_some_and(|noted| noted.presence == Presence::Absent)
    };
    let halves: Vec<Half> = session.hours.halves().map(|(half, _)| half).collect();
    let away: Vec<Half> = halves.iter().copied().filter(|half| is_away(*half)).collect();
    match away.as_slice() {
        [] => None,
        _ if away.len() == halves.len() => Some("toute la journée"),
        [Half::Morning, ..] => Some("le matin"),
        [Half::Afternoon, ..] => Some("l’après-midi"),
    }
}

/// Why somebody who is there is given no place, and what to do.
pub fn refusal(programme: &Programme, refusal: &Refusal) -> String {
    match refusal {
        Refusal::AlreadyHere => "Cette personne est déjà inscrite à cette session.".to_owned(),
        Refusal::AlreadyIn(other) => {
            let held_on = programme.session(other).and_then(|session| session.held_on);
            let other = format::uncapitalised(&words::session(programme.number(other), held_on));
            format!("Cette personne a déjà une place à la {other}\u{a0}: annulez-la d’abord, depuis ses inscriptions.")
        }
        Refusal::Cancelled => "Cette session est annulée.".to_owned(),
        Refusal::NotHere => "Cette personne n’est plus dans la liste.".to_owned(),
        Refusal::Unnamed => {
            "Cette inscription ne peut pas être enregistrée\u{a0}: créez la fiche de la personne à nouveau.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::programme::fixture::Fixture;

    #[test]
    fn one_key_chooses_a_presence() {
        let letters: Vec<_> = Mark::ALL.iter().filter_map(|mark| mark.words().chars().next()).collect();
        assert_eq!(letters, ['À', 'P', 'R', 'A']);
        assert!(Mark::ALL.into_iter().all(|mark| Mark::from_code(mark.code()) == Some(mark)));
    }

    #[test]
    fn minutes_are_of_the_half_day() {
        assert_eq!(
            [minutes_typed("", 210), minutes_typed(" 20 ", 210), minutes_typed("210", 210)],
            [Ok(0), Ok(20), Ok(210)]
        );
        for wrong in ["211", "-5", "vingt", "1,5"] {
            assert!(minutes_typed(wrong, 210).is_err(), "{wrong}");
        }
    }

    #[test]
    fn absences_are_told_by_half_days() {
        let mut fixture = Fixture::new();
        let session = fixture.session("s", "2022-03-01");
        let person = fixture.person("ali", None);
        fixture.register(&session, [&person]);
        let told = |fixture: &Fixture| {
            let programme = fixture.programme();
            away(&programme, programme.session(&session).unwrap(), &person)
        };
        assert_eq!(told(&fixture), None, "nothing is noted");
        use Presence::{Absent, Present};
        for (presences, expected) in [
            ([Present, Present], None),
            ([Absent, Present], Some("le matin")),
            ([Present, Absent], Some("l’après-midi")),
            ([Absent, Absent], Some("toute la journée")),
        ] {
            fixture.note(&session, &person, presences);
            assert_eq!(told(&fixture), expected);
        }
    }

    #[test]
    fn what_was_noted_is_said() {
        let noted = Noted { presence: Presence::Partial { late: 20, early: 0 }, from: Source::Screen };
        assert_eq!(
            said("ALI Camille", Half::Morning, Some(noted)),
            "Enregistré\u{a0}: ALI Camille, matin, retard de 20\u{a0}min."
        );
        assert_eq!(said("ALI Camille", Half::Afternoon, None), "Enregistré\u{a0}: ALI Camille, après-midi, à noter.");
    }
}
