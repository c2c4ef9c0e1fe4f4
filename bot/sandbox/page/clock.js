// Shows the desk clock in the top bar and lets the person move it.

import * as api from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toast } from "./toast.js";

const JUMPS = [
  ["+15 min", "15m"],
  ["+1 h", "1h"],
  ["+1 day", "1d"],
];
const FAST = 60;
const TICK_MS = 250;

let known = { at: Date.now(), rate: 1, paused: false, heard: performance.now() };
let face = null;

/** The desk's time now, as a Date. */
export function deskNow() {
  const passed = known.paused ? 0 : (performance.now() - known.heard) * known.rate;
  return new Date(known.at + passed);
}

/** Take over what the server says about the clock. */
export function showClock({ now, rate, paused }) {
  known = { at: Date.parse(now), rate, paused, heard: performance.now() };
  face?.update();
}

const DAY = { weekday: "short", month: "short", day: "numeric" };
const MOMENT = { weekday: "short", hour: "numeric", minute: "2-digit" };
const TIME = { hour: "numeric", minute: "2-digit", second: "2-digit" };
const ZONE = { timeZoneName: "short" };

const zoneOf = (moment) =>
  new Intl.DateTimeFormat("en-US", ZONE).formatToParts(moment).find(({ type }) => type === "timeZoneName").value;

async function change(request) {
  try {
    const answer = await api.setClock(request);
    if (answer.now) showClock(answer);
  } catch (problem) {
    toast(problem.message);
  }
}

/** Go to where the bot has something to do next, and say what it is. */
async function jump() {
  try {
    const answer = await api.jumpToNextEvent();
    showClock(answer);
    toast(`${answer.what}: ${deskNow().toLocaleString("en-US", MOMENT)}`, "news");
  } catch (problem) {
    toast(problem.message);
  }
}

/** Build the clock with its buttons; it keeps itself up to date. */
export function clockFace() {
  const day = h("span", { class: "clock-day" });
  const time = h("time", { class: "clock-time", "data-testid": "desk-clock" });
  const zone = h("span", { class: "clock-zone", "data-testid": "clock-zone" });
  const pause = h("button", { class: "chip clock-pause", "data-testid": "clock-pause" });
  const fast = h(
    "button",
    { class: "chip", "data-testid": "clock-fast", title: "One desk minute each second" },
    `${FAST}×`,
  );
  const next = h(
    "button",
    { class: "chip", "data-testid": "clock-next", title: "To when the bot has something to do" },
    "Next event",
  );
  next.addEventListener("click", jump);
  pause.addEventListener("click", () => change({ paused: !known.paused }));
  fast.addEventListener("click", () => change({ rate: known.rate === FAST ? 1 : FAST }));

  const tick = () => {
    const now = deskNow();
    day.textContent = now.toLocaleDateString("en-US", DAY);
    time.textContent = now.toLocaleTimeString("en-US", TIME);
    zone.textContent = known.paused ? "paused" : zoneOf(now);
    time.dateTime = now.toISOString();
  };
  const update = () => {
    pause.replaceChildren(icon(known.paused ? "play" : "pause"), known.paused ? "Run" : "Pause");
    time.classList.toggle("stands", known.paused);
    fast.setAttribute("aria-pressed", known.rate === FAST);
    tick();
  };
  face = { update };
  update();
  setInterval(tick, TICK_MS);
  return clockGroup(h("span", { class: "clock-now" }, day, time, zone), [jumpButtons(), next], pause, fast);
}

function jumpButtons() {
  return JUMPS.map(([label, advance]) =>
    h(
      "button",
      { class: "chip", "data-testid": `clock-${advance}`, onclick: () => change({ advance }) },
      label,
    ),
  );
}

/** In a narrow window the buttons hide behind the clock's icon. */
function clockGroup(now, jumps, pause, fast) {
  const buttons = h(
    "div",
    { class: "clock-buttons", role: "group", "aria-label": "Move the desk clock" },
    jumps,
    pause,
    fast,
  );
  const opener = h(
    "button",
    { class: "bare clock-open", "aria-label": "Move the desk clock", "aria-expanded": "false" },
    icon("clock"),
    icon("down"),
  );
  opener.addEventListener("click", () => {
    const open = buttons.classList.toggle("open");
    opener.setAttribute("aria-expanded", open);
  });
  const group = h("div", { class: "clock" }, opener, now, buttons);
  document.addEventListener("click", ({ target }) => {
    if (group.contains(target) || !buttons.classList.contains("open")) return;
    buttons.classList.remove("open");
    opener.setAttribute("aria-expanded", false);
  });
  return group;
}
