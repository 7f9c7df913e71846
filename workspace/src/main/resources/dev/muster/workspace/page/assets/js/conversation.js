import { get, post } from './api.js';
import { hear, whileNoting } from './journal.js';
import { changed, channelOf, currentChannel, dmOf, state } from './store.js';

const SETTLE_MS = 60;
const refreshes = new Map();
const taken = new Map();
let asked = 0;

/** Reads who is who and what there is; the rest of the page draws itself from it. */
export async function loadState() {
  await whileNoting('state', () => get('state'), takeState);
  changed('state');
  markRead(currentChannel());
}

function takeState({ clock, speed, ...rest }) {
  Object.assign(state, rest);
  state.clock = { at: clock ?? Date.now(), read: Date.now(), speed: speed ?? 1 };
}

/** Reads a conversation anew, once however often it is asked for in a moment. */
export function refreshSoon(channel) {
  clearTimeout(refreshes.get(channel));
  refreshes.set(
    channel,
    setTimeout(() => refresh(channel), SETTLE_MS),
  );
}

export async function refresh(channel) {
  asked += 1;
  const turn = asked;
  await whileNoting(
    channel,
    () => get('messages', { channel }),
    ({ messages }) => takeAll(channel, messages, turn),
  );
  if (state.thread?.channel === channel) {
    await refreshThread();
  }
}

/** An answer that was overtaken by a later one is old news. */
function takeAll(channel, messages, turn) {
  if (turn > (taken.get(channel) ?? 0)) {
    taken.set(channel, turn);
    state.messages.set(channel, byTs(messages));
    changed('messages');
  }
}

/** Shows a thread in the side pane. */
export async function openThread(channel, ts) {
  state.pane = { kind: 'thread' };
  state.thread = { channel, ts, messages: new Map() };
  changed('pane');
  await refreshThread();
}

export function openPane(kind) {
  state.pane = { kind };
  state.thread = undefined;
  changed('pane');
}

export function closePane() {
  state.pane = undefined;
  state.thread = undefined;
  changed('pane');
}

async function refreshThread() {
  const { channel, ts } = state.thread;
  await whileNoting(
    channel,
    () => get('replies', { channel, ts }),
    (answer) => {
      if (state.thread?.ts === ts) {
        state.thread.messages = byTs(answer.messages);
        changed('thread');
      }
    },
  );
}

/** Puts a message where it belongs: in the channel, in the open thread, or both. */
export function takeMessage(channel, given) {
  const message = marked(given);
  hear(channel, () => place(channel, message));
  changed('messages', 'thread');
  if (isReply(message)) {
    refreshSoon(channel);
  }
}

export function dropMessage(channel, ts) {
  hear(channel, () => remove(channel, ts));
  changed('messages', 'thread');
}

function place(channel, message) {
  if (!isReply(message) || message.subtype === 'thread_broadcast') {
    state.messages.get(channel)?.set(message.ts, message);
  }
  if (state.thread?.channel === channel && state.thread.ts === (message.thread_ts ?? message.ts)) {
    state.thread.messages.set(message.ts, message);
  }
}

function remove(channel, ts) {
  state.messages.get(channel)?.delete(ts);
  if (state.thread?.channel === channel) {
    state.thread.messages.delete(ts);
  }
}

function isReply(message) {
  return Boolean(message.thread_ts) && message.thread_ts !== message.ts;
}

function byTs(messages) {
  return new Map(messages.map((message) => [message.ts, marked(message)]));
}

function marked(message) {
  return message.is_ephemeral ? { ...message, ephemeral: true } : message;
}

/** Tells the workspace that the viewer has seen what is on screen; in a tab out of sight only when asked to. */
export function markRead(channel, asked = false) {
  const conversation = channelOf(channel) ?? dmOf(channel);
  if (conversation?.unread && (asked || document.visibilityState === 'visible')) {
    conversation.unread = 0;
    conversation.mentions = 0;
    changed('state');
    post('read', { channel });
  }
}

/** The id of the direct conversation with a person, opened if there is none yet. */
export async function dmWith(userId) {
  const known = state.dms.find((dm) => dm.user === userId);
  if (known) {
    return known.id;
  }
  const answer = await post('dm', { user: userId });
  await loadState();
  return answer.channel?.id ?? answer.channel;
}

export function isCurrent(channel) {
  return currentChannel() === channel;
}
