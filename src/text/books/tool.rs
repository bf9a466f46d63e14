//! A tool sheet in a document, short or whole.

use super::fact;
use crate::domain::book::Part;
use crate::domain::curriculum::question::Question;
use crate::domain::curriculum::tool::{Tool, ToolBook};
use crate::text::teaching_tools::fact_status;
use crate::text::{ecosystem, programme};

/// What one takes away of it: what for, how to begin, what to say.
pub fn short(tool: &Tool) -> Vec<Part> {
    vec![
        Part::Heading(tool.title.clone()),
        Part::Text(tool.what.clone()),
        Part::Subheading("Pour quoi".to_owned()),
        Part::List(tool.what_for.clone()),
        Part::Subheading("Quand s’en passer".to_owned()),
        Part::List(tool.when_not.clone()),
        Part::Subheading("Commencer en cinq étapes".to_owned()),
        Part::Steps(tool.steps.clone()),
        Part::Subheading("Ce que vous pouvez dire".to_owned()),
        Part::List(tool.say.clone()),
    ]
}

/// Its exercise, as the trainer leads it.
pub fn exercise(tool: &Tool) -> Vec<Part> {
    let exercise = &tool.exercise;
    let minutes = programme::minutes(u32::from(exercise.minutes));
    vec![
        Part::Heading(format!("{}\u{a0}: {}", tool.title, exercise.title)),
        Part::Facts([fact("Durée", minutes), fact("Situation", &exercise.situation)].into_iter().flatten().collect()),
        Part::Subheading("Avec le réseau".to_owned()),
        Part::Steps(exercise.online.clone()),
        Part::Subheading("Sans réseau".to_owned()),
        Part::Steps(exercise.offline.clone()),
        Part::Subheading("Ce qu’il faut avoir trouvé ou dit".to_owned()),
        Part::List(exercise.expected.clone()),
    ]
}

/// Its questions, with the right answer and why.
pub fn answers(tool: &Tool) -> Vec<Part> {
    let told = |question: &Question| {
        let right = question.choices.iter().find(|choice| choice.is_right);
        let right = right.map(|choice| format!("{} {}", choice.text, choice.why)).unwrap_or_default();
        (question.text.clone(), right)
    };
    vec![Part::Heading(tool.title.clone()), Part::Facts(tool.quiz.iter().map(told).collect())]
}

/// What is dated in it, with where it was read.
pub fn facts(book: &ToolBook, tool: &Tool) -> Vec<Part> {
    let told = tool.facts.iter().map(|one| {
        let source = book.source(&one.source).map_or("", |source| source.title.as_str());
        format!("{} ({}, {}\u{a0}; {})", one.text, ecosystem::at(one.on), source, fact_status(one.status))
    });
    vec![Part::Heading(tool.title.clone()), Part::List(told.collect())]
}
