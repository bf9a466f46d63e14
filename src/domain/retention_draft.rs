//! What is typed about retention, and the strict values that it becomes, with every fault at once.

use super::interview::model::Restriction;
use super::retention::{Hold, MAX_MONTHS, MAX_REASON_CHARS, Rule};
use chrono::NaiveDate;

/// The rule as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleDraft {
    /// Empty: not decided.
    pub months: String,
    /// Empty: not decided.
    pub proof_months: String,
    /// Empty: the usual months.
    pub answer_months: String,
    pub reason: String,
    /// A date as the browser's field gives it: « 2027-03-01 ». Both empty: no obligation.
    pub until: String,
}

/// A restriction as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestrictionDraft {
    pub reason: String,
    pub until: String,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Months,
    ProofMonths,
    AnswerMonths,
    ReasonMissing,
    ReasonTooLong {
        chars: usize,
    },
    UntilMissing,
    /// No date, or one that is past.
    UntilWrong,
}

impl From<&Rule> for RuleDraft {
    fn from(rule: &Rule) -> Self {
        let hold = rule.hold.as_ref();
        Self {
            months: months_typed(rule.months),
            proof_months: months_typed(rule.proof_months),
            answer_months: months_typed(rule.answer_months),
            reason: hold.map(|hold| hold.reason.clone()).unwrap_or_default(),
            until: hold.map(|hold| hold.until.to_string()).unwrap_or_default(),
        }
    }
}

impl RuleDraft {
    /// The rule, or every fault in the order of the fields.
    pub fn read(&self) -> Result<Rule, Vec<Fault>> {
        let months = read_months(&self.months).map_err(|()| Fault::Months);
        let proof_months = read_months(&self.proof_months).map_err(|()| Fault::ProofMonths);
        let answer_months = read_months(&self.answer_months).map_err(|()| Fault::AnswerMonths);
        let (reason, until) = (self.reason.trim(), self.until.trim());
        let hold = if reason.is_empty() && until.is_empty() {
            Ok(None)
        } else {
            // An obligation that is over may stay written: what was decided is left as it is.
            read_both(reason, until, NaiveDate::MIN).map(|(reason, until)| Some(Hold { until, reason }))
        };
        match (months, proof_months, answer_months, hold) {
            (Ok(months), Ok(proof_months), Ok(answer_months), Ok(hold)) => {
                Ok(Rule { months, proof_months, answer_months, hold })
            }
            (months, proof_months, answer_months, hold) => {
                let of_months = [months.err(), proof_months.err(), answer_months.err()].into_iter().flatten();
                Err(of_months.chain(hold.err().into_iter().flatten()).collect())
            }
        }
    }
}

impl RestrictionDraft {
    /// The restriction, which lasts until today at least, or every fault in the order of the fields.
    pub fn read(&self, today: NaiveDate) -> Result<Restriction, Vec<Fault>> {
        let (reason, until) = read_both(self.reason.trim(), self.until.trim(), today)?;
        Ok(Restriction { until, reason })
    }
}

fn months_typed(months: Option<u32>) -> String {
    months.map(|months| months.to_string()).unwrap_or_default()
}

fn read_months(text: &str) -> Result<Option<u32>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => {
            let months = text.parse().ok().filter(|months| (1..=MAX_MONTHS).contains(months));
            months.map(Some).ok_or(())
        }
    }
}

fn read_both(reason: &str, until: &str, earliest: NaiveDate) -> Result<(String, NaiveDate), Vec<Fault>> {
    let chars = reason.chars().count();
    let reason_fault = match chars {
        0 => Some(Fault::ReasonMissing),
        _ if chars > MAX_REASON_CHARS => Some(Fault::ReasonTooLong { chars }),
        _ => None,
    };
    let date = match until {
        "" => Err(Fault::UntilMissing),
        until => until.parse().ok().filter(|date| *date >= earliest).ok_or(Fault::UntilWrong),
    };
    match (reason_fault, date) {
        (None, Ok(date)) => Ok((reason.to_owned(), date)),
        (reason, date) => Err(reason.into_iter().chain(date.err()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_rule_is_read_whole_or_with_every_fault() {
        let hold = |until: &str, reason: &str| Some(Hold { until: day(until), reason: reason.to_owned() });
        let long = "é".repeat(MAX_REASON_CHARS + 1);
        let too_long = Fault::ReasonTooLong { chars: MAX_REASON_CHARS + 1 };
        for (months, reason, until, expected) in [
            ("", "", "", Ok(Rule::default())),
            (" 24 ", " ", "", Ok(Rule { months: Some(24), ..Rule::default() })),
            ("", " Contrôle ", "2027-03-01", Ok(Rule { hold: hold("2027-03-01", "Contrôle"), ..Rule::default() })),
            ("0", "", "", Err(vec![Fault::Months])),
            ("601", "", "", Err(vec![Fault::Months])),
            ("deux", "Contrôle", "", Err(vec![Fault::Months, Fault::UntilMissing])),
            ("600", "", "2027-02-29", Err(vec![Fault::ReasonMissing, Fault::UntilWrong])),
            ("1", &long, "2028-02-29", Err(vec![too_long])),
        ] {
            let draft =
                RuleDraft { months: months.into(), reason: reason.into(), until: until.into(), ..RuleDraft::default() };
            assert_eq!(draft.read(), expected, "{months} {until}");
            if let Ok(rule) = expected {
                assert_eq!(RuleDraft::from(&rule).read(), Ok(rule), "what is shown is read back");
            }
        }
        let proof = |months: &str| RuleDraft { proof_months: months.into(), ..RuleDraft::default() };
        assert_eq!(proof("60").read(), Ok(Rule { proof_months: Some(60), ..Rule::default() }));
        assert_eq!(RuleDraft::from(&proof("60").read().unwrap()), proof("60"));
        assert_eq!(proof("soixante").read(), Err(vec![Fault::ProofMonths]));
        let answers = |months: &str| RuleDraft { answer_months: months.into(), ..RuleDraft::default() };
        assert_eq!(answers("18").read(), Ok(Rule { answer_months: Some(18), ..Rule::default() }));
        assert_eq!(RuleDraft::from(&answers("18").read().unwrap()), answers("18"));
        assert_eq!(answers("0").read(), Err(vec![Fault::AnswerMonths]));
    }

    #[test]
    fn a_restriction_lasts_until_today_at_least() {
        let today = day("2026-03-02");
        let read = |until: &str| RestrictionDraft { reason: "Recours".into(), until: until.into() }.read(today);
        assert_eq!(read("2026-03-02"), Ok(Restriction { until: today, reason: "Recours".into() }));
        assert_eq!(read("2026-03-01"), Err(vec![Fault::UntilWrong]));
        assert_eq!(RestrictionDraft::default().read(today), Err(vec![Fault::ReasonMissing, Fault::UntilMissing]));
    }
}
