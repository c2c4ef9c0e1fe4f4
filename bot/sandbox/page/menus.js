// Opens a small menu beside the button that asked for it, with arrow keys, Escape and light dismissal.

import { h } from "./dom.js";

const REOPEN_MS = 250;
const EDGE = 8;
const closedAt = new WeakMap();

/** Show `items` ({label, hint?, choose, testid?, danger?}) as a menu named `title` next to `anchor`. */
export function openMenu(anchor, title, items) {
  // The click that dismissed the menu also lands on its button: it must not open the menu again.
  if (performance.now() - (closedAt.get(anchor) ?? -REOPEN_MS) < REOPEN_MS) return;
  const menu = h(
    "div",
    { class: "menu", role: "menu", popover: "auto", "aria-label": title },
    h("div", { class: "menu-title" }, title),
  );
  menu.append(...items.map((item) => menuItem(menu, item)));
  menu.addEventListener("keydown", (event) => moveFocus(menu, event));
  menu.addEventListener("toggle", (event) => event.newState === "closed" && dismiss(anchor, menu));
  (anchor.closest("dialog") ?? document.body).append(menu);
  anchor.setAttribute("aria-expanded", "true");
  menu.showPopover();
  placeBeside(menu, anchor);
  menu.querySelector("button")?.focus();
}

function menuItem(menu, { label, hint, choose, testid, danger }) {
  const item = h(
    "button",
    { role: "menuitem", class: danger ? "danger" : null, "data-testid": testid },
    h("span", {}, label),
    hint && h("small", {}, hint),
  );
  item.addEventListener("click", () => {
    menu.hidePopover();
    choose();
  });
  return item;
}

function dismiss(anchor, menu) {
  closedAt.set(anchor, performance.now());
  anchor.setAttribute("aria-expanded", "false");
  if (menu.contains(document.activeElement) || document.activeElement === document.body) anchor.focus();
  menu.remove();
}

function moveFocus(menu, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll("button")];
  const next = items.indexOf(document.activeElement) + step;
  items.at(next % items.length).focus();
}

/** Put a popover under `anchor`, or above it where there is more room, inside the window. */
export function placeBeside(popover, anchor, { width } = {}) {
  const box = anchor.getBoundingClientRect();
  if (width) popover.style.width = `${width}px`;
  const { offsetWidth, offsetHeight } = popover;
  const left = Math.min(box.left, innerWidth - offsetWidth - EDGE);
  const fitsBelow = box.bottom + offsetHeight + EDGE < innerHeight || box.top < innerHeight / 2;
  popover.style.left = `${Math.max(EDGE, left)}px`;
  popover.style.top = `${fitsBelow ? box.bottom + 4 : Math.max(EDGE, box.top - offsetHeight - 4)}px`;
}
