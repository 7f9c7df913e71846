import { el } from './dom.js';

const SHOWN_FOR_MS = 6000;

/** Says something in passing, at the edge of the page and to screen readers. */
export function toast(text) {
  const note = el('div', { class: 'toast' }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), SHOWN_FOR_MS);
}

const REASONS = {
  unreachable: 'The workspace did not answer. Is it still running?',
  not_in_channel: 'You are not in this channel.',
  is_archived: 'This channel is archived.',
  channel_not_found: 'This channel does not exist, or you cannot see it.',
  message_not_found: 'This message is gone.',
  cant_update_message: 'Only the author can edit this message.',
  cant_delete_message: 'Only the author can delete this message.',
  already_reacted: 'You have reacted with this already.',
  invalid_name: 'There is no emoji, or no allowed name, like that.',
  name_taken: 'That name is taken, perhaps by an archived channel.',
  already_pinned: 'It is pinned already.',
  operation_timeout: 'The app did not answer within three seconds.',
  dispatch_failed: 'The app could not be reached, or answered with an error.',
  expired_trigger_id: 'The app took too long to open its form.',
  no_text: 'There is nothing to send.',
};

/** An error code in words. */
export function reason(error) {
  return REASONS[error] ?? `The workspace refused: ${error ?? 'unknown'}.`;
}
