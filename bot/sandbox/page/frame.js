// Draws the head and foot of a modal: title, way back, close and submit.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { botName, store } from "./state.js";
import { plainText } from "./text.js";

/** Draw title and buttons; left alone while they say the same, so that focus and a shown problem stay. */
export function drawFrame(dialog, view, closeView) {
  const pushed = store.views.length > 1;
  const mark = JSON.stringify([view.id, view.title, view.submit, view.close, pushed]);
  if (dialog.dataset.frame === mark) return;
  dialog.dataset.frame = mark;
  dialog.classList.toggle("stacked", pushed);
  const back = pushed && iconButton("back", "Back", "modal-back", () => closeView(view));
  const away = iconButton("close", "Close", "modal-x", () => closeView(view, { all: true }));
  const title = h("h2", { id: "modal-title" }, plainText(view.title));
  fill(dialog.querySelector(".dialog-head"), back, title, h("span", { class: "quiet by" }, botName()), away);
  fill(
    dialog.querySelector(".dialog-foot"),
    h("p", { class: "dialog-problem", role: "alert", "data-testid": "modal-problem" }),
    closeButton(view, closeView),
    view.submit && submitButton(view),
  );
}

function iconButton(sign, label, testid, onclick) {
  return h(
    "button",
    { type: "button", class: "bare", "aria-label": label, "data-testid": testid, onclick },
    icon(sign),
  );
}

function closeButton(view, closeView) {
  const attributes = {
    type: "button",
    class: "button",
    "data-testid": "modal-close",
    onclick: () => closeView(view),
  };
  return h("button", attributes, plainText(view.close) || "Cancel");
}

function submitButton(view) {
  return h(
    "button",
    { type: "submit", class: "button primary", "data-testid": "submit" },
    plainText(view.submit),
  );
}

/** Show beside the buttons why the whole form was not taken; an empty text clears it. */
export function showProblem(dialog, text) {
  dialog.querySelector(".dialog-problem").textContent = text;
}

/** Run `send` while the submit button shows that something is under way. */
export async function whileSubmitting(dialog, send) {
  const button = dialog.querySelector("[type=submit]");
  showProblem(dialog, "");
  button?.setAttribute("aria-busy", "true");
  if (button) button.disabled = true;
  try {
    return await send();
  } finally {
    button?.removeAttribute("aria-busy");
    if (button) button.disabled = false;
  }
}
