const LOCK = 'muster-workspace-stream';
const ROOM = 4;
let letGo;

/** Says to the other tabs that this one holds a stream of events open. */
export function takeSeat() {
  navigator.locks?.request(LOCK, { mode: 'shared' }, () => new Promise((resolve) => (letGo = resolve)));
}

export function leaveSeat() {
  letGo?.();
  letGo = undefined;
}

/** Whether so many tabs hold streams open that a browser's six connections to one host run short. */
export async function isCrowded() {
  const { held } = (await navigator.locks?.query()) ?? { held: [] };
  return held.filter(({ name }) => name === LOCK).length > ROOM;
}
