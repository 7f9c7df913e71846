import { button, el, safeUrl } from '../ui/dom.js';
import { openMenu } from '../ui/popover.js';
import { plain } from './mrkdwn.js';
import { register } from './values.js';

/** A button, or a link that looks like one when it has a URL. */
export function buttonNode(element, { blockId, place }) {
  const href = safeUrl(element.url);
  const style = ['primary', 'danger'].includes(element.style) ? ` ${element.style}` : '';
  const shared = { class: `button${style}`, 'aria-label': element.accessibility_label };
  const act = () => place.act(node, { element, blockId, value: { value: element.value, text: element.text } });
  const label = plain(element.text?.text);
  const node = href
    ? el('a', { ...shared, href, target: '_blank', rel: 'noopener noreferrer', on: { click: act } }, label, ' ↗')
    : button({ ...shared, on: { click: act } }, label);
  return register(node, { blockId, element });
}

/** The “…” menu. */
export function overflowNode(element, { blockId, place }) {
  const open = () => openMenu(node, 'More choices', element.options.map(item));
  const item = (option) => ({
    label: el('span', {}, plain(option.text.text)),
    hint: option.description?.text,
    data: { 'data-option': option.value },
    run: () => choose(option),
  });
  const choose = (option) => {
    const href = safeUrl(option.url);
    if (href) {
      window.open(href, '_blank', 'noopener');
    }
    place.act(node, { element, blockId, value: { selected_option: option } });
  };
  const node = button(
    { class: 'button overflow', 'aria-haspopup': 'menu', 'aria-label': 'More choices', on: { click: open } },
    '···',
  );
  return register(node, { blockId, element });
}
