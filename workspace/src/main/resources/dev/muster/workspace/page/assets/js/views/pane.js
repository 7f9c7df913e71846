import { button, el, fill } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { reason, toast } from '../ui/toast.js';
import { post } from '../api.js';
import { closePane, loadState } from '../conversation.js';
import { channelOf, conversationName, currentChannel, now, on, personOf, state } from '../store.js';
import { clockTime } from '../time/zone.js';
import { shortTime } from '../time/format.js';
import { contentNodes } from '../render/content.js';
import { authorOf, badge, nameOf } from '../render/person.js';
import { surface } from '../render/surface.js';
import { composer } from './composer.js';
import { messageLog, sorted } from './log.js';

let threadLog;

/** The pane at the side: a thread, the pins, or the members. */
export function startPane() {
  on('pane', build);
  on('thread', drawThread);
  on('state messages', () => state.pane && state.pane.kind !== 'thread' && build());
  document.getElementById('pane').addEventListener('keydown', (event) => event.key === 'Escape' && closePane());
}

function build() {
  const pane = document.getElementById('pane');
  const { kind } = state.pane ?? {};
  pane.hidden = !kind;
  document.body.classList.toggle('with-pane', Boolean(kind));
  threadLog = undefined;
  pane.removeAttribute('data-testid');
  fill(pane, kind ? PANES[kind](pane) : []);
}

const PANES = { thread, pins, members };

function head(title, about) {
  const close = button(
    { class: 'icon', 'aria-label': 'Close the pane', 'data-testid': 'pane-close', on: { click: closePane } },
    icon('close'),
  );
  return el('header', { class: 'pane-head' }, el('h2', {}, title, el('span', { class: 'soft' }, ` ${about}`)), close);
}

function thread(pane) {
  const { channel, ts } = state.thread;
  pane.dataset.testid = 'thread-pane';
  threadLog = messageLog({
    channel,
    inThread: true,
    attributes: { 'data-testid': 'thread-list', 'aria-label': 'Messages of the thread' },
  });
  const writable = !channelOf(channel)?.is_archived && channelOf(channel)?.is_member !== false;
  const write = composer({
    channel,
    threadTs: ts,
    testid: 'thread-composer',
    sendTestid: 'thread-send',
    messages: () => sorted(state.thread?.messages ?? new Map()),
    sent: threadLog.toEnd,
  });
  return [head('Thread', conversationName(channel)), threadLog.node, writable && el('div', { class: 'foot' }, write)];
}

function drawThread() {
  if (threadLog && state.thread) {
    threadLog.update(sorted(state.thread.messages));
  }
}

function pins() {
  const channel = channelOf(currentChannel());
  const messages = state.messages.get(channel?.id) ?? new Map();
  const rows = (channel?.pins ?? []).map((ts) => pinned(messages.get(ts), channel, ts));
  return [
    head('Pinned', `#${channel?.name}`),
    el('div', { class: 'pane-body', 'data-testid': 'pins-list' }, rows.length ? rows : 'Nothing is pinned.'),
  ];
}

function pinned(message, channel, ts) {
  if (!message) {
    return el(
      'div',
      { class: 'card', 'data-ts': ts },
      el('p', { class: 'soft' }, `A message of ${shortTime(ts)}, in a thread or gone.`),
    );
  }
  const author = authorOf(message);
  const unpin = button({ class: 'button', on: { click: () => run('unpin', { channel: channel.id, ts }) } }, 'Unpin');
  const by = el(
    'div',
    { class: 'byline' },
    el('span', { class: 'author' }, author.name),
    el('span', { class: 'soft' }, shortTime(ts)),
    unpin,
  );
  const place = surface({ type: 'message', channel: channel.id, ts });
  return el('div', { class: 'card', 'data-ts': ts }, by, contentNodes(message, place));
}

function members() {
  const channel = channelOf(currentChannel());
  const inside = (channel?.members ?? []).map((id) => personOf(id) ?? { id, handle: id });
  const outside = state.people.filter((person) => !channel?.members.includes(person.id));
  const open = channel && channel.is_member && !channel.is_archived;
  return [
    head('Members', `#${channel?.name}`),
    el(
      'div',
      { class: 'pane-body', 'data-testid': 'members-list' },
      inside.map((person) => memberRow(person)),
      open && outside.length > 0 && el('h3', {}, 'Not in this channel'),
      open && outside.map((person) => memberRow(person, inviteButton(channel, person))),
      open &&
        button(
          { class: 'button', 'data-testid': 'leave', on: { click: () => run('leave', { channel: channel.id }) } },
          'Leave this channel',
        ),
    ),
  ];
}

function memberRow(person, extra) {
  const time = person.tz && !person.is_bot ? `${clockTime(now(), person.tz)} in ${person.tz}` : '';
  const about = [person.title, time].filter(Boolean).join(' · ');
  return el(
    'div',
    { class: 'member', 'data-user': person.id },
    badge(person),
    el('div', { class: 'member-text' }, el('strong', {}, nameOf(person)), el('span', { class: 'soft' }, about)),
    extra,
  );
}

function inviteButton(channel, person) {
  const invite = () => run('command', { channel: channel.id, text: `/invite @${person.handle}` });
  return button({ class: 'button', on: { click: invite } }, 'Invite');
}

async function run(verb, body) {
  const answer = await post(verb, body);
  if (!answer.ok) {
    toast(reason(answer.error));
  }
  await loadState();
}
