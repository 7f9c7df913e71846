import { el, freshId } from '../ui/dom.js';
import { elementNode } from './elements.js';
import { plain } from './mrkdwn.js';

/** An `input` block: label, element, hint, and room for an error, tied together for screen readers. */
export function inputBlock(block, place) {
  const { element, block_id: blockId } = block;
  const node = elementNode(element, blockId, place, { dispatches: Boolean(block.dispatch_action), inForm: true });
  const labelId = freshId('label');
  const hintId = block.hint && freshId('hint');
  const optional = block.optional && el('span', { class: 'optional' }, ' (optional)');
  const label = labelFor(node, { id: labelId, class: 'input-label' }, plain(block.label?.text), optional);
  const hint = block.hint && el('p', { class: 'input-hint', id: hintId }, plain(block.hint.text));
  describe(node, labelId, hintId);
  const error = el('p', { class: 'field-error', id: freshId('error'), role: 'alert', hidden: true });
  const box = el(
    'div',
    { class: 'input-block', 'data-optional': String(Boolean(block.optional)) },
    label,
    node,
    hint,
    error,
  );
  box.dataset.inputBlock = blockId;
  return box;
}

/** Puts an error under the input of that block; no text takes it away. */
export function setInputError(box, text) {
  const error = box.querySelector('.field-error');
  const control = box.querySelector('[data-widget]');
  error.hidden = !text;
  error.textContent = text ?? '';
  control.setAttribute('aria-invalid', String(Boolean(text)));
  const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== error.id);
  control.setAttribute('aria-describedby', [...others, ...(text ? [error.id] : [])].join(' '));
}

function labelFor(node, attributes, ...children) {
  if (!node.matches('input, select, textarea')) {
    return el('div', attributes, ...children);
  }
  node.id ||= freshId('input');
  return el('label', { ...attributes, for: node.id }, ...children);
}

function describe(node, labelId, hintId) {
  if (!node.matches('input, select, textarea')) {
    node.setAttribute('aria-labelledby', labelId);
  }
  if (hintId) {
    node.setAttribute('aria-describedby', hintId);
  }
}
