import { el } from '../ui/dom.js';
import { bare } from './bare.js';
import { keyOf, optionGroups, sent, valueField } from './options.js';
import { register, startingValue } from './values.js';

/** A menu with one choice: of fixed options, people, or channels. */
export function selectNode(element, { blockId, place, dispatches }) {
  const field = valueField(element.type);
  const groups = optionGroups(element);
  const entries = groups.flatMap((group) => group.options);
  const start = startingValue(element, place.draft(blockId, element.action_id))[field];
  const node = el(
    'select',
    { class: 'select', 'aria-label': element.placeholder?.text },
    blank(element),
    groups.map(group),
  );
  const known = entries.some((entry) => entry.key === keyOf(start));
  node.value = known ? keyOf(start) : '';
  let before = node.value;
  const read = () => {
    const entry = entries.find(({ key }) => key === node.value);
    return { [field]: entry ? sent(entry) : null };
  };
  const change = async () => {
    const agreed = await place.act(node, { element, blockId, value: read() });
    before = agreed ? node.value : before;
    node.value = before;
  };
  if (dispatches) {
    node.addEventListener('change', change);
  }
  return register(node, { blockId, element, read });
}

function blank(element) {
  return el('option', { value: '' }, bare(element.placeholder?.text ?? 'Choose…'));
}

function group({ label, options }) {
  const nodes = options.map((entry) => el('option', { value: entry.key, title: entry.hint }, bare(withHint(entry))));
  return label ? el('optgroup', { label: bare(label) }, nodes) : nodes;
}

function withHint({ label, hint }) {
  return hint ? `${label} — ${hint}` : label;
}
