// Greets with three things to try; dismissed once, it stays away.

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { inDm, on, showsHome, store } from "./state.js";

const KEY = "sandbox-welcome-dismissed";
const TRIES = [
  ["/liaison", "Open the request intake"],
  ["/notice status NT-…", "Ask where a notice stands"],
  ["/escalate LR-… call me", "Page the officer on call"],
];

/** Show the strip above the messages; a click writes the command into the composer by `write`. */
export function followWelcome(strip, write) {
  const dismiss = h(
    "button",
    { class: "bare", "aria-label": "Dismiss", "data-testid": "welcome-dismiss" },
    icon("close"),
  );
  dismiss.addEventListener("click", () => {
    localStorage.setItem(KEY, "yes");
    strip.hidden = true;
  });
  const tries = TRIES.map(([line, about]) => {
    const button = h(
      "button",
      { class: "try", "data-testid": `try-${line.split(" ")[0]}` },
      h("code", {}, line),
      h("span", {}, about),
    );
    button.addEventListener("click", () => write(withReference(line)));
    return button;
  });
  fill(
    strip,
    h("p", {}, h("b", {}, "Three things to try"), h("span", { class: "quiet" }, "then press Enter")),
    h("div", { class: "tries" }, tries),
    dismiss,
  );
  on("views", rememberLooked);
  on("place", () => {
    strip.hidden = !isOfThisBot() || Boolean(localStorage.getItem(KEY)) || showsHome() || inDm();
  });
}

/** Another bot in the sandbox has other commands. */
function isOfThisBot() {
  const known = new Set(store.workspace?.commands.map(({ command }) => command));
  return TRIES.every(([line]) => known.has(line.split(" ")[0]));
}

const looked = {};

/** Remember the record that a form has just spoken of: it is the one that was filed, or looked at. */
function rememberLooked() {
  for (const [reference, kind] of JSON.stringify(store.views).matchAll(/\b(LR|NT)-\d{4}-\d{5}\b/g))
    looked[kind] = reference;
}

/** Fill in a record that is really there: the one looked at last, one on the page, or this year's first. */
function withReference(line) {
  return line.replace(/\b(LR|NT)-…/, (_, kind) => {
    const seen = new RegExp(`\\b${kind}-\\d{4}-\\d{5}\\b`).exec(JSON.stringify(store.messages));
    return looked[kind] ?? seen?.[0] ?? `${kind}-${new Date().getFullYear()}-00001`;
  });
}
