// Draws the square picture of a person or the app: initials on a colour of their own.

import { h } from "./dom.js";
import { personName, store } from "./state.js";

const HUES = 12;

function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return (words[0]?.[0] ?? "?") + (words.length > 1 ? words.at(-1)[0] : "");
}

function hue(id) {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0) * 5) % HUES, 7);
}

export function avatar(id, isBot = id === store.workspace?.bot.user_id) {
  const kind = isBot ? "bot" : `hue-${hue(id)}`;
  return h(
    "span",
    { class: `avatar ${kind}`, "aria-hidden": "true" },
    initials(personName(id)).toUpperCase(),
  );
}
