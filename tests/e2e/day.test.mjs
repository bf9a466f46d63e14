// A day in the training room, around the exercise: what is printed before, the tablets that go from hand to hand, the closing.
import assert from "node:assert/strict";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { printed } from "./harness/paper.mjs";
import { downloaded } from "./harness/storage.mjs";
import { Participant, Trainer } from "./pages/exercise.mjs";
import { begunHere, CODE, exerciseRecords, HASH } from "./pages/exercise_records.mjs";
import { cycleRecords, sessionId } from "./pages/programme_cycle.mjs";
import { withRecords } from "./pages/records.mjs";

const CASE = "Élodie";
const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, " ").trim();

journey("tout imprimer : chaque partie sur ses feuilles, et celles que l’on garde", { route: "#/exercice", limitMs: 240_000 }, async ({ page }) => {
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE, "Marc"], { seats: 15 });
  const tickets = await trainer.tickets();
  await page.getByRole("link", { name: "Tout imprimer" }).click();
  await trainer.at("Tout imprimer");
  await inspect(page, "exercice, tout imprimer");
  assert.deepEqual(await page.locator(".cut__ticket").allTextContents(), tickets);
  assert.equal((await page.locator(".poster__code").textContent()).trim(), code);

  const keep = async (...kept) => {
    for (const part of ["Le code à afficher", "Les tickets à découper", "Les fiches des personnes à jouer", "Les feuilles de réponses", "La fiche de positionnement"]) {
      await page.getByLabel(part).setChecked(kept.includes(part));
    }
    return printed(page);
  };
  assert.equal((await keep("Le code à afficher")).sheets, 1);
  assert.equal((await keep("Les tickets à découper")).sheets, 1);
  assert.equal((await keep("Les fiches des personnes à jouer")).sheets, 2, "une feuille par personne");
  assert.equal((await keep("La fiche de positionnement")).sheets, 1);
  const answers = await keep("Les feuilles de réponses");
  assert.ok(answers.sheets <= 6, `${answers.sheets} feuilles pour deux cas`);
  await keep();
  await page.getByText("Cochez au moins une partie à imprimer.").waitFor();
});

journey("les feuilles de réponses se lisent sur papier : dix points au moins, deux colonnes à distance", { route: "#/exercice" }, async ({ page }) => {
  await withRecords(page, exerciseRecords([]), `${HASH}/papier/elodie`);
  await page.getByRole("heading", { level: 1, name: /^Fiches à imprimer/ }).waitFor();
  await page.emulateMedia({ media: "print" });
  const { least, gap } = await page.evaluate(() => {
    const sheet = document.querySelector(".paper__sheet--answers");
    const sizes = [...sheet.querySelectorAll("p, li, h3")].map((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    return { least: Math.min(...sizes), gap: Number.parseFloat(getComputedStyle(sheet.querySelector(".paper__columns")).columnGap) };
  });
  assert.ok(least >= (10 * 96) / 72 - 0.01, `${least} px`);
  assert.ok(gap >= 40, `${gap} px entre les colonnes`);
});

journeyBothWays("clore la journée : ce qui attend, ce qu’on règle, puis la sauvegarde", { route: "#/exercice" }, async ({ page }) => {
  const trainer = new Trainer(page);
  trainer.code = CODE;
  const seats = Array.from({ length: 12 }, (_, nth) => nth + 1);
  await withRecords(page, { ...exerciseRecords([...seats, 7]), ...begunHere(14) }, HASH);
  await trainer.at("Groupe du mardi");
  await page.getByRole("link", { name: "Clore la journée" }).click();
  await trainer.at("Clore la journée");
  await inspect(page, "exercice, clore la journée");
  const check = (name) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name }) });
  assert.match(await plain(check("Envois à départager")), /Élodie : numéro 7/);
  assert.match(await plain(check("Numéros attendus")), /Élodie : numéros 13 à 15/);
  assert.match(await plain(check("Réponses données sur cet appareil")), /Élodie : numéro 14, pas encore remis/);

  // What is settled on the desk leaves the list.
  await check("Envois à départager").getByRole("link", { name: /^Départager/ }).click();
  await trainer.at("Groupe du mardi");
  await page.getByRole("button", { name: /^Garder celui-ci/ }).first().click();
  await page.getByText(/compte pour le numéro\s7/).waitFor();
  await trainer.go(`/${CODE.toLowerCase()}/cloture`);
  await check("Envois à départager").getByText("Chaque numéro compte une fois.").waitFor();

  // So does what is handed in from its place.
  await check("Réponses données sur cet appareil").getByRole("link", { name: /^Ouvrir la place/ }).click();
  const one = new Participant(page);
  await one.at(/^Numéro 14, exercice/);
  await one.handIn(CASE);
  await trainer.go(`/${CODE.toLowerCase()}/cloture`);
  await check("Réponses données sur cet appareil").getByText("Tout ce qui a été répondu ici est remis.").waitFor();
  assert.match(await plain(check("Numéros attendus")), /Élodie : numéros 13 et 15/);

  const close = page.getByRole("button", { name: "Clore et préparer la sauvegarde" });
  const { name, text } = await downloaded(page, () => close.click());
  assert.match(name, /\.json$/);
  assert.match(text, /"closed_on"/);
  await page.getByText("L’exercice est clos.").waitFor();
  await inspect(page, "exercice, journée close");
  await page.getByRole("button", { name: "Oui, je l’ai vérifié" }).click();
  await check("Sauvegarde").getByText("Tout est dans un fichier.").waitFor();
});

journey("clore la journée : les présences de la session du même jour, puis la feuille signée", { route: "#/exercice" }, async ({ page }) => {
  const trainer = new Trainer(page);
  const cycle = cycleRecords({ sessions: 1, people: 2 });
  // The day of the exercise.
  cycle.session[sessionId(0)].fields.held_on[0].v = "2026-11-24";
  await withRecords(page, { ...exerciseRecords([1]), ...cycle }, `${HASH}/cloture`);
  await trainer.at("Clore la journée");
  const check = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: "Présences de la journée" }) });
  const row = (words) => check.getByRole("listitem").filter({ hasText: words });
  await row(/^Session 1, matin\s: aucune présence notée, 3 à noter/).getByRole("link", { name: /^Noter les présences/ }).click();
  await trainer.at(/^Présences\s: session 1 du 24\snovembre 2026$/);
  await page.getByRole("link", { name: /Session 1 du 24\snovembre 2026/ }).waitFor();
  await page.getByRole("button", { name: "Tout le monde est là ce matin" }).click();
  await page.getByText("Tout est noté.").first().waitFor();
  await page.evaluate((hash) => (location.hash = hash), `${HASH}/cloture`);
  await trainer.at("Clore la journée");
  await row(/^Session 1, matin\s: 3\sprésences notées à l’écran, que la feuille signée ne confirme pas encore/).waitFor();
  await row(/^Session 1, après-midi\s: aucune présence notée, 3 à noter/).waitFor();
  await inspect(page, "exercice, présences à noter");
});

/** A shared tablet in the room. */
class Tablet {
  constructor(page) {
    this.page = page;
    this.one = new Participant(page);
    this.asks = page.getByRole("alertdialog", { name: "Êtes-vous encore là ?" });
  }

  /** The first participant: the code, the ticket, and that the device is shared. */
  async first(ticket) {
    const { page } = this;
    await page.evaluate(() => (location.hash = "#/exercice/rejoindre"));
    await this.one.at("Participer à un exercice");
    await page.getByLabel("Cet appareil est partagé").check();
    await page.getByLabel("Code de l’exercice", { exact: true }).fill(CODE);
    await this.next(ticket);
  }

  /** The next ones: their ticket only. */
  async next(ticket) {
    await this.page.getByLabel("Votre ticket").fill(ticket);
    await this.page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
    await this.one.at(new RegExp(`^Numéro ${Number.parseInt(ticket, 10)}, exercice`));
  }

  /** Nobody touches it for as long as it waits. */
  idle() {
    return this.page.clock.fastForward(5 * 60_000 + 15_000);
  }

  /** Nor while it asks. */
  async ignored() {
    await this.page.clock.fastForward(61_000);
    await this.page.clock.runFor(2_000);
    await this.one.at("Participer à un exercice");
    await this.asks.waitFor({ state: "hidden" });
  }
}

const TICKETS = exerciseTickets();

/** The letter of a ticket follows from the code: neighbours are 7 letters apart, from B for number 1. */
function exerciseTickets() {
  const letters = "ABCDEFGHKMNPRSTVWXY";
  const at = letters.indexOf("B");
  return [0, 1].map((nth) => `${nth + 1}${letters[(at + 7 * nth) % letters.length]}`);
}

journeyBothWays("une tablette partagée prévient, reste, puis rend la place à la personne suivante", {
  route: "#/exercice",
  limitMs: 240_000,
  prepare: ({ page }) => page.clock.install(),
}, async ({ page }) => {
  const tablet = new Tablet(page);
  const { one, asks } = tablet;
  await tablet.first(TICKETS[0]);
  await one.begin(CASE);
  await one.interview.question(/amène la question du numérique/).getByLabel("Une démarche à faire en ligne").check();
  await one.interview.question(/une date à respecter/).getByLabel("Dans la semaine").check();
  await one.interview.saved();

  // It may be extended, by the button and by Escape, as often as one wants.
  for (let time = 0; time < 11; time += 1) {
    await tablet.idle();
    await asks.waitFor();
    assert.equal(await page.getByRole("dialog", { name: "Écran masqué" }).count(), 0);
    if (time === 0) {
      assert.match(await plain(asks), /Sans réponse, cette page se ferme dans \d+ secondes?\./);
      assert.doesNotMatch(await page.title(), /Demande/);
      await inspect(page, "exercice, encore là");
    }
    if (time % 2 === 0) await asks.getByRole("button", { name: "Je suis encore là" }).click();
    else await page.keyboard.press("Escape");
    await asks.waitFor({ state: "hidden" });
    await one.at("Demande et urgence");
  }

  await tablet.idle();
  await asks.waitFor();
  await tablet.ignored();
  assert.doesNotMatch(await plain(page.locator("main")), /Numéro 1|Élodie/);
  assert.match(await page.title(), /^Participer/);

  // Back reaches nothing of the one who left: their place, then the page before it.
  for (let step = 0; step < 2; step += 1) {
    await page.goBack();
    assert.equal(await page.getByLabel("Dans la semaine").count(), 0);
    assert.doesNotMatch(await plain(page.locator("main")), /Reprendre l’entretien|Remettre mes réponses/);
  }

  // The next participant types the ticket only; the first one finds the answers again with theirs.
  await page.evaluate(() => (location.hash = "#/exercice/rejoindre"));
  await one.at("Participer à un exercice");
  assert.equal(await page.getByLabel("Code de l’exercice", { exact: true }).count(), 0);
  await page.getByText(`Exercice ${CODE}`).waitFor();
  await tablet.next(TICKETS[1]);
  await one.card(CASE).getByRole("button", { name: "Commencer l’entretien" }).waitFor();
  await page.evaluate(() => (location.hash = "#/exercice/rejoindre"));
  await one.at("Participer à un exercice");
  await tablet.next(TICKETS[0]);
  await one.card(CASE).getByRole("link", { name: "Reprendre l’entretien" }).click();
  await one.at("Demande et urgence");
  assert.ok(await one.interview.question(/une date à respecter/).getByLabel("Dans la semaine").isChecked());
});

journey("un autre exercice, ou un appareil qui n’est plus partagé : le code est demandé", { route: "#/exercice" }, async ({ page }) => {
  const tablet = new Tablet(page);
  await tablet.first(TICKETS[0]);
  await page.evaluate(() => (location.hash = "#/exercice/rejoindre"));
  await page.getByRole("button", { name: "Un autre exercice" }).click();
  const code = page.getByLabel("Code de l’exercice", { exact: true });
  await code.waitFor();
  await page.waitForFunction(() => document.activeElement.id === "code-exercice");
  assert.equal(await code.inputValue(), "");
  await page.getByLabel("Cet appareil est partagé").uncheck();
  await page.reload();
  await code.waitFor();
  assert.equal(await code.inputValue(), "");
  await page.evaluate(() => (location.hash = "#/preferences"));
  assert.equal(await page.getByLabel("Sans activité, revenir à la page du ticket").inputValue(), "0");
});

journey("un appareil personnel ne demande rien, et sur l’ordinateur partagé le rideau reste seul ailleurs", {
  route: "#/exercice",
  prepare: ({ page }) => page.clock.install(),
}, async ({ page }) => {
  const tablet = new Tablet(page);
  await tablet.one.join(CODE, TICKETS[0]);
  await tablet.one.at(/^Numéro 1, exercice/);
  await tablet.idle();
  assert.equal(await tablet.asks.count(), 0);
  await page.evaluate(() => (location.hash = "#/preferences"));
  await page.getByLabel("D’autres personnes utilisent cet ordinateur").check();
  await page.getByLabel("Sans activité, revenir à la page du ticket").selectOption("3");
  await tablet.idle();
  await page.getByRole("dialog", { name: "Écran masqué" }).waitFor();
  assert.equal(await tablet.asks.count(), 0);
});
