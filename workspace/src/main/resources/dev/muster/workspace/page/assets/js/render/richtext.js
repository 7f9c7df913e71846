import { el, outsideLink } from '../ui/dom.js';
import { broadcast, channelMention, dateElement, mention, usergroupMention } from './entities.js';
import { emojiOrName } from './emoji.js';
import { canDraw } from './emoji-font.js';

const STYLE_TAGS = { bold: 'strong', italic: 'em', strike: 'del', code: 'code', underline: 'u' };

const PARTS = {
  rich_text_section: (part) => el('div', { class: 'rich-section' }, leaves(part)),
  rich_text_preformatted: (part) => el('pre', { class: 'fence' }, el('code', {}, leaves(part))),
  rich_text_quote: (part) => el('blockquote', {}, leaves(part)),
  rich_text_list: richList,
};

const LEAVES = {
  text: (leaf) => lines(leaf.text),
  link: (leaf) => [outsideLink(leaf.url, leaf.text || leaf.url)],
  user: (leaf) => [mention(leaf.user_id)],
  channel: (leaf) => [channelMention(leaf.channel_id)],
  usergroup: (leaf) => [usergroupMention(leaf.usergroup_id)],
  broadcast: (leaf) => [broadcast(leaf.range)],
  emoji: (leaf) => [leaf.unicode ? fromCodePoints(leaf) : emojiOrName(leaf.name)],
  date: (leaf) => [dateElement(leaf.timestamp, leaf.format, leaf.url, leaf.fallback)],
  color: (leaf) => [el('code', {}, leaf.value)],
  team: (leaf) => [el('span', { class: 'mention' }, leaf.team_id)],
};

/** A rich_text block. */
export function richText(block) {
  return el(
    'div',
    { class: 'rich-text' },
    (block.elements ?? []).map((part) => PARTS[part.type]?.(part)),
  );
}

function richList(part) {
  const ordered = part.style === 'ordered';
  const attributes = {
    class: `rich-list indent-${Math.min(part.indent ?? 0, 5)}`,
    start: ordered ? (part.offset ?? 0) + 1 : undefined,
  };
  return el(
    ordered ? 'ol' : 'ul',
    attributes,
    part.elements.map((item) => el('li', {}, leaves(item))),
  );
}

function leaves(part) {
  return (part.elements ?? []).map((leaf) => styled(leaf, LEAVES[leaf.type]?.(leaf) ?? [leaf.text ?? '']));
}

function styled(leaf, nodes) {
  return Object.entries(STYLE_TAGS)
    .filter(([style]) => leaf.style?.[style])
    .reduce((inner, [, tag]) => [el(tag, {}, inner)], nodes);
}

function lines(text) {
  return text.split('\n').flatMap((line, index) => [index > 0 && el('br'), line]);
}

function fromCodePoints(leaf) {
  const text = leaf.unicode
    .split('-')
    .map((code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .join('');
  const attributes = { class: 'emoji', role: 'img', title: `:${leaf.name}:`, 'aria-label': leaf.name };
  return canDraw(text) ? el('span', attributes, text) : emojiOrName(leaf.name);
}
