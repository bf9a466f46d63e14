// The versions of the curriculum, by what they show; and a version written by hand.
import { CYCLE, sessionId } from "./programme_cycle.mjs";
import { emptyCycle } from "./programme_sessions.mjs";
import { record, withRecords } from "./records.mjs";
import { plain } from "./screen.mjs";

const id = (nth) => `0192f200-0000-7000-8000-${String(nth).padStart(12, "0")}`;

export const VERSION = id(1);
export const [WELCOME, NETWORK, PIX] = [id(11), id(12), id(13)];

const sequence = (root, title, minutes, fields = {}) => record({ curriculum: VERSION, root, title, method: "talk", minutes, ...fields });

/** A version of three sequences. */
export const versionRecords = () => ({
  curriculum: {
    [VERSION]: record({ title: "Version d’essai", starts_at: "09:00", order: [WELCOME, NETWORK, PIX] }),
  },
  sequence: {
    [WELCOME]: sequence(WELCOME, "Accueil fictif", 30, { method: "frame" }),
    [NETWORK]: sequence(NETWORK, "Réseau fictif", 45, { method: "networking", active: { network: 30 } }),
    [PIX]: sequence(PIX, "Pix fictif", 60, { method: "practice", active: { pix: 40 }, offline: "Sur papier." }),
  },
});

export const withVersion = (page, route = `#/referentiel/${VERSION}`) => withRecords(page, versionRecords(), route);

export const RUN = `#/referentiel/deroule/${sessionId(1)}`;

/** A session of the first of March, which follows the version of three sequences: 30, 45 and 60 minutes, from nine. */
export function withDay(page, { route = RUN, run } = {}) {
  const session = record({
    cycle: CYCLE,
    held_on: "2022-03-01",
    place: "Maison fictive",
    curriculum: VERSION,
    status: { is: "confirmed" },
  });
  const noted = run ? { run: { [sessionId(1)]: record(run) } } : {};
  return withRecords(page, { ...emptyCycle(), ...versionRecords(), session: { [sessionId(1)]: session }, ...noted }, route);
}

export class Curriculum {
  constructor(page) {
    this.page = page;
  }

  async at(name) {
    await this.page.getByRole("heading", { level: 1, name }).waitFor();
  }

  /** The titles of the day, in order. */
  async titles() {
    return (await this.page.locator(".timeline").getByRole("heading", { level: 3 }).allInnerTexts()).map(plain);
  }

  /** When each sequence begins. */
  async times() {
    return (await this.page.locator(".timeline__time").allInnerTexts()).map((text) => plain(text).split(" à ")[0]);
  }

  /** An act on a sequence. */
  async act(name, title) {
    await this.page.getByRole("button", { name: new RegExp(`^${name}\\s*:\\s*${title}$`) }).click();
  }

  async said(words) {
    await this.page.getByRole("status").filter({ hasText: words }).first().waitFor();
  }
}

const screen = (name, route) => ({ name, route: "#/", prepare: (page) => withVersion(page, route) });

const LATE = { [`start/${WELCOME}`]: "09:05", [`start/${NETWORK}`]: "09:50" };
const run = (name, time, noted, route) => ({
  name,
  route: "#/",
  prepare: async (page) => {
    await page.clock.setFixedTime(time);
    await withDay(page, { run: noted, route });
  },
});

export const TEACHING_CURRICULUM_SCREENS = [
  { name: "referentiel-seul", route: "#/referentiel" },
  screen("referentiel", "#/referentiel"),
  screen("referentiel-version", `#/referentiel/${VERSION}`),
  screen("referentiel-modifier", `#/referentiel/${VERSION}/modifier`),
  screen("referentiel-couverture", `#/referentiel/${VERSION}/couverture`),
  screen("referentiel-sequence", `#/referentiel/${VERSION}/sequence/${PIX}`),
  screen("referentiel-sequence-modifier", `#/referentiel/${VERSION}/sequence/${PIX}/modifier`),
  screen("referentiel-sequence-nouvelle", `#/referentiel/${VERSION}/sequence/nouvelle`),
  { name: "referentiel-livre", route: "#/referentiel/2026-11" },
  { name: "referentiel-document", route: "#/referentiel/2026-11/document/referentiel", sheet: true },
  { name: "guide-document", route: "#/referentiel/2026-11/document/guide", sheet: true },
  { name: "livret-document", route: "#/referentiel/2026-11/document/livret", sheet: true },
  run("deroule-avant", "2022-03-01T08:40:00+01:00"),
  run("deroule", "2022-03-01T09:52:00+01:00", LATE),
  run("deroule-fini", "2022-03-01T11:30:00+01:00", { ...LATE, [`start/${PIX}`]: "10:30", ended: "11:20" }),
  run("deroule-salle", "2022-03-01T09:52:00+01:00", LATE, `${RUN}/ecran`),
];
