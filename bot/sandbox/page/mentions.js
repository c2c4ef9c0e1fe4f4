// Draws mentions, links, dates and emoji, which mrkdwn and rich text share.

import { h } from "./dom.js";
import { slackDate } from "./dates.js";
import { emoji } from "./emoji.js";
import { channel, personName, store } from "./state.js";

const SAFE_LINK = /^(https?:|mailto:|tel:)/i;

export function userMention(id) {
  const me = id === store.me;
  return h("span", { class: me ? "mention me" : "mention" }, `@${personName(id)}`);
}

export function channelMention(id, label) {
  return h("span", { class: "mention" }, `#${channel(id)?.name ?? label ?? id}`);
}

export function groupMention(id, label) {
  return h("span", { class: "mention" }, label ?? `@${id}`);
}

export function broadcast(range) {
  return h("span", { class: "mention me" }, `@${range}`);
}

/** A link that opens elsewhere; an address with an unusual scheme stays text. */
export function link(url, ...label) {
  const shown = label.length ? label : [url.replace(/^(mailto|tel):/, "")];
  if (!SAFE_LINK.test(url)) return h("span", {}, shown);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", class: "link" }, shown);
}

export function dateText(seconds, pattern, fallback, url) {
  const text = slackDate(seconds, pattern, fallback);
  return url ? link(url, text) : h("time", { title: fallback }, text);
}

export function emojiText(name) {
  const found = emoji(name);
  if (!found) return document.createTextNode(`:${name}:`);
  return h("span", { class: "emoji", role: "img", "aria-label": name.replaceAll("_", " ") }, found);
}
