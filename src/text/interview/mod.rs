//! The interview in French: answers, results, decisions. The wording of questions, findings and orientations is content.

pub mod framing;
pub mod rules;

use super::format::{self, agree};
use crate::domain::interview::answer::{Answer, Basis, Discussed, SkillLevel};
use crate::domain::interview::condition::Evidence;
use crate::domain::interview::decision::{Decision, SetAsideReason};
use crate::domain::interview::discretion::Sign;
use crate::domain::interview::flow::Numbering;
use crate::domain::interview::label::CaseLabel;
use crate::domain::interview::level::{Completeness, Level, LevelResult, LevelRule};
use crate::domain::interview::model::{AgeBand, Presentation, Status};
use crate::domain::interview::questionnaire::{Axis, Item, Length, Questionnaire, Voice};
use crate::domain::interview::rulebook::{Priority, Rulebook, Weight};

/// Beside every note.
pub const NOTE_WARNING: &str = "N’écrivez ni nom, ni donnée de santé, ni mot de passe.";
/// Beside the label of a case.
pub const LABEL_WARNING: &str = "Choisissez un repère que d’autres ne peuvent pas relier à la personne : ni nom, ni initiales, ni date de naissance.";
/// Before the first question: what is kept.
pub const WHAT_IS_KEPT: &str = "Repères garde, sous un repère de dossier sans nom ni date de naissance : vos réponses, votre commune et votre \
     tranche d’âge si vous les dites, mes notes et les orientations. Ce sont des données personnelles : vous pouvez les \
     voir, les faire corriger ou effacer.";
/// Before the first question: who sees it.
pub const WHO_SEES_IT: &str = "Tout reste dans le navigateur de cet appareil : toute personne qui l’utilise avec le même compte \
     peut le voir. Rien n’en sort, sauf si j’exporte un fichier ou si j’imprime une fiche.";
/// Under a label that an interview lacks.
pub const NO_LABEL: &str = "Dossier sans repère";

/// A note that can hold no more.
pub fn note_is_full(max_chars: usize) -> String {
    format!(
        "Cette note est pleine\u{a0}: {} caractères au plus. La suite n’est pas prise.",
        format::integer(max_chars as u64)
    )
}

/// Beside a note or a label that seems to identify someone.
pub fn sign(sign: Sign) -> &'static str {
    match sign {
        Sign::SocialSecurityNumber => "Ce texte semble contenir un numéro de sécurité sociale : retirez-le.",
        Sign::PhoneNumber => "Ce texte semble contenir un numéro de téléphone : retirez-le s’il est à la personne.",
        Sign::EmailAddress => {
            "Ce texte semble contenir une adresse de courriel : retirez-la si elle est à la personne."
        }
        Sign::BirthDate => "Ce texte semble contenir une date de naissance : retirez-la.",
    }
}

/// « Dossier 23-11-A ».
pub fn case_title(label: Option<&CaseLabel>) -> String {
    label.map_or_else(|| NO_LABEL.to_owned(), |label| format!("Dossier {label}"))
}

/// What was removed from the list, from how many they are: « Supprimés (2) ».
pub fn removed(interviews: usize) -> String {
    format!("Supprimés ({interviews})")
}

/// « dossier 23-11-A », inside a sentence.
pub fn case_mention(label: Option<&CaseLabel>) -> String {
    label.map_or_else(|| "dossier sans repère".to_owned(), |label| format!("dossier {label}"))
}

/// « Question 3 sur 24 ».
pub fn numbering(numbering: Numbering) -> String {
    format!("Question {} sur {}", numbering.number, numbering.total)
}

/// A skill answer.
pub fn skill_level(level: SkillLevel, voice: Voice) -> &'static str {
    match (voice, level) {
        (Voice::Professional, SkillLevel::Alone) => "Fait sans aide",
        (Voice::Professional, SkillLevel::WithHelp) => "Fait avec de l’aide",
        (Voice::Professional, SkillLevel::DoesNot) => "Ne fait pas",
        (Voice::Person, SkillLevel::Alone) => "Oui, sans aide",
        (Voice::Person, SkillLevel::WithHelp) => "Oui, avec de l’aide",
        (Voice::Person, SkillLevel::DoesNot) => "Non",
    }
}

/// How a skill answer is known.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Declared => "Déclaré",
        Basis::Observed => "Observé",
    }
}

/// How far an item was discussed. Of one that was answered: « Répondu ».
pub fn discussed(discussed: Discussed, voice: Voice) -> &'static str {
    match (voice, discussed) {
        (_, Discussed::Answered) => "Répondu",
        (Voice::Professional, Discussed::DoesNotKnow) => "Ne sait pas",
        (Voice::Professional, Discussed::PrefersNotToSay) => "Préfère ne pas répondre",
        (Voice::Professional, Discussed::NotDiscussed) => "Non abordé",
        (Voice::Person, Discussed::DoesNotKnow) => "Je ne sais pas",
        (Voice::Person, Discussed::PrefersNotToSay) => "Je préfère ne pas répondre",
        (Voice::Person, Discussed::NotDiscussed) => "Pas encore répondu",
    }
}

/// An answer in words; `None`: not discussed.
pub fn answer(item: &Item, answer: Option<&Answer>, voice: Voice) -> String {
    match answer {
        Some(Answer::Skill { level, basis: Some(known) }) => {
            format!("{} ({})", skill_level(*level, voice), basis(*known).to_lowercase())
        }
        Some(Answer::Skill { level, basis: None }) => skill_level(*level, voice).to_owned(),
        Some(chosen @ (Answer::One(_) | Answer::Many(_))) => {
            // In the order of the questionnaire, not in that of the identifiers.
            let labels: Vec<&str> = item
                .options()
                .iter()
                .filter(|option| chosen.options().any(|id| *id == option.id))
                .map(|option| option.label(voice))
                .collect();
            if labels.is_empty() { "Réponse d’une autre version".to_owned() } else { labels.join(" ; ") }
        }
        unknown => discussed(Discussed::of(unknown), voice).to_owned(),
    }
}

/// What made a rule fire: « Souhait : Apprendre à les faire ».
pub fn evidence(evidence: &Evidence, questionnaire: &Questionnaire, rulebook: &Rulebook) -> String {
    let named = |id| questionnaire.item(id).map_or("Question d’une autre version", |item| item.short.as_str());
    match evidence {
        Evidence::Answer { item, answer: given } => {
            let said = questionnaire
                .item(item)
                .map_or_else(String::new, |item| answer(item, Some(given), Voice::Professional));
            format!("{} : {said}", named(item))
        }
        Evidence::Unanswered(item) => format!("{} : pas de réponse", named(item)),
        Evidence::Level { axis, level: reached } => {
            format!("{} : niveau {}", axis_title(*axis, rulebook), level(*reached).to_lowercase())
        }
    }
}

/// An axis.
pub fn axis_title(axis: Axis, rulebook: &Rulebook) -> &str {
    rulebook.axis(axis).map_or("", |text| text.title.as_str())
}

/// A level's name.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::VeryFar => "Très éloigné",
        Level::Beginner => "Débutant",
        Level::NearAutonomy => "Proche de l’autonomie",
        Level::Autonomous => "Autonome",
    }
}

/// The sentence of a skill axis.
pub fn level_sentence(rulebook: &Rulebook, axis: Axis, result: LevelResult, voice: Voice) -> String {
    match result {
        LevelResult::Level(level) => {
            let text = rulebook.axis(axis).and_then(|text| text.levels.get(&level));
            text.map_or_else(String::new, |text| match voice {
                Voice::Professional => text.sentence.clone(),
                Voice::Person => text.sentence_self.clone(),
            })
        }
        LevelResult::NotEnough { visible: 0, .. } => match voice {
            Voice::Professional => "Ces questions n’ont pas été posées.".to_owned(),
            Voice::Person => "Nous n’en avons pas parlé.".to_owned(),
        },
        LevelResult::NotEnough { answered, visible, needed } => match voice {
            Voice::Professional => format!(
                "Pas assez d’éléments : {}, il en faut {needed} pour donner un niveau.",
                answers_out_of(answered, visible)
            ),
            Voice::Person => "Nous n’en avons pas assez parlé pour le dire.".to_owned(),
        },
    }
}

/// What a situation axis says when no finding holds.
pub fn nothing_stands_out(completeness: Completeness) -> &'static str {
    if completeness.answered == 0 {
        "Rien n’est connu sur ce point."
    } else {
        "Rien de particulier dans les réponses."
    }
}

/// « 6 réponses sur 8 ».
pub fn completeness(completeness: Completeness) -> String {
    answers_out_of(completeness.answered, completeness.visible)
}

fn answers_out_of(answered: usize, visible: usize) -> String {
    match visible {
        0 => "Aucune question posée".to_owned(),
        _ => format!("{answered} {} sur {visible}", agree(answered as u64, "réponse", "réponses")),
    }
}

/// How a level is reached, sentence by sentence, to be shown beside the results and told to the person.
pub fn level_rule(rule: &LevelRule) -> Vec<String> {
    let LevelRule { autonomous, near_autonomy, beginner, .. } = rule;
    vec![
        format!(
            "Il faut des réponses à {} % des gestes demandés, et à {} au moins. « Ne sait pas », « préfère ne pas \
             répondre » et « non abordé » ne comptent jamais comme un échec.",
            rule.needed_percent, rule.needed_at_least
        ),
        format!(
            "Autonome : {} % au moins des gestes répondus sont faits sans aide, et {} % avec ou sans aide.",
            autonomous.alone_percent, autonomous.done_percent
        ),
        format!(
            "Proche de l’autonomie : {} % au moins sans aide, et {} % avec ou sans aide.",
            near_autonomy.alone_percent, near_autonomy.done_percent
        ),
        format!("Débutant : {} % au moins avec ou sans aide.", beginner.done_percent),
        "Très éloigné : moins que cela.".to_owned(),
    ]
}

/// What a finding means for what comes next.
pub fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Obstacle => "À régler d’abord",
        Weight::Attention => "À prendre en compte",
        Weight::Asset => "Point d’appui",
    }
}

/// When to act.
pub fn priority(priority: Priority) -> &'static str {
    match priority {
        Priority::Now => "Tout de suite",
        Priority::Soon => "Bientôt",
        Priority::Later => "Ensuite",
    }
}

pub fn length(length: Length) -> &'static str {
    match length {
        Length::Short => "Repérage",
        Length::Full => "Entretien complet",
    }
}

/// « environ 5 minutes ».
pub fn duration(length: Length) -> &'static str {
    match length {
        Length::Short => "environ 5 minutes",
        Length::Full => "environ 20 minutes",
    }
}

pub fn presentation(presentation: Presentation) -> &'static str {
    match presentation {
        Presentation::Conversation => "Entretien",
        Presentation::OnePerPage => "Une question par page",
    }
}

/// What a presentation is for.
pub fn presentation_use(presentation: Presentation) -> &'static str {
    match presentation {
        Presentation::Conversation => "Vous menez la conversation : un thème par page, dans l’ordre que vous voulez.",
        Presentation::OnePerPage => "La personne répond elle-même, ou vous partagez l’écran avec elle.",
    }
}

pub fn age_band(age_band: AgeBand) -> &'static str {
    match age_band {
        AgeBand::Under18 => "Moins de 18 ans",
        AgeBand::From18To25 => "18 à 25 ans",
        AgeBand::From26To39 => "26 à 39 ans",
        AgeBand::From40To59 => "40 à 59 ans",
        AgeBand::From60To74 => "60 à 74 ans",
        AgeBand::From75 => "75 ans ou plus",
        AgeBand::NotSaid => "Non précisé",
    }
}

/// A decision on an orientation; `None`: undecided.
pub fn decision(decision: Option<&Decision>) -> &'static str {
    match decision {
        None => "À décider",
        Some(Decision::Accepted) => "Retenue",
        Some(Decision::SetAside { .. }) => "Écartée",
        Some(Decision::AddedByHand) => "Ajoutée à la main",
    }
}

/// Why an orientation is set aside.
pub fn set_aside_reason(reason: SetAsideReason) -> &'static str {
    match reason {
        SetAsideReason::PersonDeclines => "La personne ne le souhaite pas",
        SetAsideReason::AlreadyDone => "C’est déjà fait",
        SetAsideReason::NotNow => "Pas maintenant",
        SetAsideReason::NotSuited => "Ne convient pas à la situation",
        SetAsideReason::NoPlaceWithinReach => "Aucun lieu à portée",
        SetAsideReason::Other => "Autre raison",
    }
}

/// Shown on an orientation that no rule proposes any more.
pub const OUTDATED_PROPOSAL: &str =
    "Les réponses ont changé : plus aucune règle ne propose cette orientation. Votre décision est gardée.";

/// Where an interview stands.
pub fn status(status: Status) -> String {
    match status {
        Status::Ongoing => "En cours".to_owned(),
        Status::ConcludedOn(on) => format!("Terminé le {}", format::date(on)),
    }
}
