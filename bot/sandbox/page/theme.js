// Switches between light and dark; without a choice the page follows the system.

import { h } from "./dom.js";
import { icon } from "./icons.js";

const KEY = "sandbox-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

const chosen = () => localStorage.getItem(KEY);
const current = () => chosen() ?? (system.matches ? "dark" : "light");

export function applyTheme() {
  document.documentElement.dataset.theme = current();
}

export function themeButton() {
  const button = h("button", { class: "bare", "data-testid": "theme" });
  const show = () => {
    applyTheme();
    const other = current() === "dark" ? "light" : "dark";
    button.replaceChildren(icon(other === "dark" ? "moon" : "sun"));
    button.setAttribute("aria-label", `Switch to ${other} colours`);
    button.title = `Switch to ${other} colours`;
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, current() === "dark" ? "light" : "dark");
    show();
  });
  system.addEventListener("change", show);
  // Another window has chosen.
  addEventListener("storage", show);
  show();
  return button;
}
