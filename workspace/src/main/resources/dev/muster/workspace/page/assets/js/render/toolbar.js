import { button, el } from '../ui/dom.js';
import { ask } from '../ui/dialogs.js';
import { icon } from '../ui/icon.js';
import { openMenu } from '../ui/popover.js';
import { reason, toast } from '../ui/toast.js';
import { post } from '../api.js';
import { changed, state } from '../store.js';
import { pickReaction } from './reactions.js';

/** What can be done with a message. All of it is within reach of Tab; it shows on hover and focus. */
export function toolbar(message, setting) {
  const tools = message.ephemeral || message.subtype === 'tombstone' ? [] : toolsFor(message, setting);
  return el('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Message actions' }, tools);
}

/** Starts editing a message in place. */
export function startEditing(channel, ts, inThread = false) {
  state.editing = { channel, ts, inThread };
  changed('messages', 'thread');
}

function toolsFor(message, setting) {
  const { channel, inThread, openThread } = setting;
  const { ts } = message;
  const own = message.user === state.me.id && !message.bot_id;
  const pin = message.pinned ? 'unpin' : 'pin';
  return [
    tool('react-message', 'react', 'React', (node) => pickReaction(node, channel, ts)),
    !inThread && tool('reply-message', 'reply', 'Reply in thread', () => openThread(message.thread_ts ?? ts)),
    tool('pin-message', pin, message.pinned ? 'Unpin' : 'Pin', () => run(pin, { channel, ts })),
    own && tool('edit-message', 'edit', 'Edit', () => startEditing(channel, ts, inThread)),
    own && tool('delete-message', 'bin', 'Delete', () => remove(channel, ts)),
    tool('more-message', 'more', 'More, and shortcuts of the app', (node) => more(node, channel, ts)),
  ];
}

function tool(testid, sign, label, act) {
  const node = button(
    { class: 'tool', 'data-testid': testid, title: label, 'aria-label': label, on: { click: () => act(node) } },
    icon(sign),
  );
  return node;
}

async function run(verb, body) {
  const answer = await post(verb, body);
  if (!answer.ok) {
    toast(reason(answer.error));
  }
}

async function remove(channel, ts) {
  const agreed = await ask({
    title: 'Delete this message?',
    text: 'The others will no longer see it.',
    confirm: 'Delete',
    danger: true,
  });
  if (agreed) {
    run('delete', { channel, ts });
  }
}

function more(anchor, channel, ts) {
  const shortcuts = state.app.shortcuts.filter((shortcut) => shortcut.type === 'message');
  const items = shortcuts.map((shortcut) => ({
    label: shortcut.name,
    hint: state.app.name,
    data: { 'data-callback-id': shortcut.callback_id },
    run: () => run('message-shortcut', { callback_id: shortcut.callback_id, channel, ts }),
  }));
  const copy = { label: 'Copy the timestamp', hint: ts, run: () => navigator.clipboard?.writeText(ts) };
  openMenu(anchor, 'More message actions', [...items, copy]);
}
