import { el, button, freshId } from './dom.js';

/**
 * Asks before something happens.
 * @param {{title: string|Node, text?: string|Node, confirm?: string, deny?: string, danger?: boolean}} question
 * @returns {Promise<boolean>} true when the person agreed
 */
export function ask(question) {
  return new Promise((resolve) => {
    const titleId = freshId('ask');
    const settle = (answer) => {
      putAway();
      resolve(answer);
    };
    const dialog = el(
      'dialog',
      { class: 'ask', 'aria-labelledby': titleId, 'data-testid': 'confirm', on: { cancel: () => settle(false) } },
      el('h2', { id: titleId }, question.title),
      question.text && el('div', { class: 'ask-text' }, question.text),
      answers(question, settle),
    );
    const putAway = show(dialog);
  });
}

/**
 * A small form in a dialog.
 * @param {string} title
 * @param {Node[]} fields
 * @param {string} submitLabel
 * @param {() => Promise<string|undefined>} submit returns what went wrong, or nothing
 */
export function askForm(title, fields, submitLabel, submit) {
  const problem = el('p', { class: 'field-error', role: 'alert' });
  const close = () => putAway();
  const send = async (event) => {
    event.preventDefault();
    const wrong = await submit();
    problem.textContent = wrong ?? '';
    if (!wrong) {
      close();
    }
  };
  const cancel = button({ class: 'button', on: { click: close } }, 'Cancel');
  const agree = el('button', { type: 'submit', class: 'button primary', 'data-testid': 'form-submit' }, submitLabel);
  const form = el(
    'form',
    { on: { submit: send } },
    fields,
    problem,
    el('div', { class: 'ask-answers' }, cancel, agree),
  );
  const dialog = el('dialog', { class: 'ask', 'aria-label': title, on: { cancel: close } }, el('h2', {}, title), form);
  const putAway = show(dialog);
}

/** Opens a dialog and gives the function that puts it away and the focus back. */
function show(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  return () => {
    dialog.remove();
    before?.focus({ preventScroll: true });
  };
}

function answers(question, settle) {
  const kind = question.danger ? 'danger' : 'primary';
  const agree = { class: `button ${kind}`, 'data-testid': 'confirm-yes', on: { click: () => settle(true) } };
  const refuse = { class: 'button', 'data-testid': 'confirm-no', on: { click: () => settle(false) } };
  return el(
    'div',
    { class: 'ask-answers' },
    button(refuse, question.deny ?? 'Cancel'),
    button(agree, question.confirm ?? 'Yes'),
  );
}
