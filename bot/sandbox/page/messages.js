// Shows the messages of the current place: day dividers, grouping, scrolling and moving with the arrow keys.

import { dayLabel, fromTs } from "./dates.js";
import { h, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { drawMessage } from "./message.js";
import { loadEarlier, markRead } from "./refresh.js";
import { channel, inDm, on, placeName, showsHome, store } from "./state.js";

const GROUP_SECONDS = 300;
const NEAR_END_PX = 120;

/** Keep `list` (inside `scroller`) showing the current place. */
export function followMessages(scroller, list) {
  const below = h(
    "button",
    { class: "jump", hidden: true, "data-testid": "jump" },
    icon("down"),
    "New messages",
  );
  below.addEventListener("click", () => toEnd(scroller));
  scroller.append(below);
  let shownPlace = null;
  const show = () => {
    scroller.hidden = showsHome();
    if (scroller.hidden) return;
    const here = `${store.me} ${store.place}`;
    const follow = here !== shownPlace || isNearEnd(scroller);
    const grown = reconcileMessages(list);
    if (store.messages.length) shownPlace = here;
    if (follow) toEnd(scroller);
    else if (grown) below.hidden = false;
    markRead();
  };
  on("messages place workspace clock", show);
  on("said", () => toEnd(scroller));
  scroller.addEventListener("scroll", () => isNearEnd(scroller) && (below.hidden = true));
  list.addEventListener("keydown", moveAmongMessages);
  document.addEventListener("visibilitychange", () => markRead());
}

const isNearEnd = (scroller) =>
  scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
const toEnd = (scroller) => (scroller.scrollTop = scroller.scrollHeight);

/** Draw the list; says whether it has a new last message. */
function reconcileMessages(list) {
  const before = list.lastElementChild?.dataset.key;
  const items = [beginning(), ...withDividers(store.messages.filter(isTopLevel))];
  reconcile(list, items, { key: (item) => item.key, signature: signatureOf, draw: (item) => item.draw() });
  return before !== undefined && before !== list.lastElementChild?.dataset.key;
}

const isTopLevel = (message) => !message.thread_ts || message.thread_ts === message.ts;
const signatureOf = (item) => JSON.stringify([item.key, item.mark]);

/** What stands before the first message: a button for earlier ones, or the start of the channel. */
function beginning() {
  const mark = [store.place, store.moreBefore, placeName()];
  return { key: "beginning", mark, draw: () => (store.moreBefore ? earlierButton() : startOfPlace()) };
}

function earlierButton() {
  const button = h(
    "button",
    { class: "button earlier", onclick: () => loadEarlier() },
    "Load earlier messages",
  );
  return h("div", { class: "beginning" }, button);
}

function startOfPlace() {
  const words = inDm()
    ? `Messages between you and the app. Only you can see them.`
    : `This is the beginning of the ${placeName()} channel.`;
  const title = h(
    "h2",
    {},
    inDm() ? null : icon(channel(store.place)?.private ? "lock" : "hash"),
    placeName().replace(/^#/, ""),
  );
  return h("div", { class: "beginning" }, title, h("p", { class: "quiet" }, words));
}

function withDividers(messages) {
  const items = [];
  let previous = null;
  for (const message of messages) {
    const day = dayLabel(fromTs(message.ts));
    const newDay = day !== (previous && dayLabel(fromTs(previous.ts)));
    if (newDay) items.push({ key: `day-${message.ts}`, mark: day, draw: () => dayDivider(day) });
    const compact = !newDay && isContinued(previous, message);
    items.push(messageItem(message, { compact }));
    previous = message;
  }
  return items;
}

function isContinued(previous, message) {
  const sameAuthor = previous.user === message.user && Boolean(previous.bot) === Boolean(message.bot);
  const soon = Number(message.ts) - Number(previous.ts) < GROUP_SECONDS;
  return sameAuthor && soon && !previous.ephemeral && !message.ephemeral && !previous.reply_count;
}

/** One entry for `reconcile`, which redraws it only when its message changed. */
export function messageItem(message, options) {
  const key = `message-${message.ts}${message.ephemeral ? "-e" : ""}`;
  return { key, mark: [message, options], draw: () => drawMessage(message, options) };
}

function dayDivider(day) {
  return h("div", { class: "day", role: "separator" }, h("span", {}, day));
}

function moveAmongMessages(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("input, textarea")) return;
  const all = [...event.currentTarget.querySelectorAll(".message")];
  const next = all[all.indexOf(event.target.closest(".message")) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
