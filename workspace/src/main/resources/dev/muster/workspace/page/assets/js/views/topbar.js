import { button, el, fill } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { clockSeconds } from '../time/zone.js';
import { now, on, state, zone } from '../store.js';
import { addressFor } from '../route.js';
import { nameOf } from '../render/person.js';
import { toggleTraffic } from './traffic.js';

/** The bar on top: whose page this is, that it is a rehearsal, the workspace's clock, and who is acting. */
export function startTopbar() {
  const bar = document.getElementById('topbar');
  const clock = el('span', { class: 'clock', title: 'The clock of the workspace' });
  const switcher = el('select', {
    id: 'person',
    'data-testid': 'person-switcher',
    on: { change: () => location.assign(addressFor(switcher.value)) },
  });
  const offline = el('span', { class: 'offline', role: 'status', hidden: true }, 'Connection lost, trying again…');
  fill(
    bar,
    button({ class: 'icon menu-toggle', 'aria-label': 'Channels and people', on: { click: toggleMenu } }, icon('menu')),
    el('span', { class: 'brand' }, 'Muster workspace'),
    el('span', { class: 'rehearsal', 'data-testid': 'rehearsal-mark' }, 'local rehearsal — not Slack'),
    offline,
    el('span', { class: 'spacer' }),
    clock,
    el('label', { class: 'acting', for: 'person' }, el('span', { class: 'acting-word' }, 'acting as '), switcher),
    button(
      {
        class: 'button traffic-toggle',
        'data-testid': 'traffic-toggle',
        'aria-expanded': 'false',
        'aria-controls': 'traffic',
        'aria-label': 'Traffic',
        on: { click: toggleTraffic },
      },
      icon('traffic'),
      el('span', { class: 'traffic-word' }, ' Traffic'),
    ),
  );
  on('state', () => drawPeople(switcher));
  on('online', () => (offline.hidden = state.online));
  drawPeople(switcher);
  setInterval(() => drawClock(clock), 1000);
  drawClock(clock);
}

function toggleMenu() {
  document.body.classList.toggle('menu-open');
}

function drawPeople(switcher) {
  const people = state.people.filter((person) => !person.is_bot);
  const key = people.map((person) => person.id).join();
  if (switcher.dataset.people !== key) {
    switcher.dataset.people = key;
    fill(
      switcher,
      people.map((person) => el('option', { value: person.id }, label(person))),
    );
  }
  switcher.value = state.me.id;
}

function label(person) {
  return `${nameOf(person)} (${person.handle})`;
}

function drawClock(clock) {
  const speed = state.clock.speed === 1 ? '' : ` ×${state.clock.speed}`;
  const place = zone().split('/').at(-1).replaceAll('_', ' ');
  clock.textContent = `${clockSeconds(now(), zone())} ${place}${speed}`;
  clock.title = `The clock of the workspace. UTC: ${clockSeconds(now(), 'UTC')}`;
}
