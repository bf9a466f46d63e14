// The interview: led by keyboard, left and resumed, changed, refused by a failing browser, removed and restored.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { Interview } from "./pages/interview.mjs";

const START = { route: "#/diagnostic/nouveau" };
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());

/** From now on the browser refuses to write, as when its space is full. */
const refuseWrites = (page) =>
  page.evaluate(() => {
    window.original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
      return window.original.call(this, stores, mode, options);
    };
  });

const allowWrites = (page) => page.evaluate(() => (IDBDatabase.prototype.transaction = window.original));

journeyBothWays("une personne répond au clavier seul, une question par page", START, async ({ page }) => {
  const interview = new Interview(page);
  const { keyboard } = page;
  await interview.tabTo(/^Repérage/);
  await keyboard.press("Space");
  await interview.tabTo(/^Entretien/);
  await keyboard.press("ArrowDown");
  assert.ok(await page.getByRole("radio", { name: /La personne répond/ }).isChecked());
  await keyboard.press("Enter");
  await interview.at(/en ce moment/);
  assert.match(await page.title(), /^Question 1 sur \d+ – Demande et urgence – Repères$/);
  assert.match(await focused(page), /en ce moment/, "le titre reçoit le focus");

  await keyboard.press("Tab");
  await keyboard.press("Space");
  await interview.tabTo(/^Chercher un emploi/);
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await interview.at(/date à respecter/);
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await keyboard.press("ArrowDown");
  assert.ok(await interview.row("Dans la semaine").isChecked());
  await keyboard.press("Enter");
  await interview.at("Demande et urgence : vos réponses");
  await interview.tabTo(/^Continuer/);
  await keyboard.press("Enter");
  await interview.at(/Quels appareils/);
  await interview.tabTo(/^Passer cette question/);
  await keyboard.press("Enter");
  await interview.at("Équipement : vos réponses");
  await page.getByText("Pas encore répondu").waitFor();
});

journey("retour, recharge et reprise rendent chaque réponse", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ presentation: "onePerPage" });
  await interview.row("Faire une démarche en ligne").check();
  await interview.button("Continuer").click();
  await interview.at(/date à respecter/);
  await page.goBack();
  await interview.at(/en ce moment/);
  assert.ok(await interview.row("Faire une démarche en ligne").isChecked());
  await page.goForward();
  await interview.at(/date à respecter/);
  await interview.link("Retour").click();
  await interview.at(/en ce moment/);
  assert.ok(await interview.row("Faire une démarche en ligne").isChecked());
  await interview.button("Continuer").click();
  await interview.row("Plus tard").check();
  await interview.button("Continuer").click();
  await interview.at(/Que se passe-t-il/);
  await page.reload();
  await interview.at(/Que se passe-t-il/);
  await page.evaluate(() => (location.hash = "#/diagnostic"));
  await interview.link(/^Reprendre/).click();
  await interview.at(/Que se passe-t-il/);
  await page.goBack();
  await interview.at("Entretiens");
});

journey("continuer sans réponse se dit, passer est permis", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ presentation: "onePerPage" });
  await interview.button("Continuer").click();
  await interview.link("Choisissez une réponse, ou passez cette question.").waitFor();
  assert.match(await page.title(), /^Erreur – Question 1/);
  await inspect(page, "question sans réponse");
  await interview.link("Choisissez une réponse, ou passez cette question.").click();
  assert.equal(await page.evaluate(() => document.activeElement.type), "checkbox");
  assert.match(page.url(), /\/question\//, "le lien de l’erreur laisse l’adresse");
  await interview.row("Je ne sais pas").check();
  await interview.row("Apprendre").check();
  assert.ok(!(await interview.row("Je ne sais pas").isChecked()), "savoir et ne pas savoir s’excluent");
  await interview.button("Retirer cette réponse").click();
  await interview.button("Passer cette question").click();
  await interview.at("Demande et urgence : vos réponses");
});

journeyBothWays("un professionnel mène la conversation dans le désordre", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start();
  await interview.theme("Équipement");
  const devices = interview.question(/Quels appareils/);
  await devices.getByLabel("Un ordinateur", { exact: true }).check();
  await interview.saved();
  assert.equal(await devices.getByLabel("Un ordinateur", { exact: true }).evaluate((row) => row === document.activeElement), true);
  await interview.theme("Gestes de base");
  const mail = interview.question(/envoie-t-elle un courriel/);
  await mail.getByLabel("Fait avec de l’aide").check();
  await mail.getByLabel("Observé").check();
  await page.getByLabel(/Note sur ce thème/).fill("Lit sur un petit écran.");
  await page.goBack();
  await interview.at("Équipement");
  await page.goForward();
  await interview.at("Gestes de base");
  assert.equal(await page.getByLabel(/Note sur ce thème/).inputValue(), "Lit sur un petit écran.", "la note est gardée");
  await page.reload();
  await interview.at("Gestes de base");
  assert.ok(await mail.getByLabel("Fait avec de l’aide").isChecked());
  assert.ok(await mail.getByLabel("Observé").isChecked());
  await mail.getByRole("button", { name: /^Remettre à/ }).click();
  await mail.getByText("Non abordé", { exact: true }).waitFor();
  assert.ok(!(await mail.getByLabel("Fait avec de l’aide").isChecked()));
});

journey("une réponse cachée est gardée de côté et revient", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start();
  const devices = interview.question(/Quels appareils/);
  await interview.theme("Gestes de base");
  await interview.question(/envoie-t-elle un courriel/).getByLabel("Fait sans aide").check();
  await interview.theme("Équipement");
  await devices.getByLabel("Aucun appareil", { exact: true }).check();
  await interview.saved();
  await interview.theme("Gestes de base");
  await page.getByText(/questions ne sont pas posées, d’après une réponse/).waitFor();
  await interview.review();
  await page.getByText(/Réponses gardées de côté/).click();
  await page.getByText(/Envoyer un courriel\s: Fait sans aide/).waitFor();
  await inspect(page, "vérification");
  await page.goBack();
  await interview.button("Poser quand même ces questions").click();
  assert.ok(await interview.question(/envoie-t-elle un courriel/).getByLabel("Fait sans aide").isChecked());
  await interview.button("Ne poser que les questions utiles").click();
  await interview.theme("Équipement");
  await devices.getByLabel("Un ordinateur", { exact: true }).check();
  await interview.saved();
  await interview.theme("Gestes de base");
  assert.ok(await interview.question(/envoie-t-elle un courriel/).getByLabel("Fait sans aide").isChecked());
});

journey("vérifier, modifier et revenir à la vérification", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ commune: "Bobigny" });
  await interview.row("L’envie d’apprendre ou de pratiquer").check();
  await interview.saved();
  await interview.review();
  await page.getByText("Bobigny").waitFor();
  await interview.link(/^Modifier : Qu’est-ce qui amène/).click();
  await interview.at(/Qu’est-ce qui amène/);
  await interview.row("Une démarche à faire en ligne").check();
  await interview.button("Continuer").click();
  await interview.at("Vérifier les réponses");
  await page.getByText("Une démarche à faire en ligne ; L’envie d’apprendre ou de pratiquer").waitFor();
  await interview.button("Modifier le dossier").click();
  await page.getByLabel("Repère de dossier").fill("");
  await interview.button("Enregistrer le dossier").click();
  await page.getByText("Écrivez un repère de dossier.").waitFor();
  await page.getByLabel("Repère de dossier").fill("Atelier 4");
  await interview.button("Enregistrer le dossier").click();
  await page.getByText("Atelier 4").waitFor();
  await interview.button("Terminer et voir le résultat").click();
  await page.waitForURL(/\/resultat$/);
  await page.evaluate(() => (location.hash = "#/diagnostic"));
  await page.getByRole("heading", { name: /^Terminés/ }).waitFor();
});

journey("le début dit ce qui manque", START, async ({ page }) => {
  const interview = new Interview(page);
  await page.getByLabel("Repère de dossier").fill("06 99 00 12 34");
  await page.getByText(/semble contenir un numéro de téléphone/).waitFor();
  await page.getByLabel("Repère de dossier").fill("x".repeat(41));
  await interview.button("Commencer l’entretien").click();
  await interview.link("Choisissez une longueur.").waitFor();
  assert.match(await page.title(), /^Erreur – Nouvel entretien/);
  assert.match(await focused(page), /^À compléter/);
  await inspect(page, "début avec fautes");
  await interview.link("Choisissez une longueur.").click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "longueur");
  await interview.link(/Raccourcissez le repère/).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "repere");
});

journey("un enregistrement refusé retient sur la page", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ presentation: "onePerPage" });
  await refuseWrites(page);
  await interview.row("Apprendre").check();
  await interview.button("Continuer").click();
  await page.getByRole("alert").getByText("L’espace accordé à Repères est plein").waitFor();
  await interview.button("Exporter mes données").waitFor();
  await interview.at(/en ce moment/);
  assert.ok(await interview.row("Apprendre").isChecked());
  await inspect(page, "enregistrement refusé");
  await allowWrites(page);
  await interview.button("Continuer").click();
  await interview.at("Demande et urgence : vos réponses");
  await page.getByText("Apprendre").waitFor();
  assert.equal(await page.getByText("L’espace accordé à Repères est plein").count(), 0);
});

journey("un refus retient aussi dans la conversation, et rien ne se perd", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start();
  await refuseWrites(page);
  await interview.row("Rien de précis").check();
  await page.getByRole("alert").getByText("L’espace accordé à Repères est plein").waitFor();
  await page.getByText("Pas encore enregistré").waitFor();
  await interview.button("Continuer").click();
  await page.waitForTimeout(300);
  await interview.at("Demande et urgence");
  assert.ok(await interview.row("Rien de précis").isChecked());
  await allowWrites(page);
  await interview.button("Continuer").click();
  await interview.at("Équipement");
  await page.reload();
  await interview.theme("Demande et urgence");
  assert.ok(await interview.row("Rien de précis").isChecked());
});

journey("on s’arrête sans rien montrer, puis on reprend autrement", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ length: "short", presentation: "onePerPage" });
  await interview.row("Apprendre").check();
  await interview.button("Continuer").click();
  await interview.at("Demande et urgence : vos réponses");
  await interview.button("S’arrêter ici").click();
  await interview.at(/vous pouvez vous arrêter/);
  assert.equal(await page.getByText("Apprendre").count(), 0);
  await inspect(page, "arrêt");
  await interview.button("Reprendre l’entretien").click();
  await interview.at(/Quels appareils/);
  await page.getByText("Pour la personne qui accompagne").click();
  await inspect(page, "question, pour la personne qui accompagne");
  await interview.button("Passer à l’entretien, thème par thème").click();
  await interview.at("Équipement");
  await page.getByText(/autres? questions? de l’entretien complet/).click();
  await interview.link(/imprimer un papier/).click();
  await interview.at(/imprimer un papier/);
  await interview.row("Dans un lieu qu’elle connaît").check();
  await interview.button("Continuer").click();
  await interview.at("Équipement");
  assert.ok(await interview.row("Dans un lieu qu’elle connaît").isChecked());
  await page.getByText("Présentation et longueur").click();
  await interview.button("Passer à l’entretien complet").click();
  await interview.button("Passer au repérage").click();
  await interview.theme("Demande et urgence");
  assert.ok(await interview.row("L’envie d’apprendre ou de pratiquer").isChecked());
});

journey("les chiffres répondent quand on l’a demandé", { route: "#/preferences" }, async ({ page }) => {
  const interview = new Interview(page);
  await page.getByLabel(/Répondre aux questions avec les chiffres/).check();
  await interview.start({ presentation: "onePerPage" });
  await page.keyboard.press("2");
  const box = (name) => page.getByRole("checkbox", { name });
  assert.ok(await box("Chercher un emploi").isChecked());
  await page.keyboard.press("Control+3");
  assert.ok(!(await box("Suivre l’école d’un enfant").isChecked()));
  await page.keyboard.press("Enter");
  await interview.at(/date à respecter/);
  await page.evaluate(() => (location.hash = "#/preferences"));
  await page.getByLabel(/Répondre aux questions avec les chiffres/).uncheck();
  await page.goBack();
  await interview.at(/date à respecter/);
  await page.keyboard.press("1");
  assert.equal(await page.getByRole("radio", { checked: true }).count(), 0);
});

journey("un entretien se supprime, se rétablit, s’efface", START, async ({ page }) => {
  const interview = new Interview(page);
  await interview.start({ label: "Lundi 3" });
  await interview.row("Rien de précis").check();
  await interview.saved();
  await page.evaluate(() => (location.hash = "#/diagnostic"));
  await interview.at("Entretiens");
  await inspect(page, "liste");
  await interview.button("Supprimer : dossier Lundi 3").click();
  await page.getByText("Dossier Lundi 3 supprimé").waitFor();
  await interview.button("Annuler la suppression").click();
  await interview.link("Reprendre : dossier Lundi 3").waitFor();
  await interview.button("Supprimer : dossier Lundi 3").click();
  await page.goBack();
  await interview.at("Cet entretien est supprimé");
  await inspect(page, "entretien supprimé");
  await page.goForward();
  await page.getByText("Supprimés (1)").click();
  await interview.button("Rétablir : dossier Lundi 3").click();
  await interview.button("Effacer : dossier Lundi 3").click();
  await inspect(page, "confirmation");
  await page.getByRole("dialog").getByRole("button", { name: "Annuler" }).click();
  await interview.button("Effacer : dossier Lundi 3").click();
  const gone = page.url();
  await interview.button("Effacer pour toujours").click();
  await page.getByText("Entretien effacé").waitFor();
  await page.getByText("Aucun entretien pour l’instant").waitFor();
  await page.reload();
  await page.getByText("Aucun entretien pour l’instant").waitFor();
  assert.equal(page.url(), gone);
});

journey("un entretien d’ailleurs est dit absent", { route: "#/diagnostic/inconnu/verifier" }, async ({ page }) => {
  await page.getByRole("heading", { level: 1, name: "Cet entretien n’est pas sur cet appareil" }).waitFor();
  await inspect(page, "entretien absent");
});
