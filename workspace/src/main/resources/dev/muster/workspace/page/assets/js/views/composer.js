import { button, el } from '../ui/dom.js';
import { icon } from '../ui/icon.js';
import { openMenu } from '../ui/popover.js';
import { reason } from '../ui/toast.js';
import { post } from '../api.js';
import { conversationName, state } from '../store.js';
import { startEditing } from '../render/toolbar.js';
import { completion } from './completion.js';
import { commandHint, sourcesFor } from './completion-sources.js';

const drafts = new Map();
const EDITABLE = new Set([undefined, 'me_message', 'file_share', 'thread_broadcast']);

/**
 * The box to write in.
 * @param {{channel: string, threadTs?: string, testid: string, sendTestid: string, messages: () => Object[],
 *     sent: () => void}} setting
 */
export function composer(setting) {
  const box = { setting, key: `${setting.channel}/${setting.threadTs ?? ''}` };
  const name = setting.threadTs ? 'Reply in the thread' : `Write to ${conversationName(setting.channel)}`;
  box.input = el('textarea', {
    class: 'composer-input',
    rows: 1,
    'data-testid': setting.testid,
    'aria-label': name,
    placeholder: name,
  });
  box.notice = el('p', {
    class: 'composer-notice',
    role: 'status',
    'data-testid': `${setting.testid}-notice`,
    hidden: true,
  });
  box.hint = el('p', { class: 'composer-hint', hidden: true });
  box.broadcast = el('input', { type: 'checkbox', 'data-testid': 'broadcast' });
  box.completion = completion(box.input, sourcesFor(Boolean(setting.threadTs)));
  box.input.value = drafts.get(box.key) ?? '';
  box.input.addEventListener('input', () => typed(box));
  box.input.addEventListener('keydown', (event) => onKey(box, event));
  requestAnimationFrame(() => typed(box));
  return el('div', { class: 'composer' }, box.completion.list, box.notice, box.hint, box.input, controls(box));
}

function controls(box) {
  const { setting } = box;
  const alsoSend = el('label', { class: 'broadcast' }, box.broadcast, ' also in the channel');
  const send = button(
    { class: 'button primary', 'data-testid': setting.sendTestid, on: { click: () => submit(box) } },
    'Send',
  );
  return el(
    'div',
    { class: 'composer-controls' },
    setting.threadTs ? alsoSend : [shortcutsButton(box), attachButton(box)],
    el('span', { class: 'keys' }, 'Enter sends · Shift+Enter new line'),
    send,
  );
}

function typed(box) {
  const { input, hint, setting } = box;
  drafts.set(box.key, input.value);
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight + 2, innerHeight / 3)}px`;
  const text = setting.threadTs ? '' : commandHint(input.value);
  hint.textContent = text;
  hint.hidden = !text;
}

function onKey(box, event) {
  if (box.completion.takesKey(event)) {
    return;
  }
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit(box);
  } else if (event.key === 'ArrowUp' && box.input.value === '') {
    editLast(box, event);
  }
}

function editLast({ setting }, event) {
  const own = setting
    .messages()
    .filter(
      (message) =>
        message.user === state.me.id && !message.ephemeral && !message.bot_id && EDITABLE.has(message.subtype),
    );
  if (own.length > 0) {
    event.preventDefault();
    startEditing(setting.channel, own.at(-1).ts, Boolean(setting.threadTs));
  }
}

async function submit(box) {
  const text = box.input.value;
  if (text.trim() === '') {
    return;
  }
  const command = text.startsWith('/');
  if (command && box.setting.threadTs) {
    say(box, 'Commands do not work in threads.');
    return;
  }
  setText(box, '');
  say(box, '');
  const answer = command ? await runCommand(box, text) : await sendText(box, text);
  if (!answer.ok) {
    giveBack(box, text);
    say(box, command ? commandTrouble(text, answer.error) : reason(answer.error));
  }
}

function sendText(box, text) {
  const { channel, threadTs, sent } = box.setting;
  sent();
  return post('post', { channel, text, ...(threadTs && { thread_ts: threadTs, broadcast: box.broadcast.checked }) });
}

async function runCommand(box, text) {
  const slow = setTimeout(() => say(box, `Waiting for ${text.split(' ')[0]}…`, 'waiting'), 500);
  const answer = await post('command', { channel: box.setting.channel, text });
  clearTimeout(slow);
  say(box, '');
  return answer;
}

/** What could not be sent returns to the box, unless something else stands there by now. */
function giveBack(box, text) {
  if (box.input.value === '') {
    setText(box, text);
  }
}

function setText(box, text) {
  box.input.value = text;
  box.completion.close();
  typed(box);
}

function commandTrouble(text, error) {
  const name = text.split(/\s/)[0];
  const words = {
    unknown_command: `${name} is not a command here.`,
    operation_timeout: `${name} failed: ${state.app.name} did not answer within three seconds (operation_timeout).`,
  };
  return words[error] ?? `${name} failed: ${reason(error)}${error === 'dispatch_failed' ? ' (dispatch_failed)' : ''}`;
}

function say(box, text, kind = 'wrong') {
  box.notice.textContent = text;
  box.notice.hidden = !text;
  box.notice.className = `composer-notice ${kind}`;
}

function shortcutsButton(box) {
  const open = () => {
    const shortcuts = state.app.shortcuts.filter((shortcut) => shortcut.type === 'global');
    openMenu(
      node,
      'Shortcuts',
      shortcuts.map((shortcut) => ({
        label: shortcut.name,
        hint: state.app.name,
        data: { 'data-callback-id': shortcut.callback_id },
        run: () => runShortcut(box, shortcut),
      })),
    );
  };
  const node = button(
    {
      class: 'icon',
      'data-testid': 'shortcuts',
      'aria-label': 'Shortcuts',
      title: 'Shortcuts',
      'aria-haspopup': 'menu',
      on: { click: open },
    },
    icon('bolt'),
  );
  return node;
}

async function runShortcut(box, shortcut) {
  const answer = await post('shortcut', { callback_id: shortcut.callback_id });
  say(box, answer.ok ? '' : `“${shortcut.name}” failed: ${reason(answer.error)}`);
}

function attachButton(box) {
  const upload = async () => {
    const [file] = input.files;
    const answer = await post('upload', { channel: box.setting.channel, name: file.name, text: await file.text() });
    input.value = '';
    say(box, answer.ok ? '' : `The file was not shared: ${reason(answer.error)}`);
  };
  const input = el('input', {
    type: 'file',
    class: 'hidden-file',
    'data-testid': 'file-input',
    tabindex: '-1',
    'aria-label': 'Text file',
    on: { change: upload },
  });
  const node = button(
    {
      class: 'icon',
      'data-testid': 'attach',
      'aria-label': 'Share a text file',
      title: 'Share a text file',
      on: { click: () => input.click() },
    },
    icon('clip'),
  );
  return [node, input];
}
