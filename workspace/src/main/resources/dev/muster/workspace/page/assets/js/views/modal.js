import { button, el, fill } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { reason } from '../ui/toast.js';
import { post } from '../api.js';
import { on, state } from '../store.js';
import { blocksNode } from '../render/blocks.js';
import { setInputError } from '../render/input-block.js';
import { plain } from '../render/mrkdwn.js';
import { surface } from '../render/surface.js';
import { collect, widgetOf } from '../render/values.js';
import { fieldErrors } from './modal-check.js';

const drafts = new Map();
let dialog;
let shown;
let cameFrom;

/** The forms of the app, the newest on top. */
export function startModal() {
  on('views', draw);
}

function draw() {
  const top = state.views.at(-1);
  const signature = top && JSON.stringify([top.id, top.title, top.submit, top.close, top.blocks, state.views.length]);
  if (signature === shown?.signature) {
    return;
  }
  rememberTyped();
  if (top) {
    openDialog();
    show(top, signature);
  } else {
    closeDialog();
  }
}

function rememberTyped() {
  if (shown) {
    drafts.set(shown.view.id, collect(shown.form));
  }
}

function openDialog() {
  if (dialog) {
    return;
  }
  cameFrom = document.activeElement;
  dialog = el('dialog', {
    class: 'modal',
    'data-testid': 'modal',
    'aria-labelledby': 'modal-title',
    on: { cancel: onCancel, keydown: onKey },
  });
  document.body.append(dialog);
  dialog.showModal();
}

function closeDialog() {
  dialog?.remove();
  dialog = undefined;
  shown = undefined;
  drafts.clear();
  cameFrom?.focus?.();
}

function show(view, signature) {
  const focused = focusPlace();
  const sameView = shown?.view.id === view.id;
  const scroll = sameView ? shown.body.scrollTop : 0;
  const body = el(
    'div',
    { class: 'modal-body' },
    blocksNode(view.blocks, surface({ type: 'view', view_id: view.id }, drafts.get(view.id))),
  );
  const problem = el('p', { class: 'modal-problem', role: 'alert', 'data-testid': 'modal-problem' });
  const form = el(
    'form',
    { novalidate: true, 'data-view': view.id, 'data-callback-id': view.callback_id, on: { submit: onSubmit } },
    head(view),
    body,
    problem,
    foot(view),
  );
  fill(dialog, form);
  shown = { view, signature, form, body, problem };
  body.scrollTop = scroll;
  focusFirst(sameView ? focused : undefined);
}

function head(view) {
  const depth = state.views.length > 1 && el('span', { class: 'depth', title: 'Opened from another form' }, '‹ ');
  const dismiss = button(
    { class: 'icon', 'data-testid': 'modal-dismiss', 'aria-label': 'Close', on: { click: closeTop } },
    icon('close'),
  );
  return el(
    'header',
    { class: 'modal-head' },
    el('h2', { id: 'modal-title' }, depth, plain(view.title?.text)),
    dismiss,
  );
}

function foot(view) {
  const close = button(
    { class: 'button', 'data-testid': 'modal-close', on: { click: closeTop } },
    plain(view.close?.text ?? 'Cancel'),
  );
  const submit =
    view.submit &&
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'modal-submit' }, plain(view.submit.text));
  return el('footer', { class: 'modal-foot' }, el('span', { class: 'from' }, state.app.name), close, submit);
}

function onCancel(event) {
  event.preventDefault();
  closeTop();
}

function onKey(event) {
  if (event.key === 'Escape') {
    event.preventDefault();
    closeTop();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && shown.view.submit) {
    event.preventDefault();
    shown.form.requestSubmit();
  }
}

async function closeTop() {
  const { id } = shown.view;
  const answer = await post('close', { view_id: id });
  if (answer.ok || answer.error !== 'unreachable') {
    state.views = state.views.filter((view) => view.id !== id);
    draw();
  } else {
    shown.problem.textContent = reason(answer.error);
  }
}

async function onSubmit(event) {
  event.preventDefault();
  const { view, form, problem } = shown;
  const errors = fieldErrors(form);
  if (form.classList.contains('sending') || showErrors(form, errors)) {
    return;
  }
  problem.textContent = '';
  form.classList.add('sending');
  const answer = await post('submit', { view_id: view.id, state: { values: collect(form) } });
  form.classList.remove('sending');
  if (!answer.ok && shown?.form === form && !showErrors(form, answer.errors ?? {})) {
    problem.textContent = `${reason(answer.error)} What you typed is still here; you can submit again.`;
  }
}

/** @returns {boolean} whether there was anything to show */
function showErrors(form, errors) {
  const boxes = [...form.querySelectorAll('[data-input-block]')];
  boxes.forEach((box) => setInputError(box, errors[box.dataset.inputBlock]));
  const first = boxes.find((box) => errors[box.dataset.inputBlock]);
  focusWidget(first?.querySelector('[data-widget]'));
  return Boolean(first);
}

function focusPlace() {
  const widget = dialog.contains(document.activeElement) && document.activeElement.closest('[data-widget]');
  const { blockId, element } = (widget && widgetOf(widget)) || {};
  const { selectionStart } = document.activeElement ?? {};
  return element && { blockId, actionId: element.action_id, at: selectionStart };
}

function focusFirst(place) {
  const widgets = [...shown.form.querySelectorAll('[data-widget]')];
  const same =
    place && widgets.find((node) => node.dataset.blockId === place.blockId && node.dataset.actionId === place.actionId);
  const wished = shown.form.querySelector('[data-focus-first]');
  focusWidget(
    same ??
      wished ??
      shown.form.querySelector('.input-block [data-widget]') ??
      shown.form.querySelector('[data-testid=modal-submit], [data-testid=modal-close]'),
  );
  if (same && Number.isInteger(place.at)) {
    same.setSelectionRange?.(place.at, place.at);
  }
}

function focusWidget(node) {
  const target = node?.matches('input, select, textarea, button, a')
    ? node
    : node?.querySelector('input, summary, button');
  target?.focus();
}
