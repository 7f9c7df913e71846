import { button, el, fill } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { reconcile } from '../ui/reconcile.js';
import { get } from '../api.js';
import { changed, on, state, zone } from '../store.js';
import { clockSeconds } from '../time/zone.js';

const SLOW_MS = 2000;
let list;
let filter = '';
let onlyTrouble = false;

/** The drawer that shows what went between the workspace and the app. */
export function startTraffic() {
  on('traffic', draw);
}

export async function toggleTraffic() {
  const drawer = document.getElementById('traffic');
  const opening = drawer.hidden;
  drawer.hidden = !opening;
  document.body.classList.toggle('with-traffic', opening);
  document.querySelector('[data-testid=traffic-toggle]').setAttribute('aria-expanded', String(opening));
  if (opening) {
    build(drawer);
    state.traffic = (await get('traffic')).rows ?? [];
    changed('traffic');
  }
}

function build(drawer) {
  list = el('div', { class: 'rows', 'data-testid': 'traffic-list', tabindex: '0', 'aria-label': 'Newest first' });
  const find = el('input', {
    type: 'search',
    placeholder: 'Filter',
    value: filter,
    'aria-label': 'Filter the traffic',
    on: { input: () => narrow(find.value, onlyTrouble) },
  });
  const trouble = el('input', {
    type: 'checkbox',
    checked: onlyTrouble,
    on: { change: () => narrow(filter, trouble.checked) },
  });
  const close = button(
    { class: 'icon', 'aria-label': 'Close the traffic', on: { click: toggleTraffic } },
    icon('close'),
  );
  const legend = el('span', { class: 'soft legend' }, '→ to the app · ← from the app');
  fill(
    drawer,
    el(
      'header',
      { class: 'traffic-head' },
      el('h2', {}, 'Traffic'),
      legend,
      find,
      el('label', {}, trouble, ' only trouble'),
      close,
    ),
    list,
  );
}

function narrow(text, trouble) {
  filter = text;
  onlyTrouble = trouble;
  draw();
}

function draw() {
  if (list && !document.getElementById('traffic').hidden) {
    const rows = state.traffic.filter(wanted).reverse();
    reconcile(
      list,
      rows.map((row) => ({ key: String(row.id), signature: JSON.stringify(row), make: () => rowNode(row) })),
    );
  }
}

function wanted(row) {
  const text = `${row.kind} ${row.name} ${row.error ?? ''}`.toLowerCase();
  return text.includes(filter.toLowerCase()) && (!onlyTrouble || inTrouble(row));
}

function inTrouble(row) {
  return row.ok === false || row.status >= 400 || row.status === 0;
}

function rowNode(row) {
  const out = row.direction === 'out';
  const took = row.millis >= SLOW_MS ? 'took slow' : 'took';
  const summary = el(
    'summary',
    {},
    el('span', { class: 'when' }, timeOf(row.at)),
    el('span', { class: `way ${out ? 'out' : 'in'}`, title: out ? 'to the app' : 'from the app' }, out ? '→' : '←'),
    el('span', { class: 'kind' }, row.kind),
    el('span', { class: 'what' }, row.name),
    row.retry ? el('span', { class: 'tag' }, `retry ${row.retry}`) : undefined,
    row.error && el('span', { class: 'wrong' }, row.error),
    el('span', { class: 'status' }, row.status || '—'),
    el('span', { class: took }, `${row.millis ?? '…'} ms`),
  );
  const details = el(
    'details',
    {
      class: inTrouble(row) ? 'row trouble-row' : 'row',
      'data-testid': 'traffic-row',
      'data-name': row.name,
      'data-kind': row.kind,
    },
    summary,
  );
  details.addEventListener(
    'toggle',
    () => details.open && details.childElementCount === 1 && details.append(payloads(row)),
    { once: true },
  );
  return details;
}

function timeOf(at) {
  const millis = typeof at === 'number' ? at : Date.parse(at);
  return `${clockSeconds(millis, zone())}.${String(Math.floor(millis) % 1000).padStart(3, '0')}`;
}

function payloads(row) {
  return el('div', { class: 'payloads' }, payload('request', row.request), payload('answer', row.answer));
}

function payload(title, json) {
  const text = (typeof json === 'string' ? json : JSON.stringify(json ?? '', null, 2)) || '(empty)';
  return el('figure', {}, el('figcaption', {}, title), el('pre', { tabindex: '0' }, text));
}
