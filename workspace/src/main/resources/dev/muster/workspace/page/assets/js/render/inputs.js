import { el } from '../ui/dom.js';
import { fromLocalInput, toLocalInput } from '../time/zone.js';
import { zone } from '../store.js';
import { bare } from './bare.js';
import { register, startingValue } from './values.js';

const TYPES = { number_input: 'text', url_text_input: 'url', email_text_input: 'email' };
const TYPING_PAUSE_MS = 300;

/** Text, number, address inputs; several lines where the element says so. */
export function textNode(element, { blockId, place, dispatches }) {
  const start = startingValue(element, place.draft(blockId, element.action_id));
  const node = element.multiline || element.type === 'rich_text_input' ? area() : line(element);
  node.value =
    (element.type === 'rich_text_input' ? textOf(start.rich_text_value ?? element.initial_value) : start.value) ?? '';
  describe(node, element);
  const read = () =>
    element.type === 'rich_text_input' ? { rich_text_value: asRichText(node.value) } : { value: node.value || null };
  if (dispatches) {
    dispatchText(node, element, () => place.act(node, { element, blockId, value: read() }));
  }
  return register(node, { blockId, element, read });
}

export function dateNode(element, manner) {
  const read = (node) => ({ selected_date: node.value || null });
  return picker(element, manner, 'date', (start) => start.selected_date, read);
}

export function timeNode(element, manner) {
  const read = (node) => ({
    selected_time: node.value || null,
    ...(element.timezone && { timezone: element.timezone }),
  });
  return picker(element, manner, 'time', (start) => start.selected_time, read);
}

/** A day and a time, in the viewer's zone; sent as epoch seconds. */
export function dateTimeNode(element, manner) {
  const show = (start) => start.selected_date_time && toLocalInput(start.selected_date_time * 1000, zone());
  const read = (node) => ({
    selected_date_time: node.value ? Math.floor(fromLocalInput(node.value, zone()) / 1000) : null,
  });
  const node = picker(element, manner, 'datetime-local', show, read);
  node.title = `In your time zone, ${zone()}`;
  return node;
}

function picker(element, { blockId, place, dispatches }, type, show, read) {
  const start = startingValue(element, place.draft(blockId, element.action_id));
  const node = el('input', {
    type,
    class: 'text-input date',
    value: show(start) ?? '',
    'aria-label': element.placeholder?.text,
  });
  const act = () => place.act(node, { element, blockId, value: read(node) });
  if (dispatches) {
    node.addEventListener('change', act);
  }
  focusOnLoad(node, element);
  return register(node, { blockId, element, read: () => read(node) });
}

function area() {
  return el('textarea', { class: 'text-input', rows: 4 });
}

function line(element) {
  const numeric = element.type === 'number_input';
  return el('input', {
    type: TYPES[element.type] ?? 'text',
    inputmode: numeric ? 'decimal' : undefined,
    class: 'text-input',
    autocomplete: 'off',
  });
}

function describe(node, element) {
  node.placeholder = bare(element.placeholder?.text ?? '');
  if (element.max_length) {
    node.maxLength = element.max_length;
  }
  focusOnLoad(node, element);
}

function focusOnLoad(node, element) {
  node.toggleAttribute('data-focus-first', Boolean(element.focus_on_load));
}

function dispatchText(node, element, act) {
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  let timer;
  node.addEventListener('keydown', (event) => {
    if (
      event.key === 'Enter' &&
      !event.isComposing &&
      triggers.includes('on_enter_pressed') &&
      plainEnter(event, node)
    ) {
      event.preventDefault();
      act();
    }
  });
  if (triggers.includes('on_character_entered')) {
    node.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(act, TYPING_PAUSE_MS);
    });
  }
}

function plainEnter(event, node) {
  const modified = event.shiftKey || event.ctrlKey || event.metaKey;
  return !modified && (node.tagName === 'INPUT' || !node.closest('dialog'));
}

function asRichText(text) {
  return text
    ? { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
    : null;
}

function textOf(richText) {
  const leaves = (richText?.elements ?? []).flatMap((part) => part.elements ?? []);
  return leaves.map((leaf) => leaf.text ?? leaf.url ?? '').join('');
}
