import { button, el } from '../ui/dom.js';
import { reason } from '../ui/toast.js';
import { post } from '../api.js';
import { changed, state } from '../store.js';
import { asTyped } from '../render/typed.js';

/** The box in which a message is edited in place. Enter saves, Escape leaves it as it was. */
export function editBox(message, channel) {
  const input = el('textarea', {
    class: 'text-input',
    rows: 2,
    'data-testid': 'edit-input',
    'aria-label': 'Edit your message',
  });
  input.value = asTyped(message.text);
  const problem = el('span', { class: 'field-error', role: 'alert' });
  const save = () => saveEdit(message, channel, input.value, problem);
  input.addEventListener('keydown', (event) => onKey(event, save));
  queueMicrotask(() => focusEnd(input));
  return el(
    'div',
    { class: 'edit-box' },
    input,
    el(
      'div',
      { class: 'edit-actions' },
      problem,
      button({ class: 'button', 'data-testid': 'edit-cancel', on: { click: stopEditing } }, 'Cancel'),
      button({ class: 'button primary', 'data-testid': 'edit-save', on: { click: save } }, 'Save'),
    ),
  );
}

function focusEnd(input) {
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}

function onKey(event, save) {
  if (event.key === 'Escape') {
    event.stopPropagation();
    stopEditing();
  } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    save();
  }
}

async function saveEdit(message, channel, text, problem) {
  if (text === asTyped(message.text)) {
    stopEditing();
    return;
  }
  const answer = await post('edit', { channel, ts: message.ts, text });
  if (answer.ok) {
    stopEditing();
  } else {
    problem.textContent = reason(answer.error);
  }
}

function stopEditing() {
  const composer = state.editing?.inThread ? 'thread-composer' : 'composer';
  state.editing = undefined;
  changed('messages', 'thread');
  document.querySelector(`[data-testid=${composer}]`)?.focus();
}
