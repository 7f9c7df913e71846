const journals = new Set();

/**
 * Reads something and takes it in, then does again what was heard about the same subject meanwhile, because the answer
 * may be older than the news.
 * @param {string} subject a channel id, or `state`
 * @param {() => Promise<T>} read
 * @param {(answer: T) => void} take
 * @template T
 */
export async function whileNoting(subject, read, take) {
  const journal = { subject, entries: [] };
  journals.add(journal);
  try {
    take(await read());
    journal.entries.forEach((again) => again());
  } finally {
    journals.delete(journal);
  }
}

/** Does what the news says, now and once more after any reading that is under way. */
export function hear(subject, apply) {
  apply();
  journals.forEach((journal) => journal.subject === subject && journal.entries.push(apply));
}
