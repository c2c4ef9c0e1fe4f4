// Checks what is in a modal before it is sent, as Slack's client does, and collects what is sent.

import { draftName, draftOf, readDraft, wireValues } from "./drafts.js";
import { store } from "./state.js";
import { problemWith } from "./values.js";

/** What the person has typed into a view. */
export const draftOfView = (view) => draftOf(draftName(store.me, view), view.blocks, view.state);

const inputBlocks = (view) => view.blocks.filter((block) => block.type === "input");

/** What is wrong with the inputs of a view, by block id; empty when it may be sent. */
export function problemsOf(view) {
  const draft = draftOfView(view);
  const problems = {};
  for (const { block_id: id, element, optional } of inputBlocks(view)) {
    const problem = problemWith(element, readDraft(draft, id, element), optional);
    if (problem) problems[id] = problem;
  }
  return problems;
}

/** Only inputs are submitted; what else holds a value has already told the bot. */
export function inputValues(view) {
  const values = wireValues(draftOfView(view));
  return Object.fromEntries(inputBlocks(view).map(({ block_id: id }) => [id, values[id]]));
}
