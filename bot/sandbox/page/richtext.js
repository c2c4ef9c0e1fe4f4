// Draws the whole tree of a `rich_text` block.

import { h } from "./dom.js";
import {
  broadcast,
  channelMention,
  dateText,
  emojiText,
  groupMention,
  link,
  userMention,
} from "./mentions.js";

/** The nodes for a rich_text block (also used for table cells). */
export function richText(block) {
  return block.elements.map(part);
}

function part(element) {
  switch (element.type) {
    case "rich_text_section":
      return h("div", { class: "rich-line" }, element.elements.map(leaf));
    case "rich_text_list":
      return list(element);
    case "rich_text_quote":
      return h("blockquote", {}, element.elements.map(leaf));
    case "rich_text_preformatted":
      return h("pre", {}, element.elements.map(leaf));
    default:
      return h("div", { class: "unknown" }, `This page cannot show “${element.type}”.`);
  }
}

function list({ style, elements, indent = 0, offset = 0 }) {
  const items = elements.map((item) => h("li", {}, item.elements.map(leaf)));
  const start = style === "ordered" && offset ? offset + 1 : null;
  return h(style === "ordered" ? "ol" : "ul", { class: `indent-${indent}`, start }, items);
}

function leaf(element) {
  return styled(bare(element), element.style);
}

function bare(element) {
  switch (element.type) {
    case "text":
      return document.createTextNode(element.text);
    case "link":
      return element.text ? link(element.url, element.text) : link(element.url);
    case "user":
      return userMention(element.user_id);
    case "usergroup":
      return groupMention(element.usergroup_id);
    case "channel":
      return channelMention(element.channel_id);
    case "team":
      return groupMention(element.team_id);
    case "emoji":
      return emojiText(element.name);
    case "broadcast":
      return broadcast(element.range);
    case "date":
      return dateText(element.timestamp, element.format, element.fallback, element.url);
    case "color":
      return colour(element.value);
    default:
      return h("span", { class: "unknown" }, `[${element.type}]`);
  }
}

function colour(value) {
  const swatch = h("span", { class: "swatch" });
  swatch.style.backgroundColor = value;
  return h("span", {}, swatch, value);
}

const STYLES = { code: "code", strike: "s", italic: "i", bold: "b", underline: "u" };

function styled(node, style = {}) {
  return Object.entries(STYLES).reduce(
    (inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner),
    node,
  );
}
