// The peer chrono-node: pages as JSON lines {id, text, dct} on stdin, expressions as JSON lines {id, times} on stdout.
// The last line tells the CPU seconds spent. Installed by `make bench` into .cache/peers.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(process.argv[2] + "/");
const chrono = require("chrono-node");
const two = (number) => String(number).padStart(2, "0");

function value(part) {
  const year = part.get("year");
  if (part.isCertain("hour")) return `${year}-${two(part.get("month"))}-${two(part.get("day"))}T${two(part.get("hour"))}:${two(part.get("minute"))}`;
  if (part.isCertain("day") || part.isCertain("weekday")) return `${year}-${two(part.get("month"))}-${two(part.get("day"))}`;
  if (part.isCertain("month")) return `${year}-${two(part.get("month"))}`;
  return String(year);
}

const points = (text) => { // UTF-16 offset → code point
  const at = []; let count = 0;
  for (const letter of text) { for (let i = 0; i < letter.length; i++) at.push(count); count++; }
  at.push(count);
  return at;
};

const before = process.cpuUsage();
for await (const line of createInterface({ input: process.stdin })) {
  const page = JSON.parse(line);
  const at = points(page.text);
  const times = chrono.parse(page.text, new Date(`${page.dct}T12:00:00`)).map((found) => ({
    start: at[found.index], end: at[found.index + found.text.length], text: found.text, type: found.start.isCertain("hour") ? "TIME" : "DATE",
    value: value(found.start), last: value(found.end ?? found.start),
  }));
  console.log(JSON.stringify({ id: page.id, times }));
}
const used = process.cpuUsage(before);
console.log(JSON.stringify({ seconds: (used.user + used.system) / 1e6 }));
