import { actAs, viewerId } from './api.js';
import { loadState } from './conversation.js';
import { goLive } from './live.js';
import { retellDates } from './render/entities.js';
import { startRouting } from './route.js';
import { state } from './store.js';
import { fill, el } from './ui/dom.js';
import { startChannel } from './views/channel.js';
import { startHome } from './views/home.js';
import { startModal } from './views/modal.js';
import { startPane } from './views/pane.js';
import { startSidebar } from './views/sidebar.js';
import { startTopbar } from './views/topbar.js';
import { startTraffic } from './views/traffic.js';

const REMEMBERED = 'muster-workspace-as';
const DATES_MS = 20_000;
const DEFAULT_PERSON = 'U0ANN';

async function start() {
  actAs(viewerId() ?? localStorage.getItem(REMEMBERED) ?? DEFAULT_PERSON);
  await loadState();
  settleViewer();
  startTopbar();
  startSidebar();
  startChannel();
  startHome();
  startPane();
  startTraffic();
  startModal();
  document.querySelector('.skip').addEventListener('click', skipToComposer);
  setInterval(retellDates, DATES_MS);
  goLive();
  await startRouting();
}

function skipToComposer(event) {
  event.preventDefault();
  (document.querySelector('[data-testid=composer]') ?? document.getElementById('main')).focus();
}

/** The address always names the person, so that it can be copied, and a handle in it becomes the id. */
function settleViewer() {
  const asked = viewerId();
  const person = state.people.find((one) => one.id === asked || one.handle === asked);
  const id = state.me?.id ?? person?.id ?? asked;
  actAs(id);
  localStorage.setItem(REMEMBERED, id);
  const address = new URL(location.href);
  address.searchParams.set('as', id);
  history.replaceState(null, '', address);
}

function explain(problem) {
  localStorage.removeItem(REMEMBERED);
  const main = document.getElementById('main');
  const who = el('input', { class: 'text-input', name: 'as', 'aria-label': 'Handle or id of a person' });
  const again = el('form', { class: 'start-over' }, 'Act as ', who, el('button', { class: 'button primary' }, 'Go'));
  fill(
    main,
    el('div', { class: 'empty' }, el('h1', {}, 'The workspace did not answer'), el('p', {}, String(problem)), again),
  );
}

start().catch(explain);
