use super::*;
use crate::domain::directory::query::Display;
use crate::domain::evaluation::survey::SurveyKind;
use crate::domain::exercise::code::ExerciseCode;
use crate::domain::exercise::seat::Seat;
use crate::domain::exercise::work::Moment;
use crate::domain::interview::id::CaseId;
use crate::domain::network::card::CardId;
use crate::domain::programme::document::Paper;
use crate::domain::programme::hours::Half;
use crate::domain::programme::id::{
    ActionId, ComplaintId, CycleId, MeetingId, ProfessionalId, RiskId, SessionId, StructureId, TrainerId,
};
use crate::records::{Key, Kind};
use crate::route::evaluation::{Device, Reader};
use crate::route::programme::SessionPart;

fn id() -> RecordId {
    RecordId::new("0192f").unwrap()
}

fn item() -> ItemId {
    ItemId::new("mail").unwrap()
}

fn code() -> ExerciseCode {
    "46G2-0G3A".parse().unwrap()
}

fn block() -> BlockId {
    BlockId::new("freins").unwrap()
}

fn of_session(part: SessionPart) -> Route {
    ProgrammeRoute::Session(SessionId(id()), part).into()
}

fn table() -> Vec<(Route, &'static str)> {
    vec![
        (Route::Home, "#/"),
        (Route::Interviews, "#/diagnostic"),
        (Route::NewInterview, "#/diagnostic/nouveau"),
        (Route::Rules, "#/diagnostic/regles"),
        (Route::Interview(id()), "#/diagnostic/0192f"),
        (Route::Step(id(), Step::Block(block()), Return::Flow), "#/diagnostic/0192f/bloc/freins"),
        (Route::Step(id(), Step::Block(block()), Return::Review), "#/diagnostic/0192f/bloc/freins?retour=verification"),
        (Route::Step(id(), Step::Item(item()), Return::Flow), "#/diagnostic/0192f/question/mail"),
        (Route::Step(id(), Step::Item(item()), Return::Review), "#/diagnostic/0192f/question/mail?retour=verification"),
        (Route::Step(id(), Step::Checkpoint(block()), Return::Flow), "#/diagnostic/0192f/etape/freins"),
        (Route::Step(id(), Step::Check, Return::Flow), "#/diagnostic/0192f/verifier"),
        (Route::Result(id()), "#/diagnostic/0192f/resultat"),
        (Route::PersonSheet(id()), "#/diagnostic/0192f/fiche"),
        (Route::ProfessionalSheet(id()), "#/diagnostic/0192f/fiche-professionnelle"),
        (Route::directory(), "#/annuaire"),
        (Route::Directory(DirectoryQuery::of_text("pôle & co")), "#/annuaire?q=p%C3%B4le%20%26%20co"),
        (Route::DirectoryImport, "#/annuaire/importer"),
        (Route::DirectoryReplace(id()), "#/annuaire/importer/0192f"),
        (
            Route::Directory(DirectoryQuery { display: Display::Map, ..DirectoryQuery::of_text("relais") }),
            "#/annuaire?q=relais&vue=carte",
        ),
        (Route::BaseMap, "#/annuaire/fond-de-carte"),
        (Route::Place(PlaceId::new("a/b#1 é").unwrap()), "#/annuaire/lieu/a%2Fb%231%20%C3%A9"),
        (Route::Lists, "#/annuaire/listes"),
        (Route::List(id()), "#/annuaire/listes/0192f"),
        (Route::Lost, "#/annuaire/a-rattacher"),
        (Route::Ecosystem { query: String::new(), mission: None }, "#/ecosysteme"),
        (
            Route::Ecosystem { query: "un & deux".to_owned(), mission: Some(Mission::Equip) },
            "#/ecosysteme?q=un%20%26%20deux&mission=equip",
        ),
        (Route::Ecosystem { query: String::new(), mission: Some(Mission::Papers) }, "#/ecosysteme?mission=papers"),
        (Route::NewActor, "#/ecosysteme/nouveau"),
        (Route::Actor(ActorId::new("caf-93").unwrap()), "#/ecosysteme/acteur/caf-93"),
        (Route::Missions, "#/ecosysteme/missions"),
        (Route::Network, "#/ecosysteme/reseau"),
        (Route::ToComplete, "#/ecosysteme/a-completer"),
        (ExerciseRoute::List.into(), "#/exercice"),
        (ExerciseRoute::New.into(), "#/exercice/nouveau"),
        (ExerciseRoute::Join.into(), "#/exercice/rejoindre"),
        (ExerciseRoute::Bag.into(), "#/exercice/mallette"),
        (ExerciseRoute::Cases.into(), "#/exercice/cas"),
        (ExerciseRoute::NewCase.into(), "#/exercice/cas/nouveau"),
        (ExerciseRoute::Case(CaseId::new("nadia").unwrap()).into(), "#/exercice/cas/nadia"),
        (ExerciseRoute::CaseEdit(CaseId::new("nadia").unwrap()).into(), "#/exercice/cas/nadia/ecrire"),
        (ExerciseRoute::Desk(code()).into(), "#/exercice/46g2-0g3a"),
        (ExerciseRoute::Debrief(code(), CaseId::new("nadia").unwrap()).into(), "#/exercice/46g2-0g3a/cas/nadia"),
        (ExerciseRoute::Wall(code(), CaseId::new("nadia").unwrap()).into(), "#/exercice/46g2-0g3a/cas/nadia/mur"),
        (ExerciseRoute::Ticket(code()).into(), "#/exercice/46g2-0g3a/numero"),
        (ExerciseRoute::Seat(code(), Seat::new(7).unwrap()).into(), "#/exercice/46g2-0g3a/numero/7f"),
        (ExerciseRoute::PaperEntry(code(), CaseId::new("nadia").unwrap()).into(), "#/exercice/46g2-0g3a/saisie/nadia"),
        (
            ExerciseRoute::PaperCorrection(code(), CaseId::new("nadia").unwrap(), id()).into(),
            "#/exercice/46g2-0g3a/saisie/nadia/0192f",
        ),
        (ExerciseRoute::CasePaper(code(), CaseId::new("nadia").unwrap()).into(), "#/exercice/46g2-0g3a/papier/nadia"),
        (ExerciseRoute::AllPaper(code()).into(), "#/exercice/46g2-0g3a/papier"),
        (ExerciseRoute::Closing(code()).into(), "#/exercice/46g2-0g3a/cloture"),
        (
            ExerciseRoute::Positioning(code(), Seat::new(7).unwrap(), Moment::Before).into(),
            "#/exercice/46g2-0g3a/numero/7f/matin",
        ),
        (
            ExerciseRoute::Positioning(code(), Seat::new(7).unwrap(), Moment::After).into(),
            "#/exercice/46g2-0g3a/numero/7f/soir",
        ),
        (ExerciseRoute::Progress(code()).into(), "#/exercice/46g2-0g3a/avant-apres"),
        (ExerciseRoute::PositioningEntry(code()).into(), "#/exercice/46g2-0g3a/avant-apres/saisie"),
        (ExerciseRoute::PositioningCorrection(code(), id()).into(), "#/exercice/46g2-0g3a/avant-apres/saisie/0192f"),
        (ExerciseRoute::PositioningPaper(code()).into(), "#/exercice/46g2-0g3a/avant-apres/papier"),
        (CommunityRoute::Cards.into(), "#/reseau"),
        (CommunityRoute::Session(SessionId(id())).into(), "#/reseau/session/0192f"),
        (CommunityRoute::NewCard.into(), "#/reseau/nouvelle"),
        (CommunityRoute::NewIn(SessionId(id())).into(), "#/reseau/nouvelle/0192f"),
        (
            CommunityRoute::NewFor(SessionId(id()), ProfessionalId::new("p").unwrap()).into(),
            "#/reseau/nouvelle/0192f/p",
        ),
        (CommunityRoute::Card(CardId(id())).into(), "#/reseau/carte/0192f"),
        (CommunityRoute::CardEdit(CardId(id())).into(), "#/reseau/carte/0192f/modifier"),
        (CommunityRoute::Pairs.into(), "#/reseau/binomes"),
        (CommunityRoute::Oriented.into(), "#/reseau/qui-oriente"),
        (CommunityRoute::NewCount.into(), "#/reseau/qui-oriente/nouveau"),
        (CommunityRoute::Paper(None).into(), "#/reseau/annuaire"),
        (CommunityRoute::Paper(Some(SessionId(id()))).into(), "#/reseau/annuaire/0192f"),
        (EvaluationRoute::Home.into(), "#/evaluation"),
        (EvaluationRoute::Session(SessionId(id())).into(), "#/evaluation/session/0192f"),
        (
            EvaluationRoute::Answer(SessionId(id()), SurveyKind::EndOfDay, Device::Own).into(),
            "#/evaluation/repondre/0192f/fin-de-journee",
        ),
        (
            EvaluationRoute::Answer(SessionId(id()), SurveyKind::EndOfDay, Device::Room).into(),
            "#/evaluation/repondre/0192f/fin-de-journee/tablette",
        ),
        (
            EvaluationRoute::Tablet(SessionId(id()), SurveyKind::ThreeMonths).into(),
            "#/evaluation/tablette/0192f/trois-mois",
        ),
        (
            EvaluationRoute::Entry(SessionId(id()), SurveyKind::ThreeMonths).into(),
            "#/evaluation/saisir/0192f/trois-mois",
        ),
        (EvaluationRoute::Paper(SurveyKind::EndOfDay, None).into(), "#/evaluation/papier/fin-de-journee"),
        (
            EvaluationRoute::Paper(SurveyKind::ThreeMonths, Some(SessionId(id()))).into(),
            "#/evaluation/papier/trois-mois/0192f",
        ),
        (EvaluationRoute::Commitments(SessionId(id())).into(), "#/evaluation/engagements/0192f"),
        (EvaluationRoute::FollowUp.into(), "#/evaluation/suivi"),
        (EvaluationRoute::Wording(SurveyKind::EndOfDay).into(), "#/evaluation/questionnaire/fin-de-journee"),
        (EvaluationRoute::Texts.into(), "#/evaluation/textes"),
        (EvaluationRoute::Synthesis.into(), "#/evaluation/synthese"),
        (EvaluationRoute::SynthesisPaper(Reader::Commissioner).into(), "#/evaluation/synthese/papier"),
        (EvaluationRoute::SynthesisPaper(Reader::Partners).into(), "#/evaluation/synthese/partenaires"),
        (EvaluationRoute::Closing.into(), "#/evaluation/cloture"),
        (ProgrammeRoute::Home.into(), "#/programme"),
        (ProgrammeRoute::Gauge.into(), "#/programme/jauge"),
        (ProgrammeRoute::NewCycle.into(), "#/programme/cycle/nouveau"),
        (ProgrammeRoute::Cycles.into(), "#/programme/cycle"),
        (ProgrammeRoute::Cycle(CycleId(id())).into(), "#/programme/cycle/0192f"),
        (ProgrammeRoute::Sessions.into(), "#/programme/sessions"),
        (ProgrammeRoute::Calendar(None).into(), "#/programme/calendrier"),
        (ProgrammeRoute::Calendar("2022-03-01".parse().ok()).into(), "#/programme/calendrier/2022-03"),
        (ProgrammeRoute::NewSession.into(), "#/programme/session/nouveau"),
        (of_session(SessionPart::Summary), "#/programme/session/0192f"),
        (of_session(SessionPart::Edit), "#/programme/session/0192f/modifier"),
        (of_session(SessionPart::Registrations), "#/programme/session/0192f/inscriptions"),
        (of_session(SessionPart::Attendance), "#/programme/session/0192f/presences"),
        (of_session(SessionPart::Papers), "#/programme/session/0192f/documents"),
        (of_session(SessionPart::AllPapers), "#/programme/session/0192f/documents/dossier"),
        (of_session(SessionPart::Paper(Paper::Programme)), "#/programme/session/0192f/documents/programme"),
        (of_session(SessionPart::Paper(Paper::Invitations)), "#/programme/session/0192f/documents/convocations"),
        (of_session(SessionPart::Paper(Paper::Participants)), "#/programme/session/0192f/documents/liste"),
        (
            of_session(SessionPart::Paper(Paper::Attendance(Half::Morning))),
            "#/programme/session/0192f/documents/emargement-matin",
        ),
        (
            of_session(SessionPart::Blank(Paper::Attendance(Half::Afternoon))),
            "#/programme/session/0192f/documents/emargement-apres-midi/vierge",
        ),
        (of_session(SessionPart::Paper(Paper::Report)), "#/programme/session/0192f/documents/compte-rendu"),
        (of_session(SessionPart::Paper(Paper::Certificates)), "#/programme/session/0192f/documents/certificats"),
        (of_session(SessionPart::Paper(Paper::Attestations)), "#/programme/session/0192f/documents/attestations"),
        (of_session(SessionPart::Paper(Paper::Invoice)), "#/programme/session/0192f/documents/annexe-facture"),
        (ProgrammeRoute::People.into(), "#/programme/personnes"),
        (ProgrammeRoute::NewPerson.into(), "#/programme/personne/nouveau"),
        (ProgrammeRoute::Person(ProfessionalId(id())).into(), "#/programme/personne/0192f"),
        (ProgrammeRoute::PersonEdit(ProfessionalId(id())).into(), "#/programme/personne/0192f/modifier"),
        (ProgrammeRoute::ImportPeople.into(), "#/programme/personnes/importer"),
        (ProgrammeRoute::Trainers.into(), "#/programme/equipe"),
        (ProgrammeRoute::NewTrainer.into(), "#/programme/equipe/nouveau"),
        (ProgrammeRoute::Trainer(TrainerId(id())).into(), "#/programme/equipe/0192f"),
        (ProgrammeRoute::Structures.into(), "#/programme/structures"),
        (ProgrammeRoute::NewStructure.into(), "#/programme/structure/nouveau"),
        (ProgrammeRoute::Structure(StructureId(id())).into(), "#/programme/structure/0192f"),
        (ProgrammeRoute::StructureEdit(StructureId(id())).into(), "#/programme/structure/0192f/modifier"),
        (ProgrammeRoute::Provider.into(), "#/programme/organisme"),
        (ProgrammeRoute::Wording.into(), "#/programme/formulations"),
        (ProgrammeRoute::Log.into(), "#/programme/suivi"),
        (ProgrammeRoute::LogPaper.into(), "#/programme/suivi/dossier"),
        (ProgrammeRoute::NewMeeting.into(), "#/programme/suivi/echange/nouveau"),
        (ProgrammeRoute::Meeting(MeetingId(id())).into(), "#/programme/suivi/echange/0192f"),
        (ProgrammeRoute::NewAction.into(), "#/programme/suivi/action/nouveau"),
        (ProgrammeRoute::Action(ActionId(id())).into(), "#/programme/suivi/action/0192f"),
        (ProgrammeRoute::NewRisk.into(), "#/programme/suivi/risque/nouveau"),
        (ProgrammeRoute::Risk(RiskId(id())).into(), "#/programme/suivi/risque/0192f"),
        (ProgrammeRoute::NewComplaint.into(), "#/programme/suivi/reclamation/nouveau"),
        (ProgrammeRoute::Complaint(ComplaintId(id())).into(), "#/programme/suivi/reclamation/0192f"),
        (Route::Data, "#/donnees"),
        (Route::Points, "#/donnees/points"),
        (Route::Share, "#/donnees/partager"),
        (Route::ToCheck, "#/donnees/a-verifier"),
        (Route::ToDelete, "#/donnees/a-supprimer"),
        (Route::EndOfSession, "#/donnees/fin-de-seance"),
        (Route::Help, "#/aide"),
        (Route::Preferences, "#/preferences"),
        (Route::Privacy, "#/confidentialite"),
        (Route::Accessibility, "#/accessibilite"),
    ]
}

#[test]
fn each_screen_is_printed_and_read() {
    for (route, hash) in table() {
        assert_eq!(route.to_hash(), hash);
        assert_eq!(Route::from_hash(hash), Some(route), "{hash}");
    }
}

#[test]
fn every_document_is_printed_and_read_filled_and_blank() {
    for paper in Paper::ALL {
        for part in [SessionPart::Paper(paper), SessionPart::Blank(paper)] {
            let route = of_session(part);
            assert_eq!(Route::from_hash(&route.to_hash()), Some(route), "{part:?}");
        }
    }
}

#[test]
fn a_record_of_the_programme_is_found_again() {
    let at = |kind: &str| {
        let key = Key { kind: Kind::new(kind).unwrap(), id: id() };
        ProgrammeRoute::of_record(&key).map(|route| route.to_hash())
    };
    assert_eq!(at("session").as_deref(), Some("#/programme/session/0192f/modifier"));
    assert_eq!(at("risk").as_deref(), Some("#/programme/suivi/risque/0192f"));
    assert_eq!((at("registration"), at("interview")), (None, None));
}

#[test]
fn only_the_wall_is_shown_bare() {
    let bare: Vec<&str> = table().into_iter().filter(|(route, _)| route.is_public()).map(|(_, hash)| hash).collect();
    assert_eq!(bare, ["#/exercice/46g2-0g3a/cas/nadia/mur"]);
}

#[test]
fn what_is_no_address_of_ours_is_left_alone() {
    assert_eq!(Route::from_hash("#contenu"), None);
    assert_eq!(Route::from_hash(""), Some(Route::Home));
    assert_eq!(Route::from_hash("#/donnees/"), Some(Route::Data));
    let unknown_mission = Route::Ecosystem { query: "rsa".to_owned(), mission: None };
    assert_eq!(Route::from_hash("#/ecosysteme?mission=later&q=rsa"), Some(unknown_mission));
}

#[test]
fn a_wrong_address_is_not_found() {
    for hash in [
        "#/rien",
        "#/diagnostic/a b",
        "#/diagnostic/0192f/question/É",
        "#/diagnostic/0192f/ailleurs",
        "#/annuaire/ailleurs",
        "#/annuaire/listes/a b",
        "#/annuaire/listes/0192f/x",
        "#/annuaire/lieu/%ZZ",
        "#/annuaire/lieu/%",
        "#/annuaire/lieu/%FF",
        "#/diagnostic/0192f/fiche/x",
        "#/ecosysteme/acteur/É",
        "#/ecosysteme/ailleurs",
        "#/ecosysteme?q=%FF",
        "#/exercice/46g2-0g3a/cas/nadia/ailleurs",
        "#/exercice/46g2-0g3a/numero/7f/midi",
        "#/programme/ailleurs",
        "#/programme/calendrier/mars",
        "#/programme/session/0192f/documents/ailleurs",
        "#/programme/session/0192f/documents/liste/blanche",
        "#/programme/suivi/ailleurs/0192f",
    ] {
        assert_eq!(Route::from_hash(hash), Some(Route::NotFound), "{hash}");
    }
}

proptest::proptest! {
    #[test]
    fn any_search_and_any_place_come_back(query in "\\PC{0,40}", place in "\\PC{1,40}") {
        let actors = Route::Ecosystem { query: query.clone(), mission: Some(Mission::Teach) };
        for route in [Route::Directory(DirectoryQuery::of_text(query)), actors] {
            proptest::prop_assert_eq!(Route::from_hash(&route.to_hash()), Some(route));
        }
        if let Some(id) = PlaceId::new(&place) {
            let route = Route::Place(id);
            proptest::prop_assert_eq!(Route::from_hash(&route.to_hash()), Some(route));
        }
    }
}
