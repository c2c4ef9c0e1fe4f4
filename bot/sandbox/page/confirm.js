// Asks "are you sure?" with the confirm object of a button, select or date picker.

import { h } from "./dom.js";
import { textNodes } from "./text.js";

/** Show the dialog; the answer is whether the person confirmed. */
export function confirmed({ title, text, confirm, deny, style }) {
  return new Promise((resolve) => {
    const yes = h(
      "button",
      { class: `button ${style ?? "primary"}`, value: "yes", "data-testid": "confirm-yes" },
      ...textNodes(confirm),
    );
    const no = h(
      "button",
      { class: "button", value: "no", "data-testid": "confirm-no", autofocus: true },
      ...textNodes(deny),
    );
    const dialog = h(
      "dialog",
      { class: "dialog small", "aria-labelledby": "confirm-title", "data-testid": "confirm" },
      h("header", { class: "dialog-head" }, h("h2", { id: "confirm-title" }, ...textNodes(title))),
      h("div", { class: "dialog-body" }, h("p", {}, ...textNodes(text))),
      h("footer", { class: "dialog-foot" }, no, yes),
    );
    for (const button of [yes, no]) button.addEventListener("click", () => dialog.close(button.value));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
