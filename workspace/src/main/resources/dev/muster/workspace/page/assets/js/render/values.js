const widgets = new WeakMap();

/**
 * Declares a node to be an interactive element of Block Kit.
 * @param {Element} node
 * @param {{blockId: string, element: Object, read: () => Object, write?: (value: Object) => void}} widget
 *     `read` gives the value in the shape Slack uses in `state.values`, without `type`
 */
export function register(node, widget) {
  widgets.set(node, widget);
  node.dataset.widget = '';
  node.dataset.actionId = widget.element.action_id ?? '';
  node.dataset.blockId = widget.blockId ?? '';
  return node;
}

export function widgetOf(node) {
  return widgets.get(node);
}

/** All values under the root, as `{block_id: {action_id: {type, …}}}`; what holds no value is left out. */
export function collect(root) {
  const values = {};
  root.querySelectorAll('[data-widget]').forEach((node) => {
    const { blockId, element, read } = widgets.get(node);
    if (read) {
      values[blockId] ??= {};
      values[blockId][element.action_id] = { type: element.type, ...read() };
    }
  });
  return values;
}

/** The value an element starts with: what was typed before if it is still the same element, else its initial value. */
export function startingValue(element, draft) {
  return draft?.type === element.type ? draft : initialValue(element);
}

function initialValue(element) {
  return {
    value: element.initial_value,
    selected_option: element.initial_option,
    selected_options: element.initial_options,
    selected_user: element.initial_user,
    selected_users: element.initial_users,
    selected_conversation: element.initial_conversation,
    selected_conversations: element.initial_conversations,
    selected_channel: element.initial_channel,
    selected_channels: element.initial_channels,
    selected_date: element.initial_date,
    selected_time: element.initial_time,
    selected_date_time: element.initial_date_time,
  };
}
