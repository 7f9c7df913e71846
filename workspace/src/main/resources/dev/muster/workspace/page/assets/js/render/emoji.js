import { el } from '../ui/dom.js';
import { canDraw } from './emoji-font.js';
import { NAMES } from './emoji-names.js';

const TONES = ['\u{1F3FB}', '\u{1F3FC}', '\u{1F3FD}', '\u{1F3FE}', '\u{1F3FF}'];
const KNOWN = new Map(
  NAMES.trim()
    .split(/\n| \| /)
    .flatMap(entries),
);

/** The character of an emoji name, skin tone and all; undefined when the name is unknown or nothing can draw it. */
export function emojiCharacter(name) {
  const [base, tone] = name.split('::skin-tone-');
  const character = KNOWN.get(base);
  if (!character || !canDraw(character)) {
    return undefined;
  }
  return tone ? character + (TONES[Number(tone) - 2] ?? '') : character;
}

/** An emoji with its name as title; undefined when the name is not known. */
export function emojiNode(name) {
  const character = emojiCharacter(name);
  return character && el('span', { class: 'emoji', role: 'img', title: `:${name}:`, 'aria-label': name }, character);
}

/** An emoji, or its name between colons when there is no character for it. */
export function emojiOrName(name) {
  return emojiNode(name) ?? el('span', { class: 'emoji-name' }, `:${name}:`);
}

/** Names that begin with, or else contain, the typed letters. */
export function findEmoji(typed, limit) {
  const names = [...KNOWN.keys()];
  const first = names.filter((name) => name.startsWith(typed));
  const second = names.filter((name) => !name.startsWith(typed) && name.includes(typed));
  return [...first, ...second].slice(0, limit);
}

function entries(entry) {
  const [character, ...names] = entry.split(' ');
  return names.map((name) => [name, character]);
}
