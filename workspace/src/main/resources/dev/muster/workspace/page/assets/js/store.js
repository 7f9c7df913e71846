/**
 * What this tab knows. Modules read it freely; whoever changes it says so with changed(topic), and listeners of the
 * topic run once, soon after.
 */
export const state = {
  workspace: {},
  me: {},
  people: [],
  channels: [],
  dms: [],
  app: { commands: [], shortcuts: [] },
  place: { kind: 'none' },
  messages: new Map(),
  thread: undefined,
  pane: undefined,
  views: [],
  home: undefined,
  traffic: [],
  editing: undefined,
  online: true,
  clock: { at: Date.now(), read: Date.now(), speed: 1 },
};

const listeners = new Map();
const pending = new Set();

/** @param {string} topics space-separated: state place messages thread pane views home traffic online */
export function on(topics, listener) {
  topics.split(' ').forEach((topic) => listeners.set(topic, [...(listeners.get(topic) ?? []), listener]));
}

export function changed(...topics) {
  if (pending.size === 0) {
    queueMicrotask(tell);
  }
  topics.forEach((topic) => pending.add(topic));
}

/** The workspace's own clock, which may run faster than the wall's. */
export function now() {
  const { at, read, speed } = state.clock;
  return at + (Date.now() - read) * speed;
}

export function personOf(id) {
  return state.people.find((person) => person.id === id);
}

export function channelOf(id) {
  return state.channels.find((channel) => channel.id === id);
}

export function dmOf(id) {
  return state.dms.find((dm) => dm.id === id);
}

/** The viewer's time zone; UTC until it is known. */
export function zone() {
  return state.me.tz || personOf(state.me.id)?.tz || 'UTC';
}

/** The id of the conversation on screen, or undefined on Home. */
export function currentChannel() {
  return state.place.kind === 'channel' ? state.place.id : undefined;
}

/** What a conversation is called: `#general`, or the other person's name. */
export function conversationName(id) {
  const channel = channelOf(id);
  if (channel) {
    return `#${channel.name}`;
  }
  const person = personOf(dmOf(id)?.user);
  return person ? person.real_name || person.handle : id;
}

function tell() {
  const due = new Set([...pending].flatMap((topic) => listeners.get(topic) ?? []));
  pending.clear();
  due.forEach((listener) => listener());
}
