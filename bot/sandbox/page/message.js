// Draws one message with its blocks, marks, thread line and hover buttons.

import { messageTarget, runShortcut } from "./acting.js";
import { avatar } from "./avatar.js";
import { drawBlocks } from "./blocks.js";
import { clockTime, fromTs, fullTime } from "./dates.js";
import { classes, h } from "./dom.js";
import { draftOf } from "./drafts.js";
import { drawFiles } from "./files.js";
import { icon } from "./icons.js";
import { openMenu } from "./menus.js";
import { emojiText } from "./mentions.js";
import { mrkdwn } from "./mrkdwn.js";
import { openThread } from "./navigation.js";
import { botName, personName, store } from "./state.js";

/** A message; `compact` leaves out the author, `inThread` the thread line and the reply button. */
export function drawMessage(message, { compact = false, inThread = false } = {}) {
  return h(
    "article",
    {
      class: classes("message", compact && "compact", message.ephemeral && "ephemeral"),
      tabIndex: -1,
      "data-testid": "message",
      "data-ts": message.ts,
      "aria-label": `${authorName(message)}, ${clockTime(fromTs(message.ts))}`,
    },
    compact ? h("span", { class: "gutter" }, timeOf(message)) : authorPicture(message),
    h(
      "div",
      { class: "message-body" },
      message.ephemeral && h("div", { class: "only-you" }, icon("eye"), "Only visible to you"),
      !compact && byline(message),
      content(message),
      drawFiles(message),
      reactionRow(message),
      !inThread && threadLine(message),
    ),
    toolbar(message, inThread),
  );
}

const authorName = (message) => (message.bot ? botName() : personName(message.user));
const authorPicture = (message) =>
  avatar(message.bot ? store.workspace.bot.user_id : message.user, Boolean(message.bot));

function timeOf(message) {
  const moment = fromTs(message.ts);
  return h("time", { datetime: moment.toISOString(), title: fullTime(moment) }, clockTime(moment));
}

function byline(message) {
  const app = message.bot && h("span", { class: "app-mark" }, "App");
  return h(
    "div",
    { class: "byline" },
    h("b", { class: "author" }, authorName(message)),
    app,
    timeOf(message),
  );
}

function content(message) {
  const edited = message.edited && h("span", { class: "edited" }, "(edited)");
  // What people write is shown from its text: their blocks only repeat it.
  if (!message.bot || !message.blocks?.length)
    return h("div", { class: "text" }, ...mrkdwn(message.text ?? ""), edited);
  const draft = draftOf(`message:${store.me}:${message.channel}:${message.ts}`, message.blocks);
  const base = { target: messageTarget(message), draft };
  return h("div", {}, drawBlocks(message.blocks, base), edited);
}

function reactionRow({ reactions = [] }) {
  if (!reactions.length) return null;
  const pills = reactions.map(({ name, count, users = [] }) =>
    h(
      "span",
      { class: "reaction", title: users.map(personName).join(", ") },
      emojiText(name),
      String(count ?? users.length),
    ),
  );
  return h("div", { class: "attached" }, pills);
}

function threadLine({ ts, reply_count: replies }) {
  if (!replies) return null;
  const label = replies === 1 ? "1 reply" : `${replies} replies`;
  const open = h(
    "button",
    { class: "thread-line", "data-testid": "open-thread" },
    icon("reply"),
    h("b", {}, label),
    h("span", { class: "quiet" }, "View thread"),
  );
  open.addEventListener("click", () => openThread(ts));
  return open;
}

function toolbar(message, inThread) {
  if (message.ephemeral) return null;
  const reply = h(
    "button",
    { class: "bare", title: "Reply in thread", "aria-label": "Reply in thread", "data-testid": "reply" },
    icon("reply"),
  );
  reply.addEventListener("click", () => openThread(message.thread_ts ?? message.ts));
  return h(
    "div",
    { class: "toolbar", role: "group", "aria-label": "Message actions" },
    !inThread && reply,
    shortcutsButton(message),
  );
}

function shortcutsButton(message) {
  const shortcuts = store.workspace.shortcuts.filter((each) => each.type === "message");
  if (!shortcuts.length) return null;
  const more = h(
    "button",
    {
      class: "bare",
      title: "More actions",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "data-testid": "message-shortcuts",
    },
    icon("more"),
  );
  const items = shortcuts.map((each) => ({
    label: each.name,
    hint: botName(),
    testid: `shortcut-${each.callback_id}`,
    choose: () => runShortcut(each, messageTarget(message)),
  }));
  more.addEventListener("click", () => openMenu(more, "Message shortcuts", items));
  return more;
}
