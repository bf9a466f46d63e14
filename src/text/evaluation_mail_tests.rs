use super::*;
use crate::content::surveys::survey;
use crate::domain::evaluation::survey::{ChoiceId, QuestionId, SurveyKind};
use proptest::prelude::*;

fn three_months() -> &'static Survey {
    survey(SurveyKind::ThreeMonths).unwrap()
}

fn reference() -> Reference {
    Reference {
        number: SecretNumber::new(123_456_789),
        session: SessionId::new("0190-abc").unwrap(),
        version: three_months().version.clone(),
        edition: 1,
    }
}

/// The number on paper of a question.
fn rank(id: &str) -> usize {
    1 + three_months().questions().position(|one| one.id.as_str() == id).unwrap()
}

fn filled(lines: &[(usize, &str)]) -> String {
    let blank = write(three_months(), &reference(), "Session du 3 mars 2022");
    let fill = |line: &str| {
        let said = lines.iter().find(|(rank, _)| line.trim_end() == format!("{rank})"));
        said.map_or_else(|| line.to_owned(), |(_, said)| format!("{line}{said}"))
    };
    blank.lines().map(fill).collect::<Vec<_>>().join("\n")
}

fn day() -> NaiveDate {
    "2022-06-08".parse().unwrap()
}

#[test]
fn a_blank_text_answers_nothing_and_bears_its_number() {
    let read = read(&filled(&[]), three_months());
    assert_eq!((read.number, read.session.clone()), (Some(reference().number), Some(reference().session)));
    assert_eq!((read.answers.len(), read.faults.len(), read.edition), (0, 0, 1));
    assert!(read.response(three_months(), day()).is_some());
}

#[test]
fn what_is_filled_in_is_read_however_it_was_quoted() {
    let (effect, towards, story) = (rank("effect-pix"), rank("towards"), rank("story"));
    let text = filled(&[(effect, "2"), (towards, "1, 3 et 4"), (story, "Un coffre-fort\nouvert ensemble")]);
    let quoted: String = text.lines().map(|line| format!("> {line}\r\n")).collect();
    let bom = format!("\u{feff}{}", text.replace('\u{a0}', " "));
    for text in [text.clone(), quoted, bom, format!("Bonjour,\nvoici mes réponses.\n{text}\n-- \nPrénom Nom\n06 00")]
    {
        let read = read(&text, three_months());
        assert_eq!(read.faults, [], "{text}");
        let said = |id: &str| read.answers.get(&QuestionId::new(id).unwrap()).cloned();
        assert_eq!(said("effect-pix"), Some(Answer::One(ChoiceId::new("sometimes").unwrap())));
        let ids = ["mediation", "social", "association"].map(|id| ChoiceId::new(id).unwrap());
        assert_eq!(said("towards"), Some(Answer::Many(ids.into())));
        assert_eq!(said("story"), Some(Answer::Text("Un coffre-fort\nouvert ensemble".to_owned())));
        assert_eq!(read.answers.len(), 3);
    }
}

#[test]
fn a_signature_is_no_answer() {
    let last = three_months().questions().count();
    let signed = |end: &str| {
        let text = filled(&[(rank("effect-pix"), "2")]);
        let cut = text.split(END).next().unwrap().trim_end().to_owned();
        read(&format!("{cut}{end}"), three_months())
    };
    for end in [
        "\n\nCordialement,\nJeanne Exemple\n01 99 00 00 00",
        "\n--\nJeanne Exemple",
        "\n\n== Fin du questionnaire ==\nJeanne Exemple",
        "\nDe : Équipe <equipe@exemple.fr>\nBonjour",
        "\nLe 3 juin 2022 à 10:00, Équipe a écrit\u{a0}:\n> Bonjour",
        "\n-----Message d’origine-----\nBonjour",
    ] {
        assert_eq!(signed(end).answers.len(), 1, "{end}");
    }
    // On the line below its number, it is an answer.
    let below = signed("\nMoins de temps");
    assert_eq!(below.answers.len(), 2);
    let question = three_months().numbered(last).unwrap();
    assert_eq!(below.answers.get(&question.id), Some(&Answer::Text("Moins de temps".to_owned())));
}

#[test]
fn what_is_too_long_is_said() {
    let story = rank("story");
    let read = read(&filled(&[(story, &"é".repeat(MAX_ANSWER_CHARS + 1))]), three_months());
    assert_eq!((read.faults.as_slice(), read.answers.len()), ([MailFault::TooLong(story)].as_slice(), 0));
    assert!(fault(&MailFault::TooLong(story)).contains("1\u{202f}000"));
}

#[test]
fn several_ways_of_writing_an_answer_are_one() {
    let effect = rank("effect-pix");
    let expected = Answer::One(ChoiceId::new("sometimes").unwrap());
    for line in [
        "{}) 2",
        "{} ) 2.",
        "{}. 2",
        "{}: 2",
        "{} - 2",
        "{}) 2 = Oui, quelquefois",
        "{}) oui, quelquefois",
        "  >> {})2",
    ] {
        let read = read(&line.replace("{}", &effect.to_string()), three_months());
        assert_eq!(read.answers.values().collect::<Vec<_>>(), [&expected], "{line}");
        assert_eq!(read.faults, [MailFault::NoNumber, MailFault::NoReference]);
    }
}

#[test]
fn what_is_unclear_is_said_and_the_rest_is_read() {
    let (effect, towards) = (rank("effect-pix"), rank("towards"));
    let text =
        format!("Numero : 7QK2-M0XD-44TX\n{effect}) 9\n{towards}) 1\n{towards}) 2\n99) 1\nRéférence : s autre 3\n");
    let read = read(&text, three_months());
    assert_eq!(read.number, None);
    assert_eq!((read.edition, read.session.as_ref().map(SessionId::as_str)), (3, Some("s")));
    let expected = [
        MailFault::Number(SecretFault::Mistyped),
        MailFault::Unclear { question: effect, said: "9".to_owned() },
        MailFault::Twice(towards),
        MailFault::OtherVersion(SurveyVersion::new("autre").unwrap()),
    ];
    let known: Vec<_> = expected.iter().filter(|one| read.faults.contains(one)).collect();
    assert_eq!(known.len(), expected.len(), "{:?}", read.faults);
    assert!(read.faults.iter().any(|one| matches!(one, MailFault::UnknownQuestion(99))));
    assert_eq!(read.response(three_months(), day()), None);
    for one in &read.faults {
        assert!(fault(one).ends_with(['.', '»']) || !fault(one).is_empty());
    }
}

fn any_answers() -> impl Strategy<Value = Answers> {
    let questions: Vec<Question> = three_months().questions().cloned().collect();
    let each = prop::collection::vec((any::<bool>(), any::<u16>(), "[a-zéè’ 0-9.)=>|*+\\-\n]{1,30}"), questions.len());
    each.prop_map(move |said| {
        let answer = |(question, (is_said, drawn, text)): (&Question, (bool, u16, String))| {
            let choices = question.choices();
            let answer = match &question.kind {
                QuestionKind::One { .. } => Answer::One(choices[usize::from(drawn) % choices.len()].id.clone()),
                QuestionKind::Many { .. } => {
                    let chosen = choices.iter().enumerate().filter(|(nth, _)| drawn >> nth & 1 == 1);
                    Answer::Many(chosen.map(|(_, choice)| choice.id.clone()).collect())
                }
                QuestionKind::Text => Answer::Text(text),
            };
            Some((question.id.clone(), question.accept(answer).unwrap()?)).filter(|_| is_said)
        };
        questions.iter().zip(said).filter_map(answer).collect()
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(answers in any_answers(), drawn in any::<u64>(), edition in 1..9_u16) {
        let Reference { session, version, .. } = reference();
        let (number, survey) = (SecretNumber::new(drawn), three_months());
        let response = Response { number, survey: survey.kind, version, session, on: day(), edition, answers };
        let text = write_answered(survey, &response, "Session du 3 mars 2022");
        let read = read(&text, survey);
        prop_assert_eq!(&read.faults, &[]);
        prop_assert_eq!(read.response(survey, day()), Some(response));
    }

    #[test]
    fn whatever_comes_back_is_read_without_harm(text in "(\\PC|[\n>:)0-9]){0,400}") {
        let _ = read(&text, three_months());
    }
}
