// Draws Block Kit blocks for messages, modals and the App Home.

import { act } from "./acting.js";
import { readDraft, writeDraft } from "./drafts.js";
import { h, reconcile } from "./dom.js";
import { drawElement, imageElement } from "./elements.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";
import { table } from "./table.js";
import { plainText, textNodes } from "./text.js";
import { wireValue } from "./values.js";

const DRAW = {
  section,
  header: (block) => h("h3", { class: "header-text" }, plainText(block.text)),
  divider: () => h("hr"),
  context: (block, base) =>
    h(
      "div",
      { class: "context" },
      block.elements.map((each) => contextPart(each, base)),
    ),
  actions: (block, base) =>
    h(
      "div",
      { class: "actions" },
      block.elements.map((each) => drawElement(each, liveContext(block, each, base))),
    ),
  rich_text: (block) => h("div", { class: "rich" }, richText(block)),
  markdown: (block) => h("div", { class: "rich" }, markdown(block.text)),
  table,
  data_table: table,
  input,
  image: (block) =>
    h("figure", {}, imageElement(block), block.title && h("figcaption", {}, plainText(block.title))),
  alert: (block) => h("div", { class: `alert ${block.level ?? "default"}` }, ...textNodes(block.text)),
};

/**
 * Show `blocks` inside `parent`, redrawing only what changed.
 *
 * `base` says whose blocks they are: { target (where clicks go), draft, clearError (by block id) }.
 */
export function showBlocks(parent, blocks, base) {
  const numbered = blocks.map((block, index) => ({
    block,
    name: block.block_id ?? `block-${index}`,
  }));
  reconcile(parent, numbered, {
    key: ({ name }) => name,
    draw: ({ block }) => drawBlock(block, base),
  });
}

/** A new node with all `blocks`. */
export function drawBlocks(blocks, base) {
  const parent = h("div", { class: "blocks" });
  showBlocks(parent, blocks, base);
  return parent;
}

function drawBlock(block, base) {
  const draw = DRAW[block.type];
  const inner = draw ? draw(block, base) : unknown(block);
  return h(
    "div",
    { class: `block block-${block.type}`, "data-testid": `block-${block.block_id ?? block.type}` },
    inner,
  );
}

/** A block is never left out silently. */
function unknown(block) {
  return h("div", { class: "unknown" }, `This page cannot show a block of type “${block.type}”.`);
}

function section(block, base) {
  const fields =
    block.fields &&
    h(
      "div",
      { class: "fields" },
      block.fields.map((field) => h("div", {}, ...textNodes(field))),
    );
  const words = h(
    "div",
    { class: "section-words" },
    block.text && h("div", {}, ...textNodes(block.text)),
    fields,
  );
  const side =
    block.accessory &&
    h("div", { class: "accessory" }, drawElement(block.accessory, liveContext(block, block.accessory, base)));
  return h("div", { class: "section-row" }, words, side);
}

function contextPart(element) {
  return element.type === "image" ? imageElement(element) : h("span", {}, ...textNodes(element));
}

function input(block, base) {
  const { element, label, hint, optional } = block;
  const id = `input-${block.block_id}-${element.action_id}`;
  const context = elementContext(block, element, base, {
    live: Boolean(block.dispatch_action),
    optional: Boolean(optional),
    attributes: {
      id,
      "aria-required": String(!optional),
      "aria-label": plainText(label),
    },
  });
  return h(
    "div",
    { class: "input" },
    h(
      "label",
      { for: id, class: "input-label" },
      plainText(label),
      optional && h("span", { class: "quiet" }, " (optional)"),
    ),
    drawElement(element, context),
    hint && h("p", { class: "hint" }, plainText(hint)),
  );
}

function liveContext(block, element, base) {
  const label = plainText(element.placeholder) || plainText(block.text) || element.action_id;
  return elementContext(block, element, base, {
    live: true,
    optional: false,
    attributes: { "aria-label": label },
  });
}

/** What an element needs to know: its value, and how to change it, clear its error and tell the bot. */
function elementContext(block, element, base, { live, optional, attributes }) {
  const blockId = block.block_id;
  const tell = (value) => act(base, blockId, element, value);
  return {
    base,
    blockId,
    live,
    optional,
    attributes: { ...attributes, "data-testid": `field-${element.action_id}` },
    value: () => readDraft(base.draft, blockId, element),
    act: tell,
    change(value, { silent = false } = {}) {
      writeDraft(base.draft, blockId, element, value);
      base.clearError?.(blockId);
      if (live && !silent) tell(wireValue(element, value));
    },
  };
}
