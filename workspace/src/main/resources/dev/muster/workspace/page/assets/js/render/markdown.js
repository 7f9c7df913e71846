import { el, outsideLink } from '../ui/dom.js';
import { angleNode, decode } from './entities.js';
import { emojiNode } from './emoji.js';

const INLINE = [
  [/^\\([\\`*_~[\]()#+.!-])/, (found) => found[1]],
  [/^`([^`]+)`/, (found) => el('code', {}, found[1])],
  [/^\*\*(?=\S)(.+?\S|\S)\*\*/, (found) => el('strong', {}, inline(found[1]))],
  [/^__(?=\S)(.+?\S|\S)__(?!\w)/, (found) => el('strong', {}, inline(found[1]))],
  [/^~~(?=\S)(.+?\S|\S)~~/, (found) => el('del', {}, inline(found[1]))],
  [/^\*(?=\S)([^*]*?[^\s*])\*/, (found) => el('em', {}, inline(found[1]))],
  [/^_(?=\S)([^_]*?[^\s_])_(?!\w)/, (found) => el('em', {}, inline(found[1]))],
  [/^!?\[([^\]]*)\]\(([^)\s]+)\)/, (found) => outsideLink(decode(found[2]), inline(found[1] || found[2]))],
  [/^<((?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>]*)>/i, (found) => angleNode(found[1])],
  [/^(https?:\/\/[^\s<>)]+)/, (found) => outsideLink(decode(found[1]), decode(found[1]))],
  [/^:([a-z0-9_+-]+):/, (found) => emojiNode(found[1]) ?? found[0]],
];

const BLOCKS = [
  { opens: /^```/, take: fence },
  { opens: /^#{1,6} /, take: heading },
  { opens: /^(?:-{3,}|\*{3,}|_{3,})\s*$/, take: (lines) => [el('hr'), lines.slice(1)] },
  { opens: /^(?:>|&gt;)/, take: quote },
  { opens: /^\s*[-*+] /, take: (lines) => list(lines, 'ul', /^\s*[-*+] /) },
  { opens: /^\s*\d+[.)] /, take: (lines) => list(lines, 'ol', /^\s*\d+[.)] /) },
  { opens: /^\s*$/, take: (lines) => [undefined, lines.slice(1)] },
];

/** Standard Markdown, as the `markdown` block takes it. */
export function markdown(text) {
  const nodes = [];
  for (let rest = (text ?? '').split('\n'); rest.length > 0;) {
    const block = BLOCKS.find(({ opens }) => opens.test(rest[0]));
    const [node, after] = block ? block.take(rest) : paragraph(rest);
    nodes.push(node);
    rest = after;
  }
  return nodes.filter(Boolean);
}

function fence(lines) {
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('```'));
  const last = end < 0 ? lines.length : end;
  return [el('pre', { class: 'fence' }, el('code', {}, lines.slice(1, last).join('\n'))), lines.slice(last + 1)];
}

function heading(lines) {
  const level = lines[0].match(/^#+/)[0].length;
  return [el('p', { class: `heading level-${level}` }, inline(lines[0].slice(level + 1))), lines.slice(1)];
}

function quote(lines) {
  const [taken, rest] = run(lines, (line) => /^(?:>|&gt;)/.test(line));
  return [el('blockquote', {}, markdown(taken.map((line) => line.replace(/^(?:>|&gt;) ?/, '')).join('\n'))), rest];
}

function list(lines, tag, marker) {
  const [taken, rest] = run(lines, (line) => marker.test(line) || /^\s+\S/.test(line));
  const items = [];
  taken.forEach((line) => {
    if (marker.test(line) && indent(line) <= indent(taken[0])) {
      items.push([line.replace(marker, '')]);
    } else {
      items.at(-1).push(line.replace(/^ {1,4}/, ''));
    }
  });
  return [el(tag, {}, items.map(item)), rest];
}

function item([first, ...more]) {
  const task = first.match(/^\[([ xX])\] /);
  const box = task && el('input', { type: 'checkbox', checked: task[1] !== ' ', disabled: true });
  return el('li', {}, box, inline(task ? first.slice(task[0].length) : first), markdown(more.join('\n')));
}

function paragraph(lines) {
  const [taken, rest] = run(lines, (line, index) => index === 0 || !BLOCKS.some(({ opens }) => opens.test(line)));
  return [
    el(
      'p',
      {},
      taken.flatMap((line, index) => [index > 0 && el('br'), ...inline(line)]),
    ),
    rest,
  ];
}

function inline(text) {
  const nodes = [];
  let words = '';
  for (let rest = text; rest;) {
    const [found, make] = firstMatch(rest, words);
    if (found) {
      nodes.push(decode(words), make(found));
      words = '';
      rest = rest.slice(found[0].length);
    } else {
      words += rest[0];
      rest = rest.slice(1);
    }
  }
  return [...nodes, decode(words)];
}

function firstMatch(rest, before) {
  const midWord = /\w$/.test(before) && rest[0] === '_';
  const rule = midWord ? undefined : INLINE.find(([pattern]) => pattern.test(rest));
  return rule ? [rest.match(rule[0]), rule[1]] : [];
}

function run(lines, belongs) {
  const end = lines.findIndex((line, index) => !belongs(line, index));
  return end < 0 ? [lines, []] : [lines.slice(0, end), lines.slice(end)];
}

function indent(line) {
  return line.match(/^\s*/)[0].length;
}
