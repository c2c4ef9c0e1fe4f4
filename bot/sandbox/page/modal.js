// Shows the stack of modals: the top one is open, with a way back to those below.

import * as api from "./api.js";
import { showBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { markErrors } from "./errors.js";
import { drawFrame, showProblem, whileSubmitting } from "./frame.js";
import { refreshViews } from "./refresh.js";
import { on, store } from "./state.js";
import { draftOfView, inputValues, problemsOf } from "./submission.js";
import { toast } from "./toast.js";

const NO_ANSWER = "We had some trouble connecting. Try again?";
const FIELDS = ".dialog-body :is(input, textarea)";

let dialog = null;
let shown = null;
const scrolled = new Map();

/** Keep the open modal in step with the person's stack of views. */
export function followModals() {
  document.addEventListener("keydown", onKey);
  on("views", () => {
    const view = store.views.at(-1);
    if (view) showView(view);
    else dialog?.close();
  });
}

function showView(view) {
  dialog ??= makeDialog();
  const isNew = shown?.id !== view.id;
  const seenBefore = scrolled.has(view.id);
  if (isNew) {
    if (shown) scrolled.set(shown.id, body().scrollTop);
    shown = { id: view.id, errors: view.errors ?? {} };
    body().replaceChildren();
  }
  const fields = fieldsOf(view);
  const asksAnew = shown.fields !== undefined && shown.fields !== fields;
  shown.fields = fields;
  drawFrame(dialog, view, closeView);
  drawBody(view);
  if (!dialog.open) dialog.showModal();
  if (!isNew) {
    if (asksAnew && !body().contains(document.activeElement)) focusFirst(view);
    return;
  }
  // Whoever comes back from a view on top goes on where they left this one.
  if (seenBefore) body().scrollTop = scrolled.get(view.id);
  else focusFirst(view);
}

/** Which fields there are, so that another page of a form is known from the same one drawn again. */
const fieldsOf = ({ blocks }) =>
  blocks
    .filter((block) => block.type === "input")
    .map((block) => block.block_id)
    .join();

const body = () => dialog.querySelector(".dialog-body");

function makeDialog() {
  const parts = [
    h("header", { class: "dialog-head" }),
    h("div", { class: "dialog-body blocks" }),
    h("footer", { class: "dialog-foot" }),
  ];
  const form = h("form", { novalidate: true, method: "dialog" }, parts);
  const made = h(
    "dialog",
    { class: "dialog modal", "data-testid": "modal", "aria-labelledby": "modal-title" },
    form,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(store.views.at(-1));
  });
  made.addEventListener("close", () => {
    made.remove();
    dialog = shown = null;
    scrolled.clear();
  });
  document.body.append(made);
  return made;
}

/** Heard by the document, since the focus is nowhere after a click on bare ground or when what had it has gone. */
function onKey(event) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  // Escape belongs to an open menu or a question on top first.
  const top = [...document.querySelectorAll("dialog[open], .menu")].at(-1);
  if (!dialog || top !== dialog) return;
  event.preventDefault();
  closeView(store.views.at(-1));
}

function drawBody(view) {
  const target = { view_id: view.id };
  const clearError = (blockId) => {
    if (!shown?.errors[blockId]) return;
    delete shown.errors[blockId];
    markErrors(body(), shown.errors);
  };
  showBlocks(body(), view.blocks, { target, draft: draftOfView(view), clearError });
  markErrors(body(), shown.errors);
}

function focusFirst(view) {
  const wanted = view.blocks.map((block) => block.element).find((element) => element?.focus_on_load);
  const field = wanted && dialog.querySelector(`[data-testid="${CSS.escape(`field-${wanted.action_id}`)}"]`);
  const first = dialog.querySelector(FIELDS) ?? dialog.querySelector(".dialog-foot button:last-child");
  (field ?? first).focus();
}

function showErrors(errors) {
  shown.errors = { ...errors };
  markErrors(body(), shown.errors);
  const invalid = dialog.querySelector(".input.invalid");
  invalid?.scrollIntoView({ block: "center" });
  invalid?.querySelector("input, textarea")?.focus({ preventScroll: true });
}

async function submit(view) {
  if (!view?.submit) return;
  const problems = problemsOf(view);
  if (isFilled(problems)) {
    showErrors(problems);
    return;
  }
  const outcome = await whileSubmitting(dialog, () =>
    attempt(api.sendSubmit(store.me, view.id, inputValues(view))),
  );
  await refreshViews();
  if (shown?.id !== view.id) return;
  if (!outcome) showProblem(dialog, NO_ANSWER);
  else if (isFilled(outcome.errors)) showErrors(outcome.errors);
  else if (outcome.error) showProblem(dialog, `${NO_ANSWER} (${outcome.error})`);
}

const isFilled = (found) => Object.keys(found ?? {}).length > 0;

/** Close the top modal, or with `all` the whole stack. */
async function closeView(view, { all = false } = {}) {
  await attempt(api.sendClose(store.me, view.id, all));
  await refreshViews();
}

/** The answer of a call, or null when the sandbox itself failed, or the modal is gone already. */
function attempt(call) {
  return call.catch((problem) => {
    if (!(problem instanceof api.Gone)) toast(problem.message);
    return null;
  });
}
