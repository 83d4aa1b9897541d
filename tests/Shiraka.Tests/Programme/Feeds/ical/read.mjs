// Reads a calendar with an independent parser and prints what a calendar program would know of it.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map(component => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    day: event.startDate.toString(),
    isDay: event.startDate.isDate,
    summary: event.summary,
    language: component.getFirstProperty("summary").getParameter("language"),
    category: component.getFirstPropertyValue("categories"),
    location: event.location,
    alarms: component.getAllSubcomponents("valarm").map(alarm => alarm.getFirstPropertyValue("trigger").toString()),
  };
});
console.log(JSON.stringify({ method: calendar.getFirstPropertyValue("method"), events }));
