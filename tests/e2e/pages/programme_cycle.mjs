// A whole cycle made by rule: as many sessions and people as one asks for, with places, presences and structures. Whatever
// is in it is known from its numbers alone, so that figures can be computed apart from the program. Nobody in it exists.
import { record } from "./records.mjs";

export const KINDS = [
  "pie",
  "rsa_association",
  "social_service",
  "siae",
  "mission_locale",
  "ase",
  "mde",
  "pole_emploi",
  "digital_mediation",
  "social_centre",
];
/** Communes of the four territories, and the territory of each. */
export const COMMUNES = [
  ["93008", "Est Ensemble"],
  ["93066", "Plaine Commune"],
  ["93005", "Paris Terres d’Envol"],
  ["93051", "Grand Paris Grand Est"],
];

const uuid = (family, nth) => `0192f${family}00-0000-7000-8000-${String(nth).padStart(12, "0")}`;
export const CYCLE = uuid("a", 1);
export const sessionId = (nth) => uuid("b", nth);
export const personId = (nth) => uuid("c", nth);
export const structureId = (nth) => uuid("d", nth);
export const trainerId = (nth) => uuid("e", nth);
/** The record of two others together. */
export const joint = (one, other) => `${one}${other}`.replaceAll("-", "");

/** A day of the cycle, a session every so many days from the first Tuesday of 2022. */
export function dayOf(nth, every = 14) {
  const day = new Date(Date.UTC(2022, 0, 4 + nth * every));
  return day.toISOString().slice(0, 10);
}

const HOURS = {
  morning: { from: "09:00", to: "12:30" },
  afternoon: { from: "13:30", to: "17:00" },
};
const present = { is: "present", from: "screen" };
const absent = { is: "absent", from: "screen" };

/** What was noted of somebody: most are there all day, one in eleven is late by 20 minutes, one in thirteen leaves at noon. */
export function presences(nth) {
  const morning = nth % 11 === 0 ? { is: "partial", late: 20, early: 0, from: "screen" } : present;
  return { morning, afternoon: nth % 13 === 0 ? absent : present };
}

/**
 * The records of a cycle. Person `n` is in session `n modulo sessions`; the first `held` sessions were held. Structures are
 * one a kind and a commune.
 */
export function cycleRecords({ sessions, people, held = 0, every = 14 }) {
  const each = (number, make) => Object.fromEntries(Array.from({ length: number }, (_, nth) => make(nth)));
  const structures = KINDS.length * COMMUNES.length;
  return {
    cycle: {
      [CYCLE]: record({
        title: "Cycle d’essai",
        window: { from: "2022-01-01", to: "2022-06-30" },
        sessions: { least: 10, most: 15 },
        group: { least: 10, most: 15 },
        people: { least: 100, most: 150 },
        hours: 7,
        hired_since: "2021-07-01",
      }),
    },
    trainer: { [trainerId(1)]: record({ family_name: "Formatrice", given_name: "Alix" }) },
    structure: each(structures, (nth) => [
      structureId(nth),
      record({ name: `Structure ${nth + 1}`, kind: KINDS[nth % KINDS.length], commune: COMMUNES[Math.floor(nth / KINDS.length)][0] }),
    ]),
    session: each(sessions, (nth) => [
      sessionId(nth),
      record({
        cycle: CYCLE,
        held_on: dayOf(nth, every),
        ...HOURS,
        place: `Maison ${nth + 1}`,
        commune: COMMUNES[nth % COMMUNES.length][0],
        capacity: 15,
        trainers: [trainerId(1)],
        status: { is: nth < held ? "held" : "confirmed" },
      }),
    ]),
    professional: each(people, (nth) => [
      personId(nth),
      record({
        family_name: `Essai${String(nth).padStart(4, "0")}`,
        given_name: "Dominique",
        structure: structureId(nth % structures),
        commune: COMMUNES[Math.floor((nth % structures) / KINDS.length)][0],
        hired_on: "2021-09-01",
        function: "conseil en insertion",
      }),
    ]),
    registration: each(people, (nth) => {
      const [session, person] = [sessionId(nth % sessions), personId(nth)];
      const fields = { session, [`subject/${person}`]: true, status: { is: "registered" }, asked_at: 1_640_000_000_000 + nth };
      return [joint(session, person), record(fields)];
    }),
    attendance: Object.fromEntries(
      Array.from({ length: people }, (_, nth) => nth)
        .filter((nth) => nth % sessions < held)
        .map((nth) => {
          const [session, person] = [sessionId(nth % sessions), personId(nth)];
          return [joint(session, person), record({ session, [`subject/${person}`]: true, ...presences(nth) })];
        }),
    ),
  };
}
