import { el } from '../ui/dom.js';
import { angleNode, decode } from './entities.js';
import { emojiNode } from './emoji.js';

const STYLES = { '*': 'strong', _: 'em', '~': 'del' };
const WORD = /[\p{L}\p{N}]/u;
const QUOTE = /^(?:&gt;|>) ?/;
const ITEM = /^\s*(?:[•◦▪‣-]|\d{1,3}[.)]) /;

/** Slack's mrkdwn as nodes, made for one block of text. */
export function mrkdwn(text) {
  const pieces = (text ?? '').split(/```/);
  const unclosed = pieces.length % 2 === 0 ? `\`\`\`${pieces.pop()}` : '';
  if (unclosed) {
    pieces[pieces.length - 1] += unclosed;
  }
  return pieces.flatMap((piece, index) => (index % 2 ? fence(piece) : lines(between(piece, index, pieces.length))));
}

/** Plain text: line breaks and emoji, nothing else. */
export function plain(text, withEmoji = true) {
  return (text ?? '')
    .split('\n')
    .flatMap((line, index) => [index > 0 && el('br'), ...(withEmoji ? plainLine(line) : [decode(line)])]);
}

/** A text object of Block Kit, whichever kind it is. */
export function textObject(object) {
  if (!object) {
    return [];
  }
  return object.type === 'mrkdwn' ? mrkdwn(object.text) : plain(object.text, object.emoji !== false);
}

/** mrkdwn within one line, as nodes. */
export function inline(text) {
  const nodes = [];
  let words = '';
  for (let at = 0; at < text.length;) {
    const found = spanAt(text, at);
    if (found) {
      nodes.push(decode(words), found.node);
      words = '';
      at = found.end;
    } else {
      words += text[at];
      at += 1;
    }
  }
  nodes.push(decode(words));
  return nodes.filter((node) => node !== '');
}

function fence(code) {
  const content = code.replace(/^\n/, '').replace(/\n$/, '');
  return [el('pre', { class: 'fence' }, el('code', {}, codeNodes(content)))];
}

/** The line break that touches a code block is the block's own edge, not an empty line. */
function between(piece, index, count) {
  const start = index > 0 ? piece.replace(/^\n/, '') : piece;
  return index < count - 1 ? start.replace(/\n$/, '') : start;
}

function lines(text) {
  if (text === '') {
    return [];
  }
  const groups = [];
  let quotingRest = false;
  for (const line of text.split('\n')) {
    const restStarts = /^(?:&gt;|>){3}/.test(line);
    quotingRest ||= restStarts;
    const quoted = quotingRest || QUOTE.test(line);
    const content = restStarts ? line.replace(/^(?:&gt;|>){3} ?/, '') : quoted ? line.replace(QUOTE, '') : line;
    const last = groups.at(-1);
    if (last && last.quoted === quoted) {
      last.lines.push(content);
    } else {
      groups.push({ quoted, lines: [content] });
    }
  }
  return groups.flatMap((group) => (group.quoted ? [el('blockquote', {}, flow(group.lines))] : flow(group.lines)));
}

function flow(group) {
  return group
    .flatMap((line, index) => {
      const item = ITEM.test(line);
      const afterText = index > 0 && !item && !ITEM.test(group[index - 1]);
      return [afterText && el('br'), ...(item ? [hanging(line)] : inline(line))];
    })
    .filter(Boolean);
}

function hanging(line) {
  const marker = line.match(ITEM)[0];
  return el(
    'span',
    { class: 'item' },
    el('span', { class: 'item-mark' }, marker),
    el('span', {}, inline(line.slice(marker.length))),
  );
}

function spanAt(text, at) {
  switch (text[at]) {
    case '<':
      return angleAt(text, at);
    case '`':
      return codeAt(text, at);
    case ':':
      return emojiAt(text, at);
    case '*':
    case '_':
    case '~':
      return styledAt(text, at);
    default:
      return undefined;
  }
}

function angleAt(text, at) {
  const end = text.indexOf('>', at);
  const inside = text.slice(at + 1, end);
  const token = end > at + 1 && /^([@#!][^\s<]|[a-z][a-z0-9+.-]*:)/i.test(inside);
  return token ? { node: angleNode(inside), end: end + 1 } : undefined;
}

function codeAt(text, at) {
  const end = text.indexOf('`', at + 1);
  return end > at + 1 ? { node: el('code', {}, codeNodes(text.slice(at + 1, end))), end: end + 1 } : undefined;
}

function codeNodes(code) {
  return code
    .split(/(<[@#!a-z][^<>]*>)/i)
    .map((piece, index) => (index % 2 ? angleNode(piece.slice(1, -1)) : decode(piece)));
}

function emojiAt(text, at) {
  const name = text.slice(at).match(/^:([\p{L}\p{N}_+'-]+(?:::skin-tone-\d)?):/u)?.[1];
  const node = name && emojiNode(name);
  return node ? { node, end: at + name.length + 2 } : undefined;
}

function styledAt(text, at) {
  const mark = text[at];
  const before = text[at - 1] ?? '';
  const after = text[at + 1] ?? '';
  if (WORD.test(before) || before === mark || after === mark || /^\s*$/.test(after)) {
    return undefined;
  }
  const end = closing(text, at, mark);
  return end ? { node: el(STYLES[mark], {}, inline(text.slice(at + 1, end))), end: end + 1 } : undefined;
}

function closing(text, at, mark) {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '<' && text.indexOf('>', end) > 0) {
      end = text.indexOf('>', end);
    } else if (text[end] === mark && end > at + 1 && !/\s/.test(text[end - 1]) && !WORD.test(text[end + 1] ?? '')) {
      return end;
    }
  }
  return undefined;
}

function plainLine(line) {
  return line.split(/(:[\p{L}\p{N}_+'-]+(?:::skin-tone-\d)?:)/u).map((piece, index) => {
    return (index % 2 && emojiNode(piece.slice(1, -1))) || decode(piece);
  });
}
