//! What one picks among the values of a dispute.

use super::words;
use crate::domain::dispute::{Dispute, Rewritable, Settlement, What};
use crate::text::dispute as text;

/// One row of a dispute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A value proposed, by its place.
    Proposed(usize),
    /// Every text proposed, one under the other.
    Both,
    /// A text written here.
    Own,
}

/// Whether several notes can be kept, one under the other.
pub fn offers_both(dispute: &Dispute) -> bool {
    dispute.rewritable() == Some(Rewritable::Note) && dispute.texts().len() > 1
}

/// The text from which one starts to write another: everything that was proposed.
pub fn joined(dispute: &Dispute) -> String {
    let between = if dispute.rewritable() == Some(Rewritable::Label) { " / " } else { "\n" };
    dispute.texts().join(between)
}

/// What the pick settles, or what to do before it can.
pub fn settled(dispute: &Dispute, pick: Option<Pick>, own: &str) -> Result<Settlement, String> {
    let proposed = |place: usize| match &dispute.what {
        What::Values(proposals) => proposals.get(place).map(|proposal| dispute.settle(proposal.value.clone())),
        What::Removed { .. } | What::Unreadable { .. } => None,
    };
    match pick {
        Some(Pick::Proposed(place)) => proposed(place).ok_or_else(|| MISSING.to_owned()),
        Some(Pick::Both) => dispute.settle_text(&joined(dispute)).map_err(text::text_fault),
        Some(Pick::Own) => dispute.settle_text(own).map_err(text::text_fault),
        None => Err(MISSING.to_owned()),
    }
}

/// Nothing is picked.
const MISSING: &str = "Choisissez une valeur.";

/// What was kept, in a sentence.
pub fn kept(dispute: &Dispute, settlement: &Settlement) -> String {
    text::kept(&words::value(dispute, &settlement.value))
}
