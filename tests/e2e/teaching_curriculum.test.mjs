// The curriculum: a version is copied, written, checked, compared, and kept once a session was held with it.
import assert from "node:assert/strict";
import { journey } from "./harness/journey.mjs";
import { CYCLE, sessionId } from "./pages/programme_cycle.mjs";
import { emptyCycle } from "./pages/programme_sessions.mjs";
import { record, withRecords } from "./pages/records.mjs";
import { Curriculum, PIX, VERSION, versionRecords, withVersion } from "./pages/teaching_curriculum.mjs";

journey("une version s’écrit : l’ordre, une copie, un retrait que l’on annule", {}, async ({ page }) => {
  await withVersion(page);
  const day = new Curriculum(page);
  await day.at("Version d’essai");
  assert.deepEqual(await day.titles(), ["Accueil fictif", "Réseau fictif", "Pix fictif"]);
  assert.deepEqual(await day.times(), ["9 h", "9 h 30", "10 h 15"]);

  await day.act("Monter", "Pix fictif");
  await day.said(/«\sPix fictif\s»\s*: place 2 sur 3/);
  assert.deepEqual(await day.titles(), ["Accueil fictif", "Pix fictif", "Réseau fictif"]);
  assert.deepEqual(await day.times(), ["9 h", "9 h 30", "10 h 30"]);
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Monter\s*:\s*Pix fictif/);

  await day.act("Dupliquer", "Accueil fictif");
  await day.said("Séquence copiée");
  assert.equal((await day.titles())[1].replace(/\s/g, " "), "Copie de « Accueil fictif »");
  await day.act("Retirer", "Accueil fictif");
  await day.said("Séquence retirée");
  assert.equal((await day.titles()).length, 3);
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await day.said("Séquence rétablie");
  assert.equal((await day.titles())[0], "Accueil fictif");

  await page.getByRole("link", { name: "Pix fictif", exact: true }).click();
  await day.at("Pix fictif");
  await page.getByRole("link", { name: "Modifier la séquence" }).click();
  await page.getByLabel(/^Durée, en minutes/).fill("50");
  await page.getByRole("group", { name: /^Minutes actives/ }).getByLabel("Cartographie", { exact: true }).fill("10");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await day.said("Séquence enregistrée");
  await page.getByText(/Cartographie 10\smin/).waitFor();
});

journey("la couverture dit ce qui manque, et deux versions se comparent en phrases", {}, async ({ page }) => {
  await withVersion(page, `#/referentiel/${VERSION}/couverture`);
  const day = new Curriculum(page);
  await day.at("Couverture des objectifs");
  await page.getByRole("heading", { level: 3, name: "Ce que le cahier des charges demande" }).waitFor();
  await page.getByText(/^La journée compte/).waitFor();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Proposer Pix à bon escient" }) });
  assert.match((await row.innerText()).replace(/\s+/g, " "), /40 40 min Rien$/);

  await page.evaluate((to) => (location.hash = to), `#/referentiel`);
  await day.at("Référentiel pédagogique");
  await page.getByRole("button", { name: /^Copier pour l’adapter\s*:\s*Version d’essai$/ }).click();
  await day.at("Modifier la version");
  await page.getByLabel(/^Nom de la version/).fill("Version courte");
  await page.getByLabel(/^Début de la journée/).fill("09:30");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await day.at("Version courte");
  await day.act("Retirer", "Pix fictif");
  await day.said("Séquence retirée");
  const copy = await page.evaluate(() => location.hash.split("/")[2]);
  await page.evaluate((to) => (location.hash = to), `#/referentiel/${VERSION}/comparer/${copy}`);
  await day.at("Comparer deux versions");
  await page.getByText(/^1\sséquence retirée\.$/).waitFor();
  await page.getByText(/La journée commence à 9\sh\s30 au lieu de 9\sh\./).waitFor();
  await page.getByText(/La formation dure 1\sh\s15 au lieu de 2\sh\s15/).waitFor();
  await page.getByRole("heading", { level: 2, name: /Séquence retirée\s*:\s*«\sPix fictif\s»/ }).waitFor();
});

journey("une session tenue fige la version qu’elle suit", {}, async ({ page }) => {
  const session = record({ cycle: CYCLE, held_on: "2022-01-10", place: "Maison fictive", curriculum: VERSION, status: { is: "confirmed" } });
  const records = { ...emptyCycle(), ...versionRecords(), session: { [sessionId(1)]: session } };
  await withRecords(page, records, `#/programme/session/${sessionId(1)}`);
  const day = new Curriculum(page);
  await page.getByText("Version d’essai", { exact: true }).waitFor();
  await page.getByRole("button", { name: "La session a été tenue" }).click();
  await page.getByRole("button", { name: "Annuler ce changement" }).waitFor();
  await page.evaluate((to) => (location.hash = to), `#/referentiel/${VERSION}`);
  await page.getByText(/Figée le 10\sjanvier\s2022/).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Monter/ }).count(), 0);
  await page.evaluate((to) => (location.hash = to), `#/referentiel/${VERSION}/sequence/${PIX}/modifier`);
  await day.at("Version à lire seulement");
});
