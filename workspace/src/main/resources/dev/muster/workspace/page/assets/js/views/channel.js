import { button, el, fill, outsideLink } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { reason, toast } from '../ui/toast.js';
import { post } from '../api.js';
import { loadState, markRead, openPane, refresh } from '../conversation.js';
import { channelOf, conversationName, currentChannel, dmOf, now, on, personOf, state } from '../store.js';
import { clockTime } from '../time/zone.js';
import { emojiNode } from '../render/emoji.js';
import { mrkdwn } from '../render/mrkdwn.js';
import { composer } from './composer.js';
import { messageLog, sorted } from './log.js';

let shown;

/** The conversation in the middle: what it is about, what was said, and where to write. */
export function startChannel() {
  on('place', build);
  on('state', () => shown && drawFrame());
  on('messages', drawMessages);
}

function build() {
  const channel = currentChannel();
  shown = undefined;
  if (channel) {
    const log = messageLog({
      channel,
      attributes: { 'data-testid': 'message-list', 'aria-label': `Messages in ${conversationName(channel)}` },
    });
    shown = {
      channel,
      log,
      head: el('header', { class: 'channel-head' }),
      shelf: el('div', { class: 'shelf' }),
      foot: el('div', { class: 'foot', id: 'composer' }),
    };
    fill(document.getElementById('main'), shown.head, shown.shelf, log.node, shown.foot);
    drawFrame();
    drawMessages();
    focusComposer();
  }
}

function focusComposer() {
  if (innerWidth > 640 && !document.querySelector('dialog[open]')) {
    shown.foot.querySelector('textarea')?.focus();
  }
}

function drawMessages() {
  const messages = shown && state.messages.get(shown.channel);
  if (messages) {
    shown.log.update(sorted(messages).filter(inChannel));
    markRead(shown.channel);
  }
}

function inChannel(message) {
  return !message.thread_ts || message.thread_ts === message.ts || message.subtype === 'thread_broadcast';
}

function drawFrame() {
  const channel = channelOf(shown.channel);
  fill(shown.head, channel ? channelHead(channel) : directHead(dmOf(shown.channel)));
  fill(shown.shelf, (channel?.bookmarks ?? []).map(bookmark));
  shown.shelf.hidden = !channel?.bookmarks?.length;
  drawFoot(channel);
}

function channelHead(channel) {
  const marks = [channel.is_private && 'private', channel.is_archived && 'archived'].filter(Boolean);
  const pins = channel.pins?.length ?? 0;
  return [
    el(
      'h1',
      {},
      channel.is_private ? icon('lock') : '#',
      channel.name,
      marks.map((mark) => el('span', { class: 'tag' }, mark)),
    ),
    el(
      'div',
      { class: 'topic', 'data-testid': 'topic', title: channel.purpose || undefined },
      mrkdwn(textOf(channel.topic)),
    ),
    el(
      'div',
      { class: 'head-tools' },
      paneButton('members', membersOf(channel)),
      pins > 0 && paneButton('pins', `${pins} pinned`),
    ),
  ];
}

function membersOf({ members }) {
  return members.length === 1 ? '1 member' : `${members.length} members`;
}

/** A topic comes as text, or as Slack's object around it. */
function textOf(topic) {
  return topic?.value ?? topic ?? '';
}

function paneButton(kind, label) {
  return button(
    { class: 'button quiet-button', 'data-testid': `show-${kind}`, on: { click: () => openPane(kind) } },
    label,
  );
}

function directHead(dm) {
  const person = personOf(dm?.user);
  const time = person?.tz ? `${clockTime(now(), person.tz)} in ${person.tz}` : '';
  return [
    el(
      'h1',
      {},
      person?.real_name ?? person?.handle ?? 'Direct messages',
      person?.is_bot && el('span', { class: 'tag' }, 'app'),
    ),
    el('div', { class: 'topic' }, [person?.title, person?.is_bot ? '' : time].filter(Boolean).join(' · ')),
  ];
}

function bookmark(one) {
  const sign = one.emoji ? emojiNode(one.emoji.replaceAll(':', '')) : undefined;
  return el(
    'span',
    { class: 'bookmark', 'data-testid': 'bookmark' },
    sign ?? icon('link'),
    ' ',
    outsideLink(one.link, one.title),
  );
}

function drawFoot(channel) {
  const kind = footKind(channel);
  if (shown.foot.dataset.kind !== kind) {
    shown.foot.dataset.kind = kind;
    fill(shown.foot, FEET[kind](channel));
  }
}

function footKind(channel) {
  if (channel?.is_archived) {
    return 'archived';
  }
  return channel && !channel.is_member ? 'outside' : 'inside';
}

const FEET = {
  archived: () => el('p', { class: 'closed' }, 'This channel is archived. It can be read, not written to.'),
  outside: (channel) => el('p', { class: 'closed' }, `You are not in #${channel.name}. `, joinButton(channel)),
  inside: () =>
    composer({
      channel: shown.channel,
      testid: 'composer',
      sendTestid: 'send',
      messages: () => sorted(state.messages.get(shown.channel) ?? new Map()).filter(inChannel),
      sent: shown.log.toEnd,
    }),
};

function joinButton(channel) {
  const join = async () => {
    const answer = await post('join', { channel: channel.id });
    if (!answer.ok) {
      toast(reason(answer.error));
    }
    await loadState();
    await refresh(channel.id);
  };
  return button({ class: 'button primary', 'data-testid': 'join', on: { click: join } }, 'Join');
}
