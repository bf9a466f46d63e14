//! Disputes in words: the sentences of `text` joined to the content that names questions and places.

use crate::browser::clock;
use crate::content::communes::communes;
use crate::content::ecosystem::ecosystem;
use crate::content::questionnaire::questionnaire;
use crate::content::rules::rulebook;
use crate::domain::dispute::{Dispute, Proposal};
use crate::text::dispute::{self as text, Moment, Wording};
use serde_json::Value;

/// The years 1 to 9999, outside which a calendar has nothing to show.
const CALENDAR_MS: std::ops::Range<i64> = -62_135_596_800_000..253_402_300_800_000;

fn wording() -> Wording<'static> {
    Wording {
        questionnaire: questionnaire().ok(),
        rulebook: rulebook().ok(),
        communes: communes().ok().map(|content| &content.communes),
        ecosystem: ecosystem().ok(),
    }
}

/// The disputed field.
pub fn field(dispute: &Dispute) -> String {
    text::field(wording(), dispute.key.kind.as_str(), dispute.field.as_str())
}

/// A value of the disputed field.
pub fn value(dispute: &Dispute, value: &Value) -> String {
    text::value(wording(), dispute.key.kind.as_str(), dispute.field.as_str(), value)
}

/// A value that cannot be read.
pub fn unreadable(dispute: &Dispute, value: &Value) -> String {
    text::unreadable(dispute.key.kind.as_str(), dispute.field.as_str(), value)
}

/// Who wrote and when: « Écrit sur… ».
pub fn written(act: &str, proposal: &Proposal) -> String {
    text::written(act, proposal.device.as_ref(), proposal.clock, moment(proposal.at_ms))
}

/// Names the clock of a proposal, when it cannot be believed.
pub fn wrong_clock(proposal: &Proposal) -> Option<String> {
    text::wrong_clock(proposal.clock, moment(proposal.at_ms))
}

fn moment(at_ms: i64) -> Moment {
    let local = CALENDAR_MS.contains(&at_ms).then(|| clock::local(at_ms));
    Moment { day: local.map(|at| at.date()), time: local.map(|at| at.time()) }
}

/// Identifies a dispute on the page, for the focus.
pub fn id(dispute: &Dispute) -> String {
    // Only a field's name may hold a slash too, and it comes last: two disputes never share an identifier.
    format!("point-{}/{}", dispute.key, dispute.field)
}
