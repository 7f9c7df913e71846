const SIZE = 24;
const known = new Map();
let pen;
let missing;

/** Whether this machine has a glyph for the character; without one its name is clearer than an empty box. */
export function canDraw(character) {
  if (!known.has(character)) {
    missing ??= picture('\u{10FFFF}');
    known.set(character, picture(character) !== missing);
  }
  return known.get(character);
}

function picture(character) {
  pen ??= brush();
  pen.clearRect(0, 0, SIZE, SIZE);
  pen.fillText(character.replace(/\uFE0F|\u200D.*$/gu, ''), 2, SIZE - 6);
  return pen.getImageData(0, 0, SIZE, SIZE).data.join();
}

function brush() {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = '16px "Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", sans-serif';
  return context;
}
