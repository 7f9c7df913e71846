import { el } from '../ui/dom.js';
import { keyOf, optionGroups, sent, valueField } from './options.js';
import { bare } from './bare.js';
import { register, startingValue } from './values.js';

const FILTER_FROM = 8;

/** A menu with several choices: a fold-out list of checkboxes, with a filter when it is long. */
export function multiNode(element, { blockId, place, dispatches, inForm }) {
  const field = valueField(element.type);
  const entries = optionGroups(element).flatMap((group) => group.options);
  const start = startingValue(element, place.draft(blockId, element.action_id))[field] ?? [];
  const chosen = new Set(start.map(keyOf));
  const boxes = entries.map((entry) =>
    el('input', { type: 'checkbox', value: entry.key, checked: chosen.has(entry.key) }),
  );
  const read = () => ({ [field]: entries.filter((_, index) => boxes[index].checked).map(sent) });
  const summary = el('summary', { class: 'select' });
  const tell = () => {
    const names = entries.filter((_, index) => boxes[index].checked).map((entry) => bare(entry.label));
    summary.textContent = names.join(', ') || bare(element.placeholder?.text ?? 'Choose…');
    limit(boxes, element.max_selected_items);
  };
  const rows = entries.map((entry, index) => row(entry, boxes[index]));
  const list = el('div', { class: 'multi-list' }, entries.length > FILTER_FROM && filterBox(rows), rows);
  const node = el('details', { class: 'multi', on: { change: tell } }, summary, list);
  closesOnEscape(node, summary);
  if (dispatches) {
    dispatchOnClose(node, read, () => place.act(node, { element, blockId, value: read() }));
  }
  node.open = Boolean(inForm && element.focus_on_load);
  tell();
  return register(node, { blockId, element, read });
}

function row(entry, box) {
  const hint = entry.hint && el('span', { class: 'soft' }, ` ${bare(entry.hint)}`);
  return el(
    'label',
    { class: 'choice', 'data-label': bare(entry.label).toLowerCase() },
    box,
    el('span', {}, bare(entry.label), hint),
  );
}

function filterBox(rows) {
  const narrow = (event) => {
    const typed = event.target.value.toLowerCase();
    rows.forEach((choice) => (choice.hidden = !choice.dataset.label.includes(typed)));
    event.stopPropagation();
  };
  return el('input', {
    type: 'search',
    class: 'multi-filter',
    placeholder: 'Filter',
    'aria-label': 'Filter the list',
    on: { input: narrow },
  });
}

function limit(boxes, most) {
  const full = most && boxes.filter((box) => box.checked).length >= most;
  boxes.forEach((box) => (box.disabled = Boolean(full && !box.checked)));
}

function closesOnEscape(node, summary) {
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && node.open) {
      event.preventDefault();
      event.stopPropagation();
      node.open = false;
      summary.focus();
    }
  });
}

function dispatchOnClose(node, read, act) {
  let told = JSON.stringify(read());
  node.addEventListener('toggle', () => {
    const values = JSON.stringify(read());
    if (!node.open && values !== told) {
      told = values;
      act();
    }
  });
}
