//! What is wrong in the forms about retention, tied to its field.

use crate::domain::retention_draft::Fault;
use crate::text::retention as text;
use crate::ui::components::FieldFault;

/// Identifiers of the fields of a form, which errors lead to.
#[derive(Clone, Copy)]
pub struct Names {
    pub months: &'static str,
    pub proof_months: &'static str,
    pub answer_months: &'static str,
    pub reason: &'static str,
    pub until: &'static str,
}

impl Names {
    /// A fault in words, tied to its field.
    pub fn in_words(self, fault: Fault) -> FieldFault {
        let field = match fault {
            Fault::Months => self.months,
            Fault::ProofMonths => self.proof_months,
            Fault::AnswerMonths => self.answer_months,
            Fault::ReasonMissing | Fault::ReasonTooLong { .. } => self.reason,
            Fault::UntilMissing | Fault::UntilWrong => self.until,
        };
        FieldFault { field: field.to_owned(), sentence: text::fault(fault) }
    }
}
