import { changed, state } from '../store.js';

const KEPT = 500;

/** Adds a row of traffic, or replaces it when it was known; only the newest are kept. */
export function takeRow(row) {
  const at = state.traffic.findIndex((one) => one.id === row.id);
  if (at < 0) {
    state.traffic = [...state.traffic, row].slice(-KEPT);
  } else {
    state.traffic[at] = row;
  }
  changed('traffic');
}
