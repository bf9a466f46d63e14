// The places of a session: told, given up, given to whoever waits, asked for, moved.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { personId } from "./pages/programme_cycle.mjs";
import { Attendance, HASH, sessionRecords } from "./pages/programme_papers.mjs";
import { NEXT, withProgramme } from "./pages/programme_records.mjs";
import { Registrations } from "./pages/programme_registrations.mjs";
import { withRecords } from "./pages/records.mjs";

journey("les inscriptions : prévenir, annuler, donner une place, inscrire, déplacer", { route: "#/programme" }, async ({ page }) => {
  await withProgramme(page, `#/programme/session/${NEXT}/inscriptions`);
  const places = new Registrations(page);
  await places.told(/^3\spersonnes inscrites, 1\sen attente, plus de place libre\.$/);
  await page.getByText(/^Il manque 7\spersonnes pour un groupe de 10 à 15$/).waitFor();
  await page.getByText(/^Aucune place libre pour l’instant/).waitFor();
  await page.getByText(/^À prévoir\s: Une chaise à accoudoirs$/).waitFor();
  await page.getByRole("table", { name: "Par territoire (EPT)" }).waitFor();
  await inspect(page, "inscriptions d’une session");

  // Everybody who has a place is told.
  const message = await places.message();
  for (const said of [/Lieu\s: Maison 7, Salle 2/, /Adresse\s: 1 rue des Essais, Aulnay-sous-Bois/, /Accès\s: Métro/, /À apporter\s: \S/]) {
    assert.match(message, said);
  }
  await places.said(/^3\spersonnes à prévenir\.$/);
  await places.button("Noter les convocations comme envoyées").click();
  await places.said(/^Toutes les convocations sont notées comme envoyées\.$/);

  // A place is given up, with its reason, and goes to whoever waits.
  const dialog = await places.leave("ESSAI0006 Dominique");
  await dialog.getByRole("button", { name: "Annuler l’inscription" }).click();
  await dialog.getByText("Choisissez la raison.").first().waitFor();
  await inspect(page, "inscription, à annuler");
  await dialog.getByLabel("Annuler, parce que").selectOption({ label: "La structure ne la libère pas" });
  await dialog.getByRole("button", { name: "Annuler l’inscription" }).click();
  await places.said("Inscription annulée");
  await places.told(/^2\spersonnes inscrites, 1\sen attente, 1\splace libre\.$/);
  await places.button("Donner la place libre à la première personne").click();
  await places.said("Places données dans l’ordre de la liste");
  await places.told(/^3\spersonnes inscrites, plus de place libre\.$/);
  await places.said(/^1\spersonne à prévenir\.$/);
  await page.getByText("Inscriptions annulées (1)").click();
  await page.getByText(/^ESSAI0006 Dominique\. Annulée\s: la structure ne la libère pas$/).waitFor();

  // Several at once, but those who have a place elsewhere.
  await places.search("essai0007");
  await page.getByText(/déjà une place dans une autre session/).waitFor();
  assert.ok(await places.candidate("ESSAI0007").isDisabled());
  await places.search("ailleurs");
  await places.candidate("AILLEURS").check();
  await places.search("essai0006");
  // Those who were ticked under another search stay so.
  await places.button("Tout cocher").click();
  await places.button(/^Inscrire 2\spersonnes$/).click();
  await places.said(/2\spersonnes mises en liste d’attente/);
  await places.told(/^3\spersonnes inscrites, 2\sen attente, plus de place libre\.$/);

  // One of them goes to another session.
  const moving = await places.leave("AILLEURS Camille");
  await moving.getByRole("button", { name: "Déplacer vers cette session" }).click();
  await moving.getByText("Choisissez la session.").first().waitFor();
  await moving.getByLabel("Déplacer vers", { exact: true }).selectOption({ index: 1 });
  await moving.getByRole("button", { name: "Déplacer vers cette session" }).click();
  await places.said("Personne déplacée vers une autre session");
  await places.told(/^3\spersonnes inscrites, 1\sen attente, plus de place libre\.$/);

  // Back with a place, whoever was told of the former one is to be told again.
  const again = await places.leave("ATTENTE Camille");
  await again.getByLabel("Annuler, parce que").selectOption({ index: 1 });
  await again.getByRole("button", { name: "Annuler l’inscription" }).click();
  await places.said("Inscription annulée");
  await places.button(/^Donner la place\s: ESSAI0006 Dominique$/).click();
  await places.said(/inscription confirmée/);
  await places.said(/^1\spersonne à prévenir\.$/);
});

journey("qui quitte les listes libère sa place à venir", { route: "#/programme" }, async ({ page }) => {
  await withProgramme(page, `#/programme/personne/${personId(6)}`);
  const places = new Registrations(page);
  await page.getByRole("heading", { level: 1, name: /ESSAI0006/ }).waitFor();
  await places.button("Supprimer des listes").click();
  await page.getByRole("heading", { level: 1, name: "Personnes" }).waitFor();
  await page.evaluate((hash) => (location.hash = hash), `#/programme/session/${NEXT}/inscriptions`);
  await places.told(/^2\spersonnes inscrites, 1\sen attente, 1\splace libre\.$/);
  await places.button("Donner la place libre à la première personne").click();
  await places.told(/^3\spersonnes inscrites, plus de place libre\.$/);
});

journey("une inscription ne s’annule plus une fois la présence notée", { route: "#/programme" }, async ({ page }) => {
  await withRecords(page, sessionRecords(1), `${HASH}/inscriptions`);
  const [places, attendance] = [new Registrations(page), new Attendance(page)];
  await places.search("imprev");
  await places.candidate("IMPRÉVU").check();
  await places.button(/^Inscrire 1\spersonne$/).click();
  await places.told(/^2\spersonnes inscrites/);
  await attendance.open();
  await attendance.everybody("matin");
  await attendance.said("Tout le monde est là ce matin");
  await places.button("Annuler").click();
  await places.said(/Rien n’a été annulé/);
  await places.said(/1\spersonne garde sa place\s: sa présence est notée\./);
  assert.notEqual(await attendance.of("IMPRÉVU Camille", "matin").inputValue(), "a-noter");
});
