import { state } from '../store.js';
import { emojiCharacter, findEmoji } from '../render/emoji.js';

const MOST = 8;
const OWN_COMMANDS = [
  { command: '/me', usage_hint: 'what you do', description: 'Say it in the third person' },
  { command: '/invite', usage_hint: '@somebody', description: 'Bring somebody into this channel' },
  { command: '/topic', usage_hint: 'text', description: 'Set the topic of this channel' },
  { command: '/rename', usage_hint: 'new-name', description: 'Rename this channel' },
  { command: '/archive', usage_hint: '', description: 'Archive this channel' },
  { command: '/leave', usage_hint: '', description: 'Leave this channel' },
];

/** What can be completed: commands (not in threads), people, channels, emoji. */
export function sourcesFor(inThread) {
  return inThread ? [people, channels, emoji] : [commands, people, channels, emoji];
}

/** How the command that is being typed is used; empty when it is none. */
export function commandHint(text) {
  const name = text.split(' ')[0];
  const command = text.startsWith('/') && allCommands().find((one) => one.command === name);
  return command
    ? [`${command.command} ${command.usage_hint ?? ''}`, command.description].filter(Boolean).join(' — ')
    : '';
}

function allCommands() {
  return [...state.app.commands, ...OWN_COMMANDS];
}

function commands(before) {
  if (!/^\/\S*$/.test(before)) {
    return undefined;
  }
  const items = allCommands()
    .filter((one) => one.command.startsWith(before))
    .map((one) => ({
      insert: `${one.command} `,
      label: one.command,
      hint: [one.usage_hint, one.description].filter(Boolean).join(' — '),
    }));
  return { from: 0, items };
}

function people(before) {
  return afterSign(before, /(?:^|[\s(])@([\w.-]*)$/, (typed) =>
    state.people
      .filter((person) => person.handle.startsWith(typed) || (person.real_name ?? '').toLowerCase().includes(typed))
      .map((person) => ({ insert: `@${person.handle} `, label: `@${person.handle}`, hint: person.real_name })),
  );
}

function channels(before) {
  return afterSign(before, /(?:^|[\s(])#([\w-]*)$/, (typed) =>
    state.channels
      .filter((channel) => channel.name.includes(typed))
      .map((channel) => ({
        insert: `#${channel.name} `,
        label: `#${channel.name}`,
        hint: channel.is_archived ? 'archived' : '',
      })),
  );
}

function emoji(before) {
  return afterSign(before, /(?:^|[\s(]):([a-z0-9_+-]{2,})$/, (typed) =>
    findEmoji(typed, MOST).map((name) => ({ insert: `:${name}: `, label: emojiCharacter(name), hint: `:${name}:` })),
  );
}

function afterSign(before, pattern, find) {
  const typed = before.match(pattern)?.[1];
  return typed === undefined
    ? undefined
    : { from: before.length - typed.length - 1, items: find(typed.toLowerCase()).slice(0, MOST) };
}
