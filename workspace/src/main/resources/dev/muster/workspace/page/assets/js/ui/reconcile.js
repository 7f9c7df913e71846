const signatures = new WeakMap();

/**
 * Makes the container's children match the items, keeping every node whose signature is unchanged, so that focus,
 * half-typed inputs and scroll positions survive.
 * @param {Element} container
 * @param {{key: string, signature: string, make: () => Element}[]} items
 */
export function reconcile(container, items) {
  const old = new Map([...container.children].map((node) => [node.dataset.key, node]));
  const wanted = items.map((item) => keptOrMade(old, item));
  const keep = new Set(wanted);
  [...container.children].filter((node) => !keep.has(node)).forEach((node) => node.remove());
  wanted.forEach((node, index) => putAt(container, node, index));
}

function keptOrMade(old, item) {
  const before = old.get(item.key);
  if (before && signatures.get(before) === item.signature) {
    return before;
  }
  const node = item.make();
  node.dataset.key = item.key;
  signatures.set(node, item.signature);
  if (before) {
    swap(before, node);
  }
  return node;
}

function swap(before, node) {
  const focused = focusPath(before);
  before.replaceWith(node);
  if (focused) {
    node.querySelector(focused)?.focus({ preventScroll: true });
  }
}

function focusPath(root) {
  const active = document.activeElement;
  if (!active || !root.contains(active)) {
    return undefined;
  }
  const { actionId, testid } = active.dataset;
  return (
    (actionId && `[data-action-id="${CSS.escape(actionId)}"]`) || (testid && `[data-testid="${CSS.escape(testid)}"]`)
  );
}

function putAt(container, node, index) {
  if (container.children[index] !== node) {
    container.insertBefore(node, container.children[index] ?? null);
  }
}
