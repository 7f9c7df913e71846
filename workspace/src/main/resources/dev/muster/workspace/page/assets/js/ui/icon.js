const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  pin: 'M9 3h6l-1 6 3 3v2H7v-2l3-3-1-6zM12 14v7',
  unpin: 'M9 3h6l-1 6 3 3v2H7v-2l3-3-1-6zM12 14v7M4 4l16 16',
  edit: 'M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3',
  bin: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  react: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5c2 2.3 5 2.3 7 0M9 9.5v.5M15 9.5v.5',
  reply: 'M5 4v7c0 2 1 3 3 3h11M15 10l4 4-4 4',
  more: 'M5.4 12h1.2M11.4 12h1.2M17.4 12h1.2',
  traffic: 'M4 9h15l-4-4M20 15H5l4 4',
  clip: 'M8 12l6-6a3.5 3.5 0 0 1 5 5l-8 8a5 5 0 0 1-7-7l7.5-7.5M8.5 16l7-7',
  bolt: 'M13 3L6 13.5h5L10.5 21 18 10h-5.2L13 3z',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  home: 'M4 11.5L12 5l8 6.5M6.5 10v9h11v-9',
  lock: 'M7 11h10v8H7zM9 11V8a3 3 0 0 1 6 0v3',
  box: 'M4 5h16v4H4zM6 9v10h12V9M10 13h4',
  eye: 'M3 12c3-5 6-6.5 9-6.5s6 1.5 9 6.5c-3 5-6 6.5-9 6.5S6 17 3 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9.5h.01',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
};

/** A small line drawing in the colour of the text around it; it says nothing to screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  Object.entries({ viewBox: '0 0 24 24', class: 'glyph', 'aria-hidden': 'true' }).forEach(([key, value]) =>
    svg.setAttribute(key, value),
  );
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
