import { channelOf, personOf } from '../store.js';
import { decode } from './entities.js';

/** A message's text as its author would type it again: `<@U0ANN>` becomes `@ann`, links become plain. */
export function asTyped(text) {
  const plain = (text ?? '').replace(/<([^<>]+)>/g, (_, inside) => typedToken(inside));
  return decode(plain);
}

function typedToken(inside) {
  const [target, label] = inside.split('|');
  switch (target.charAt(0)) {
    case '@':
      return `@${personOf(target.slice(1))?.handle ?? label ?? target.slice(1)}`;
    case '#':
      return `#${channelOf(target.slice(1))?.name ?? label ?? target.slice(1)}`;
    case '!':
      return label || `@${target.slice(1)}`;
    default:
      return target.replace(/^mailto:/, '');
  }
}
