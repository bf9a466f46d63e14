//! The result of an interview: what the answers show, the orientations and their places, the frame, the two sheets; and
//! the rules in words.

mod add_by_hand;
mod around;
mod axes;
mod axis_tables;
mod case;
mod commune;
mod decide;
mod finish;
mod framing;
mod informed;
mod nearby;
mod orientation_card;
mod orientations;
mod page;
mod paper;
mod person_sheet;
mod person_step;
mod place_option;
mod professional;
mod professional_decisions;
mod professional_frame;
mod professional_sheet;
mod referral;
mod rule_words;
mod rules;
mod rules_findings;
mod rules_framing;
mod rules_orientations;
mod summary;
mod why;

pub use page::ResultPage;
pub use person_sheet::PersonSheetPage;
pub use professional_sheet::ProfessionalSheetPage;
pub use rules::RulesPage;
