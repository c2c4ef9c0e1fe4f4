// Draws the list under a select box: groups, options, and the one that Enter would take.

import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";

let count = 0;

const nodesOf = (list) => [...list.querySelectorAll("[role=option]")];

export function showNote(list, text) {
  list.replaceChildren(note(text));
}

const note = (text) => h("div", { class: "select-note" }, text);

/** Show groups of choices ({ label?, choices }); `pick` takes one and its position in the list. */
export function showGroups(list, groups, pick) {
  const parts = groups.flatMap(({ label, choices }) => [
    ...(label ? [note(label)] : []),
    ...choices.map((choice) => option(list, choice, pick)),
  ]);
  list.replaceChildren(...(parts.length ? parts : [note("No results")]));
}

function option(list, choice, pick) {
  const attributes = {
    role: "option",
    class: "option",
    id: `option-${(count += 1)}`,
    "data-value": choice.value,
    "data-testid": `option-${choice.value}`,
    onclick: ({ currentTarget }) => pick(choice, nodesOf(list).indexOf(currentTarget)),
  };
  const hint = choice.description && h("small", {}, withEmoji(choice.description));
  return h("div", attributes, h("span", {}, withEmoji(choice.text)), hint);
}

/** Mark the options that are among `chosen`. */
export function markChosen(list, chosen) {
  const values = new Set(chosen.map((choice) => choice.value));
  for (const node of nodesOf(list)) node.setAttribute("aria-selected", String(values.has(node.dataset.value)));
}

/** The position where Enter begins: the chosen option, or with `multi` the first that is not yet chosen. */
export function firstActive(list, multi) {
  const wanted = String(!multi);
  return Math.max(
    nodesOf(list).findIndex((node) => node.getAttribute("aria-selected") === wanted),
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
