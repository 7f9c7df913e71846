import { clockSeconds, clockTime, isoDay } from './zone.js';
import { now, zone } from '../store.js';

const DAY = 86_400_000;
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const formats = new Map();
const STEPS = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [Infinity, 'day', 86_400],
];

/** A message timestamp as epoch milliseconds, for showing only; the string itself is the id. */
export function millisOf(ts) {
  return Number(ts) * 1000;
}

/** `14:03` for the viewer. */
export function shortTime(ts) {
  return clockTime(millisOf(ts), zone());
}

/** `Friday, November 20th, 2026 at 14:03:59 (Europe/Berlin)`. */
export function fullTime(ts) {
  const millis = millisOf(ts);
  return `${longDate(millis)} at ${clockSeconds(millis, zone())} (${zone()})`;
}

/** The heading of a day: Today, Yesterday, or the date. */
export function dayLabel(ts) {
  const millis = millisOf(ts);
  return capital(nearby(millis) ?? longDate(millis));
}

export function dayOf(ts) {
  return isoDay(millisOf(ts), zone());
}

/** `5 minutes ago`, `in 2 hours`. */
export function ago(millis) {
  const seconds = Math.round((millis - now()) / 1000);
  const [, unit, size] = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

/** Fills `{date_short} at {time}` and the like for the viewer. */
export function dateTokens(pattern, epochSeconds) {
  const millis = epochSeconds * 1000;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => TOKENS[name]?.(millis) ?? whole);
}

const pretty = (plain) => (millis) => nearby(millis) ?? plain(millis);
const shortDate = (millis) => named(millis, { month: 'short', day: 'numeric', year: 'numeric' });
const date = (millis) => `${named(millis, { month: 'long' })} ${ordinal(millis)}, ${yearOf(millis)}`;
const longDate = (millis) => `${named(millis, { weekday: 'long' })}, ${date(millis)}`;

const TOKENS = {
  date_num: (millis) => isoDay(millis, zone()),
  date_slash: (millis) => named(millis, { month: '2-digit', day: '2-digit', year: 'numeric' }),
  date,
  date_short: shortDate,
  date_long: longDate,
  date_long_full: longDate,
  date_pretty: pretty(date),
  date_short_pretty: pretty(shortDate),
  date_long_pretty: pretty(longDate),
  day_divider_pretty: pretty(longDate),
  time: (millis) => clockTime(millis, zone()),
  time_secs: (millis) => clockSeconds(millis, zone()),
  ago,
};

function nearby(millis) {
  const days = (Date.parse(isoDay(millis, zone())) - Date.parse(isoDay(now(), zone()))) / DAY;
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days];
}

function named(millis, fields) {
  const key = `${zone()} ${Object.entries(fields)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone() }));
  }
  return formats.get(key).format(millis);
}

function yearOf(millis) {
  return isoDay(millis, zone()).slice(0, 4);
}

function ordinal(millis) {
  const day = Number(isoDay(millis, zone()).slice(8));
  return `${day}${ENDINGS[ORDINALS.select(day)]}`;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
