import { el } from '../ui/dom.js';
import { ask } from '../ui/dialogs.js';
import { reason } from '../ui/toast.js';
import { post } from '../api.js';
import { textObject } from './mrkdwn.js';
import { collect } from './values.js';

/**
 * A place where blocks live: a message, a form, or Home. Elements tell it when a person acts on them.
 * @param {Object} container `{type: 'message', channel, ts}`, `{type: 'view', view_id}` or `{type: 'home'}`
 * @param {Object} drafts values typed before, as `{block_id: {action_id: value}}`
 */
export function surface(container, drafts = {}) {
  const draft = (blockId, actionId) => drafts[blockId]?.[actionId];
  return { container, draft, act: (node, action) => act(container, node, action) };
}

/** The ids that tell the server where an element stands. */
export function whereabouts(container) {
  const { type, view_id, channel, ts } = container;
  return type === 'message' ? { channel, ts } : { view_id };
}

/** @returns {Promise<boolean>} false when the person thought better of it */
async function act(container, node, action) {
  const { element, blockId, value } = action;
  const confirm = action.confirm ?? element.confirm;
  if (confirm && !(await ask(question(confirm)))) {
    return false;
  }
  node.classList.add('busy');
  clearTrouble(node);
  const answer = await post('action', {
    container,
    action: { type: element.type, action_id: element.action_id, block_id: blockId, ...value },
    state: { values: collect(rootOf(node)) },
  });
  node.classList.remove('busy');
  if (!answer.ok) {
    showTrouble(node, answer.error);
  }
  return true;
}

function question(confirm) {
  return {
    title: el('span', {}, textObject(confirm.title)),
    text: el('div', {}, textObject(confirm.text)),
    confirm: confirm.confirm?.text,
    deny: confirm.deny?.text,
    danger: confirm.style === 'danger',
  };
}

function rootOf(node) {
  return node.closest('[data-surface]') ?? node;
}

function showTrouble(node, error) {
  const text = reason(error);
  node.after(el('span', { class: 'trouble', role: 'alert', title: text, 'data-testid': 'action-failed' }, '⚠ ', text));
}

function clearTrouble(node) {
  if (node.nextElementSibling?.classList.contains('trouble')) {
    node.nextElementSibling.remove();
  }
}
