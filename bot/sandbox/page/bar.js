// Draws the slim bar at the top: rail button, desk clock, stream, socket, violations and theme.

import { avatar } from "./avatar.js";
import { clockFace } from "./clock.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { nightButton, offers } from "./stage.js";
import { on, person, store } from "./state.js";
import { themeButton } from "./theme.js";
import { toggleTrouble, troubleButton } from "./trouble.js";
import { showViolations } from "./violations.js";

export function drawBar(bar) {
  fill(
    bar,
    railToggle(),
    clockFace(),
    h("span", { class: "grow" }),
    streamSign(),
    nightButton(),
    troubleButton(),
    socketPill(),
    violationsPill(),
    themeButton(),
  );
}

/** In a narrow window it stands for the rail: who one is, and whether something unread is to them. */
function railToggle() {
  const me = h("span", { class: "rail-me" });
  const button = h(
    "button",
    { class: "rail-toggle", "aria-label": "Show people and channels" },
    icon("menu"),
    me,
  );
  button.addEventListener("click", () => document.body.classList.toggle("rail-open"));
  on("workspace place", () =>
    fill(me, avatar(store.me), person(store.me)?.called && h("span", { class: "waits" })),
  );
  return button;
}

function streamSign() {
  const sign = h("span", { class: "pill bad", role: "status", hidden: true }, "Reconnecting…");
  on("live", () => (sign.hidden = store.live));
  return sign;
}

function socketPill() {
  const label = h("span", { class: "pill-label" });
  const pill = h(
    "button",
    { class: "pill", "data-testid": "socket", "aria-haspopup": "dialog" },
    h("i", { class: "dot" }),
    label,
  );
  pill.addEventListener("click", () => toggleTrouble(pill));
  on("socket", () => {
    const { connected, by_http } = store.workspace.socket;
    const text = botIs(store.workspace.socket);
    pill.classList.toggle("good", connected > 0);
    pill.classList.toggle("bad", connected === 0 && !by_http);
    pill.title = connected > 1 ? `${text} (${connected} sockets)` : text;
    pill.setAttribute("aria-label", pill.title);
    label.textContent = text;
  });
  return pill;
}

function botIs({ connected, by_http }) {
  if (by_http) return "Bot called by HTTP";
  if (connected) return "Bot connected";
  return offers("start_bot") ? "Bot is down" : "Bot not connected";
}

function violationsPill() {
  const pill = h("button", { class: "pill", "data-testid": "violations", onclick: showViolations });
  on("violations", () => {
    const count = store.violations.length;
    pill.classList.toggle("bad", count > 0);
    pill.title = "Times the bot broke one of Slack's rules";
    fill(
      pill,
      icon(count ? "warn" : "check"),
      h("b", {}, String(count)),
      h("span", { class: "pill-label" }, count === 1 ? "violation" : "violations"),
    );
  });
  return pill;
}
