// Several tabs of one browser: they follow each other, lose nothing, and stop before a newer version.
import assert from "node:assert/strict";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { entries, putEntries } from "./harness/storage.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Interview } from "./pages/interview.mjs";

const DEVICES = /Quels appareils/;
const SKILLS = ["use-device", "type-text", "join-wifi", "find-info", "find-file", "send-mail"];

/** An interview under way in this tab, and the same page of it in a second one. */
async function twoTabs(app) {
  const first = { page: app.page, interview: new Interview(app.page) };
  await first.interview.start({ label: "Mardi 4" });
  await first.interview.theme("Équipement");
  await first.interview.question(DEVICES).getByLabel("Un ordinateur", { exact: true }).check();
  await first.interview.saved();
  const address = app.page.url().match(/#\/diagnostic\/[^/]+/)[0];
  const page = await app.context.newPage();
  await page.goto(app.page.url());
  await app.started(page);
  const second = { page, interview: new Interview(page) };
  await second.interview.at("Équipement");
  return { first, second, address };
}

const go = (page, route) => page.evaluate((hash) => (location.hash = hash), route);
const isChecked = (locator) => locator.evaluate((box) => box.checked);

/** Waits until a row is chosen, by somebody else. */
async function becomesChecked(row) {
  await row.waitFor();
  await row.page().waitForFunction((box) => box.checked, await row.elementHandle());
}

/** The fields of the only interview in a backup. */
async function exported(page) {
  const { data } = await new DataScreen(page).export();
  return Object.values(JSON.parse(data).records.interview)[0].fields;
}

journeyBothWays("une réponse donnée dans un onglet apparaît dans l’autre", {}, async (app) => {
  const { first, second } = await twoTabs(app);
  const row = ({ interview }, name) => interview.question(DEVICES).getByLabel(name);
  assert.ok(await isChecked(row(second, "Un ordinateur")));
  await row(first, "Une tablette").check();
  await becomesChecked(row(second, "Une tablette"));
  await row(second, /smartphone/).check();
  await becomesChecked(row(first, /smartphone/));
  const answer = (await exported(first.page))["answer/devices"];
  assert.deepEqual(answer.map(({ v }) => v), [{ many: ["computer", "smartphone", "tablet"] }], "rien n’est en désaccord");
});

/** Six questions answered at once, three in each tab, and a note in each. */
async function bothWrite(app) {
  const { first, second, address } = await twoTabs(app);
  await Promise.all([first, second].map(({ page }) => go(page, `${address}/bloc/basics`)));
  await Promise.all([first, second].map(({ interview }) => interview.at("Gestes de base")));
  const groups = [
    [first, [/en route/, /connecte-t-elle l’appareil/, /retrouve-t-elle une photo/]],
    [second, [/écrit-elle un texte court/, /trouve-t-elle une information/, /envoie-t-elle un courriel/]],
  ];
  const answerAll = async ({ interview }, questions) => {
    for (const question of questions) await interview.question(question).getByLabel("Fait sans aide").check();
  };
  await Promise.all(groups.map(([tab, questions]) => answerAll(tab, questions)));
  await go(second.page, `${address}/bloc/demand`);
  await second.interview.at("Demande et urgence");
  const notes = [[first, "Note de l’un"], [second, "Note de l’autre"]];
  const write = async ({ page, interview }, text) => {
    await page.getByLabel(/Note sur ce thème/).fill(text);
    await page.keyboard.press("Tab");
    await interview.saved();
  };
  await Promise.all(notes.map(([tab, text]) => write(tab, text)));
  return { first, second };
}

/** Everything that both wrote is there, once each. */
function assertNothingLost(fields) {
  for (const item of SKILLS) {
    assert.deepEqual(fields[`answer/${item}`]?.map(({ v }) => v.skill.level), ["alone"], item);
  }
  assert.deepEqual(fields["note/basics"].map(({ v }) => v), ["Note de l’un"]);
  assert.deepEqual(fields["note/demand"].map(({ v }) => v), ["Note de l’autre"]);
}

journey("une note complétée dans un autre onglet se montre, et n’est pas écrasée", {}, async (app) => {
  const { first, second } = await twoTabs(app);
  const note = ({ page }) => page.getByLabel(/Note sur ce thème/);
  const shows = async (tab, text) => {
    const field = await note(tab).elementHandle();
    await tab.page.waitForFunction(([field, text]) => field.value === text, [field, text]);
  };
  const add = async (tab, text) => {
    await note(tab).press("Control+End");
    await note(tab).pressSequentially(text);
    await tab.page.keyboard.press("Tab");
    await tab.interview.saved();
  };
  await add(first, "Un");
  await shows(second, "Un");
  await add(second, ", deux");
  await shows(first, "Un, deux");
  await add(first, ", trois");
  await shows(second, "Un, deux, trois");
  await second.page.evaluate(() => document.activeElement.blur());
  await note(second).fill("Un, deux");
  await second.page.keyboard.press("Tab");
  await shows(first, "Un, deux");
  await note(second).fill("Un, deux, trois");
  await second.page.keyboard.press("Tab");
  await shows(first, "Un, deux, trois");
  const [note1] = Object.entries(await exported(first.page)).filter(([name]) => name.startsWith("note/"));
  assert.deepEqual(note1[1].map(({ v }) => v), ["Un, deux, trois"]);
});

journeyBothWays("deux onglets écrivent en même temps : rien ne se perd", {}, async (app) => {
  const { first, second } = await bothWrite(app);
  assertNothingLost(await exported(second.page));
  assertNothingLost(await exported(first.page));
});

journey("sans verrou ni canal entre onglets, rien ne se perd non plus", {
  prepare: ({ context }) =>
    context.addInitScript(() => {
      delete Navigator.prototype.locks;
      delete window.BroadcastChannel;
    }),
}, async (app) => {
  const { first, second } = await bothWrite(app);
  assert.deepEqual(await first.page.evaluate(() => ["locks" in navigator, "BroadcastChannel" in window]), [false, false]);
  assertNothingLost(await exported(second.page));
  assertNothingLost(await exported(first.page));
});

journey("vider dans un onglet vide l’autre, qui n’écrit pas par-dessus", {}, async (app) => {
  const { first, second } = await twoTabs(app);
  await new DataScreen(first.page).wipe();
  await second.page.getByRole("heading", { level: 1, name: "Cet entretien n’est pas sur cet appareil" }).waitFor();
  await second.page.getByRole("alert").getByText("Repères a été vidé dans un autre onglet").waitFor();
  assert.equal(await second.page.getByRole("link", { name: "Exporter ce qui est affiché" }).count(), 0);
  assert.deepEqual(await entries(first.page, "records"), {});
  await second.page.reload();
  await second.page.getByRole("heading", { level: 1, name: "Cet entretien n’est pas sur cet appareil" }).waitFor();
  await first.page.getByText("Aucune donnée ici", { exact: true }).waitFor();
});

const STOPPED = /Cet onglet n’enregistre plus, pour ne rien abîmer\. Ce qui était enregistré est intact\./;

/** The tab says that it stopped; an answer given now is not stored, and goes into the export all the same. */
async function assertStoppedAndExports({ page, interview }) {
  await page.getByRole("alert").getByText("Une version plus récente de Repères").first().waitFor();
  await page.getByRole("alert").getByText(STOPPED).first().waitFor();
  const before = await entries(page, "records");
  await interview.question(DEVICES).getByLabel(/smartphone/).check();
  await page.getByText("Pas encore enregistré").waitFor();
  assert.deepEqual(await entries(page, "records"), before, "rien n’est écrit");
  const answer = (await exported(page))["answer/devices"][0].v;
  assert.ok(answer.many.includes("smartphone") && answer.many.includes("computer"), "l’export contient ce qui vient d’être saisi");
}

journeyBothWays("une version plus récente s’ouvre dans un autre onglet : celui-ci s’arrête et exporte encore", {}, async (app) => {
  const { first, second } = await twoTabs(app);
  await second.page.evaluate(() => {
    const channel = new BroadcastChannel("reperes-tabs");
    channel.postMessage(JSON.stringify({ opened: { version: 99 } }));
  });
  await assertStoppedAndExports(first);
});

journeyBothWays("une version plus récente a écrit : celle-ci n’écrit plus et exporte encore", {}, async (app) => {
  const { first } = await twoTabs(app);
  await putEntries(first.page, { meta: { data_version: "99" } });
  await first.interview.question(DEVICES).getByLabel("Une tablette").check();
  await assertStoppedAndExports(first);
  const before = (await exported(first.page))["answer/devices"][0].v.many;
  assert.deepEqual(before, ["computer", "smartphone", "tablet"], "les deux réponses refusées sont dans l’export");

  first.page.once("dialog", (dialog) => dialog.accept());
  await app.go("#/diagnostic");
  // No other tab is to blame this time.
  await first.page.getByRole("alert").getByText("Vos données viennent d’une version plus récente de Repères").waitFor();
  await first.page.getByRole("link", { name: /^Reprendre\s*: dossier Mardi 4/ }).waitFor();
});
