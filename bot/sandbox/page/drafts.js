// Keeps what the person has typed or chosen but not sent, for each view, home and message.

import { initialValue, valueFromState, wireValue } from "./values.js";

const drafts = new Map();

const keyOf = (blockId, actionId) => JSON.stringify([blockId, actionId]);

/** The elements of a block that hold a value. */
function inputsOf(block) {
  const elements = [block.element, block.accessory, ...(block.type === "actions" ? block.elements : [])];
  return elements.filter((element) => element && !["button", "overflow", "image"].includes(element.type));
}

/**
 * The draft of one surface, brought in line with its current blocks.
 *
 * A value stays while its block_id, action_id and kind stay, whatever new initial value the bot gives: as in Slack.
 */
export function draftOf(name, blocks = [], state = {}) {
  // The map itself is kept, because inputs that stay on the page write into it.
  const draft = drafts.get(name) ?? new Map();
  const old = new Map(draft);
  draft.clear();
  for (const block of blocks) {
    for (const element of inputsOf(block)) {
      const kept = old.get(keyOf(block.block_id, element.action_id));
      const slot = state?.values?.[block.block_id]?.[element.action_id];
      const first = () => (slot ? valueFromState(element, slot) : initialValue(element));
      writeDraft(draft, block.block_id, element, kept?.element.type === element.type ? kept.value : first());
    }
  }
  drafts.set(name, draft);
  return draft;
}

export function readDraft(draft, blockId, element) {
  return draft.get(keyOf(blockId, element.action_id))?.value ?? initialValue(element);
}

export function writeDraft(draft, blockId, element, value) {
  draft.set(keyOf(blockId, element.action_id), { element, value });
}

/** All values of a draft, as the server takes them: by block id and action id. */
export function wireValues(draft) {
  const values = {};
  for (const [key, { element, value }] of draft) {
    const [blockId, actionId] = JSON.parse(key);
    (values[blockId] ??= {})[actionId] = wireValue(element, value);
  }
  return values;
}

/** The name of the draft of one person's modal. */
export const draftName = (user, view) => `view:${user}:${view.id}`;

/** Forget what the person had typed in modals that are closed by now. */
export function forgetClosed(user, views) {
  const open = new Set(views.map((view) => draftName(user, view)));
  for (const name of drafts.keys())
    if (name.startsWith(`view:${user}:`) && !open.has(name)) drafts.delete(name);
}
