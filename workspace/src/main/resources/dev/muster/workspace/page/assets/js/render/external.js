import { button, el, freshId } from '../ui/dom.js';
import { post } from '../api.js';
import { reason } from '../ui/toast.js';
import { fromOption } from './options.js';
import { bare } from './bare.js';
import { whereabouts } from './surface.js';
import { register, startingValue } from './values.js';

const PAUSE_MS = 200;
const DEFAULT_MIN_LENGTH = 3;

/** A menu whose options the app is asked for while the person types; one choice or several. */
export function externalNode(element, manner) {
  const many = element.type.startsWith('multi_');
  const start = startingValue(element, manner.place.draft(manner.blockId, element.action_id));
  const picker = { element, many, manner, chosen: [start.selected_options ?? start.selected_option ?? []].flat() };
  const listId = freshId('options');
  picker.list = el('div', { class: 'external-list', role: 'listbox', id: listId, hidden: true });
  picker.chips = el('div', { class: 'chips' });
  picker.input = el('input', {
    ...comboAttributes(listId),
    placeholder: bare(element.placeholder?.text ?? 'Type to search'),
  });
  picker.node = el('div', { class: 'external', role: 'group' }, picker.chips, picker.input, picker.list);
  listen(picker);
  drawChips(picker);
  const read = () => (many ? { selected_options: picker.chosen } : { selected_option: picker.chosen[0] ?? null });
  picker.read = read;
  return register(picker.node, { blockId: manner.blockId, element, read });
}

function comboAttributes(listId) {
  return {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'data-testid': 'external-input',
  };
}

function listen(picker) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => search(picker), PAUSE_MS);
  };
  picker.input.addEventListener('input', soon);
  picker.input.addEventListener('focus', soon);
  picker.node.addEventListener('keydown', (event) => onKey(picker, event));
  picker.node.addEventListener('focusout', (event) => {
    if (!picker.node.contains(event.relatedTarget)) {
      close(picker);
    }
  });
}

async function search(picker) {
  const { element, manner, input } = picker;
  const value = input.value;
  if (value.length < (element.min_query_length ?? DEFAULT_MIN_LENGTH)) {
    return;
  }
  const where = whereabouts(manner.place.container);
  const answer = await post('options', { ...where, action_id: element.action_id, block_id: manner.blockId, value });
  if (input.value === value) {
    offer(picker, answer);
  }
}

function offer(picker, answer) {
  const groups = answer.option_groups ?? [{ options: answer.options ?? [] }];
  const entries = groups.flatMap((group) => group.options.map(fromOption));
  const rows = entries.map((entry) => optionRow(picker, entry));
  const nothing = el('p', { class: 'soft' }, answer.ok === false ? `⚠ ${reason(answer.error)}` : 'Nothing found.');
  picker.list.replaceChildren(...(rows.length ? rows : [nothing]));
  picker.list.hidden = false;
  picker.input.setAttribute('aria-expanded', 'true');
}

function optionRow(picker, entry) {
  const hint = entry.hint && el('span', { class: 'soft' }, ` ${bare(entry.hint)}`);
  return button(
    { class: 'menu-item', role: 'option', 'data-option': entry.key, on: { click: () => choose(picker, entry.option) } },
    bare(entry.label),
    hint,
  );
}

function choose(picker, option) {
  const others = picker.chosen.filter((one) => one.value !== option.value);
  picker.chosen = picker.many ? [...others, option] : [option];
  settle(picker);
  picker.input.focus();
  close(picker);
}

function settle(picker) {
  picker.input.value = '';
  drawChips(picker);
  const { element, manner, node, read } = picker;
  node.dispatchEvent(new Event('change', { bubbles: true }));
  if (manner.dispatches) {
    manner.place.act(node, { element, blockId: manner.blockId, value: read() });
  }
}

function drawChips(picker) {
  const remove = (option) => {
    picker.chosen = picker.chosen.filter((one) => one !== option);
    settle(picker);
  };
  picker.chips.replaceChildren(
    ...picker.chosen.map((option) => {
      const name = bare(option.text.text);
      return el(
        'span',
        { class: 'chip' },
        name,
        button({ class: 'chip-remove', 'aria-label': `Remove ${name}`, on: { click: () => remove(option) } }, '×'),
      );
    }),
  );
}

function close(picker) {
  picker.list.hidden = true;
  picker.input.setAttribute('aria-expanded', 'false');
}

function onKey(picker, event) {
  if (picker.list.hidden) {
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [picker.input, ...picker.list.querySelectorAll('[role=option]')];
  if (step) {
    event.preventDefault();
    rows[(rows.indexOf(document.activeElement) + step + rows.length) % rows.length].focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    close(picker);
    picker.input.focus();
  }
}
