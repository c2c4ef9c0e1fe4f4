// Carries out what the person does and tells them what Slack would say when the bot fails to answer.

import * as api from "./api.js";
import { confirmed } from "./confirm.js";
import { wireValues } from "./drafts.js";
import { refreshMessages, refreshViews } from "./refresh.js";
import { channelId, emit, store } from "./state.js";
import { toast } from "./toast.js";

const NO_ANSWER = new Set(["operation_timeout", "dispatch_failed"]);

/** Run one call; the answer is the Outcome, or null when the sandbox itself failed. */
async function attempt(call) {
  try {
    return await call;
  } catch (problem) {
    toast(problem.message);
    return null;
  }
}

/** One call about what is drawn; when that is gone by now, the page is drawn anew, and that says it. */
async function attemptOnScreen(call) {
  const drawnAnew = (problem) => {
    if (!(problem instanceof api.Gone)) throw problem;
    refreshMessages();
    refreshViews();
    return null;
  };
  return attempt(call.catch(drawnAnew));
}

const failed = (what, error) => `${what} failed with the error “${error}”`;

/** Send a line from the composer: a command when it begins with "/", otherwise a message. */
export async function say(text, thread) {
  if (!text.startsWith("/")) {
    const outcome = await attempt(api.sendMessage(store.me, channelId(), text, thread));
    return thread ? outcome : showSaid(outcome);
  }
  const outcome = await attempt(api.sendCommand(store.me, channelId(), text));
  if (outcome?.error) {
    const command = text.split(/\s/)[0];
    toast(
      NO_ANSWER.has(outcome.error) ? failed(command, outcome.error) : commandProblem(command, outcome.error),
    );
  }
  refreshViews();
  return showSaid(outcome);
}

/** Bring what was just said, or the answer to it, into view. */
async function showSaid(outcome) {
  await refreshMessages();
  emit("said");
  return outcome;
}

function commandProblem(command, error) {
  // An error code is one word; anything else is already a sentence.
  return /\s/.test(error) ? error : failed(command, error);
}

/** Click or choose `element`, after its confirm dialog if it has one; says whether the bot took it. */
export async function act(base, blockId, element, value) {
  if (element.confirm && !(await confirmed(element.confirm))) return false;
  const values = base.target.channel ? {} : { values: wireValues(base.draft) };
  const chosen = value === undefined ? {} : { value };
  const body = {
    user: store.me,
    ...base.target,
    block_id: blockId,
    action_id: element.action_id,
    ...chosen,
    ...values,
  };
  const outcome = await attemptOnScreen(api.sendClick(body));
  if (outcome?.error) toast(failed(element.text?.text ?? "That", outcome.error));
  refreshViews();
  return Boolean(outcome) && !outcome.error;
}

export async function runShortcut(shortcut, message) {
  const where = message ? { channel: message.channel, ts: message.ts } : {};
  const outcome = await attemptOnScreen(
    api.sendShortcut({ user: store.me, callback_id: shortcut.callback_id, ...where }),
  );
  if (outcome?.error) toast(failed(shortcut.name, outcome.error));
  refreshViews();
}

/** The options an external select offers for `query`. */
export async function findOptions(base, blockId, element, query) {
  const body = { user: store.me, ...base.target, block_id: blockId, action_id: element.action_id, query };
  return (await attemptOnScreen(api.findOptions(body))) ?? { options: [] };
}

/** Where a message's clicks go. */
export function messageTarget(message) {
  return { channel: message.channel, ts: message.ts };
}
