// Shows one thread in the side panel, with its own composer.

import { composer } from "./composer.js";
import { fill, h, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { messageItem } from "./messages.js";
import { openThread } from "./navigation.js";
import { on, placeName, store } from "./state.js";

/** Keep `panel` showing the open thread, or hidden. */
export function followThread(panel) {
  let shown = null;
  const list = h("div", { class: "messages", role: "log", "aria-label": "Replies" });
  const show = () => {
    panel.hidden = !store.thread;
    if (panel.hidden) return (shown = null);
    if (shown !== store.thread) {
      shown = store.thread;
      list.replaceChildren();
      fill(panel, head(), h("div", { class: "scroller" }, list), composer({ thread: store.thread }));
      panel.querySelector("textarea").focus();
    }
    const grown = showReplies(list);
    if (grown) list.lastElementChild?.scrollIntoView({ block: "nearest" });
  };
  on("thread messages", show);
  panel.addEventListener(
    "keydown",
    (event) => event.key === "Escape" && !event.defaultPrevented && openThread(null),
  );
}

function head() {
  const close = h(
    "button",
    {
      class: "bare",
      "aria-label": "Close thread",
      "data-testid": "close-thread",
      onclick: () => openThread(null),
    },
    icon("close"),
  );
  return h(
    "header",
    { class: "place" },
    h("h1", {}, "Thread"),
    h("span", { class: "quiet" }, placeName()),
    h("span", { class: "grow" }),
    close,
  );
}

/** Draw parent and replies; says whether there is a new last one. */
function showReplies(list) {
  const before = list.children.length;
  const parent = store.messages.find((each) => each.ts === store.thread);
  const replies = store.messages.filter(
    (each) => each.thread_ts === store.thread && each.ts !== store.thread,
  );
  const count = { key: "count", mark: replies.length, draw: () => replyCount(replies.length) };
  const items = [
    ...(parent ? [messageItem(parent, { inThread: true })] : []),
    count,
    ...replies.map((each) => messageItem(each, { inThread: true })),
  ];
  reconcile(list, items, {
    key: (item) => item.key,
    signature: (item) => JSON.stringify(item.mark),
    draw: (item) => item.draw(),
  });
  return list.children.length > before;
}

function replyCount(replies) {
  const label = replies ? `${replies} ${replies === 1 ? "reply" : "replies"}` : "No replies yet";
  return h("div", { class: "reply-count quiet" }, h("span", {}, label));
}
