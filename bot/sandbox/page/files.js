// Draws the files of a message: what the bot uploaded as a card to download, what people attached by name.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./state.js";

/** The files of a message, or null when it has none. */
export function drawFiles({ files = [] }) {
  if (!files.length) return null;
  return h(
    "div",
    { class: "attached" },
    files.map((file) => (file.url_private_download ? card(file) : nameOnly(file))),
  );
}

/** This workspace keeps no contents of what people attach. */
const nameOnly = (file) => h("span", { class: "picture" }, `File: ${titleOf(file)}`);

const titleOf = (file) => file.title || file.name;

function card(file) {
  const title = titleOf(file);
  const size = sizeInWords(file.size);
  const facts = title === file.name ? size : `${file.name}, ${size}`;
  const link = h(
    "a",
    {
      class: "button",
      href: addressFor(store.me, file),
      download: file.name,
      "aria-label": `Download ${title}, ${facts}`,
      "data-testid": `download-${file.id}`,
    },
    "Download",
  );
  return h(
    "div",
    { class: "file", role: "group", "aria-label": `File ${title}`, "data-testid": "file" },
    icon("file"),
    h("div", { class: "file-words" }, h("b", {}, title), h("span", { class: "quiet" }, facts)),
    link,
  );
}

/** On this server, by whatever name the browser knows it. */
function addressFor(user, file) {
  const { pathname } = new URL(file.url_private_download);
  return `${pathname}?${new URLSearchParams({ user })}`;
}

function sizeInWords(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, "kB"] : [bytes / 1_000_000, "MB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
