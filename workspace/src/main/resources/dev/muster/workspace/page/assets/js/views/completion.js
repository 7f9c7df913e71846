import { el, fill, freshId } from '../ui/dom.js';

/**
 * A list of suggestions above a text box. Arrows choose, Tab or Enter take, Escape leaves.
 * @param {HTMLTextAreaElement} input
 * @param {((before: string) => Offer|undefined)[]} sources an offer is
 *     `{from: number, items: {insert: string, label: string, hint?: string}[]}`
 */
export function completion(input, sources) {
  const list = el('div', {
    class: 'completion',
    role: 'listbox',
    id: freshId('completion'),
    'aria-label': 'Suggestions',
    'data-testid': 'completion',
    hidden: true,
  });
  const box = { input, list, sources, offer: undefined, chosen: 0 };
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  input.addEventListener('input', () => refresh(box));
  input.addEventListener('blur', () => close(box));
  return { list, close: () => close(box), takesKey: (event) => takesKey(box, event) };
}

function refresh(box) {
  const before = box.input.value.slice(0, box.input.selectionStart);
  const offers = box.sources.map((source) => source(before)).filter(Boolean);
  const offer = offers.find(({ items }) => items.length > 0);
  if (!offer || isComplete(offer, before)) {
    close(box);
    return;
  }
  box.offer = offer;
  box.chosen = 0;
  draw(box);
}

/** What is typed in full needs no suggestion, so that Enter sends it. */
function isComplete({ from, items }, before) {
  return items.some((item) => item.insert.trim() === before.slice(from));
}

function draw(box) {
  const rows = box.offer.items.map((item, index) => row(box, item, index));
  fill(box.list, rows);
  box.list.hidden = false;
  box.input.setAttribute('aria-activedescendant', rows[box.chosen].id);
}

function row(box, item, index) {
  const press = (event) => {
    event.preventDefault();
    take(box, index);
  };
  const attributes = {
    class: 'suggestion',
    role: 'option',
    id: `${box.list.id}-${index}`,
    'aria-selected': String(index === box.chosen),
    on: { mousedown: press },
  };
  return el(
    'div',
    attributes,
    el('strong', {}, item.label),
    item.hint && el('span', { class: 'soft' }, ` ${item.hint}`),
  );
}

function take(box, index) {
  const { input, offer } = box;
  const end = input.selectionStart;
  input.setRangeText(offer.items[index].insert, offer.from, end, 'end');
  close(box);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function close(box) {
  box.offer = undefined;
  box.list.hidden = true;
  box.input.removeAttribute('aria-activedescendant');
}

/** @returns {boolean} whether the key was meant for the list */
function takesKey(box, event) {
  const act = box.offer && !event.isComposing && KEYS[event.key];
  if (!act || event.shiftKey) {
    return false;
  }
  event.preventDefault();
  event.stopPropagation();
  act(box);
  return true;
}

function move(box, step) {
  const { length } = box.offer.items;
  box.chosen = (box.chosen + step + length) % length;
  draw(box);
}

const KEYS = {
  ArrowDown: (box) => move(box, 1),
  ArrowUp: (box) => move(box, -1),
  Tab: (box) => take(box, box.chosen),
  Enter: (box) => take(box, box.chosen),
  Escape: close,
};
