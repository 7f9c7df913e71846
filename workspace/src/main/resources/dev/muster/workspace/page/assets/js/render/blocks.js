import { el, outsideLink } from '../ui/dom.js';
import { elementNode } from './elements.js';
import { imageNode } from './image.js';
import { inputBlock } from './input-block.js';
import { markdown } from './markdown.js';
import { plain, textObject } from './mrkdwn.js';
import { richText } from './richtext.js';

const BLOCKS = {
  header: (block) => el('h3', { class: 'block-header' }, plain(block.text?.text)),
  section,
  context,
  context_actions: actions,
  divider: () => el('hr', { class: 'block-divider' }),
  actions,
  input: inputBlock,
  image: imageBlock,
  rich_text: richText,
  markdown: (block) => el('div', { class: 'markdown' }, markdown(block.text)),
  video: (block) => el('p', {}, outsideLink(block.video_url, plain(block.title?.text ?? block.alt_text))),
  file: (block) => el('p', { class: 'soft' }, `File ${block.external_id ?? ''}`),
};

/**
 * Draws a list of blocks.
 * @param {Object[]} blocks
 * @param {Object} place the surface they belong to
 */
export function blocksNode(blocks, place) {
  return el(
    'div',
    { class: 'blocks', 'data-surface': place.container.type },
    (blocks ?? []).map((block, index) => {
      return blockNode({ block_id: `block-${index}`, ...block }, place);
    }),
  );
}

function blockNode(block, place) {
  const draw = BLOCKS[block.type] ?? unknown;
  const node = draw(block, place);
  node.classList.add('block');
  node.dataset.block = block.type;
  node.dataset.blockName = block.block_id;
  return node;
}

function section(block, place) {
  const text = block.text && el('div', { class: 'section-text' }, textObject(block.text));
  const fields =
    block.fields &&
    el(
      'div',
      { class: 'fields' },
      block.fields.map((field) => el('div', { class: 'field' }, textObject(field))),
    );
  const accessory =
    block.accessory && el('div', { class: 'accessory' }, elementNode(block.accessory, block.block_id, place));
  return el('div', { class: 'section' }, el('div', { class: 'section-body' }, text, fields), accessory);
}

function context(block) {
  return el(
    'div',
    { class: 'context' },
    block.elements.map((part) => {
      return part.type === 'image' ? imageNode(part) : el('span', { class: 'context-text' }, textObject(part));
    }),
  );
}

function actions(block, place) {
  const nodes = (block.elements ?? []).map((element) =>
    el('div', { class: 'action' }, elementNode(element, block.block_id, place)),
  );
  return el('div', { class: 'actions' }, nodes);
}

function imageBlock(block) {
  const title = block.title && el('figcaption', {}, plain(block.title.text));
  return el('figure', { class: 'image-block' }, title, imageNode(block));
}

function unknown(block) {
  const text = block.text?.text ?? block.fallback ?? '';
  return el('p', { class: 'soft' }, text || `(a block of type “${block.type}”, which this page does not draw)`);
}
