// Turns Slack's mrkdwn into DOM nodes.

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

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const unescape = (text) => text.replace(/&(amp|lt|gt);/g, (entity) => ENTITIES[entity]);

// One pattern for everything inside a line; the styles need a non-word character on either side, as in Slack.
const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    "(?<![\\w*])\\*(?<bold>[^\\s*](?:[^*\\n]*[^\\s*])?)\\*(?![\\w*])",
    "(?<![\\w_])_(?<italic>[^\\s_](?:[^\\n]*?[^\\s_])?)_(?![\\w_])",
    "(?<![\\w~])~(?<strike>[^\\s~](?:[^~\\n]*[^\\s~])?)~(?![\\w~])",
    ":(?<emoji>[a-z0-9_+-]+):",
    "(?<bare>https?://[^\\s<>|]+[^\\s<>|.,;:!?)'\"])",
  ].join("|"),
  "g",
);

/** The nodes for a whole mrkdwn text: code fences, quotes and lines. */
export function mrkdwn(text) {
  return text.split(/```\n?([\s\S]+?)\n?```\n?/).flatMap((part, index) => {
    if (index % 2) return [h("pre", {}, unescape(part))];
    return part ? quotesAndLines(part) : [];
  });
}

function quotesAndLines(text) {
  const nodes = [];
  let quoted = [];
  const endQuote = () => {
    if (quoted.length) nodes.push(h("blockquote", {}, joinLines(quoted)));
    quoted = [];
  };
  let lines = [];
  const endLines = () => {
    if (lines.length) nodes.push(...joinLines(lines));
    lines = [];
  };
  for (const line of text.split("\n")) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quote) {
      endLines();
      quoted.push(quote[1]);
    } else {
      endQuote();
      lines.push(line);
    }
  }
  endQuote();
  endLines();
  return nodes;
}

function joinLines(lines) {
  return lines.flatMap((line, index) => (index ? [h("br"), ...inline(line)] : inline(line)));
}

/** The nodes for one line of mrkdwn. */
function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) nodes.push(unescape(text.slice(end, match.index)));
    nodes.push(piece(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(unescape(text.slice(end)));
  return nodes;
}

function piece({ groups }) {
  if (groups.code) return h("code", {}, unescape(groups.code));
  if (groups.angle) return angle(groups.angle);
  if (groups.bold) return h("b", {}, inline(groups.bold));
  if (groups.italic) return h("i", {}, inline(groups.italic));
  if (groups.strike) return h("s", {}, inline(groups.strike));
  if (groups.emoji) return emojiText(groups.emoji);
  return link(unescape(groups.bare));
}

function angle(inside) {
  const [target, label] = inside.split(/\|(.*)/s);
  switch (target[0]) {
    case "@":
      return userMention(target.slice(1));
    case "#":
      return channelMention(target.slice(1), label);
    case "!":
      return special(target.slice(1), label);
    default:
      // Anything else in angle brackets was not escaped by its sender and is shown as written.
      if (!SCHEME.test(target)) return document.createTextNode(`<${unescape(inside)}>`);
      return label ? link(unescape(target), inline(label)) : link(unescape(target));
  }
}

function special(command, label) {
  const [kind, ...rest] = command.split("^");
  if (kind === "date") return dateText(rest[0], rest[1] ?? "{date}", label, rest[2]);
  if (kind === "subteam") return groupMention(rest[0], label);
  if (["here", "channel", "everyone"].includes(kind)) return broadcast(kind);
  return document.createTextNode(label ?? `<!${command}>`);
}
