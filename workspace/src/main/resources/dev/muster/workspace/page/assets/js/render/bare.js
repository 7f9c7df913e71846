import { decode } from './entities.js';
import { emojiCharacter } from './emoji.js';

/** Text where only characters can stand: emoji as characters, entities decoded. */
export function bare(text) {
  return decode(text ?? '').replace(/:([\w+-]+):/g, (whole, name) => emojiCharacter(name) ?? whole);
}
