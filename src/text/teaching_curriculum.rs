//! What is told of a day: what is to look at again, and the names of what it is made of.

use super::programme::minutes as duration;
use crate::domain::curriculum::coverage::{
    LEAST_ACTIVE, LEAST_LUNCH, LEAST_WORK, MOST_LISTENING, MOST_TALK, MOST_WITHOUT_BREAK,
};
use crate::domain::curriculum::finding::{Finding, InSequence, Moment, Network, OnObjective, Part, Run, Weight};
use crate::domain::curriculum::sequence::{Means, Method};

/// How a sequence is led, in a word.
pub fn method(method: Method) -> &'static str {
    match method {
        Method::Frame => "Accueil et cadre",
        Method::Talk => "Exposé",
        Method::Discussion => "Échange",
        Method::Case => "Étude de cas",
        Method::Practice => "Pratique d’un outil",
        Method::RolePlay => "Jeu de rôle",
        Method::Networking => "Faire réseau",
        Method::Assessment => "Évaluation",
        Method::Break => "Pause",
    }
}

/// By what one assesses.
pub fn means(means: Means) -> &'static str {
    match means {
        Means::Quiz => "quiz",
        Means::Case => "cas et lecture de référence",
        Means::Positioning => "positionnement du matin et du soir",
        Means::Observation => "observation",
    }
}

/// The heading above findings of a weight.
pub fn weight(weight: Weight) -> &'static str {
    match weight {
        Weight::Asked => "Ce que le cahier des charges demande",
        Weight::Mistake => "Ce qui ne tient pas ensemble",
        Weight::Advice => "Ce qui rendrait la journée plus facile",
    }
}

/// A finding, in a sentence that says what would mend it.
pub fn told(finding: &Finding) -> String {
    match finding {
        Finding::ShortDay(minutes) => format!(
            "La journée compte {} de travail, pauses exclues. Le cahier des charges en demande {}.",
            duration(*minutes),
            duration(LEAST_WORK)
        ),
        Finding::Active(on, minutes) => format!(
            "{}\u{a0}: {}. Il en faut au moins {}.",
            quoted(on),
            match minutes {
                0 => "rien n’est prévu où l’on soit actif".to_owned(),
                minutes => format!("{} où l’on est actif", duration(*minutes)),
            },
            duration(LEAST_ACTIVE)
        ),
        Finding::Unassessed(on) => {
            format!("{}\u{a0}: aucune séquence ne l’évalue par un moyen qui existe.", quoted(on))
        }
        Finding::OnlyPositioned(on) => format!(
            "{}\u{a0}: seul le positionnement l’évalue. Ajoutez un quiz, un cas ou une observation.",
            quoted(on)
        ),
        Finding::Practice(on, network, minutes) => practice(on, *network, *minutes),
        Finding::Missing(moment) => missing(*moment).to_owned(),
        Finding::NoSuchMeans(at, on, means) => no_such_means(at, on, *means),
        Finding::NoMeans(at) => {
            format!("{}\u{a0}: ce qui est évalué est dit, pas comment. Choisissez un moyen.", named(at))
        }
        Finding::UnknownObjective(at, id) => {
            format!("{}\u{a0}: l’objectif «\u{202f}{id}\u{202f}» n’est pas de ce référentiel. Retirez-le.", named(at))
        }
        Finding::UnknownTool(at, id) => {
            format!("{}\u{a0}: aucune fiche outil ne s’appelle «\u{202f}{id}\u{202f}».", named(at))
        }
        Finding::Blank(at, part) => format!("{}\u{a0}: {}.", named(at), blank(*part)),
        Finding::Overfull(at, minutes) => format!(
            "{}\u{a0}: les objectifs se partagent {} d’activité, plus que la séquence n’en compte.",
            named(at),
            duration(*minutes)
        ),
        Finding::Least(at) => {
            format!("{}\u{a0}: la durée réduite dépasse la durée prévue.", named(at))
        }
        Finding::Twice(at) => format!("{}\u{a0}: la même séquence figure deux fois.", named(at)),
        Finding::Talk(share) => format!(
            "L’exposé prend {share}\u{a0}% du travail. Au-delà de {MOST_TALK}\u{a0}%, remplacez-en une partie par un \
             échange ou un cas."
        ),
        Finding::Listening(run) => format!(
            "{} d’écoute de suite, {}. Au-delà de {}, prévoyez quelque chose à faire.",
            duration(run.minutes),
            between(run),
            duration(MOST_LISTENING)
        ),
        Finding::NoBreak(run) => format!(
            "{} de travail sans pause, {}. Prévoyez une pause avant {}.",
            duration(run.minutes),
            between(run),
            duration(MOST_WITHOUT_BREAK)
        ),
        Finding::Lunch(0) => {
            format!("Aucune pause n’est prévue. Le déjeuner demande au moins {}.", duration(LEAST_LUNCH.into()))
        }
        Finding::Lunch(minutes) => format!(
            "La plus longue pause dure {}. Le déjeuner demande au moins {}.",
            duration((*minutes).into()),
            duration(LEAST_LUNCH.into())
        ),
    }
}

fn quoted(on: &OnObjective) -> String {
    format!("«\u{202f}{}\u{202f}»", on.title)
}

fn named(at: &InSequence) -> String {
    if at.title.trim().is_empty() { "Une séquence sans titre".to_owned() } else { at.title.clone() }
}

fn between(run: &Run) -> String {
    if run.from.id == run.to.id {
        format!("dans «\u{202f}{}\u{202f}»", named(&run.from))
    } else {
        format!("de «\u{202f}{}\u{202f}» à «\u{202f}{}\u{202f}»", named(&run.from), named(&run.to))
    }
}

fn practice(on: &OnObjective, network: Network, minutes: u32) -> String {
    let (way, field) = match network {
        Network::With => ("avec le réseau", "Pratique avec le réseau"),
        Network::Without => ("sans réseau", "Pratique sans le réseau"),
    };
    let told = match minutes {
        0 => format!("aucune séquence ne le fait pratiquer {way}"),
        minutes => format!("{} de pratique {way}", duration(minutes)),
    };
    format!(
        "{}\u{a0}: {told}. Il en faut au moins {}, avec le texte «\u{202f}{field}\u{202f}».",
        quoted(on),
        duration(LEAST_ACTIVE)
    )
}

fn missing(moment: Moment) -> &'static str {
    match moment {
        Moment::MorningPositioning => {
            "Le positionnement du matin manque\u{a0}: sans lui, on ne saura pas ce que la journée a changé."
        }
        Moment::EveningPositioning => {
            "Le positionnement du soir manque\u{a0}: sans lui, on ne saura pas ce que la journée a changé."
        }
        Moment::Exercise => "Aucune séquence ne fait travailler sur les cas de l’exercice.",
        Moment::Networking => {
            "Aucune séquence ne sert à faire réseau\u{a0}: le cahier des charges demande que l’on se connaisse."
        }
        Moment::Survey => {
            "Le questionnaire de fin de journée manque\u{a0}: le cahier des charges demande cette évaluation."
        }
    }
}

fn no_such_means(at: &InSequence, on: &OnObjective, means: Means) -> String {
    let (at, on) = (named(at), quoted(on));
    match means {
        Means::Quiz => format!("{at}\u{a0}: aucune question de quiz ne porte sur {on}."),
        Means::Case => format!("{at}\u{a0}: il n’y a pas de cas pour évaluer {on}."),
        Means::Positioning => format!("{at}\u{a0}: le positionnement n’a pas de phrase pour {on}."),
        Means::Observation => format!("{at}\u{a0}: dites ce que l’on observe pour évaluer {on}."),
    }
}

fn blank(part: Part) -> &'static str {
    match part {
        Part::Title => "il lui faut un titre",
        Part::Aim => "dites ce que l’on saura faire ensuite",
        Part::Content => "le contenu est vide",
        Part::Trainer => "dites ce que fait la formatrice ou le formateur",
        Part::Learners => "dites ce que font les participantes et participants",
        Part::Support => "dites ce qui est montré ou remis",
        Part::Materials => "dites ce qu’il faut sous la main",
        Part::Assessment => "dites comment se passe l’évaluation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::curriculum::objective::ObjectiveId;
    use crate::domain::curriculum::sequence::SequenceId;

    fn at(title: &str) -> InSequence {
        InSequence { id: SequenceId::new("s").unwrap(), title: title.to_owned() }
    }

    fn on() -> OnObjective {
        OnObjective { id: ObjectiveId::new("pix").unwrap(), title: "Proposer Pix".to_owned() }
    }

    #[test]
    fn durations_are_read_as_hours() {
        let told = [0, 45, 60, 65, 420].map(duration);
        assert_eq!(told, ["0\u{a0}min", "45\u{a0}min", "1\u{a0}h", "1\u{a0}h\u{a0}05", "7\u{a0}h"]);
    }

    #[test]
    fn a_finding_is_a_sentence_that_names_what_it_is_about() {
        let run = Run {
            from: at("Enjeux"),
            to: InSequence { id: SequenceId::new("t").unwrap(), ..at("Acteurs") },
            minutes: 50,
        };
        let alone = Run { to: run.from.clone(), ..run.clone() };
        let pix = ObjectiveId::new("fax").unwrap();
        let table = [
            (Finding::ShortDay(400), "6\u{a0}h\u{a0}40 de travail"),
            (Finding::Active(on(), 0), "rien n’est prévu"),
            (Finding::Active(on(), 10), "10\u{a0}min où l’on est actif"),
            (Finding::Unassessed(on()), "«\u{202f}Proposer Pix\u{202f}»\u{a0}: aucune"),
            (Finding::OnlyPositioned(on()), "seul le positionnement"),
            (Finding::Practice(on(), Network::Without, 5), "5\u{a0}min de pratique sans réseau"),
            (Finding::Practice(on(), Network::With, 0), "«\u{202f}Pratique avec le réseau\u{202f}»"),
            (Finding::NoSuchMeans(at("Pix"), on(), Means::Quiz), "Pix\u{a0}: aucune question"),
            (Finding::UnknownObjective(at("Pix"), pix), "«\u{202f}fax\u{202f}»"),
            (Finding::Blank(at(" "), Part::Title), "Une séquence sans titre\u{a0}: il lui faut un titre."),
            (Finding::Talk(36), "36\u{a0}% du travail"),
            (Finding::Listening(alone), "dans «\u{202f}Enjeux\u{202f}»"),
            (Finding::NoBreak(run), "de «\u{202f}Enjeux\u{202f}» à «\u{202f}Acteurs\u{202f}»"),
            (Finding::Lunch(0), "Aucune pause"),
            (Finding::Lunch(30), "30\u{a0}min"),
        ];
        for (finding, expected) in table {
            let told = told(&finding);
            assert!(told.contains(expected) && told.ends_with('.'), "{told}");
        }
    }
}
