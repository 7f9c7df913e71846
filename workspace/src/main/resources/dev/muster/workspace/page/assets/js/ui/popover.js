import { el, button } from './dom.js';

let open;

/** Shows the content near the anchor until Escape, a click elsewhere, or close(). Only one is open at a time. */
export function openPopover(anchor, content, label) {
  closePopover();
  const host = anchor.closest('dialog') ?? document.body;
  const box = el('div', { class: 'popover', role: 'dialog', 'aria-label': label }, content);
  host.append(box);
  place(box, anchor.getBoundingClientRect());
  open = { box, anchor };
  box.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', onOutside, true);
  box.querySelector('input, button, [tabindex]')?.focus();
  return box;
}

export function closePopover(giveFocusBack = true) {
  if (!open) {
    return;
  }
  const { box, anchor } = open;
  open = undefined;
  document.removeEventListener('pointerdown', onOutside, true);
  box.remove();
  if (giveFocusBack && anchor.isConnected) {
    anchor.focus({ preventScroll: true });
  }
}

/**
 * A menu of commands below the anchor; arrows move, Escape closes.
 * @param {Element} anchor
 * @param {string} label
 * @param {{label: string, hint?: string, data?: Object, run: () => void}[]} items
 */
export function openMenu(anchor, label, items) {
  const list = el(
    'div',
    { class: 'menu', role: 'menu', 'aria-label': label, on: { keydown: moveInMenu } },
    items.map(entry),
  );
  openPopover(anchor, list, label);
}

function entry(item) {
  const choose = () => {
    closePopover();
    item.run();
  };
  const hint = item.hint && el('span', { class: 'menu-hint' }, item.hint);
  return button({ class: 'menu-item', role: 'menuitem', ...item.data, on: { click: choose } }, item.label, hint);
}

function moveInMenu(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) {
    return;
  }
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('[role=menuitem]')];
  const next = (items.indexOf(document.activeElement) + step + items.length) % items.length;
  items[next].focus();
}

function onKey(event) {
  if (event.key === 'Escape') {
    event.preventDefault();
    event.stopPropagation();
    closePopover();
  } else if (event.key === 'Tab') {
    keepFocusNear(event);
  }
}

function keepFocusNear(event) {
  const stops = [...open.box.querySelectorAll('input, button, a[href]')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement === edge) {
    event.preventDefault();
    closePopover();
  }
}

function onOutside(event) {
  if (open && !open.box.contains(event.target)) {
    closePopover(false);
  }
}

function place(box, near) {
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(near.left, innerWidth - width - 8));
  const below = near.bottom + 4;
  const top = below + height < innerHeight - 8 ? below : Math.max(8, near.top - height - 4);
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}
