// Shows the caption of what is being played, and asks for what the sandbox's owner offers besides.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { becomePerson, goTo } from "./navigation.js";
import { on, personName, store } from "./state.js";
import { toast } from "./toast.js";

/** Whether the sandbox's owner offers the deed at this moment. */
export const offers = (deed) => store.workspace?.stage.offered.includes(deed) ?? false;

export const ask = (deed) => api.askFor(deed).catch((problem) => toast(problem.message));

/** The button that begins the night shift, or ends it; hidden where none is offered. */
export function nightButton() {
  const label = h("span", { class: "pill-label" });
  const button = h("button", { class: "chip", "data-testid": "night-shift" }, icon("play"), label);
  const deed = () => (offers("end_night") ? "end_night" : "begin_night");
  button.addEventListener("click", () => ask(deed()));
  on("workspace", () => {
    const playing = offers("end_night");
    button.hidden = !playing && !offers("begin_night");
    button.setAttribute("aria-pressed", playing);
    label.textContent = playing ? "End the night" : "Night shift";
    button.title = playing ? "Nothing more happens by itself" : "Watch a night at the desk in a minute and a quarter";
    button.setAttribute("aria-label", label.textContent);
  });
  return button;
}

/** Keep the strip under the bar saying what happens, with a way to see it as the one whom it concerns. */
export function followCaption(strip) {
  const words = h("p", { role: "status", "data-testid": "caption-text" });
  const look = h("button", { class: "button", "data-testid": "caption-look" });
  look.addEventListener("click", async () => {
    const { user, channel } = store.workspace.stage.caption;
    await becomePerson(user);
    await goTo(channel, "messages");
  });
  const away = h(
    "button",
    { class: "bare", "aria-label": "Dismiss", "data-testid": "caption-dismiss" },
    icon("close"),
  );
  away.addEventListener("click", () => api.clearCaption().catch((problem) => toast(problem.message)));
  fill(strip, icon("moon"), words, look, away);
  on("workspace place", () => {
    const caption = store.workspace.stage.caption;
    strip.hidden = !caption;
    // While it is played, the next words are on their way.
    away.hidden = offers("end_night");
    if (!caption) return;
    // Written only when it is new: a screen reader would say it again with each message.
    if (words.textContent !== caption.text) words.textContent = caption.text;
    const there = caption.user === store.me && caption.channel === store.place;
    look.hidden = !caption.user || there;
    look.textContent = caption.user ? `See it as ${personName(caption.user).split(" ")[0]}` : "";
  });
}
