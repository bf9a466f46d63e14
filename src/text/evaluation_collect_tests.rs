use super::*;
use crate::content::surveys::survey;
use crate::domain::evaluation::fixture::response;
use crate::domain::evaluation::follow_up::Dates;
use crate::domain::evaluation::response::Response;
use crate::domain::evaluation::survey::SurveyVersion;
use crate::domain::programme::id::SessionId;

fn one(fate: Fate) -> Came {
    Came { number: SecretNumber::new(7), session: SessionId::new("s1").unwrap(), survey: SurveyKind::EndOfDay, fate }
}

#[test]
fn what_came_is_summed_up() {
    let all = [Fate::New, Fate::New, Fate::Again, Fate::Differs(response(1, "s1", 0)), Fate::OtherCycle].map(one);
    assert_eq!(
        summary(&all).replace('\u{a0}', " "),
        "2 réponses reçues, 1 déjà reçue, 1 à départager, 1 d’un autre cycle, non gardée."
    );
    assert_eq!(summary(&[]).replace('\u{a0}', " "), "0 réponse reçue.");
    assert_eq!(came(&all[2]).how, How::Again);
}

#[test]
fn what_is_to_do_three_months_later_shows_when_nothing_came_on_the_day() {
    let of = |stand, dates| FollowUp {
        session: SessionId::new("s1").unwrap(),
        dates,
        is_after_window: false,
        asked: 2,
        received: 0,
        stand,
    };
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let [first, second] = ["2022-06-10", "2022-06-17"].map(day);
    let (held_on, due_on, closes_on) = (day("2022-03-03"), day("2022-06-03"), day("2022-07-01"));
    let dates = Some(Dates { held_on, due_on, reminders: [first, second], closes_on });
    let collect = "Recueillir les réponses de la journée";
    for (received, follow_up, said) in [
        (0, of(Stand::NotYet, dates), collect),
        (0, of(Stand::Remind(1), dates), "Premier rappel à faire"),
        (3, of(Stand::Remind(1), dates), "Premier rappel à faire"),
        (0, of(Stand::NoDate, None), "Indiquer la date de la session"),
        (3, of(Stand::NoDate, None), "Indiquer la date de la session"),
    ] {
        let next = next(true, received, Some(&follow_up));
        assert!(next.starts_with(said), "{next}");
        assert_eq!(next.ends_with("Aucune réponse de la journée"), received == 0 && said != collect, "{next}");
    }
    assert_eq!(next(true, 0, None), collect);
    assert!(next(false, 0, Some(&of(Stand::NotYet, dates))).starts_with("À venir"));
}

#[test]
fn how_many_numbers_were_made_is_said_against_how_many_people() {
    let plain = |text: String| text.replace('\u{a0}', " ");
    assert_eq!(plain(prepared(1, 0)), "1 questionnaire préparé, avec son numéro.");
    assert_eq!(plain(prepared(3, 12)), "3 questionnaires préparés, chacun avec son numéro, pour 12 personnes formées.");
    assert!(plain(one_too_many(12, 12)).starts_with("12 numéros sont déjà préparés pour 12 personnes formées."));
    assert_eq!(plain(prepare_again(12)), "Préparer à nouveau les mêmes 12 fichiers");
}

#[test]
fn how_many_questions_were_answered_is_said() {
    let plain = |answered_: usize| answered(answered_, 22).replace('\u{a0}', " ");
    assert_eq!(plain(0), "Aucune réponse pour l’instant, sur 22 questions");
    assert_eq!((plain(1), plain(3)), ("Réponse à 1 question sur 22".into(), "Réponses à 3 questions sur 22".into()));
}

#[test]
fn a_text_is_known_by_its_title_and_read_back() {
    let surveys = SurveyKind::ALL.map(|kind| survey(kind).unwrap().clone());
    let text = "> *Trois mois après la journée*\n> Numéro : x\n> 1) 2\n> 10) 2\n> 11) 1, 3";
    let asked = evaluation_mail::asked(text, &surveys).unwrap();
    assert_eq!(asked.kind, SurveyKind::ThreeMonths);
    assert_eq!(evaluation_mail::asked("Bonjour", &surveys), None);
    let read = evaluation_mail::read(text, asked);
    let lines = read_back(asked, &read.answers);
    assert_eq!(lines.first().map(|(_, said)| said.as_str()), Some("Oui, quelquefois"));
    assert!(!mail_faults(&read).is_empty());
}

#[test]
fn a_text_is_read_in_the_words_it_was_written_in() {
    let delivered = survey(SurveyKind::EndOfDay).unwrap().clone();
    let mut shorter = delivered.clone();
    shorter.version = SurveyVersion::new("w1").unwrap();
    shorter.sections[0].questions.remove(0);
    let surveys = [shorter, delivered.clone()];
    let one = Response { version: delivered.version.clone(), ..response(7, "s1", 1) };
    let text = evaluation_mail::write_answered(&delivered, &one, "Session");
    let asked = evaluation_mail::asked(&text, &surveys).unwrap();
    assert_eq!(asked.version, delivered.version);
    assert_eq!(evaluation_mail::read(&text, asked).answers.len(), 1);
    // Its words are not known here: those in use, and it is said.
    let unknown = text.replace(delivered.version.as_str(), "w9");
    let asked = evaluation_mail::asked(&unknown, &surveys).unwrap();
    assert_eq!(asked.version.as_str(), "w1");
    assert!(!is_sure(&evaluation_mail::read(&unknown, asked)));
}

#[test]
fn faults_say_where_and_what_to_do() {
    let survey = survey(SurveyKind::EndOfDay).unwrap();
    let id = QuestionId::new("free").unwrap();
    let (at, sentence) = answer_fault(survey, &AnswerFault::TooLong(id.clone()));
    assert_eq!(at, Some(id));
    assert!(sentence.starts_with("Ce que je veux ajouter\u{a0}:"), "{sentence}");
    assert_eq!(commitment_fault(CommitmentFault::TooLong(2)).0, 2);
    assert!(file_name(SecretNumber::new(7)).starts_with("reperes-avis-"));
}
