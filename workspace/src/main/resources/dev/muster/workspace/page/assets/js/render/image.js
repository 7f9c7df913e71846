import { el, outsideLink } from '../ui/dom.js';
import { icon } from '../ui/icon.js';

/** Images from elsewhere are not fetched: the page shows what they are and links to them. */
export function imageNode(image) {
  const url = image.image_url ?? image.slack_file?.url ?? '';
  const own = url.startsWith('data:image/') || url.startsWith(`${location.origin}/`);
  return own
    ? el('img', { src: url, alt: image.alt_text })
    : el('span', { class: 'image-link' }, icon('image'), ' ', outsideLink(url, image.alt_text || 'image'));
}
