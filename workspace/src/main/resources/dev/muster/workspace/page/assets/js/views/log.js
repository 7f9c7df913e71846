import { button, el } from '../ui/dom.js';
import { reconcile } from '../ui/reconcile.js';
import { dayLabel, dayOf } from '../time/format.js';
import { messageItem } from '../render/message.js';
import { openThread } from '../conversation.js';

const NEAR_END_PX = 48;

/**
 * A list of messages that keeps to its end while the reader is there, and leaves the reader alone elsewhere.
 * @param {{channel: string, inThread?: boolean, attributes?: Object}} setting
 */
export function messageLog(setting) {
  const list = el('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-relevant': 'additions',
    tabindex: '0',
    ...setting.attributes,
  });
  const toEnd = () => (list.scrollTop = list.scrollHeight);
  const more = button({ class: 'new-below', hidden: true, on: { click: toEnd } }, 'Newer messages ↓');
  let lastTs = '';
  let atEnd = true;
  list.addEventListener('scroll', () => {
    atEnd = nearEnd(list);
    more.hidden ||= atEnd;
  });
  new ResizeObserver(() => atEnd && toEnd()).observe(list);
  const update = (messages) => {
    const stay = lastTs !== '' && !atEnd;
    reconcile(list, items(messages, setting));
    const newest = messages.at(-1)?.ts ?? '';
    if (!stay) {
      toEnd();
    } else if (newest > lastTs) {
      more.hidden = false;
    }
    lastTs = newest;
  };
  return { node: el('div', { class: 'log-frame' }, list, more), update, toEnd };
}

/** The messages in order, those of a thread or those of the channel. */
export function sorted(messages) {
  return [...messages.values()].sort((one, other) => (one.ts < other.ts ? -1 : 1));
}

function items(messages, setting) {
  return messages.flatMap((message, index) => {
    const previous = messages[index - 1];
    const newDay = !previous || dayOf(previous.ts) !== dayOf(message.ts);
    const item = messageItem(message, {
      ...setting,
      previous: newDay ? undefined : previous,
      openThread: (ts) => openThread(setting.channel, ts),
    });
    return newDay ? [dayItem(message.ts), item] : [item];
  });
}

function dayItem(ts) {
  const label = dayLabel(ts);
  return {
    key: `day-${dayOf(ts)}`,
    signature: label,
    make: () => el('div', { class: 'day', role: 'separator' }, el('span', {}, label)),
  };
}

function nearEnd(list) {
  return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
}
