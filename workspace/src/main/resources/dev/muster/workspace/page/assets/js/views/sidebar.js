import { button, el, fill } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { askForm } from '../ui/dialogs.js';
import { reason } from '../ui/toast.js';
import { post } from '../api.js';
import { loadState } from '../conversation.js';
import { currentChannel, on, state } from '../store.js';
import { badge, nameOf } from '../render/person.js';

let archivedOpen = false;

/** Channels, people, and the app. */
export function startSidebar() {
  const nav = document.getElementById('sidebar');
  const draw = () => drawSidebar(nav);
  on('state place', draw);
  draw();
}

function drawSidebar(nav) {
  const focused = nav.contains(document.activeElement) ? document.activeElement.getAttribute('href') : undefined;
  fill(nav, appGroup(), channelGroups(), peopleGroup());
  if (focused) {
    nav.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
  drawTitle();
}

function channelGroups() {
  const sorted = [...state.channels].sort((one, other) => one.name.localeCompare(other.name));
  const open = sorted.filter((channel) => !channel.is_archived);
  const others = open.filter((channel) => !channel.is_member);
  const add = button(
    {
      class: 'icon small',
      'aria-label': 'New channel',
      title: 'New channel',
      'data-testid': 'new-channel',
      on: { click: askForChannel },
    },
    icon('plus'),
  );
  return [
    group('Channels', open.filter((channel) => channel.is_member).map(channelLink), add),
    others.length > 0 && group('Not joined', others.map(channelLink)),
    archive(sorted.filter((channel) => channel.is_archived)),
  ];
}

function archive(channels) {
  const remember = (event) => (archivedOpen = event.target.open);
  const here = channels.some((channel) => channel.id === currentChannel());
  return (
    channels.length > 0 &&
    el(
      'details',
      { class: 'group', open: archivedOpen || here, on: { toggle: remember } },
      el('summary', {}, `Archived (${channels.length})`),
      list(channels.map(channelLink)),
    )
  );
}

function group(title, links, extra) {
  return el('section', { class: 'group', 'aria-label': title }, el('h2', {}, title, extra), list(links));
}

function list(links) {
  return el(
    'ul',
    {},
    links.map((link) => el('li', {}, link)),
  );
}

function channelLink(channel) {
  const sign = channel.is_archived ? icon('box') : channel.is_private ? icon('lock') : '#';
  const kind = channel.is_private ? 'private channel' : 'channel';
  const data = {
    'data-testid': 'channel-link',
    'data-channel': channel.id,
    'data-name': channel.name,
    title: channel.name,
  };
  return link(
    `#${channel.id}`,
    channel,
    data,
    el('span', { class: 'sign', title: kind, 'aria-hidden': 'true' }, sign),
    el('span', { class: 'name' }, channel.name),
  );
}

function peopleGroup() {
  const others = state.people.filter((person) => person.id !== state.me.id && !person.is_bot);
  return group('People', others.map(personLink));
}

function personLink(person) {
  const dm = state.dms.find((one) => one.user === person.id);
  const data = { 'data-testid': 'dm-link', 'data-user': person.id };
  const name = person.is_bot ? 'Messages' : nameOf(person);
  return link(`#${dm?.id ?? `dm/${person.id}`}`, dm ?? {}, data, badge(person), el('span', { class: 'name' }, name));
}

function appGroup() {
  const bot = state.people.find((person) => person.id === botUserId()) ?? {
    id: botUserId(),
    is_bot: true,
    handle: state.app.name,
  };
  const home = el(
    'a',
    {
      href: '#home',
      class: 'place',
      'data-testid': 'home-link',
      'aria-current': state.place.kind === 'home' ? 'page' : undefined,
    },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, icon('home')),
    el('span', { class: 'name' }, 'Home'),
  );
  return group(state.app.name ?? 'App', [home, personLink({ ...bot, is_bot: true })]);
}

function botUserId() {
  const bot = state.app.bot_user;
  return bot?.id ?? bot;
}

function link(href, conversation, data, ...children) {
  const current = state.place.kind === 'channel' && conversation.id === state.place.id;
  const classes = ['place', conversation.unread && 'unread', conversation.is_archived && 'archived']
    .filter(Boolean)
    .join(' ');
  return el(
    'a',
    { href, class: classes, 'aria-current': current ? 'page' : undefined, ...data },
    ...children,
    marks(conversation),
  );
}

function marks({ unread, mentions }) {
  if (!unread) {
    return undefined;
  }
  return mentions
    ? el('span', { class: 'count mention-count', 'aria-label': `${mentions} mentions` }, mentions)
    : el('span', { class: 'count', 'aria-label': `${unread} unread` }, unread);
}

function drawTitle() {
  const all = [...state.channels, ...state.dms];
  const mentions = all.reduce((sum, one) => sum + (one.mentions ?? 0), 0);
  const unread = all.some((one) => one.unread);
  document.title = `${mentions ? `(${mentions}) ` : unread ? '• ' : ''}${state.me.handle ?? ''} — Muster workspace`;
}

function askForChannel() {
  const name = el('input', {
    type: 'text',
    class: 'text-input',
    'data-testid': 'channel-name',
    placeholder: 'lowercase-with-dashes',
    'aria-label': 'Name',
    required: true,
  });
  const hidden = el('input', { type: 'checkbox', 'data-testid': 'channel-private' });
  const create = async () => {
    const answer = await post('channel', { name: name.value.trim().replace(/^#/, ''), is_private: hidden.checked });
    if (!answer.ok) {
      return reason(answer.error);
    }
    await loadState();
    location.hash = answer.channel?.id ?? answer.channel ?? '';
    return undefined;
  };
  askForm('New channel', [name, el('label', { class: 'choice' }, hidden, el('span', {}, 'Private'))], 'Create', create);
}
