import { button, el } from '../ui/dom.js';
import { closePopover, openPopover } from '../ui/popover.js';
import { reason, toast } from '../ui/toast.js';
import { post } from '../api.js';
import { personOf, state } from '../store.js';
import { emojiOrName } from './emoji.js';

const QUICK = [
  'eyes',
  '+1',
  '-1',
  'white_check_mark',
  'x',
  'warning',
  'rotating_light',
  'fire',
  'tada',
  'pray',
  'raised_hands',
  'thinking_face',
  'heart',
  'pushpin',
  'memo',
  'hourglass_flowing_sand',
];

/** The reactions of a message; pressing one adds or takes back the viewer's own. */
export function reactionRow(message, channel) {
  const reactions = message.reactions ?? [];
  return (
    reactions.length > 0 &&
    el(
      'div',
      { class: 'reactions' },
      reactions.map((one) => pill(message, channel, one)),
    )
  );
}

/** Opens the picker near the anchor and adds what is chosen. */
export function pickReaction(anchor, channel, ts) {
  const add = (name) => {
    closePopover();
    react('react', channel, ts, name);
  };
  const input = el('input', {
    type: 'text',
    'data-testid': 'reaction-name',
    placeholder: 'name, for example eyes',
    'aria-label': 'Emoji name',
  });
  const submit = (event) => {
    event.preventDefault();
    const name = input.value.trim().replaceAll(':', '');
    if (name) {
      add(name);
    }
  };
  const choices = QUICK.map((name) =>
    button(
      { class: 'emoji-choice', 'data-emoji': name, title: name, 'aria-label': name, on: { click: () => add(name) } },
      emojiOrName(name),
    ),
  );
  const typed = el(
    'form',
    { class: 'typed-name', on: { submit } },
    input,
    el('button', { type: 'submit', class: 'button' }, 'React'),
  );
  openPopover(
    anchor,
    el('div', { class: 'emoji-picker' }, typed, el('div', { class: 'emoji-grid' }, choices)),
    'Add a reaction',
  );
}

function pill(message, channel, { name, users, count }) {
  const own = users.includes(state.me.id);
  const names = users.map((id) => personOf(id)?.real_name ?? id).join(', ');
  const toggle = () => react(own ? 'unreact' : 'react', channel, message.ts, name);
  const attributes = {
    class: 'pill',
    'aria-pressed': String(own),
    title: `${names} — :${name}:`,
    'data-reaction': name,
  };
  return button({ ...attributes, on: { click: toggle } }, emojiOrName(name), ` ${count ?? users.length}`);
}

async function react(verb, channel, ts, name) {
  const answer = await post(verb, { channel, ts, name });
  if (!answer.ok) {
    toast(reason(answer.error));
  }
}
