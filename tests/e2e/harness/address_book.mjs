// Reads cards of address books as another program would.
import ICAL from "ical.js";

/** The standard (RFC 2426) asks for « \; » in every text; ical.js gives back only those of names. */
const plain = (text) => text?.replaceAll("\\;", ";");

/** The cards of a file; a fault of the file is thrown. */
export function readCards(text) {
  const tooLong = text.split("\r\n").find((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line));
  if (tooLong !== undefined) throw new Error(`no line of a card: ${tooLong}`);
  const parsed = ICAL.parse(text);
  // One card alone is given as such, several as a list.
  const cards = typeof parsed[0] === "string" ? [parsed] : parsed;
  return cards.map((card) => {
    const component = new ICAL.Component(card);
    const value = (name) => component.getFirstPropertyValue(name);
    const [version, name, full, email, phone, note] = ["version", "n", "fn", "email", "tel", "note"].map(value);
    return { version, name, full: plain(full), organisation: [value("org")].flat().join(), email, phone, note: plain(note) };
  });
}
