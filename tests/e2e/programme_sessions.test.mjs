// Sessions: two that clash, one that is cancelled with its reason, the calendar of the screen and that of other programs.
import assert from "node:assert/strict";
import { readCalendar } from "./harness/calendar.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { downloaded } from "./harness/storage.mjs";
import { CYCLE } from "./pages/programme_cycle.mjs";
import { NEXT, withProgramme } from "./pages/programme_records.mjs";
import { emptyCycle, Sessions } from "./pages/programme_sessions.mjs";
import { withRecords } from "./pages/records.mjs";

const ALL = /^Enregistrer le calendrier \(\.ics\)$/;

journey("les sessions : en ajouter, en copier une, les voir se heurter, en annuler une", { route: "#/programme" }, async ({ page }) => {
  await withRecords(page, emptyCycle(), "#/programme/sessions");
  const sessions = new Sessions(page);
  await sessions.at("Sessions");
  await page.getByRole("heading", { level: 2, name: "Aucune session pour l’instant" }).waitFor();
  await inspect(page, "sessions, aucune");

  await sessions.follow("Ajouter une session");
  await sessions.at("Ajouter une session");
  await sessions.fill({ Jour: "2022-06-14", Lieu: "Maison fictive", Salle: "Salle 2", "Matériel à apporter": "Feutres\nMultiprise" });
  await page.getByLabel("Alix FORMATRICE").check();
  await sessions.press("Ajouter la session");
  await sessions.at(/^Session 1 du 14\sjuin 2022$/);
  await sessions.said("Session ajoutée");
  assert.equal(await sessions.state(), "À planifier");
  await page.getByText(/^7\sh sans les pauses, pour 7\sh commandées$/).waitFor();
  await page.getByText(/^Prises électriques\s: à vérifier, indispensable$/).waitFor();
  await page.getByLabel(/^Prises électriques/).check();
  await page.getByText(/^Prises électriques\s: vérifié$/).waitFor();
  await page.getByRole("listitem").filter({ hasText: "Multiprise" }).waitFor();

  await sessions.press("Préparer une autre session comme celle-ci");
  await sessions.at("Modifier la session");
  await sessions.said("Session préparée");
  assert.equal(await page.getByLabel(/^Jour/).inputValue(), "");
  assert.equal(await page.getByLabel(/^Lieu/).inputValue(), "Maison fictive");
  await sessions.fill({ Jour: "2022-06-14" });
  await sessions.press("Enregistrer");
  await sessions.at(/^Session 2 du 14\sjuin 2022$/);
  await page.getByText("Alix FORMATRICE anime aussi la session 1 au même moment.").waitFor();
  await page.getByText("La session 1 occupe la même salle au même moment.").waitFor();
  await inspect(page, "session, deux au même moment");

  await sessions.list();
  assert.match(await sessions.row("Session 1"), /Mardi 14 juin 2022.*Maison fictive, Salle 2.*0 inscription sur 15 places.*À vérifier Alix FORMATRICE anime aussi la session 2/);
  await inspect(page, "sessions, liste");

  await sessions.follow("Session 2");
  await sessions.at(/^Session 2/);
  await sessions.press("Annuler la session");
  const dialog = page.getByRole("dialog", { name: "Annuler cette session" });
  await dialog.getByText("Personne n’y est inscrit ni n’attend de place.").waitFor();
  await dialog.getByRole("button", { name: "Annuler la session" }).click();
  await dialog.getByText(/Écrivez la raison/).first().waitFor();
  await inspect(page, "session, à annuler");
  await dialog.getByLabel(/^Pourquoi est-elle annulée/).fill("Salle inondée");
  await dialog.getByRole("button", { name: "Annuler la session" }).click();
  await sessions.said("Session annulée");
  assert.equal(await sessions.state(), "Annulée : Salle inondée");
  assert.equal(await page.getByText(/anime aussi/).count(), 0);

  await sessions.list();
  assert.match(await sessions.row("Session 2"), /Annulée : Salle inondée$/);
  await page.getByLabel("État", { exact: true }).selectOption("Annulée");
  await sessions.said(/^1\ssession sur 2$/);
  await page.getByRole("rowheader", { name: "Session 1", exact: true }).waitFor({ state: "detached" });
  await sessions.follow("Voir le calendrier");
  await sessions.at(/^Calendrier, juin 2022$/);
  const day = page.getByRole("cell").filter({ hasText: /Session 1/ });
  assert.match((await day.innerText()).replace(/\s+/g, " "), /14 Session 1 .*Session 2 .*Annulée/);
  await page.getByText("Fin du cycle").waitFor();
  await inspect(page, "calendrier des sessions");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText(/^Mardi 14$/).waitFor();
  await inspect(page, "calendrier des sessions, téléphone");
  await page.setViewportSize({ width: 1280, height: 800 });
  await sessions.follow("Mois précédent : mai 2022");
  await sessions.at(/^Calendrier, mai 2022$/);
  await page.getByText("Aucune session ce mois-ci.").waitFor();

  await sessions.list();
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: ALL }).click());
  assert.equal(name, "reperes-sessions.ics");
  const events = readCalendar(text);
  assert.deepEqual(events.map(({ status }) => status), ["TENTATIVE", "CANCELLED"]);
  assert.deepEqual([events[0].starts, events[0].ends], ["2022-06-14T07:00:00.000Z", "2022-06-14T15:00:00.000Z"]);
  assert.equal(events[0].summary, "Cycle d’essai, session 1");
  assert.equal(events[0].location, "Maison fictive, Salle 2");
  assert.ok(!/alix|formatrice/i.test(text), "le fichier ne nomme personne");
});

journey("une session : elle se tient, son compte rendu s’écrit, elle se retire et revient", { route: "#/programme" }, async ({ page }) => {
  await withProgramme(page, `#/programme/session/${NEXT}`);
  const sessions = new Sessions(page);
  await sessions.at(/^Session 7 du /);
  assert.equal(await sessions.state(), "Confirmée");
  await inspect(page, "session, confirmée");
  await sessions.press("La session a été tenue");
  await sessions.said("Session tenue");
  assert.equal(await sessions.state(), "Tenue");
  await page.getByRole("button", { name: "Annuler ce changement" }).click();
  await sessions.said("Changement annulé");
  assert.equal(await sessions.state(), "Confirmée");

  await page.getByLabel(/^Compte rendu de la journée/).fill("Matinée animée, deux retards.");
  await sessions.press("Enregistrer le compte rendu");
  await sessions.said("Compte rendu enregistré");

  const one = await downloaded(page, () => page.getByRole("button", { name: ALL }).click());
  assert.match(one.name, /^reperes-session-2022-\d\d-\d\d\.ics$/);
  const [event] = readCalendar(one.text);
  assert.equal(event.status, "CONFIRMED");
  assert.match(event.description, /Accès\s: Métro, puis dix minutes à pied/);

  // Cancelled: whoever had a place or waited for one has none left.
  await sessions.press("Annuler la session");
  const dialog = page.getByRole("dialog", { name: "Annuler cette session" });
  await dialog.getByText(/inscriptions? et 1\splace en attente seront annulées avec elle\.$/).waitFor();
  await dialog.getByLabel(/^Pourquoi est-elle annulée/).fill("Salle fermée");
  await dialog.getByRole("button", { name: "Annuler la session" }).click();
  await sessions.said("Session annulée");
  await page.getByText(/^0\sinscription sur 3\splaces\./).waitFor();
  await page.getByRole("button", { name: "Annuler ce changement" }).click();
  await sessions.said("Session et inscriptions rétablies");
  await page.getByText(/sur 3\splaces, 1 en attente\./).waitFor();

  await sessions.press("Supprimer cette session");
  await sessions.at("Sessions");
  await page.getByText("Session supprimée (1)").click();
  await page.getByRole("button", { name: /^Rétablir\s: / }).click();
  await sessions.said("Session rétablie");
  await page.getByRole("rowheader", { name: "Session 12", exact: true }).waitFor();
});

journey("le seul cycle, supprimé, se rétablit avec ses sessions", { route: "#/programme" }, async ({ page }) => {
  await withProgramme(page, `#/programme/cycle/${CYCLE}`);
  const sessions = new Sessions(page);
  await sessions.at("Modifier le cycle");
  await sessions.press("Supprimer ce cycle…");
  const dialog = page.getByRole("dialog", { name: /^Supprimer ce cycle/ });
  await dialog.getByText(/Rien n’est effacé\s: tout revient avec lui/).waitFor();
  await inspect(page, "cycle, à supprimer");
  await dialog.getByRole("button", { name: "Supprimer ce cycle" }).click();
  await sessions.said("Cycle supprimé");
  await page.reload();
  await page.getByRole("heading", { level: 2, name: "Aucun cycle de formation pour l’instant" }).waitFor();
  await page.getByText("Cycle supprimé (1)").click();
  await inspect(page, "programme, cycle supprimé");
  await page.getByRole("button", { name: /^Rétablir\s: Cycle d’essai, du / }).click();
  await sessions.said("Cycle rétabli");
  await sessions.list();
  await page.getByRole("rowheader", { name: "Session 1", exact: true }).waitFor();
});

journey("le formulaire d’une session dit sa durée pendant la saisie", { route: "#/programme" }, async ({ page }) => {
  await withRecords(page, emptyCycle(), "#/programme/session/nouveau");
  const said = (words) => page.getByRole("status").filter({ hasText: words }).waitFor();
  await said(/^7\sh de formation, pauses déduites\.$/);
  const morning = page.getByRole("group", { name: /^Matin/ });
  await morning.getByLabel(/^Pause, en minutes/).fill("30");
  await said(/^6\sh\s30 de formation, pauses déduites\. Il manque 30\smin pour 7\sh\.$/);
  await morning.getByLabel(/^Fin/).fill("");
  await said(/^Complétez ou corrigez les horaires/);
  await inspect(page, "session, durée en cours de saisie");
});
