import { eventsUrl, get } from './api.js';
import { dropMessage, isCurrent, loadState, markRead, refresh, refreshSoon, takeMessage } from './conversation.js';
import { isCrowded, leaveSeat, takeSeat } from './crowd.js';
import { hear } from './journal.js';
import { followAddress } from './route.js';
import { changed, channelOf, currentChannel, dmOf, state } from './store.js';
import { takeRow } from './views/traffic-rows.js';

const HIDDEN_MS = 20_000;
const RETRY_MS = 3000;
let source;
let graceTimer;

const HANDLERS = {
  hello: () => catchUp(),
  message: ({ channel, message }) => arrived(channel, message),
  message_changed: ({ channel, message }) => takeMessage(channel, message),
  message_deleted: ({ channel, ts, thread_ts }) => deleted(channel, ts, thread_ts),
  ephemeral: ({ channel, message }) => takeMessage(channel, { ...message, ephemeral: true }),
  ephemeral_deleted: ({ channel, ts }) => dropMessage(channel, ts),
  reaction: ({ channel }) => touched(channel),
  pin: ({ channel }) => touched(channel),
  channel: ({ channel }) => takeChannel(channel),
  dm: ({ type, ...dm }) => takeDm(dm),
  views: ({ views }) => takeViews(views),
  home: ({ view }) => takeHome(view),
  unread: (event) => takeUnread(event),
  traffic: ({ row }) => takeRow(row),
};

/**
 * Keeps a stream of events open. Since every person is a tab and a browser opens only six connections to one host, a
 * tab out of sight lets go of its stream when there are many; now and then it looks whether there is news for its
 * title, and when it is seen again it reads all anew.
 */
export function goLive() {
  connect();
  document.addEventListener('visibilitychange', () => {
    clearInterval(graceTimer);
    if (document.visibilityState === 'hidden') {
      graceTimer = setInterval(rest, HIDDEN_MS);
    } else {
      connect();
      markRead(currentChannel());
    }
  });
}

async function rest() {
  if (source && (await isCrowded())) {
    disconnect();
  } else if (!source) {
    await loadState();
  }
}

function connect() {
  if (source) {
    return;
  }
  source = new EventSource(eventsUrl());
  source.onmessage = ({ data }) => handle(JSON.parse(data));
  source.onopen = () => setOnline(true);
  source.onerror = lost;
  takeSeat();
}

/** A stream that the browser will not try again by itself is opened anew. */
function lost() {
  setOnline(false);
  if (source?.readyState === EventSource.CLOSED) {
    disconnect();
    setTimeout(connect, RETRY_MS);
  }
}

function disconnect() {
  source?.close();
  source = undefined;
  leaveSeat();
}

function handle(event) {
  HANDLERS[event.type]?.(event);
}

async function catchUp() {
  await loadState();
  takeViews((await get('views')).views);
  const channel = currentChannel();
  if (channelOf(channel) || dmOf(channel)) {
    await refresh(channel);
  } else if (channel) {
    await followAddress();
  }
}

function setOnline(online) {
  if (state.online !== online) {
    state.online = online;
    changed('online');
  }
}

function arrived(channel, message) {
  takeMessage(channel, message);
  if (!channelOf(channel) && !dmOf(channel)) {
    loadState();
  }
}

function deleted(channel, ts, threadTs) {
  dropMessage(channel, ts);
  if (threadTs) {
    refreshSoon(channel);
  }
}

function touched(channel) {
  if (isCurrent(channel) || state.thread?.channel === channel) {
    refreshSoon(channel);
  }
}

function takeChannel(channel) {
  const visible = !channel.is_private || channel.is_member;
  hear('state', () => {
    const others = state.channels.filter((one) => one.id !== channel.id);
    state.channels = visible ? [...others, channel] : others;
  });
  changed('state', 'messages');
}

function takeDm(dm) {
  hear('state', () => (state.dms = [...state.dms.filter((one) => one.id !== dm.id), dm]));
  changed('state');
}

function takeViews(views) {
  state.views = views ?? [];
  changed('views');
}

function takeHome(view) {
  state.home = view ?? undefined;
  changed('home');
}

function takeUnread({ channel, unread, mentions }) {
  hear('state', () => Object.assign(channelOf(channel) ?? dmOf(channel) ?? {}, { unread, mentions }));
  changed('state');
  if (isCurrent(channel)) {
    markRead(channel);
  }
}
