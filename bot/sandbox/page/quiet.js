// Shows who is in do not disturb by the desk's clock, and lets the person switch it for themselves.

import * as api from "./api.js";
import { deskNow } from "./clock.js";
import { clockTime } from "./dates.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menus.js";
import { refreshWorkspace } from "./refresh.js";
import { on, store } from "./state.js";
import { toast } from "./toast.js";

const LOOK_MS = 1000;
const SPANS = [
  ["For 30 minutes", 30],
  ["For 8 hours", 480],
];

export function isQuiet({ do_not_disturb: span }) {
  const now = deskNow() / 1000;
  return Boolean(span) && span.begins <= now && now < span.ends;
}

/** The sign beside the name of somebody in do not disturb; nothing for anybody else. */
export function moon(each) {
  if (!each || !isQuiet(each)) return null;
  const until = `In do not disturb until ${clockTime(new Date(each.do_not_disturb.ends * 1000))}`;
  return h("span", { class: "moon", title: until, role: "img", "aria-label": until }, icon("moon"));
}

/** The bell that opens the menu for the person one is. */
export function quietButton(me) {
  const label = isQuiet(me) ? "Do not disturb is on" : "Pause notifications";
  const bell = h(
    "button",
    {
      class: "bare",
      title: label,
      "aria-label": label,
      "aria-haspopup": "menu",
      "data-testid": "do-not-disturb",
    },
    icon(isQuiet(me) ? "bellOff" : "bell"),
  );
  bell.addEventListener("click", () => openMenu(bell, "Do not disturb", choices(me)));
  return bell;
}

function choices(me) {
  const pauses = SPANS.map(([label, minutes]) => choice(label, minutes));
  return isQuiet(me) ? [choice("Turn off", null), ...pauses] : pauses;
}

function choice(label, minutes) {
  const choose = () => api.sendQuiet(store.me, minutes).catch((problem) => toast(problem.message));
  return { label, choose, testid: `do-not-disturb-${minutes ?? "off"}` };
}

/** Read the workspace anew when somebody's do not disturb begins or ends, which no event tells. */
export function followQuiet() {
  const quiet = () => store.workspace?.people.filter(isQuiet).map((each) => each.id).join();
  let shown;
  const look = () => shown !== quiet() && refreshWorkspace();
  on("workspace", () => (shown = quiet()));
  on("clock", look);
  setInterval(look, LOOK_MS);
}
