import { button, el } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { editBox } from '../views/edit.js';
import { fullTime, millisOf, shortTime } from '../time/format.js';
import { state } from '../store.js';
import { contentNodes } from './content.js';
import { mrkdwn } from './mrkdwn.js';
import { authorOf } from './person.js';
import { reactionRow } from './reactions.js';
import { surface } from './surface.js';
import { toolbar } from './toolbar.js';

const SAME_BREATH_MS = 5 * 60_000;
const QUIET = /^(channel|group)_\w+$|^(un)?pinned_item$/;

/**
 * One message as an item for reconcile().
 * @param {Object} message
 * @param {{channel: string, previous?: Object, inThread?: boolean, openThread: (ts: string) => void}} setting
 */
export function messageItem(message, setting) {
  const follows = continues(message, setting.previous);
  const editing = isEdited(message, setting);
  return {
    key: message.ts,
    signature: editing ? `editing ${message.ts}` : JSON.stringify([message, follows]),
    make: () =>
      QUIET.test(message.subtype ?? '') ? quietNode(message) : messageNode(message, { ...setting, follows, editing }),
  };
}

function isEdited(message, { channel, inThread = false }) {
  const { editing } = state;
  return editing?.channel === channel && editing.ts === message.ts && editing.inThread === inThread;
}

function continues(message, previous) {
  if (
    !previous ||
    message.subtype === 'me_message' ||
    message.ephemeral ||
    previous.ephemeral ||
    QUIET.test(previous.subtype ?? '')
  ) {
    return false;
  }
  const author = (one) => `${one.user}/${one.bot_id ?? ''}/${one.username ?? ''}`;
  return author(message) === author(previous) && millisOf(message.ts) - millisOf(previous.ts) < SAME_BREATH_MS;
}

function quietNode(message) {
  return frame(message, 'quiet', el('div', { class: 'body' }, el('div', { class: 'text soft' }, quietText(message))));
}

function quietText(message) {
  const text = message.text ?? '';
  const who = message.user && !text.includes(message.user) ? [...mrkdwn(`<@${message.user}>`), ' '] : [];
  return [...who, ...mrkdwn(text)];
}

function messageNode(message, setting) {
  const author = authorOf(message);
  const place = surface({ type: 'message', channel: setting.channel, ts: message.ts });
  const body = el(
    'div',
    { class: 'body' },
    message.ephemeral && el('p', { class: 'only-you' }, icon('eye'), ' Only you can see this'),
    !setting.follows && message.subtype !== 'tombstone' && byline(message, author),
    setting.editing ? editBox(message, setting.channel) : contentNodes(message, place),
    message.edited && !message.bot_id && el('span', { class: 'edited', title: editedTitle(message) }, '(edited)'),
    reactionRow(message, setting.channel),
    !setting.inThread && threadLink(message, setting),
  );
  const node = frame(message, kinds(message, setting, author), body);
  node.style.setProperty('--who', author.color);
  if (!setting.editing) {
    node.append(toolbar(message, setting));
  }
  return node;
}

function frame(message, kind, ...children) {
  const time = el(
    'time',
    { class: 'stamp', title: fullTime(message.ts), datetime: new Date(millisOf(message.ts)).toISOString() },
    shortTime(message.ts),
  );
  const data = { 'data-testid': 'message', 'data-ts': message.ts, 'data-user': message.user ?? message.bot_id ?? '' };
  return el(
    'article',
    { class: `message ${kind}`, tabindex: '-1', ...data, 'data-ephemeral': message.ephemeral && 'true' },
    time,
    ...children,
  );
}

function kinds(message, setting, author) {
  const marks = { follows: setting.follows, ephemeral: message.ephemeral, pinned: message.pinned, bot: author.bot };
  return Object.keys(marks)
    .filter((mark) => marks[mark])
    .join(' ');
}

function byline(message, author) {
  return el(
    'div',
    { class: 'byline' },
    el('span', { class: 'author', title: author.title }, author.name),
    author.bot && el('span', { class: 'tag' }, 'app'),
    message.pinned && el('span', { class: 'tag' }, icon('pin'), ' pinned'),
    message.subtype === 'thread_broadcast' && el('span', { class: 'tag' }, 'from a thread'),
  );
}

function editedTitle(message) {
  return message.edited.ts ? `edited ${fullTime(message.edited.ts)}` : 'edited';
}

function threadLink(message, setting) {
  const thread = message.subtype === 'thread_broadcast' ? message.thread_ts : message.ts;
  if (!message.reply_count && message.subtype !== 'thread_broadcast') {
    return undefined;
  }
  const count = message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`;
  const last = message.latest_reply ? ` · last at ${shortTime(message.latest_reply)}` : '';
  const label = message.reply_count ? count + last : 'See the thread';
  return button(
    { class: 'thread-link', 'data-testid': 'open-thread', on: { click: () => setting.openThread(thread) } },
    '↳ ',
    label,
  );
}
