import { get } from './api.js';
import { closePane, dmWith, markRead, openThread, refresh } from './conversation.js';
import { changed, channelOf, dmOf, state } from './store.js';
import { toast } from './ui/toast.js';

/**
 * Follows the part of the address behind `#`: a channel id, `dm/USER`, `home`; a thread as `CHANNEL/TS`; a message as
 * `archives/CHANNEL/pTS`, the way permalinks have it.
 */
export function startRouting() {
  addEventListener('hashchange', followAddress);
  return followAddress();
}

/** The address of this page as another person sees it. */
export function addressFor(userId) {
  return `${location.pathname}?as=${encodeURIComponent(userId)}${location.hash}`;
}

/** Shows what the address names, or else the first channel. */
export async function followAddress() {
  const [path, query] = decodeURIComponent(location.hash.slice(1)).split('?');
  const [first, second, third] = path.split('/');
  document.body.classList.remove('menu-open');
  if (first === 'home') {
    return showHome();
  }
  if (first === 'archives') {
    return showMessage(second, third ?? '', new URLSearchParams(query).get('thread_ts'));
  }
  const id = first === 'dm' ? await dmWith(second) : first;
  const known = channelOf(id) ?? dmOf(id);
  return known ? showConversation(id, first === 'dm' ? undefined : second) : showConversation(firstChannel());
}

async function showHome() {
  closePane();
  state.place = { kind: 'home' };
  changed('place', 'state');
  state.home = (await get('home', { opened: '1' })).view ?? undefined;
  changed('home');
}

async function showConversation(id, threadTs) {
  if (!channelOf(id) && !dmOf(id)) {
    toast('There is no such conversation, or you cannot see it.');
    return;
  }
  if (state.place.id !== id) {
    closePane();
  }
  state.place = { kind: 'channel', id };
  state.editing = undefined;
  changed('place', 'state', 'messages');
  await refresh(id).catch(() => toast('This conversation could not be read.'));
  markRead(id, true);
  if (threadTs) {
    await openThread(id, threadTs);
  }
}

/** `p1700000000000100` names the message `1700000000.000100`. */
async function showMessage(channel, name, threadTs) {
  const ts = `${name.slice(1, -6)}.${name.slice(-6)}`;
  await showConversation(channel, threadTs && threadTs !== ts ? threadTs : undefined);
  await new Promise((drawn) => setTimeout(drawn));
  const nodes = [...document.querySelectorAll(`[data-testid=message][data-ts="${CSS.escape(ts)}"]`)];
  nodes.at(-1)?.scrollIntoView({ block: 'center' });
  nodes.at(-1)?.focus({ preventScroll: true });
}

function firstChannel() {
  const channels = state.channels.filter((channel) => channel.is_member && !channel.is_archived);
  const general = channels.find((channel) => channel.name === 'general');
  return (general ?? channels[0] ?? state.channels[0])?.id;
}
