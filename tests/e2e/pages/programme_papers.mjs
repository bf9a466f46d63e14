// A day of training written by hand, and the screens that note who was there and print its documents.
import { record } from "./records.mjs";
import { plain } from "./screen.mjs";

const id = (nth) => `0192f000-0000-7000-8000-0000000009${String(nth).padStart(2, "0")}`;
const joint = (one, other) => `${one}${other}`.replaceAll("-", "");

export const SESSION = id(1);
export const HASH = `#/programme/session/${SESSION}`;
const [CYCLE, TRAINER, STRUCTURE] = [id(2), id(3), id(4)];
const person = (nth) => id(20 + nth);

/** The names of so many people, in the order of lists. */
export const names = (count) => Array.from({ length: count }, (_, nth) => `ESSAI${String(nth + 1).padStart(2, "0")} Camille`);

const PROVIDER = {
  name: "Organisme fictif",
  address: "1 rue des Essais, 93000 Bobigny",
  siret: "73282932000074",
  declaration: "11930000000",
  prefecture: "Île-de-France",
  signatory: "Alex Exemple, direction",
  signed_at: "Bobigny",
  phone: "01 99 00 00 01",
  disability: "Alex Exemple, 01 99 00 00 02",
  complaints: "Alex Exemple, par courrier",
  prerequisites: "Aucun",
  rules: "Affiché à l’accueil.",
};

/** A cycle of one session to which so many people are registered, and somebody who is not. */
export function sessionRecords(count, { provider = PROVIDER } = {}) {
  const people = Array.from({ length: count + 1 }, (_, nth) => person(nth + 1));
  const professional = (_, nth) =>
    record({
      family_name: nth < count ? `Essai${String(nth + 1).padStart(2, "0")}` : "Imprévu",
      given_name: "Camille",
      structure: STRUCTURE,
      function: "Conseil en insertion",
      hired_on: "2021-09-01",
      commune: "93008",
    });
  const place = (one, nth) => [
    joint(SESSION, one),
    record({ session: SESSION, [`subject/${one}`]: true, status: { is: "registered" }, asked_at: 1_640_000_000_000 + nth }),
  ];
  const session = {
    cycle: CYCLE,
    held_on: "2022-03-01",
    morning: { from: "09:00", to: "12:30" },
    afternoon: { from: "13:30", to: "17:00" },
    place: "Maison fictive",
    address: "1 rue des Essais",
    commune: "93008",
    equipment: ["sockets", "projector", "accessible"],
    trainers: [TRAINER],
    capacity: 15,
    status: { is: "confirmed" },
  };
  return {
    cycle: { [CYCLE]: record({ title: "Numérique inclusif", commissioner: "Département fictif", window: { from: "2022-01-01", to: "2022-06-30" } }) },
    session: { [SESSION]: record(session) },
    trainer: { [TRAINER]: record({ family_name: "Formateur", given_name: "Sacha" }) },
    structure: { [STRUCTURE]: record({ name: "Mission locale fictive", kind: "mission_locale" }) },
    professional: Object.fromEntries(people.map((one, nth) => [one, professional(one, nth)])),
    registration: Object.fromEntries(people.slice(0, count).map(place)),
    ...(provider && { provider: { only: record(provider) } }),
  };
}

/** The presences of a session. */
export class Attendance {
  constructor(page) {
    this.page = page;
  }

  async open() {
    await this.page.evaluate((hash) => (location.hash = hash), `${HASH}/presences`);
    await this.page.getByRole("heading", { level: 1, name: /^Présences/ }).waitFor();
  }

  /** What is chosen for somebody, on half a day: « matin » or « après-midi ». */
  of(name, half) {
    return this.page.getByRole("combobox", { name: `Présence, ${name}, ${half}` });
  }

  async everybody(half) {
    await this.page.getByRole("button", { name: half === "matin" ? "Tout le monde est là ce matin" : "Tout le monde est là cet après-midi" }).click();
  }

  /** What was just noted. */
  async said(words) {
    await this.page.getByRole("status").filter({ hasText: words }).first().waitFor();
  }

  /** The hours of somebody, or of all: « Total des personnes formées ». */
  async hours(name) {
    const row = this.page.getByRole("region", { name: "Heures par personne" }).getByRole("row").filter({ hasText: name });
    return plain(await row.getByRole("cell").last().innerText());
  }
}

/** The documents of a session. */
export class Papers {
  constructor(page) {
    this.page = page;
  }

  async open(path = "", heading = /^Documents/) {
    await this.page.evaluate((hash) => (location.hash = hash), `${HASH}/documents${path}`);
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  /** The card of a document. */
  card(name) {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 2, name, exact: true }) });
  }
}
