// Offers slash commands and people while the person types in a composer, and shows how a command is used.

import { h } from "./dom.js";
import { botName, store } from "./state.js";

let count = 0;

/** Completion for `box`: its list and usage line to place, and `takes(event)` for its keys. */
export function completion(box) {
  const list = h("div", {
    class: "completion",
    role: "listbox",
    id: `completion-${(count += 1)}`,
    "aria-label": "Suggestions",
    hidden: true,
  });
  const usage = h("div", { class: "usage", "aria-live": "polite", hidden: true });
  const state = { box, list, usage, offers: [], active: 0 };
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-autocomplete", "list");
  box.addEventListener("input", () => suggest(state));
  box.addEventListener("blur", () => hide(state));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  return { list, usage, takes: (event) => onKey(state, event) };
}

function suggest(state) {
  const before = state.box.value.slice(0, state.box.selectionStart);
  state.offers = commandOffers(before) ?? personOffers(before) ?? [];
  state.active = 0;
  showUsage(state, before);
  show(state);
}

/** A whole command needs none: how it is used stands there instead. */
function commandOffers(before) {
  if (!/^\/\S*$/.test(before)) return null;
  const { commands } = store.workspace;
  if (commands.some((each) => each.command === before)) return null;
  const found = commands.filter((each) => each.command.startsWith(before.toLowerCase()));
  return found.map((each) => ({
    title: each.command,
    usage: each.usage_hint,
    hint: each.description,
    text: `${each.command} `,
    start: 0,
  }));
}

function personOffers(before) {
  const match = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before);
  if (!match || before.startsWith("/")) return null;
  const wanted = match[1].toLowerCase();
  const everyone = [...store.workspace.people, { real_name: botName(), name: "app", title: "App" }];
  const start = before.length - match[1].length - 1;
  return everyone
    .filter((each) => `${each.real_name} ${each.name}`.toLowerCase().includes(wanted))
    .map((each) => ({
      title: each.real_name || each.name,
      hint: each.title,
      text: `@${each.real_name || each.name} `,
      start,
    }));
}

function showUsage({ usage }, before) {
  const name = /^(\/\S+)(\s|$)/.exec(before)?.[1];
  const command = store.workspace.commands.find((each) => each.command === name);
  usage.hidden = !command;
  if (command)
    usage.replaceChildren(
      h("b", {}, command.command),
      ` ${command.usage_hint ?? ""}`,
      h("span", { class: "quiet" }, command.description),
    );
}

function show(state) {
  const { list, box, offers } = state;
  list.hidden = !offers.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  list.replaceChildren(...offers.map((offer, index) => offerNode(state, offer, index)));
  setActive(state, 0);
}

function offerNode(state, offer, index) {
  const node = h(
    "div",
    {
      role: "option",
      class: "offer",
      id: `${state.list.id}-${index}`,
      "data-testid": `offer-${offer.title}`,
    },
    h(
      "span",
      {},
      h("b", {}, offer.title),
      offer.usage && h("span", { class: "offer-usage" }, ` ${offer.usage}`),
    ),
    offer.hint && h("small", {}, offer.hint),
  );
  node.addEventListener("click", () => accept(state, offer));
  return node;
}

function setActive(state, index) {
  const { list, box, offers } = state;
  state.active = offers.length ? (index + offers.length) % offers.length : 0;
  [...list.children].forEach((node, each) => {
    node.classList.toggle("active", each === state.active);
    node.setAttribute("aria-selected", String(each === state.active));
  });
  if (offers.length) box.setAttribute("aria-activedescendant", list.children[state.active].id);
  else box.removeAttribute("aria-activedescendant");
  list.children[state.active]?.scrollIntoView({ block: "nearest" });
}

function hide(state) {
  state.offers = [];
  show(state);
}

function accept({ box }, { start, text }) {
  const after = box.value.slice(box.selectionStart);
  box.value = box.value.slice(0, start) + text + after;
  box.setSelectionRange(start + text.length, start + text.length);
  box.dispatchEvent(new Event("input"));
  box.focus();
}

/** Handle a key that belongs to the open list; says whether it did. */
function onKey(state, event) {
  const offer = state.offers[state.active];
  if (!offer) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const accepts = event.key === "Tab" || (event.key === "Enter" && !event.shiftKey);
  if (step) setActive(state, state.active + step);
  else if (event.key === "Escape") hide(state);
  else if (accepts) accept(state, offer);
  else return false;
  event.preventDefault();
  return true;
}
