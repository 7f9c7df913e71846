import { state } from '../store.js';

/** What a select offers, as groups of options: `[{label?, options: [{label, hint?, key, option?}]}]`. */
export function optionGroups(element) {
  if (element.type.includes('users')) {
    return [{ options: people() }];
  }
  if (element.type.includes('conversations') || element.type.includes('channels')) {
    return [{ options: conversations(element) }];
  }
  return (element.option_groups ?? [{ options: element.options ?? [] }]).map((group) => ({
    label: group.label?.text,
    options: group.options.map(fromOption),
  }));
}

export function fromOption(option) {
  return { key: option.value, label: option.text.text, hint: option.description?.text, option };
}

/** The name of the field in `state.values` that an element of this type fills. */
export function valueField(type) {
  const plural = type.startsWith('multi_') ? 's' : '';
  const kind = ['users', 'conversations', 'channels'].find((name) => type.includes(name));
  return `selected_${kind ? kind.slice(0, -1) : 'option'}${plural}`;
}

/** What the chosen entry is sent as: an id for people and channels, the option object otherwise. */
export function sent(entry) {
  return entry.option ?? entry.key;
}

export function keyOf(value) {
  return typeof value === 'object' && value !== null ? value.value : value;
}

function people() {
  return state.people.map((person) => ({
    key: person.id,
    label: person.real_name || person.handle,
    hint: `@${person.handle}`,
  }));
}

function conversations(element) {
  const kinds = element.filter?.include ?? ['public', 'private'];
  return state.channels
    .filter((channel) => !channel.is_archived && kinds.includes(channel.is_private ? 'private' : 'public'))
    .map((channel) => ({ key: channel.id, label: `#${channel.name}` }));
}
