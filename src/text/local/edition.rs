//! What a new edition of a directory changes, and what it does to what is known here.

use super::field::{field, value};
use crate::domain::directory::compare::EditionDiff;
use crate::domain::directory::field::PlaceField;
use crate::domain::directory::local::correction::Verdict;
use crate::domain::directory::resemblance::Reason;
use crate::domain::directory::value::FieldValue;
use crate::text::format::{self, agree, count, number};

/// What differs from the present edition: « 12 lieux ajoutés, 3 retirés, 40 modifiés (dont 5 par leur seule date), 2 600
/// sans changement ».
pub fn summary(diff: &EditionDiff) -> String {
    if diff.is_empty() {
        return "Aucun changement\u{a0}: les lieux sont les mêmes.".to_owned();
    }
    let dated = match diff.only_dated() {
        0 => String::new(),
        dated => format!(" (dont {} par leur seule date)", format::integer(number(dated))),
    };
    let parts = [
        (diff.added.len(), "ajouté", "ajoutés", ""),
        (diff.gone.len(), "retiré", "retirés", ""),
        (diff.changed.len(), "modifié", "modifiés", dated.as_str()),
        (diff.unchanged, "sans changement", "sans changement", ""),
    ];
    let said =
        parts.into_iter().filter(|(places, ..)| *places > 0).enumerate().map(|(nth, (places, one, many, more))| {
            let places = number(places);
            let what = agree(places, one, many);
            match nth {
                0 => format!("{} {what}{more}", count(places, "lieu", "lieux")),
                _ => format!("{}\u{a0}{what}{more}", format::integer(places)),
            }
        });
    format!("{}.", said.collect::<Vec<_>>().join(", "))
}

/// How many places each field changes in: « Téléphone : 12 lieux ».
pub fn field_changes(diff: &EditionDiff) -> Vec<String> {
    let counts = diff.by_field();
    counts
        .into_iter()
        .map(|(of, places)| format!("{}\u{a0}: {}", field(of), count(number(places), "lieu", "lieux")))
        .collect()
}

/// The longest value shown of a field that changes: the place's sheet will say all of it.
const MAX_VALUE_CHARS: usize = 160;

/// What a field says before and after: « Téléphone : « 01 99 00 00 12 » devient « 01 99 00 00 13 » ».
pub fn change(of: PlaceField, before: &FieldValue, after: &FieldValue) -> String {
    let quoted = |said: &FieldValue| format!("«\u{202f}{}\u{202f}»", shortened(&value(of, said)));
    let what = match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("{}, rien auparavant", quoted(after)),
        (false, true) => format!("plus rien, {} auparavant", quoted(before)),
        (false, false) => format!("{} devient {}", quoted(before), quoted(after)),
    };
    format!("{}\u{a0}: {what}", field(of))
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MAX_VALUE_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// What agreeing to a new edition does: « Remplacer l’annuaire (5 lieux au lieu de 36) ».
pub fn replace(new: usize, former: usize) -> String {
    format!("Remplacer l’annuaire ({} au lieu de {})", lieux(new), format::integer(number(former)))
}

/// When many places would go: « 31 lieux sur 36 disparaîtraient ».
pub fn many_go(gone: usize, former: usize) -> String {
    let verb = agree(number(gone), "disparaîtrait", "disparaîtraient");
    format!("{} sur {} {verb}", lieux(gone), format::integer(number(former)))
}

/// Under it: what to do when that was not meant.
pub const MANY_GO: &str = "Si ce fichier ne couvre qu’une partie du territoire, ou vient d’ailleurs, donnez-lui un autre nom\u{a0}: il s’ajoutera, et l’annuaire actuel restera.";

fn lieux(places: usize) -> String {
    count(number(places), "lieu", "lieux")
}

/// What an import says of a correction.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Contradicted => "L’annuaire importé a changé, et indique autre chose que votre correction",
        Verdict::Confirmed => "L’annuaire importé indique maintenant la même chose",
        Verdict::Left => "L’annuaire importé n’a pas changé",
    }
}

/// What a new edition says of all the corrections, under their heading: « 1 contredite, 2 confirmées et 5 inchangées. »; none
/// when there is no correction.
pub fn verdicts(judged: &[Verdict]) -> Option<String> {
    let of = |verdict: Verdict| number(judged.iter().filter(|one| **one == verdict).count());
    let parts: Vec<String> = [
        (of(Verdict::Contradicted), "contredite", "contredites"),
        (of(Verdict::Confirmed), "confirmée", "confirmées"),
        (of(Verdict::Left), "inchangée", "inchangées"),
    ]
    .into_iter()
    .filter(|(corrections, _, _)| *corrections > 0)
    .map(|(corrections, one, many)| count(corrections, one, many))
    .collect();
    (!parts.is_empty()).then(|| format!("{}.", format::list(&parts)))
}

/// Places of which something is known here and that an edition does not hold; none when there is none.
pub fn unplaced(places: usize) -> Option<String> {
    match places {
        0 => None,
        1 => Some(
            "1\u{a0}lieu suivi ici n’est pas dans cette édition. Rien n’est perdu\u{a0}: vous pouvez le rattacher à un lieu proche.".to_owned(),
        ),
        many => Some(format!(
            "{}\u{a0}lieux suivis ici ne sont pas dans cette édition. Rien n’est perdu\u{a0}: vous pouvez les rattacher à des lieux proches.",
            format::integer(number(many))
        )),
    }
}

/// Why a place may be one that is gone.
pub fn reason(reason: Reason) -> String {
    match reason {
        Reason::SameNameAndCommune => "même nom, même commune".to_owned(),
        Reason::SamePhone => "même téléphone".to_owned(),
        Reason::SameAddress => "même adresse".to_owned(),
        Reason::Near { .. } => "à moins de 50\u{a0}m".to_owned(),
        Reason::SamePivot => "même numéro de structure".to_owned(),
        Reason::SameId => "même identifiant".to_owned(),
    }
}

/// « Même téléphone et même adresse ».
pub fn reasons(reasons: &[Reason]) -> String {
    let reasons: Vec<String> = reasons.iter().map(|one| reason(*one)).collect();
    format::capitalised(&format::list(&reasons))
}
