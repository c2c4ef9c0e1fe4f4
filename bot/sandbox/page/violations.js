// Lists the times when the bot broke one of Slack's rules.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { store } from "./state.js";

export function showViolations() {
  const close = h("button", { class: "bare", "aria-label": "Close" }, icon("close"));
  const head = h(
    "header",
    { class: "dialog-head" },
    h("h2", { id: "violations-title" }, "Violations"),
    close,
  );
  const body = h("div", { class: "dialog-body" }, violationsList());
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-labelledby": "violations-title", "data-testid": "violations-list" },
    head,
    body,
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The list, or a sentence that there is nothing to list. */
export function violationsList() {
  return store.violations.length ? list() : nothing();
}

function list() {
  const rows = store.violations.map(({ kind, text }) => h("li", {}, h("b", {}, kind), h("span", {}, text)));
  return h("ol", { class: "violations" }, rows);
}

function nothing() {
  return h(
    "p",
    { class: "quiet" },
    "None. The bot has kept to Slack's limits, timings and block rules so far.",
  );
}
