import { el, freshId } from '../ui/dom.js';
import { plain, textObject } from './mrkdwn.js';
import { register, startingValue } from './values.js';

/** Checkboxes. */
export function checkboxesNode(element, manner) {
  const chosen = startingValue(element, manner.place.draft(manner.blockId, element.action_id)).selected_options ?? [];
  return group(element, manner, 'checkbox', chosen, (options) => ({ selected_options: options }));
}

/** Radio buttons. */
export function radioNode(element, manner) {
  const chosen = startingValue(element, manner.place.draft(manner.blockId, element.action_id)).selected_option;
  return group(element, manner, 'radio', chosen ? [chosen] : [], (options) => ({
    selected_option: options[0] ?? null,
  }));
}

function group(element, { blockId, place, dispatches }, type, chosen, shape) {
  const name = freshId('choice');
  let values = new Set(chosen.map((option) => option.value));
  const inputs = element.options.map((option) =>
    el('input', { type, name, value: option.value, checked: values.has(option.value) }),
  );
  const read = () => shape(element.options.filter((_, index) => inputs[index].checked));
  const change = async () => {
    const agreed = await place.act(node, { element, blockId, value: read() });
    if (agreed) {
      values = new Set(inputs.filter((input) => input.checked).map((input) => input.value));
    }
    inputs.forEach((input) => (input.checked = values.has(input.value)));
  };
  const node = el(
    'div',
    {
      class: 'choices',
      role: type === 'radio' ? 'radiogroup' : 'group',
      on: { change: dispatches ? change : () => {} },
    },
    element.options.map((option, index) => choice(option, inputs[index])),
  );
  return register(node, { blockId, element, read });
}

function choice(option, input) {
  const description = option.description && el('span', { class: 'choice-description' }, textObject(option.description));
  const label = option.text.type === 'mrkdwn' ? textObject(option.text) : plain(option.text.text);
  return el('label', { class: 'choice' }, input, el('span', {}, label, description));
}
