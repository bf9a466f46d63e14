// The French gate is itself tried: each fault is seen, what is right passes, and what is allowed is so by name.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, freshContext } from "./harness/chromium.mjs";
import { allowedList, faultsIn, judge } from "./harness/french.mjs";
import { Texts } from "./harness/language.mjs";
import { TYPOGRAPHY } from "./harness/typography.mjs";

const GRAMMAR = [
  { wrong: "Les structures propose un rendez-vous.", right: "Les structures proposent un rendez-vous." },
  { wrong: "Ces entretien sont gardés sur cet appareil.", right: "Ces entretiens sont gardés sur cet appareil." },
];
const SPELLING = { wrong: "La sauvgarde est prête.", right: "La sauvegarde est prête." };

const rules = (faults, text) => [...new Set(faults.filter((fault) => fault.text === text).map(({ rule }) => rule))];

test("chaque faute est vue, et elle seule", () => {
  const wrong = [...TYPOGRAPHY, ...GRAMMAR, SPELLING].map((example) => example.wrong);
  const right = [...TYPOGRAPHY, ...GRAMMAR, SPELLING].map((example) => example.right);
  const faults = faultsIn([...wrong, ...right]);
  const words = (text) => faults.filter((fault) => fault.text === text && fault.word).map(({ word }) => word);
  for (const example of TYPOGRAPHY) assert.ok(rules(faults, example.wrong).includes(example.name), example.wrong);
  for (const example of GRAMMAR) assert.equal(rules(faults, example.wrong).length, 1, example.wrong);
  assert.deepEqual(words(SPELLING.wrong), ["sauvgarde"]);
  assert.deepEqual(faults.filter(({ text }) => right.includes(text)), []);
  const ours = new Set(TYPOGRAPHY.map(({ name }) => name));
  for (const { name, wrong } of TYPOGRAPHY) assert.deepEqual(rules(faults, wrong).filter((rule) => ours.has(rule)), [name]);
});

test("ce qui n’est pas du français à nous ne compte pas, ce qui l’entoure compte", () => {
  const typed = "40 rue de l'Exemple";
  const drawn = ["mignon-finesse-jumeau-objet-coiffure-filet", "Ce poste s’appelle «\u202fposte-d21e\u202f»."];
  const named = ["Fichier reperes-2026-11-24-1700.json", "ESSAI0001 Dominique", "Exercice 46G2-0G3A"];
  const faults = faultsIn([typed, `Lieu : ${typed}`, ...drawn, ...named]);
  assert.deepEqual(faults.map(({ rule }) => rule), ["espace insécable avant :"]);
});

test("ce qui est permis l’est par son nom, et sert", () => {
  const texts = ["Oui ? Vraiment oui ?", "Le mot Zglorb, et Zglorbe.", GRAMMAR[1].wrong, GRAMMAR[0].wrong];
  const found = faultsIn(texts);
  const [other, named] = GRAMMAR.map(({ wrong }) => found.find(({ text }) => text === wrong));
  const allowed = [
    { rule: TYPOGRAPHY[0].name, sentence: "Vraiment oui ?", reason: "essai" },
    { word: "Zglorb", reason: "essai" },
    { word: "Absent", reason: "essai" },
    { rule: named.rule, shown: named.shown, reason: "essai" },
  ];
  const { refused, unused } = judge(found, allowed);
  assert.deepEqual(refused.map(({ sentence, word }) => word ?? sentence), ["Oui ?", "Zglorbe", other.sentence]);
  assert.deepEqual(unused, [allowed[2]]);
});

test("chaque permission dit sa raison, et n’est écrite qu’une fois", () => {
  const entries = allowedList();
  for (const entry of entries) {
    assert.deepEqual(Object.keys(entry), "word" in entry ? ["word", "reason"] : ["rule", "shown" in entry ? "shown" : "sentence", "reason"]);
    for (const value of Object.values(entry)) assert.ok(typeof value === "string" && value.length > 0, JSON.stringify(entry));
  }
  const keys = entries.map(({ word, rule, sentence, shown }) => JSON.stringify([word, rule, sentence, shown]));
  assert.equal(new Set(keys).size, keys.length, "une permission est écrite deux fois");
});

test("un écran est lu par phrases entières, avec ce qui est seulement entendu", async () => {
  const page = await (await freshContext()).newPage();
  await page.setContent(`<html lang="fr"><head><title>Un titre</title></head><body>
    <p>Une phrase <strong>en</strong> <a href="#">deux <span style="position: absolute">ou trois</span></a> parts.<br>Une autre</p>
    <ul><li>Un point<ul><li>Un détail</li></ul></li><li>12</li></ul>
    <button aria-label="Fermer la liste">Fermer</button><img alt="Un plan" src="data:,">
    <input placeholder="Un exemple" title="Une bulle"><select><option>Un choix</option></select>
    <details><summary>Plus</summary><p>Replié</p></details>
    <svg><title>Un dessin</title><text>Une barre</text></svg><script>"non"</script></body></html>`);
  const texts = new Texts();
  await texts.gather(page, "essai");
  assert.deepEqual(texts.all.toSorted(), [
    "Fermer",
    "Fermer la liste",
    "Plus",
    "Replié",
    "Un choix",
    "Un dessin",
    "Un détail",
    "Un exemple",
    "Un plan",
    "Un point",
    "Un titre",
    "Une autre",
    "Une barre",
    "Une bulle",
    "Une phrase en deux ou trois parts.",
  ]);
});

after(closeBrowser);
