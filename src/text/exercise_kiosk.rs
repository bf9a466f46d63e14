//! What a shared tablet says before it goes to the next participant.

use super::format::count;
use crate::domain::exercise::kiosk::Inactivity;

/// Asked when nobody has touched the page for a while.
pub const ASKS: &str = "Êtes-vous encore là\u{202f}?";
/// The button that stays.
pub const STAY: &str = "Je suis encore là";
/// Beside the choice, where one comes in.
pub const SHARED_HINT: &str = "Le code de l’exercice reste pour la personne suivante. Après 5\u{a0}minutes sans activité, la page prévient puis revient ici.";
/// Beside the choice of the time.
pub const INACTIVITY_HINT: &str = "Sur la page d’une participante ou d’un participant. Repères prévient une minute avant, et l’on peut rester autant de fois qu’on veut. Les réponses restent enregistrées et se rouvrent avec le ticket.";

/// What happens when nobody answers: « Sans réponse, cette page se ferme dans 42 secondes. »
pub fn countdown(seconds: u8) -> String {
    format!("Sans réponse, cette page se ferme dans {}.", count(seconds.into(), "seconde", "secondes"))
}

/// What is safe meanwhile.
pub const KEPT: &str = "Vos réponses sont enregistrées\u{a0}: elles se rouvrent avec votre ticket.";

/// A time one may choose.
pub fn inactivity(inactivity: Inactivity) -> String {
    match inactivity.minutes() {
        None => "Jamais\u{a0}: cet appareil n’est pas partagé".to_owned(),
        Some(minutes) => format!("Après {}", count(minutes.into(), "minute", "minutes")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_agrees() {
        assert_eq!(countdown(42), "Sans réponse, cette page se ferme dans 42\u{a0}secondes.");
        assert_eq!(countdown(1), "Sans réponse, cette page se ferme dans 1\u{a0}seconde.");
        assert_eq!(inactivity(Inactivity::Three), "Après 3\u{a0}minutes");
        assert!(inactivity(Inactivity::Off).starts_with("Jamais"));
    }
}
