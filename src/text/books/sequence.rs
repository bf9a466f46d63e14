//! A sequence, told whole.

use super::{Source, fact};
use crate::domain::book::Part;
use crate::domain::curriculum::sequence::Sequence;
use crate::text::{programme, teaching_curriculum};

/// What the curriculum says of it.
pub fn described(source: Source<'_>, sequence: &Sequence) -> Part {
    // In the order of the objectives.
    let ids = || source.objectives.iter().map(|one| &one.id);
    let active = ids().filter_map(|id| sequence.active.get_key_value(id)).map(|(objective, minutes)| {
        format!(
            "{} {}\u{a0}: {}",
            source.number(objective),
            source.objective(objective),
            programme::minutes(u32::from(*minutes))
        )
    });
    let assessed = ids()
        .filter(|id| sequence.assessed.contains(*id))
        .map(|id| format!("{} {}", source.number(id), source.objective(id)));
    let means: Vec<&str> = sequence.means.iter().map(|one| teaching_curriculum::means(*one)).collect();
    let facts = [
        fact("Objectif de la séquence", &sequence.aim),
        fact("Contenu", &sequence.content),
        fact("Méthode", teaching_curriculum::method(sequence.method)),
        fact("Activité de la formatrice ou du formateur", &sequence.trainer),
        fact("Activité des participantes et participants", &sequence.learners),
        fact("Temps actif, par objectif", active.collect::<Vec<_>>().join("\n")),
        fact("Avec le réseau", &sequence.online),
        fact("Sans réseau", &sequence.offline),
        fact("Supports", &sequence.support),
        fact("Matériel", sequence.materials().collect::<Vec<_>>().join("\u{202f}; ")),
        fact("Ce qui est évalué", assessed.collect::<Vec<_>>().join("\n")),
        fact("Évaluation", &sequence.assessment),
        fact("Moyens d’évaluation", means.join(", ")),
    ];
    Part::Facts(facts.into_iter().flatten().collect())
}
