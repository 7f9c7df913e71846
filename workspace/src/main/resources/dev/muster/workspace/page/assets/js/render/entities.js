import { el, outsideLink } from '../ui/dom.js';
import { channelOf, dmOf, personOf, state } from '../store.js';
import { dateTokens, fullTime } from '../time/format.js';

const BROADCASTS = { here: '@here', channel: '@channel', everyone: '@everyone' };

/** `&amp;`, `&lt;`, `&gt;` as characters; nothing else is an entity in Slack's text. */
export function decode(text) {
  return text.replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&' })[name]);
}

/** A mention of a person; the viewer's own stands out. */
export function mention(userId, label) {
  const person = personOf(userId);
  const name = person ? person.handle : decode(label || userId);
  const own = userId === state.me.id ? ' own' : '';
  return el('span', { class: `mention${own}`, title: person?.real_name, 'data-user': userId }, `@${name}`);
}

/** A mention of a channel: a link when the viewer can see it. */
export function channelMention(channelId, label) {
  const channel = channelOf(channelId);
  const name = channel?.name ?? decode(label || '');
  if (!channel && !name) {
    return el('span', { class: 'mention' }, '#private-channel');
  }
  const known = channel || dmOf(channelId);
  return known
    ? el('a', { class: 'mention', href: `#${channelId}` }, `#${name}`)
    : el('span', { class: 'mention' }, `#${name}`);
}

export function usergroupMention(groupId, label) {
  return el('span', { class: 'mention', title: groupId }, label ? `@${decode(label).replace(/^@/, '')}` : '@group');
}

export function broadcast(range) {
  return el('span', { class: 'mention own' }, BROADCASTS[range] ?? `@${range}`);
}

/** An instant, told in the viewer's zone. */
export function dateElement(epochSeconds, pattern, url, fallback) {
  const seconds = Number(epochSeconds);
  if (!Number.isFinite(seconds) || !pattern) {
    return document.createTextNode(decode(fallback ?? ''));
  }
  const text = decode(dateTokens(pattern, seconds));
  const said = { 'data-pattern': pattern, 'data-seconds': seconds };
  const time = el(
    'time',
    { datetime: new Date(seconds * 1000).toISOString(), title: fullTime(seconds), ...said },
    text,
  );
  return url ? outsideLink(url, time) : time;
}

/** Tells the times on the page anew: “in 5 minutes” does not stay true. */
export function retellDates() {
  document.querySelectorAll('time[data-pattern]').forEach((time) => {
    time.textContent = decode(dateTokens(time.dataset.pattern, Number(time.dataset.seconds)));
  });
}

/** What stands between `<` and `>` as a node. */
export function angleNode(inside) {
  const [target, label] = splitOnce(inside, '|');
  switch (target.charAt(0)) {
    case '@':
      return mention(target.slice(1), label);
    case '#':
      return channelMention(target.slice(1), label);
    case '!':
      return specialNode(target.slice(1), label);
    default:
      return linkNode(target, label);
  }
}

function specialNode(target, label) {
  const [name, ...rest] = target.split('^');
  if (name === 'date') {
    return dateElement(rest[0], rest[1], rest[2], label);
  }
  return name === 'subteam' ? usergroupMention(rest[0], label) : broadcast(name);
}

function linkNode(target, label) {
  const url = decode(target);
  return outsideLink(url, label ? decode(label) : url.replace(/^mailto:/, ''));
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
