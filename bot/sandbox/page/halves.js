// Opens a second window beside this one, and closes it again.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./state.js";

const isHalf = () => window.parent !== window;

/** Tell the page around the two windows, if there is one, that this window is somewhere else now. */
export function tellMoved() {
  if (isHalf()) window.parent.postMessage("moved", location.origin);
}

/** The button that shows the next person's window beside this one, or leaves only this one. */
export function halvesButton() {
  const half = isHalf();
  const label = half ? "One window" : "Side by side";
  const attributes = {
    class: "person halves",
    title: half ? "Keep only this window" : "Two people's windows beside each other",
    "data-testid": "halves",
    onclick: () => (window.top.location = half ? location.href : besideAddress()),
  };
  return h("button", attributes, icon(half ? "oneWindow" : "twoWindows"), label);
}

function besideAddress() {
  const { people } = store.workspace;
  const here = people.findIndex((each) => each.id === store.me);
  const next = people[(here + 1) % people.length];
  const right = new URLSearchParams({ user: next.id }).toString();
  return `/beside?${new URLSearchParams({ left: location.search.slice(1), right })}`;
}
