import { el } from '../ui/dom.js';
import { buttonNode, overflowNode } from './buttons.js';
import { checkboxesNode, radioNode } from './choices.js';
import { externalNode } from './external.js';
import { imageNode } from './image.js';
import { dateNode, dateTimeNode, textNode, timeNode } from './inputs.js';
import { multiNode } from './multi.js';
import { selectNode } from './selects.js';

const ELEMENTS = {
  button: buttonNode,
  workflow_button: buttonNode,
  overflow: overflowNode,
  static_select: selectNode,
  users_select: selectNode,
  conversations_select: selectNode,
  channels_select: selectNode,
  multi_static_select: multiNode,
  multi_users_select: multiNode,
  multi_conversations_select: multiNode,
  multi_channels_select: multiNode,
  external_select: externalNode,
  multi_external_select: externalNode,
  checkboxes: checkboxesNode,
  radio_buttons: radioNode,
  plain_text_input: textNode,
  number_input: textNode,
  url_text_input: textNode,
  email_text_input: textNode,
  rich_text_input: textNode,
  datepicker: dateNode,
  timepicker: timeNode,
  datetimepicker: dateTimeNode,
  image: imageNode,
};

/**
 * Draws one element of Block Kit.
 * @param {Object} element
 * @param {string} blockId
 * @param {Object} place the surface it belongs to
 * @param {{dispatches?: boolean, inForm?: boolean}} manner an element in an input block keeps its value to itself
 *     unless the block dispatches
 */
export function elementNode(element, blockId, place, manner = { dispatches: true }) {
  const draw = ELEMENTS[element.type] ?? unknown;
  return draw(element, { blockId, place, ...manner });
}

function unknown(element) {
  return el('span', { class: 'soft' }, `(an element of type “${element.type}”, which this page does not draw)`);
}
