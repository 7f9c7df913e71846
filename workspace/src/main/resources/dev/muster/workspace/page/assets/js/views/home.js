import { el, fill } from '../ui/dom.js';
import { on, state } from '../store.js';
import { blocksNode } from '../render/blocks.js';
import { surface } from '../render/surface.js';
import { collect } from '../render/values.js';

let body;

/** The app's Home. */
export function startHome() {
  on('place', build);
  on('home', draw);
}

function build() {
  body = undefined;
  if (state.place.kind === 'home') {
    body = el('div', { class: 'home-body', 'data-testid': 'home', tabindex: '0' });
    const title = el('h1', {}, `${state.app.name} · Home`);
    fill(document.getElementById('main'), el('header', { class: 'channel-head' }, title), body);
    draw();
  }
}

function draw() {
  if (!body) {
    return;
  }
  const { home } = state;
  const drafts = collect(body);
  const scroll = body.scrollTop;
  fill(body, home ? blocksNode(home.blocks, surface({ type: 'home', view_id: home.id }, drafts)) : empty());
  body.scrollTop = scroll;
}

function empty() {
  return el('p', { class: 'empty' }, `${state.app.name} has not shown anything here yet.`);
}
