import { el } from '../ui/dom.js';
import { personOf, state } from '../store.js';
import { decode } from './entities.js';

const COLORS = ['#0f766e', '#b45309', '#6d4fc2', '#b8336a', '#3f6f2f', '#2f6db3', '#8a5a2b', '#7a7422', '#56707a'];

/** Who wrote a message: `{name, color, bot, title}`. */
export function authorOf(message) {
  const person = personOf(message.user);
  const isBot = Boolean(message.bot_id) || Boolean(person?.is_bot);
  const name =
    message.username ?? nameOf(person) ?? message.bot_profile?.name ?? (isBot ? state.app.name : message.user);
  return {
    name: decode(name ?? 'somebody'),
    color: colorOf(person),
    bot: isBot,
    title: person?.title,
  };
}

export function nameOf(person) {
  return person && (person.real_name || person.handle);
}

/** The colour of a person: told apart by their place among the people, since colours made of names collide. */
export function colorOf(person) {
  const index = state.people.findIndex(({ id }) => id === person?.id);
  return person?.is_bot || index < 0 ? COLORS.at(-1) : COLORS[index % (COLORS.length - 1)];
}

/** A small square with a person's initials in their colour. */
export function badge(person) {
  const initials = (nameOf(person) ?? '?')
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();
  const node = el('span', { class: person?.is_bot ? 'badge bot' : 'badge', 'aria-hidden': 'true' }, initials);
  node.style.setProperty('--who', colorOf(person));
  return node;
}
