// Draws the few line icons of the page as SVG nodes.

const PATHS = {
  hash: "M6 2 4.6 14M11.4 2 10 14M2.6 5.6h11M2.2 10.4h11",
  lock: "M4 7.5h8v6H4zM5.7 7.5V5.2a2.3 2.3 0 0 1 4.6 0v2.3",
  send: "M2.5 2.8 14 8 2.5 13.2l1.6-5.2zM4.1 8H9",
  plus: "M8 3v10M3 8h10",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  back: "M9.5 3 4.5 8l5 5",
  down: "m4 6 4 4 4-4",
  more: "M8 3.2v.1M8 8v.1M8 12.8v.1",
  reply: "M2.5 3h11v8H7l-3 2.6V11H2.5z",
  menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  bolt: "M9 1.8 3.5 9H8l-1 5.2L12.5 7H8z",
  eye: "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8zM8 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2",
  file: "M3.5 1.8h6l3 3v9.4h-9zM9.2 2v3.2h3.2",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.6",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.2v9.6L12.5 8z",
  bell: "M2.9 11.8h10.2L12 10.2V7a4 4 0 0 0-8 0v3.2zM6.8 14h2.4",
  bellOff: "M2.9 11.8h10.2L12 10.2V7a4 4 0 0 0-8 0v3.2zM6.8 14h2.4M2.2 2l11.6 12",
  sun: "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1",
  moon: "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z",
  warn: "M8 2.2 14.4 13.4H1.6zM8 6.4v3.4M8 11.4v.1",
  twoWindows: "M2 3h12v10H2zM8 3v10",
  oneWindow: "M2 3h12v10H2z",
  check: "m3 8.5 3.4 3.3L13 4.6",
};

const SVG = "http://www.w3.org/2000/svg";

/** A 16-pixel icon that follows the text colour and is silent for screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
