// Reads calendar files as another program would.
import ICAL from "ical.js";

/** The events of a calendar file, their times in universal time; a fault of the file is thrown. */
export function readCalendar(text) {
  const lines = text.split("\r\n");
  const tooLong = lines.find((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line));
  if (tooLong !== undefined) throw new Error(`no line of a calendar: ${tooLong}`);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const { uid, summary, location, description, sequence } = event;
    const [starts, ends] = [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString());
    const status = component.getFirstPropertyValue("status");
    const alarms = component.getAllSubcomponents("valarm").length;
    return { uid, summary, location, description, sequence, status, starts, ends, alarms };
  });
}
