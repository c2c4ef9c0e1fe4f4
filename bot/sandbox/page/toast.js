// Shows short notices at the bottom of the window, above any open modal.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_MS = 9000;
let stack = null;

/** Show `text` for a few seconds; `kind` is "problem" or "news". */
export function toast(text, kind = "problem") {
  const close = h("button", { class: "bare", "aria-label": "Dismiss" }, icon("close"));
  const sign = icon(kind === "problem" ? "warn" : "check");
  const note = h("div", { class: `toast ${kind}`, "data-testid": "toast" }, sign, h("span", {}, text), close);
  close.addEventListener("click", () => note.remove());
  raise().append(note);
  setTimeout(() => note.remove(), SHOWN_MS);
}

/** Bring the stack to the top layer again: a dialog opened later would cover it, one that closes take it away. */
function raise() {
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  dialog?.addEventListener("close", raise, { once: true });
  const home = dialog ?? document.body;
  stack ??= h("div", { class: "toasts", popover: "manual", role: "status", "aria-live": "polite" });
  if (stack.parentNode !== home) home.append(stack);
  if (stack.matches(":popover-open")) stack.hidePopover();
  stack.showPopover();
  return stack;
}
