// Draws the chips of what is chosen in a select box for several choices.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { icon } from "./icons.js";

/** Show a chip for each of `chosen`; its × calls `remove` with the choice. */
export function showChips(chips, chosen, remove) {
  chips.replaceChildren(...chosen.map((choice) => chip(choice, () => remove(choice))));
}

function chip({ text }, onclick) {
  const attributes = { type: "button", class: "bare", "aria-label": `Remove ${text}`, onclick };
  const button = h("button", attributes, icon("close"));
  return h("span", { class: "select-chip" }, withEmoji(text), button);
}
