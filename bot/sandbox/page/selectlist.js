// Draws the list under a select box: groups, options, and the one that Enter would take.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";

let count = 0;

const nodesOf = (list) => [...list.querySelectorAll("[role=option]")];

export function showNote(list, text) {
  list.replaceChildren(note(text));
}

const note = (text) => h("div", { class: "select-note" }, text);

/** Show groups of choices ({ label?, choices }); `isOn` marks the chosen ones, `pick` takes one. */
export function showGroups(list, groups, { isOn, pick }) {
  const parts = groups.flatMap(({ label, choices }) => [
    ...(label ? [note(label)] : []),
    ...choices.map((choice) => option(choice, isOn(choice), pick)),
  ]);
  list.replaceChildren(...(parts.length ? parts : [note("No results")]));
}

function option(choice, isOn, pick) {
  const attributes = {
    role: "option",
    class: "option",
    "aria-selected": String(isOn),
    id: `option-${(count += 1)}`,
    "data-testid": `option-${choice.value}`,
    onclick: () => pick(choice, isOn),
  };
  const hint = choice.description && h("small", {}, withEmoji(choice.description));
  return h("div", attributes, h("span", {}, withEmoji(choice.text)), hint);
}

/** The position of the first chosen option, or of the first one. */
export function firstActive(list) {
  return Math.max(
    nodesOf(list).findIndex((node) => node.getAttribute("aria-selected") === "true"),
    0,
  );
}

/** Mark the option at `index`, counted round the ends, for `input`; answers the index it has. */
export function setActive(list, input, index) {
  const nodes = nodesOf(list);
  const active = nodes.length ? (index + nodes.length) % nodes.length : -1;
  nodes.forEach((node, each) => node.classList.toggle("active", each === active));
  nodes[active]?.scrollIntoView({ block: "nearest" });
  if (active >= 0) input.setAttribute("aria-activedescendant", nodes[active].id);
  return active;
}

export function takeActive(list, index) {
  nodesOf(list)[index]?.click();
}
