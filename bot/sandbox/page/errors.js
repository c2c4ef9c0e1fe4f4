// Shows beside each input of a modal why its value was not taken.

import { h } from "./dom.js";

/**
 * Show `errors` (by block id) on the inputs inside `parent`, and clear every other input of its error.
 *
 * No input is drawn anew for it: a date field in which somebody types would begin again at its first part.
 */
export function markErrors(parent, errors) {
  for (const box of parent.querySelectorAll(".input")) {
    const blockId = box.closest("[data-key]").dataset.key;
    markError(box, blockId, errors[blockId]);
  }
}

function markError(box, blockId, error) {
  box.querySelector(".input-error")?.remove();
  box.classList.toggle("invalid", Boolean(error));
  const id = `error-${blockId}`;
  const field = box.querySelector("[aria-required]");
  for (const [name, value] of Object.entries({ "aria-invalid": "true", "aria-describedby": id })) {
    if (error) field?.setAttribute(name, value);
    else field?.removeAttribute(name);
  }
  if (!error) return;
  const words = h("p", { class: "input-error", id, "data-testid": id }, error);
  box.insertBefore(words, box.querySelector(":scope > .hint"));
}
