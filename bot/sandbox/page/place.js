// Draws the head of the main pane: the channel's name, or the app's name with its two tabs.

import { avatar } from "./avatar.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { goTo } from "./navigation.js";
import { DM, botName, channel, inDm, on, placeName, store } from "./state.js";

const TABS = [
  ["home", "Home"],
  ["messages", "Messages"],
];

/** Keep `head` and the window's title saying where the person is. */
export function followPlace(head) {
  on("place workspace", () => {
    document.title = `${placeName()} · ${store.workspace.team.name}`;
    fill(head, inDm() ? appHead() : channelHead());
  });
}

function channelHead() {
  const found = channel(store.place);
  const note = found?.member ? null : h("span", { class: "quiet" }, "You are not a member");
  return [h("h1", {}, icon(found?.private ? "lock" : "hash"), found?.name ?? store.place), note];
}

function appHead() {
  const tabs = TABS.map(([tab, label]) => {
    const on = store.tab === tab;
    return h(
      "button",
      {
        role: "tab",
        class: "tab",
        "aria-selected": String(on),
        "data-testid": `tab-${tab}`,
        onclick: () => goTo(DM, tab),
      },
      label,
    );
  });
  const title = h(
    "h1",
    {},
    avatar(store.workspace.bot.user_id, true),
    botName(),
    h("span", { class: "app-mark" }, "App"),
  );
  return [title, h("div", { class: "tabs", role: "tablist", "aria-label": "App" }, tabs)];
}
