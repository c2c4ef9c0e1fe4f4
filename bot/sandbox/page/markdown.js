// Turns the standard Markdown of a `markdown` block into DOM nodes: the common part of it.

import { h } from "./dom.js";
import { emojiText, link } from "./mentions.js";

const INLINE = new RegExp(
  [
    "`(?<code>[^`\\n]+)`",
    "\\*\\*(?<bold>\\S(?:.*?\\S)?)\\*\\*",
    "~~(?<strike>\\S(?:.*?\\S)?)~~",
    "\\*(?<italic>[^\\s*](?:[^*]*[^\\s*])?)\\*",
    "(?<![\\w_])_(?<under>[^\\s_](?:[^_]*[^\\s_])?)_(?![\\w_])",
    "\\[(?<label>[^\\]]+)\\]\\((?<url>[^)\\s]+)\\)",
    ":(?<emoji>[a-z0-9_+-]+):",
    "(?<bare>https?://[^\\s<>)]+)",
  ].join("|"),
  "g",
);

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(text.slice(end, match.index), piece(match.groups));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function piece(found) {
  if (found.code) return h("code", {}, found.code);
  if (found.bold) return h("b", {}, inline(found.bold));
  if (found.strike) return h("s", {}, inline(found.strike));
  if (found.italic || found.under) return h("i", {}, inline(found.italic ?? found.under));
  if (found.label) return link(found.url, inline(found.label));
  if (found.emoji) return emojiText(found.emoji);
  return link(found.bare);
}

// Each kind of paragraph: the line that belongs to it, and how its lines are drawn.
const KINDS = [
  [/^#{1,6}\s/, (lines) => lines.map((line) => h("h4", {}, inline(line.replace(/^#+\s+/, ""))))],
  [/^(?:---+|\*\*\*+)$/, () => [h("hr")]],
  [/^>\s?/, (lines) => [h("blockquote", {}, breaks(lines.map((line) => line.replace(/^>\s?/, ""))))]],
  [/^\s*[-*+]\s/, (lines) => [h("ul", {}, items(lines))]],
  [/^\s*\d+[.)]\s/, (lines) => [h("ol", {}, items(lines))]],
  [/^\s*\|.*\|\s*$/, (lines) => [table(lines)]],
  [/^\s*$/, () => []],
  [/^/, (lines) => [h("p", {}, breaks(lines))]],
];

/** The nodes for a Markdown text. */
export function markdown(text) {
  return text.split(/^```[^\n]*\n([\s\S]*?)\n?```$/m).flatMap((part, index) => {
    return index % 2 ? [h("pre", {}, part)] : paragraphs(part.split("\n"));
  });
}

function paragraphs(lines) {
  const nodes = [];
  let start = 0;
  while (start < lines.length) {
    const kind = kindOf(lines[start]);
    let end = start + 1;
    while (end < lines.length && kindOf(lines[end]) === kind) end += 1;
    nodes.push(...kind[1](lines.slice(start, end)));
    start = end;
  }
  return nodes;
}

const kindOf = (line) => KINDS.find(([pattern]) => pattern.test(line));
const breaks = (lines) => lines.flatMap((line, index) => (index ? [h("br"), ...inline(line)] : inline(line)));
const items = (lines) =>
  lines.map((line) => h("li", {}, inline(line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ""))));

function table(lines) {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  const [head, ...body] = rows;
  const row = (cells, tag) =>
    h(
      "tr",
      {},
      cells.map((cell) => h(tag, {}, inline(cell))),
    );
  return h(
    "table",
    { class: "grid" },
    h("thead", {}, row(head, "th")),
    h(
      "tbody",
      {},
      body.map((cells) => row(cells, "td")),
    ),
  );
}
