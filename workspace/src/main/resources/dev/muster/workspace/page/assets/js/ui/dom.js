const PROPERTIES = new Set(['value', 'checked', 'disabled', 'selected', 'textContent', 'hidden', 'required']);
let ids = 0;

/**
 * Makes an element. Attributes are set by name, `on` maps event names to listeners, children are nodes or text.
 * Text always becomes text nodes: nothing here parses HTML.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => assign(node, name, value));
  node.append(...children.flat(Infinity).filter(present));
  return node;
}

/** A button that never submits a form by accident. */
export function button(attributes, ...children) {
  return el('button', { type: 'button', ...attributes }, ...children);
}

/** An id that no other element of this page has. */
export function freshId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}

/** Replaces all children. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(present));
  return node;
}

/** The URL when it is safe to follow, else undefined. */
export function safeUrl(url) {
  return /^(https?:|mailto:|tel:)/i.test(url ?? '') ? url : undefined;
}

/** A link to the outside, or within the page to a message of this workspace; just text when it is not safe. */
export function outsideLink(url, ...children) {
  if (url?.startsWith(`${location.origin}/archives/`)) {
    return el('a', { href: `#${url.slice(location.origin.length + 1)}` }, ...children);
  }
  const href = safeUrl(url);
  return href
    ? el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
    : el('span', {}, ...children);
}

function present(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

function assign(node, name, value) {
  if (value === undefined || value === null || value === false) {
    return;
  }
  if (name === 'on') {
    Object.entries(value).forEach(([event, listener]) => node.addEventListener(event, listener));
  } else if (PROPERTIES.has(name)) {
    node[name] = value;
  } else {
    node.setAttribute(name, value === true ? '' : String(value));
  }
}
