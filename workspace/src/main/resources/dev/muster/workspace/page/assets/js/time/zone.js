const formats = new Map();

/** The parts of an instant as a clock on the wall in that zone shows them. */
export function wallParts(epochMillis, zone) {
  const parts = Object.fromEntries(
    formatFor(zone)
      .formatToParts(epochMillis)
      .map((part) => [part.type, part.value]),
  );
  return { ...parts, hour: parts.hour === '24' ? '00' : parts.hour };
}

/** `2026-11-20` in that zone. */
export function isoDay(epochMillis, zone) {
  const wall = wallParts(epochMillis, zone);
  return `${wall.year}-${wall.month}-${wall.day}`;
}

/** `14:03` in that zone. */
export function clockTime(epochMillis, zone) {
  const wall = wallParts(epochMillis, zone);
  return `${wall.hour}:${wall.minute}`;
}

/** `14:03:59` in that zone. */
export function clockSeconds(epochMillis, zone) {
  return `${clockTime(epochMillis, zone)}:${wallParts(epochMillis, zone).second}`;
}

/** What an input of type datetime-local wants, in that zone. */
export function toLocalInput(epochMillis, zone) {
  return `${isoDay(epochMillis, zone)}T${clockTime(epochMillis, zone)}`;
}

/** The instant at which clocks in that zone show `2026-11-20T14:03`. */
export function fromLocalInput(text, zone) {
  const asUtc = Date.parse(`${text}Z`);
  const guess = asUtc - offset(asUtc, zone);
  return asUtc - offset(guess, zone);
}

function offset(epochMillis, zone) {
  const wall = wallParts(epochMillis, zone);
  const shown = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return shown - Math.floor(epochMillis / 1000) * 1000;
}

function formatFor(zone) {
  if (!formats.has(zone)) {
    formats.set(zone, numbersIn(zone));
  }
  return formats.get(zone);
}

function numbersIn(timeZone) {
  const two = '2-digit';
  const fields = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two, hourCycle: 'h23' };
  try {
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: 'UTC' });
  }
}
