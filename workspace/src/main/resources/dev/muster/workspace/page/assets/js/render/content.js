import { el, outsideLink } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { blocksNode } from './blocks.js';
import { imageNode } from './image.js';
import { mrkdwn, plain } from './mrkdwn.js';

/**
 * What a message says: its blocks, or its text, then attachments and files.
 * @param {Object} message
 * @param {Object} place the surface of the message
 */
export function contentNodes(message, place) {
  return [
    body(message, place),
    ...(message.attachments ?? []).map((one) => attachment(one, place)),
    ...(message.files ?? []).map(file),
  ];
}

function body(message, place) {
  if (message.subtype === 'tombstone') {
    return el('div', { class: 'text gone' }, 'This message was deleted.');
  }
  const blocks = message.blocks ?? [];
  return blocks.length && !typedByPerson(message, blocks) ? blocksNode(blocks, place) : textNode(message);
}

/** People type text; the rich_text block made of it says the same with less. */
function typedByPerson(message, blocks) {
  return !message.bot_id && Boolean(message.text) && blocks.every((block) => block.type === 'rich_text');
}

function textNode(message) {
  const kind = message.subtype === 'me_message' ? 'text me' : 'text';
  const draw = message.mrkdwn === false ? plain : mrkdwn;
  return message.text ? el('div', { class: kind }, draw(message.text)) : '';
}

function attachment(one, place) {
  const title = one.title && el('p', { class: 'attachment-title' }, outsideLink(one.title_link, plain(one.title)));
  const fields =
    one.fields &&
    el(
      'div',
      { class: 'fields' },
      one.fields.map((field) => {
        return el('div', { class: 'field' }, el('strong', {}, plain(field.title)), el('br'), mrkdwn(field.value));
      }),
    );
  const words = one.text ?? (one.blocks ? '' : one.fallback);
  const node = el(
    'div',
    { class: 'attachment' },
    one.pretext && el('p', {}, mrkdwn(one.pretext)),
    title,
    words && el('div', { class: 'text' }, mrkdwn(words)),
    one.blocks && blocksNode(one.blocks, place),
    fields,
    one.image_url && imageNode({ image_url: one.image_url, alt_text: one.fallback ?? 'image' }),
    one.footer && el('p', { class: 'soft' }, plain(one.footer)),
  );
  if (/^#?[0-9a-f]{6}$/i.test(one.color ?? '')) {
    node.style.setProperty('--who', `#${one.color.replace('#', '')}`);
  }
  return node;
}

function file(one) {
  if (one.mode === 'tombstone') {
    return el('div', { class: 'file text gone', 'data-testid': 'file' }, 'This file was deleted.');
  }
  const name = one.title || one.name || one.id;
  const size = one.size ? ` · ${sizeText(one.size)}` : '';
  const url = one.url_private ?? one.permalink;
  const own = url?.startsWith('/') || url?.startsWith(`${location.origin}/`);
  const link = own ? el('a', { href: url, target: '_blank' }, name) : outsideLink(url, name);
  const preview = one.preview && el('pre', { class: 'fence file-preview' }, el('code', {}, one.preview));
  const picture = own && one.mimetype === 'image/png' && el('img', { class: 'file-picture', src: url, alt: one.alt_txt ?? '' });
  return el(
    'div',
    { class: 'file', 'data-testid': 'file', 'data-name': one.name },
    icon('file'),
    ' ',
    link,
    el('span', { class: 'soft' }, size),
    preview,
    picture,
  );
}

function sizeText(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KiB`;
}
